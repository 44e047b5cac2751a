/** What the site adds to a session, all of it asked of the larger engine: derivatives and code, forward mode, bugs, plots. */
import type { Workbench as LargerEngine } from "../../engine/client.js";
import type { Link } from "../../state/url.js";
import { Bugs } from "./bugs.js";
import { ForwardMode } from "./forward-mode.js";
import { Plots } from "./plots.js";
import type { Session } from "./session.js";
import { Workbench } from "./workbench.js";

export interface LargerEngines {
  /** Opens the larger engine; none where there is no room for it. */
  workbench?: () => Promise<LargerEngine>;
  /** The same with what draws plots. */
  plots?: () => Promise<LargerEngine>;
}

export class Site {
  readonly workbench: Workbench | null;
  readonly forward: ForwardMode | null;
  readonly bugs: Bugs | null;
  readonly plots: Plots | null;

  constructor(session: Session, { workbench, plots }: LargerEngines) {
    this.workbench = workbench ? new Workbench(session, workbench) : null;
    this.forward = workbench ? new ForwardMode(session, workbench) : null;
    this.bugs = workbench ? new Bugs(session, workbench) : null;
    this.plots = plots ? new Plots(session, plots) : null;
  }

  /** Another circuit opens. */
  forget(): void {
    this.forward?.forget();
    this.bugs?.forget();
  }

  /** What a link wants besides its circuit, once the larger engine is there. */
  begin({ along, step, bug }: Link): void {
    if (along) void this.forward?.begin(along, step);
    if (bug) void this.bugs?.plant(bug);
  }

  get link(): Partial<Link> {
    return { ...this.forward?.link, ...(this.bugs?.link && { bug: this.bugs.link }) };
  }

  /** Asks what the open panel wants to know. */
  consult(): void {
    this.workbench?.consult();
    this.plots?.consult();
  }

  /** Whether covers may begin: nobody is asked for a wrong number, nor for one of forward mode. */
  makesRoomForCovers(isCovering: boolean): boolean {
    if (isCovering && this.bugs?.planted) this.bugs.remove();
    if (!this.forward?.isOn) return true;
    this.forward.refuseCover();
    return false;
  }
}

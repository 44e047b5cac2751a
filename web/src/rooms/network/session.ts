/** One network as it is looked at and changed: its run, the update and the stage that are shown, and one number. Without a DOM. */
import type { Layer, Part } from "../../engine/protocol.js";
import type { TrainingEngine } from "../../engine/training.js";
import { idOf, type Net, type NetId, placeOf } from "../../scene/net.js";
import { NetAnswer } from "../../scene/net-answer.js";
import { programOf } from "../../scene/net-program.js";
import type { NetUpdate } from "../../scene/net-update.js";
import { type NetworkLink, type SignName, VIEWS, type ViewName } from "../../state/network-link.js";
import { Changes } from "./changes.js";
import { FEATURE_LABELS } from "./features.js";
import { linkOf, readLink } from "./link.js";
import { Pace } from "./pace.js";
import { Recent } from "./recent.js";
import { Run } from "./run.js";
import { isUnusual, type Setting } from "./setting.js";
import { settingOf } from "./tasks.js";
import { Undoing } from "./undoing.js";
import { firstRun, weightIn } from "./weights.js";

export type Engine = Pick<TrainingEngine, "train" | "explain" | "sample" | "describe">;
export type LineName = "weights" | "gradients";

/** More would be scrubbed by nobody. */
export const MOST_UPDATES = 2000;
/** Updates that even a large net makes within a frame or two of a page. */
const SLICE = 200;

export class NetworkSession {
  setting: Setting = settingOf("xor_one");
  run: Run;
  at = 0;
  /** Stages of the update that are done. */
  stage = 0;
  chosen: NetId = "W1[0][0]";
  sample = 0;
  /** How the net is shown, one below the other. */
  views: readonly ViewName[] = ["neurons"];
  lines: LineName = "weights";
  /** Whether the settings are open that most leave as they are. */
  showsMore = false;
  /** Whether the plane shows only which class is answered, not how surely. */
  isDiscrete = false;
  guess: SignName | null = null;
  /** Where the guess was made here; what is said of it is of that place. */
  guessed: { run: Run; at: number } | null = null;
  linked: NetId | null = null;
  readonly changes = new Changes(this);
  readonly undoing: Undoing;
  readonly engine: Engine;
  /** Called after whatever has to be shown again. */
  readonly changed: () => void;
  readonly #pace = new Pace();
  /** The update that a link asks for. */
  #wanted = 0;
  // the same object for the same update, so that what is shown knows what has changed
  readonly #nets = new Recent<Net>();
  #answers = new Recent<NetAnswer | null>();

  constructor(engine: Engine, changed: () => void) {
    this.engine = engine;
    this.changed = changed;
    this.run = firstRun(engine, this.setting);
    this.chosen = this.asked;
    this.undoing = new Undoing(this);
  }

  // ---- what there is

  get layers(): number {
    return this.setting.sizes.length - 1;
  }
  get stages(): number {
    return 2 * this.layers + 2;
  }
  /** Whose gradient is to be guessed. */
  get asked(): NetId {
    return idOf(`W${this.layers}`, 0, 0);
  }
  get isLocked(): boolean {
    return this.guess === null;
  }
  get isAsking(): boolean {
    return this.isLocked && this.stage === this.layers + 1;
  }
  get isPlaying(): boolean {
    return this.#pace.isPlaying;
  }
  get net(): Net {
    return this.netAt(this.at);
  }
  netAt(update: number): Net {
    return this.#nets.of(this.run, update, () => {
      const { sizes, activations, bias, loss, features } = this.setting;
      const { inputs, targets } = this.run.batchAt(update);
      const labels = features.map((name) => FEATURE_LABELS[name]);
      return { sizes, activations, bias, loss, layers: this.run.layersAt(update), inputs, targets, features: labels };
    });
  }
  /** What the engine says of the net that is shown; null where it can say nothing. */
  get answer(): NetAnswer | null {
    return this.answerAt(this.at);
  }
  answerAt(update: number): NetAnswer | null {
    return this.#answers.of(this.run, update, () => {
      // only a circuit is stepped through, and the steps of large matrices take their time
      const include: Part[] = this.views.includes("circuit") ? ["steps"] : [];
      const reply = this.engine.explain({ program: programOf(this.netAt(update)), include });
      return reply.ok ? new NetAnswer(reply) : null;
    });
  }
  get failure(): string | null {
    return this.run.failure;
  }

  /** Where the update leads that is shown as a stage. */
  get after(): readonly Layer[] | null {
    return this.stage === this.stages && this.run.last > this.at ? this.run.layersAt(this.at + 1) : null;
  }
  /** What an update made of a weight: the one that is shown as a stage, else the last one. */
  get moved(): (NetUpdate & { update: number }) | null {
    const update = this.stage === this.stages ? this.at : this.at - 1;
    return update < this.run.first ? null : this.movedAt(update, this.chosen);
  }
  movedAt(update: number, id: NetId): (NetUpdate & { update: number }) | null {
    const { run } = this;
    if (update < run.origin.begin || update >= run.last) return null;
    const [before, after] = [update, update + 1].map((number) => weightIn(run.layersAt(number), id));
    const gradient = this.answerAt(update)?.gradient(id);
    if (before == null || after == null || gradient == null) return null;
    const { l1, l2 } = run.origin.setting;
    const penalties = id.startsWith("W") ? { l1, l2 } : { l1: 0, l2: 0 };
    return { update: update + 1, before, after, gradient, rate: run.rateAt(update), ...penalties };
  }

  get link(): Partial<NetworkLink> {
    return linkOf(this);
  }
  visit(link: Partial<NetworkLink>): void {
    const read = readLink(this.engine, link);
    this.setting = read.setting;
    this.pause();
    this.changes.forget();
    this.run = read.origin ? new Run(this.engine, read.origin) : firstRun(this.engine, this.setting);
    this.guess = link.guess ?? null;
    this.views = link.views ?? ["neurons"];
    // what a link brings is not hidden
    this.showsMore = isUnusual(this.setting, settingOf(this.setting.task));
    this.#answers = new Recent();
    this.#wanted = Math.min(link.update ?? 0, MOST_UPDATES);
    this.#follow();
    this.sample = Math.min(link.sample ?? 0, this.net.inputs.length - 1);
    this.stage = Math.min(link.stage ?? 0, this.isLocked ? this.layers + 1 : this.stages);
    this.chosen = link.chosen !== undefined && this.#has(link.chosen) ? link.chosen : this.asked;
    this.#prepare();
    this.undoing.restart();
    this.changed();
  }

  /** Whether updates that a link asks for are still to be made. */
  get isBehind(): boolean {
    const { last, stopped, failure } = this.run;
    return last < this.#wanted && stopped === null && failure === null;
  }
  /** Makes some of them: a page that made all at once would stand still. */
  catchUp(): void {
    if (!this.isBehind) return;
    this.#follow();
    this.#prepare();
    this.changed();
  }
  #follow(): void {
    const { run } = this;
    run.reach(Math.min(this.#wanted, run.last + SLICE));
    this.at = Math.min(Math.max(this.#wanted, run.first), run.last);
  }

  /** Another run takes the place of the one there is; what is looked at stays, as far as the new net has it. */
  begin(run: Run): void {
    this.#wanted = 0;
    const isAsked = this.chosen === this.asked;
    this.run = run;
    this.setting = run.origin.setting;
    this.at = Math.min(Math.max(this.at, run.first), run.last);
    this.stage = Math.min(this.stage, this.stages - 1);
    this.sample = Math.min(this.sample, this.net.inputs.length - 1);
    if (isAsked || !this.#has(this.chosen)) this.chosen = this.asked;
  }
  /** What there was before a change, or after it, where one stood. */
  restore({
    run,
    ghost,
    ...place
  }: Pick<NetworkSession, "run" | "at" | "stage" | "sample"> & Pick<Changes, "ghost">): void {
    this.pause();
    this.changes.forget(ghost);
    this.begin(run);
    Object.assign(this, place);
    this.#prepare();
  }
  /** Whether it is one number of the net, as no whole matrix is. */
  #has(id: NetId): boolean {
    return (id === "L" || placeOf(id)?.entry != null) && this.answer?.value(id) != null;
  }

  // ---- the update, stage by stage

  next(): void {
    this.pause();
    if (this.stage < this.stages) return this.goTo(this.stage + 1);
    this.#show(this.at + 1, 1);
  }
  back(): void {
    this.pause();
    if (this.stage > 0) return this.goTo(this.stage - 1);
    if (this.at > this.run.first) this.#show(this.at - 1, this.stages);
  }
  /** As far as the guess allows. */
  goTo(stage: number): void {
    this.pause();
    this.stage = Math.min(stage, this.isLocked ? this.layers + 1 : this.stages);
    if (this.isAsking) this.chosen = this.asked;
    this.#prepare();
    this.changed();
  }
  make(guess: SignName): void {
    if (this.guess !== null) return;
    this.guess = guess;
    this.guessed = { run: this.run, at: this.at };
    this.goTo(this.layers + 2);
  }

  /** Whole updates, both passes filled in. */
  show(update: number): void {
    if (this.isLocked) return;
    this.#pace.stop();
    this.#show(update, this.stages - 1);
  }
  play(isPlaying: boolean): void {
    if (this.isLocked) return;
    this.pause();
    if (isPlaying) this.#pace.begin();
    else this.#pace.stop();
    this.changed();
  }
  /** Some milliseconds later. */
  tick(elapsed: number): void {
    const updates = this.#pace.updatesIn(elapsed);
    if (updates === 0) return;
    const before = this.at;
    this.#show(this.at + updates, this.stages - 1);
    if (this.at < before + updates) this.play(false);
  }

  #show(update: number, stage: number): void {
    this.changes.nudge = null;
    this.#wanted = 0;
    const wanted = Math.min(Math.max(update, this.run.first), MOST_UPDATES);
    this.run.reach(wanted);
    this.at = Math.min(wanted, this.run.last);
    this.stage = stage;
    this.sample = Math.min(this.sample, this.net.inputs.length - 1);
    this.#prepare();
    this.changed();
  }
  /** The stage of the update shows where it leads. */
  #prepare(): void {
    if (this.stage === this.stages) this.run.reach(this.at + 1);
  }
  /** Something else begins. */
  pause(): void {
    this.changes.nudge = null;
    this.#pace.stop();
  }

  // ---- looking

  /** At least one way to show the net stays. */
  toggle(view: ViewName): void {
    const views = VIEWS.filter((name) => this.views.includes(name) !== (name === view));
    if (views.length > 0) this.views = views;
    if (view === "circuit") this.#answers = new Recent();
    this.changed();
  }
  choose(id: NetId): void {
    this.chosen = id;
    this.changed();
  }
  point(id: NetId | null): void {
    if (id === this.linked) return;
    this.linked = id;
    this.changed();
  }
  look(change: Partial<Pick<NetworkSession, "sample" | "lines" | "isDiscrete">>): void {
    Object.assign(this, change);
    const place = placeOf(this.chosen);
    // the same number of another sample
    if (change.sample !== undefined && place?.entry && /^[XYZA]/.test(place.name))
      this.chosen = idOf(place.name, place.entry[0], change.sample);
    this.changed();
  }
}

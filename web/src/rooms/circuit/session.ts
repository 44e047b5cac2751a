/**
 * Everything a circuit room knows and can be told, without a document to draw it in: the element shows a session and
 * turns events into calls of it. `changed` is called after whatever has to be shown again.
 */
import type { Tab } from "../../components/tab-panel.js";
import type { TimelineCommand } from "../../components/timeline-bar.js";
import type { Engine } from "../../engine/client.js";
import type { Explanation, NodeId, Part } from "../../engine/protocol.js";
import { IS_SITE } from "../../product.js";
import { arranged } from "../../scene/arranged.js";
import type { CircuitState, MatrixLayout, NumberKey, Time } from "../../scene/model.js";
import type { Ops } from "../../scene/rules.js";
import type { CircuitDocument } from "../../state/undo.js";
import { type Link, parseLink } from "../../state/url.js";
import type { Bugs } from "./bugs.js";
import { Circuit } from "./circuit.js";
import { Covers } from "./covers.js";
import { Drag } from "./drag.js";
import { Editing } from "./editing.js";
import { FirstMinute } from "./first-minute.js";
import type { ForwardMode } from "./forward-mode.js";
import { linkOf, read } from "./link.js";
import { Pictures } from "./pictures.js";
import { Playback } from "./playback.js";
import type { Plots } from "./plots.js";
import { RestState } from "./rest-state.js";
import { type LargerEngines, Site } from "./site.js";
import type { Workbench } from "./workbench.js";

export interface SessionOptions extends LargerEngines {
  changed(): void;
  /** Called at the end of a gesture: the link may have changed. */
  settled(): void;
  frames?: Pick<Window, "requestAnimationFrame" | "cancelAnimationFrame">;
}

export class Session {
  readonly circuit: Circuit;
  readonly playback: Playback;
  readonly covers: Covers;
  readonly drag: Drag;
  readonly pictures: Pictures;
  readonly editing: Editing;
  readonly site: Site | null;
  readonly firstMinute = IS_SITE ? new FirstMinute(this) : null;
  readonly ops: Ops;
  selected: NodeId | null = null;
  /** The number whose Why is open. */
  asked: NumberKey | null = null;
  linked: NodeId | null = null;
  /** The path of Why that is pointed at. */
  route: readonly NodeId[] | null = null;
  tab: Tab | null = null;
  layout: MatrixLayout = "denominator";
  readonly rest = new RestState();
  readonly #options: SessionOptions;

  constructor(engine: Engine, options: SessionOptions) {
    this.#options = options;
    this.circuit = new Circuit(engine);
    this.ops = new Map(this.circuit.ops.map((op) => [op.name, op]));
    this.covers = new Covers(this);
    this.drag = new Drag(this);
    this.pictures = new Pictures(this);
    this.playback = new Playback(this, options.frames);
    this.editing = new Editing(this);
    this.site = IS_SITE ? new Site(this, options) : null;
  }

  get workbench(): Workbench | null {
    return IS_SITE ? (this.site?.workbench ?? null) : null;
  }
  get forward(): ForwardMode | null {
    return IS_SITE ? (this.site?.forward ?? null) : null;
  }
  get bugs(): Bugs | null {
    return IS_SITE ? (this.site?.bugs ?? null) : null;
  }
  get plots(): Plots | null {
    return IS_SITE ? (this.site?.plots ?? null) : null;
  }

  get explanation(): Explanation | null {
    return this.circuit.explanation;
  }
  /** The same as it is drawn and said: in the layout that was chosen. */
  get shown(): Explanation | null {
    const { explanation, layout, circuit } = this;
    return IS_SITE && explanation ? arranged(explanation, layout, circuit.choice.zoom === "matrices") : explanation;
  }
  get time(): Time {
    return this.playback.time;
  }
  get state(): CircuitState | null {
    const { shown: explanation, time, selected, linked, route } = this;
    if (!explanation) return null;
    return { explanation, time, covered: this.covers.covered(), selected, linked, route, dragged: this.drag.input };
  }

  // ---- opening and the link

  open(link: Link): void {
    const { document, choice } = read(link);
    if (IS_SITE) this.site?.forget();
    this.circuit.open(document, choice);
    this.covers.start(link.cover ?? "off");
    if (IS_SITE) this.layout = link.layout ?? "denominator";
    this.drag.forget();
    this.firstMinute?.end();
    this.#forgetSelection();
    this.playback.clock.reset(Math.min(link.step ?? Number.POSITIVE_INFINITY, this.playback.steps));
    if (IS_SITE) this.site?.begin(link);
    this.changed();
  }

  /** Opens another circuit as a gesture that can be undone, both passes filled in. */
  visit(link: string): void {
    const { document, choice } = read({ program: "", ...parseLink(link) });
    this.firstMinute?.end();
    if (IS_SITE) this.site?.forget();
    this.circuit.choice = choice;
    this.editing.replace(document);
    this.playback.clock.reset(this.playback.steps);
    this.commit();
  }

  link(): Link {
    return linkOf(this);
  }

  /** A gesture is over. */
  settled(): void {
    this.#options.settled();
  }

  /** Something has to be shown again. */
  changed(): void {
    this.#options.changed();
  }

  // ---- the document

  edit(program: string): void {
    this.editing.edit(program);
  }
  undo(): void {
    this.editing.undo();
  }
  redo(): void {
    this.editing.redo();
  }
  commit(): void {
    this.circuit.commit();
    this.settled();
    this.changed();
  }
  choose(change: Partial<Pick<CircuitDocument, "output" | "outputAdjoint">>): void {
    this.editing.replace({ ...this.circuit.document, ...change });
    this.commit();
  }
  /** Back to what was opened; that is a gesture too, and can be undone. */
  reset(): void {
    this.editing.replace(this.circuit.original);
    this.commit();
  }

  /** Asks the engine about the document as it is, keeping the place on the timeline. */
  explain(): void {
    const steps = this.playback.steps;
    const wasAtEnd = this.playback.isAtEnd;
    const nodes = this.explanation?.graph.nodes.length;
    if (this.circuit.explain(this.#parts())) {
      if (this.playback.steps !== steps) {
        this.playback.clock.reset(
          wasAtEnd ? this.playback.steps : Math.min(this.playback.clock.rest, this.playback.steps),
        );
      }
      // another program: what was pointed at, and what was revealed, was of the old one
      if (this.explanation?.graph.nodes.length !== nodes) {
        this.#forgetSelection();
        this.covers.forget();
      }
    }
    if (IS_SITE) this.site?.consult();
    this.changed();
  }

  #parts(): Part[] {
    const parts: Part[] = ["steps"];
    if (this.tab === "why") parts.push("paths");
    if (this.tab === "check" && this.drag.input === null) parts.push("check");
    return parts;
  }

  #forgetSelection(): void {
    this.selected = null;
    this.asked = null;
    this.linked = null;
    this.route = null;
    if (IS_SITE && this.workbench) this.workbench.dependence = null;
  }

  // ---- the timeline

  command(command: TimelineCommand): void {
    this.quiet();
    if (command === "step" || command === "play") this.covers.showAsked();
    this.playback.command(command);
    this.settled();
  }
  setSpeed(speed: number): void {
    this.playback.clock.speed = speed;
    this.changed();
  }
  scrub(time: Time): void {
    this.quiet();
    this.playback.clock.go(time);
    if (Number.isInteger(time)) this.settled();
  }
  nextGate(): void {
    this.quiet();
    this.covers.showAsked();
    this.playback.nextGate();
    this.settled();
  }
  previousGate(): void {
    this.quiet();
    this.playback.previousGate();
    this.settled();
  }

  /** "Where does −4 come from?" */
  wonder(): void {
    this.quiet();
    this.firstMinute?.wonder();
  }
  /** The first minute, from its begin or not at all. */
  guide(isOn: boolean): void {
    if (isOn) this.firstMinute?.begin();
    else this.firstMinute?.end();
    this.changed();
  }

  /** Something new begins: readout and feedback make room for it. */
  quiet(): void {
    this.drag.forget();
    this.covers.verdict = null;
    this.pictures.refused = null;
    if (IS_SITE) this.forward?.quiet();
  }

  ticked(): void {
    this.firstMinute?.ticked();
    this.changed();
  }
  waitsBefore(step: number): boolean {
    return this.covers.waitsBefore(step);
  }

  // ---- pointing and asking

  /** Opens Why for a number, or for the gradient of a node. */
  ask(key: NumberKey): void {
    if (IS_SITE && key !== this.asked && this.workbench) this.workbench.order = 1;
    this.asked = key;
    if (IS_SITE) this.plots?.asked();
    this.selected = Number.parseInt(key.slice(key.indexOf(":") + 1), 10);
    this.show("why");
  }
  select(node: NodeId): void {
    if (IS_SITE && this.bugs?.accuse(node)) return;
    this.ask(this.explanation?.adjoints[node] === null ? `value:${node}` : `gradient:${node}`);
  }
  point(node: NodeId | null): void {
    if (node === this.linked) return;
    this.linked = node;
    this.changed();
  }
  pointAlong(route: readonly NodeId[] | null): void {
    this.route = route;
    this.changed();
  }
  show(tab: Tab | null): void {
    this.tab = tab;
    this.route = null;
    if (tab === null) this.selected = null;
    this.explain();
  }

  layOut(layout: MatrixLayout): void {
    if (!IS_SITE) return;
    this.layout = layout;
    this.settled();
    this.changed();
  }
}

/**
 * Everything a circuit room knows and can be told, without a document to draw it in: the element shows a session and
 * turns events into calls of it. `changed` is called after whatever has to be shown again.
 */
import type { Tab } from "../../components/tab-panel.js";
import type { TimelineCommand } from "../../components/timeline-bar.js";
import type { Engine, Workbench as LargerEngine } from "../../engine/client.js";
import type { EntryOf, Explanation, NodeId, Part, Value } from "../../engine/protocol.js";
import { IS_SITE } from "../../product.js";
import { arranged } from "../../scene/arranged.js";
import type {
  CircuitState,
  CodeView,
  CoverMode,
  Dependence,
  MatrixLayout,
  NumberKey,
  Time,
} from "../../scene/model.js";
import type { Ops } from "../../scene/rules.js";
import type { CoverLevel } from "../../state/answers.js";
import { resultKey } from "../../state/cover.js";
import { defines } from "../../state/literal.js";
import type { CircuitDocument } from "../../state/undo.js";
import { type Link, parseLink } from "../../state/url.js";
import { Bugs } from "./bugs.js";
import { Circuit } from "./circuit.js";
import { Covers } from "./covers.js";
import { Drag } from "./drag.js";
import { FirstMinute } from "./first-minute.js";
import { ForwardMode } from "./forward-mode.js";
import { Pictures } from "./pictures.js";
import { Playback } from "./playback.js";
import { Plots } from "./plots.js";
import { Workbench } from "./workbench.js";

/** What opens when nothing else is asked for. */
export const FIRST_CIRCUIT: Link = {
  program: "(x + y) * z",
  at: new Map([
    ["x", -2],
    ["y", 5],
    ["z", -4],
  ]),
};

export interface SessionOptions {
  changed(): void;
  /** Called at the end of a gesture: the link may have changed. */
  settled(): void;
  /** Opens the larger engine; none where there is no room for it. */
  workbench?: () => Promise<LargerEngine>;
  /** The same with what draws plots. */
  plots?: () => Promise<LargerEngine>;
  frames?: Pick<Window, "requestAnimationFrame" | "cancelAnimationFrame">;
}

export class Session {
  readonly circuit: Circuit;
  readonly playback: Playback;
  readonly covers: Covers;
  readonly drag: Drag;
  readonly pictures: Pictures;
  readonly workbench: Workbench | null;
  readonly forward: ForwardMode | null;
  readonly plots: Plots | null;
  /** On the site. */
  declare readonly bugs?: Bugs;
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
  readonly #options: SessionOptions;
  #rest: CircuitState | null = null;

  constructor(engine: Engine, options: SessionOptions) {
    this.#options = options;
    this.circuit = new Circuit(engine);
    this.ops = new Map(this.circuit.ops.map((op) => [op.name, op]));
    this.covers = new Covers(this);
    this.drag = new Drag(this);
    this.pictures = new Pictures(this);
    this.playback = new Playback(this, options.frames);
    this.workbench = IS_SITE && options.workbench ? new Workbench(this, options.workbench) : null;
    this.forward = IS_SITE && options.workbench ? new ForwardMode(this, options.workbench) : null;
    this.plots = IS_SITE && options.plots ? new Plots(this, options.plots) : null;
    if (IS_SITE && options.workbench) this.bugs = new Bugs(this, options.workbench);
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

  /**
   * The state for whatever speaks of whole steps: the same object while one is under way, so that sentence and panel
   * are left alone sixty times a second.
   */
  restOf(state: CircuitState): CircuitState {
    const rest = { ...state, time: Math.ceil(state.time) };
    if (!this.#rest || !isSameState(this.#rest, rest)) this.#rest = rest;
    return this.#rest;
  }

  // ---- opening and the link

  open(link: Link): void {
    const { program = FIRST_CIRCUIT.program as string, at, output = null, outputAdjoint = null } = link;
    if (IS_SITE) this.forward?.forget();
    if (IS_SITE) this.bugs?.forget();
    this.circuit.open({ program, at, output, outputAdjoint }, { zoom: link.zoom ?? null, open: link.open ?? null });
    this.covers.start(link.cover ?? "off");
    if (IS_SITE) this.layout = link.layout ?? "denominator";
    this.drag.forget();
    this.firstMinute?.end();
    this.#forgetSelection();
    this.playback.clock.reset(Math.min(link.step ?? Number.POSITIVE_INFINITY, this.playback.steps));
    if (IS_SITE && link.along) void this.forward?.begin(link.along, link.step);
    if (IS_SITE && link.bug) void this.bugs?.plant(link.bug);
    this.#options.changed();
  }

  /** Opens another circuit as a gesture that can be undone, both passes filled in. */
  visit(link: string): void {
    const { program = "", at, output = null, outputAdjoint = null, zoom = null, open = null } = parseLink(link);
    this.firstMinute?.end();
    if (IS_SITE) this.forward?.forget();
    if (IS_SITE) this.bugs?.forget();
    this.circuit.choice = { zoom, open };
    this.#replace({ program, at, output, outputAdjoint });
    this.playback.clock.reset(this.playback.steps);
    this.commit();
  }

  link(): Link {
    const { document, choice } = this.circuit;
    return {
      program: document.program,
      at: this.#usedAt(),
      ...(document.output !== null && { output: document.output }),
      ...(document.outputAdjoint !== null && { outputAdjoint: document.outputAdjoint }),
      ...(choice.zoom !== null && { zoom: choice.zoom }),
      ...(choice.open !== null && { open: [...choice.open] }),
      ...(!this.playback.isAtEnd && { step: this.playback.clock.rest }),
      cover: this.covers.mode,
      ...(IS_SITE && this.forward?.link),
      ...(IS_SITE && this.layout !== "denominator" && { layout: this.layout }),
      ...(IS_SITE && this.bugs?.link && { bug: this.bugs.link }),
    };
  }

  /** Only inputs that the program reads and does not define. */
  #usedAt(): Map<string, Value> {
    const { document, error } = this.circuit;
    if (!this.explanation || error) return new Map(document.at);
    const inputs = new Set(this.explanation.inputs.map((input) => input.name));
    return new Map([...document.at].filter(([name]) => inputs.has(name)));
  }

  /** A gesture is over. */
  settled(): void {
    this.#options.settled();
  }

  // ---- the document

  edit(program: string): void {
    this.firstMinute?.end();
    const { document } = this.circuit;
    // once the text says what x is, a value beside the text would hide it
    const at = new Map([...document.at].filter(([name]) => !defines(program, name)));
    this.#replace({ ...document, program, at });
  }

  commit(): void {
    this.circuit.commit();
    this.settled();
    this.#options.changed();
  }

  choose(change: Partial<Pick<CircuitDocument, "output" | "outputAdjoint">>): void {
    this.#replace({ ...this.circuit.document, ...change });
    this.commit();
  }

  undo(): void {
    const { circuit } = this;
    circuit.commit();
    this.#restore(circuit.isAhead ? circuit.history.present : circuit.history.undo());
  }
  redo(): void {
    this.#restore(this.circuit.history.redo());
  }
  /** Back to what was opened; that is a gesture too, and can be undone. */
  reset(): void {
    this.#replace(this.circuit.original);
    this.commit();
  }

  #restore(document: CircuitDocument | null): void {
    if (document === null) return;
    this.#replace(document);
    this.settled();
  }

  #replace(document: CircuitDocument): void {
    this.#quiet();
    this.circuit.document = document;
    this.explain();
    this.#dropWhatIsGone();
  }

  /** The text was changed under an output or a start that had been chosen for another one. */
  #dropWhatIsGone(): void {
    const { error, document } = this.circuit;
    if (error?.code !== "unknown_output" && error?.code !== "output_adjoint_shape") return;
    this.circuit.document = { ...document, output: null, outputAdjoint: null };
    this.explain();
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
    this.workbench?.consult();
    if (IS_SITE) this.plots?.consult();
    this.#options.changed();
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
    if (this.workbench) this.workbench.dependence = null;
  }

  // ---- the timeline

  command(command: TimelineCommand): void {
    this.#quiet();
    if (command === "step" || command === "play") this.#showAsked();
    this.playback.command(command);
    this.settled();
  }
  setSpeed(speed: number): void {
    this.playback.clock.speed = speed;
    this.#options.changed();
  }
  scrub(time: Time): void {
    this.#quiet();
    this.playback.clock.go(time);
    if (Number.isInteger(time)) this.settled();
  }
  nextGate(): void {
    this.#quiet();
    this.#showAsked();
    this.playback.nextGate();
    this.settled();
  }
  previousGate(): void {
    this.#quiet();
    this.playback.previousGate();
    this.settled();
  }

  /** "Where does −4 come from?" */
  wonder(): void {
    this.#quiet();
    this.firstMinute?.wonder();
  }
  /** The first minute, from its begin or not at all. */
  guide(isOn: boolean): void {
    if (isOn) this.firstMinute?.begin();
    else this.firstMinute?.end();
    this.#options.changed();
  }

  /** Going on without an answer shows the number: that is how a lecture uses covers. */
  #showAsked(): void {
    const { asking } = this;
    if (asking !== null) this.covers.reveal(asking);
  }

  /** Something new begins: readout and feedback make room for it. */
  #quiet(): void {
    this.drag.forget();
    this.covers.verdict = null;
    this.pictures.refused = null;
    if (IS_SITE && this.forward) this.forward.notice = null;
  }

  ticked(): void {
    this.firstMinute?.ticked();
    this.#options.changed();
  }
  waitsBefore(step: number): boolean {
    return this.covers.waitsBefore(step);
  }

  // ---- pointing and asking

  /** Opens Why for a number, or for the gradient of a node. */
  ask(key: NumberKey): void {
    if (key !== this.asked && this.workbench) this.workbench.order = 1;
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
    this.#options.changed();
  }
  /** How often the derivative is taken whose formula Why shows. */
  differentiate(order: number): void {
    if (this.workbench) this.workbench.order = order;
    this.workbench?.consult();
    this.#options.changed();
  }
  showCode(view: CodeView | null): void {
    if (this.workbench) this.workbench.codeView = view;
    this.workbench?.consult();
    this.#options.changed();
  }
  relate(dependence: Dependence | null): void {
    if (this.workbench) this.workbench.dependence = dependence;
    this.workbench?.consult();
    this.#options.changed();
  }
  layOut(layout: MatrixLayout): void {
    this.layout = layout;
    this.settled();
    this.#options.changed();
  }
  /** The entry whose check is shown at every step width. */
  sweep(entry: EntryOf): void {
    if (this.workbench) this.workbench.checkOf = entry;
    this.workbench?.consult();
    this.#options.changed();
  }
  /** The workbench has something to say, or nothing. */
  consulted(): void {
    this.#options.changed();
  }
  pointAlong(route: readonly NodeId[] | null): void {
    this.route = route;
    this.#options.changed();
  }
  show(tab: Tab | null): void {
    this.tab = tab;
    this.route = null;
    if (tab === null) this.selected = null;
    this.explain();
  }

  // ---- covered numbers

  /** The number that waits for an answer now. */
  get asking(): NumberKey | null {
    return this.playback.clock.moving ? null : this.covers.asked();
  }

  cover(mode: CoverMode): void {
    this.#quiet();
    // nobody is asked for a wrong number
    if (IS_SITE && mode !== "off" && this.bugs?.planted) this.bugs.remove();
    if (IS_SITE && this.forward?.isOn) this.forward.refuseCover();
    else this.covers.start(mode);
    this.settled();
    this.#options.changed();
  }
  answerWith(level: CoverLevel): void {
    this.covers.level = level;
    this.#options.changed();
  }
  reveal(key: NumberKey): void {
    const next = this.explanation?.steps?.[this.time];
    this.covers.reveal(key);
    this.covers.verdict = null;
    this.#answered(key, false);
    // a number that the next step brings is shown by that step
    if (next && resultKey(next) === key) this.command("step");
  }
  /** Enter alone reveals. */
  answer(key: NumberKey, text: string): void {
    if (text.trim() === "") return this.reveal(key);
    if (!this.explanation) return;
    if (this.covers.check(this.explanation, key, text)) this.#answered(key, true);
    this.#options.changed();
  }
  #answered(key: NumberKey, right: boolean): void {
    this.firstMinute?.answered(key, right);
    this.#options.changed();
  }
}

function isSameState(a: CircuitState, b: CircuitState): boolean {
  const { covered, ...rest } = a;
  const isSame = Object.entries(rest).every(([field, value]) => value === b[field as keyof CircuitState]);
  return isSame && covered.size === b.covered.size && [...covered].every((key) => b.covered.has(key));
}

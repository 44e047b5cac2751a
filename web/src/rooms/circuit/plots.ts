/**
 * How the output moves with one input, and with two: sampled by the larger engine while Why is open. Moving a point along an axis of a
 * plot samples nothing, since the plot stays the same; any other drag samples fewer points, and the rest when the hand rests.
 */
import type { Workbench as Engine } from "../../engine/client.js";
import type { Axis, EntryOf, InputInfo, SampleRequest, Samples } from "../../engine/protocol.js";
import { type Curve, curveIn, DEAD_BELOW, POINTS, type Range, type Sampled, sampledOf } from "../../scene/curve.js";
import { placeOf } from "../../scene/keys.js";
import { isSameEntry, type Moved, movable, type ShownPlots, windowAround, zoomed } from "../../scene/plots.js";
import { type Surface, surfaceOf } from "../../scene/surface.js";
import type { Session } from "./session.js";

export type PlotChange =
  | { kind: "open"; isOpen: boolean }
  | { kind: "choose"; axis: "x" | "y"; entry: EntryOf | null }
  | { kind: "zoom"; closer: boolean }
  | { kind: "reset" };

/** Entries that may be computed for a plot: a good frame in the hand, a few at rest. */
const WORK = { drag: 1e6, rest: 8e6 };
/** Runs of the program that a point costs: back as well, and looking for breaks. */
const RUNS = { surface: 3, curve: 13 };
const SIDE = { least: 9, drag: 25, rest: 81 };

export class Plots {
  #isOpen: boolean | null = null;
  #x: EntryOf | null = null;
  #y: EntryOf | null = null;
  readonly #windows = new Map<string, Range>();
  #engine: Engine | null = null;
  #isOpening = false;
  #problem: ShownPlots["problem"] = null;
  readonly #curve = new Cache<Curve>();
  readonly #surface = new Cache<Surface>();
  readonly #session: Session;
  readonly #open: () => Promise<Engine>;

  constructor(session: Session, open: () => Promise<Engine>) {
    this.#session = session;
    this.#open = open;
  }

  /** Null where nothing can be moved. */
  get shown(): ShownPlots | null {
    const axes = this.#axes;
    if (!axes) return null;
    const { x, y } = axes;
    const problem = this.#problem ?? (this.#curve.key !== "" && !this.#curve.found ? "empty" : null);
    return { isOpen: this.isOpen, x, y, curve: this.#curve.found, surface: y && this.#surface.found, problem };
  }

  /** Unless it was said otherwise, where an input's gradient is asked about. */
  get isOpen(): boolean {
    return this.#isOpen ?? this.#askedInput !== null;
  }

  change(change: PlotChange): void {
    if (change.kind === "open") this.#isOpen = change.isOpen;
    if (change.kind === "choose") this.#choose(change.axis, change.entry);
    if (change.kind === "zoom") this.#zoom(change.closer);
    if (change.kind === "reset") this.#windows.clear();
    this.consult();
    this.#session.changed();
  }

  /** Another number is asked about: its input, if it is one, is what is moved. */
  asked(): void {
    if (this.#askedInput !== null) this.#x = null;
  }

  /** Samples what is shown, unless that is known. */
  consult(): void {
    const { circuit, tab, explanation } = this.#session;
    const axes = this.#axes;
    if (tab !== "why" || circuit.error !== null || !explanation || !axes) return;
    if (!this.#engine) return void this.#load();
    if (!this.isOpen) return;
    this.#problem = typeof explanation.output.value === "number" ? null : "matrix";
    if (this.#problem === null) this.#sample(this.#engine, axes.x, axes.y);
  }

  async #load(): Promise<void> {
    if (this.#isOpening) return;
    this.#isOpening = true;
    try {
      this.#engine = await this.#open();
      this.consult();
    } catch (error) {
      console.error(error);
      this.#problem = "failed";
    }
    this.#isOpening = false;
    this.#session.changed();
  }

  get #askedInput(): string | null {
    const { asked, explanation } = this.#session;
    if (asked === null) return null;
    const { kind, node } = placeOf(asked);
    if (kind !== "gradient" && kind !== "value") return null;
    return explanation?.inputs.find((input) => input.node === node && input.gradient !== null)?.name ?? null;
  }

  /** What was chosen while there is such an entry; else what is asked about, or the first. */
  get #axes(): { x: Moved; y: Moved | null } | null {
    const { explanation } = this.#session;
    const entries = explanation ? movable(explanation) : [];
    const chosen = (entry: EntryOf | null) => entries.find((one) => isSameEntry(one, entry));
    const x = chosen(this.#x) ?? entries.find(({ input }) => input === this.#askedInput) ?? entries[0];
    const y = chosen(this.#y) ?? null;
    return x ? { x, y: isSameEntry(x, y) ? null : y } : null;
  }

  #choose(axis: "x" | "y", entry: EntryOf | null): void {
    if (axis === "y") this.#y = entry;
    // y makes room: both axes are then what the other one was
    else if (isSameEntry(entry, this.#y)) [this.#x, this.#y] = [entry, this.#axes?.x ?? null];
    else this.#x = entry;
  }

  #zoom(closer: boolean): void {
    const axes = this.#axes;
    for (const axis of [axes?.x, axes?.y])
      if (axis) this.#windows.set(nameOf(axis), zoomed(this.#window(axis), axis.value, closer));
  }

  /** Kept while a hand moves the point, and otherwise as long as the point lies in it. */
  #window(axis: Moved): Range {
    const name = nameOf(axis);
    const known = this.#windows.get(name);
    const isInside = known && axis.value >= known[0] && axis.value <= known[1];
    if (known && (isInside || this.#session.drag.input !== null || !Number.isFinite(axis.value))) return known;
    const fresh = windowAround(axis.value);
    const [low, high] = known ? shifted(fresh, known[1] - known[0]) : fresh;
    this.#windows.set(name, [low, high]);
    return [low, high];
  }

  #sample(engine: Engine, x: Moved, y: Moved | null): void {
    const isDragged = this.#session.drag.input !== null;
    const entries = this.#session.explanation?.graph.nodes.reduce((sum, { shape: [r, c] }) => sum + r * c, 0) ?? 1;
    const work = (isDragged ? WORK.drag : WORK.rest) / entries;
    const window = this.#window(x);
    this.#curve.keep(this.#key([[x, window]]), isDragged, () => this.#curveOf(engine, x, window, work, isDragged));
    if (y === null) return;
    const [across, up] = onOneScale(window, this.#window(y));
    const side = Math.max(SIDE.least, Math.min(SIDE[isDragged ? "drag" : "rest"], Math.sqrt(work / RUNS.surface)));
    const count = Math.floor(side);
    this.#surface.keep(
      this.#key([
        [x, across],
        [y, up],
      ]),
      isDragged,
      () => {
        const axes = [axisOf(x, across, count), axisOf(y, up, count)] as const;
        const samples = this.#ask(engine, { axes, include: ["gradient"] });
        return samples && surfaceOf(samples, across, up);
      },
    );
  }

  #curveOf(engine: Engine, x: Moved, window: Range, work: number, isDragged: boolean): Curve | null {
    const count = Math.max(41, Math.min(isDragged ? 161 : POINTS, Math.floor(work / RUNS.curve)));
    const isLarge = count * RUNS.curve > work;
    const sampler = (range: Range, points: number, marked: boolean): Sampled => {
      const samples = this.#ask(engine, {
        axes: [axisOf(x, range, points)],
        include: marked && !isLarge ? ["gradient", "breaks", "corners"] : ["gradient"],
        ...(marked && { dead_below: DEAD_BELOW }),
      });
      return samples ? sampledOf(samples, range) : { points: [], corners: [], dead: [] };
    };
    return curveIn(window, sampler, count);
  }

  #ask(engine: Engine, question: Pick<SampleRequest, "axes" | "include" | "dead_below">): Samples | null {
    const { program, at, output } = this.#session.circuit.request;
    const reply = engine.sample({ program, ...(at && { at }), ...(output !== undefined && { output }), ...question });
    return reply.ok ? reply : null;
  }

  /** All that a plot depends on: the program and every number but those that move along its axes. */
  #key(axes: readonly (readonly [Moved, Range])[]): string {
    const { circuit, explanation } = this.#session;
    const { program, output } = circuit.document;
    const inputs = explanation?.inputs ?? [];
    const others = inputs.map(({ name, value }) =>
      [value]
        .flat(2)
        .map((number, entry) => (axes.some(([axis]) => isSameEntry(axis, { input: name, entry })) ? null : number)),
    );
    return JSON.stringify([
      withoutNumbers(program, inputs),
      output,
      others.map(String),
      axes.map(([axis, range]) => [nameOf(axis), range]),
    ]);
  }
}

/** The last plot, and for what it was made. */
class Cache<T> {
  found: T | null = null;
  key = "";
  #isFine = false;

  keep(key: string, isDragged: boolean, make: () => T | null): void {
    if (key === this.key && (this.#isFine || isDragged)) return;
    this.key = key;
    this.#isFine = !isDragged;
    this.found = make();
  }
}

function nameOf({ input, entry }: EntryOf): string {
  return `${input}.${entry}`;
}
function axisOf({ input, entry }: EntryOf, [from, to]: Range, count: number): Axis {
  return { input, entry, from, to, count };
}

/** As wide as it was, around the middle of another. */
function shifted([low, high]: Range, width: number): Range {
  const middle = (low + high) / 2;
  return [middle - width / 2, middle + width / 2];
}
/** Where arrows stand upright on the lines: the wider window decides, unless nothing could be seen of the other one. */
function onOneScale(x: Range, y: Range): [Range, Range] {
  const widths = [x[1] - x[0], y[1] - y[0]];
  const [least, most] = [Math.min(...widths), Math.max(...widths)];
  return most > 8 * least ? [x, y] : [shifted(x, most), shifted(y, most)];
}

/** A drag holds a number beside the text and its release writes it into the text, which changes nothing else. */
function withoutNumbers(program: string, inputs: readonly InputInfo[]): string {
  return inputs.reduce(
    (text, { name }) => text.replace(new RegExp(`(^|[;\\n])(\\s*${name}\\s*=)[^;\\n]*`), "$1$2"),
    program,
  );
}

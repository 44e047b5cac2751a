/** "Look closer" of the free lab: what is inside each layer of each net at the update shown, and one layer over all updates. */
import type { Layer, TrainFrame, TrainRequest } from "../../engine/protocol.js";
import type { Trainer } from "../../engine/trainer.js";
import { countsOf, type Scale } from "../../scene/histogram.js";
import type { UsedData } from "../../state/data-choice.js";
import { bareNets } from "./bare-sums.js";
import { areFinite } from "./free-answers.js";
import { type FreeSetting, parametersOf, requestOf, type Scheme, shapeOf } from "./free-setting.js";

/** What a layer hands on, what goes into its units, and the gradients at its weights. */
export const KINDS = ["values", "sums", "gradients"] as const;
export type Kind = (typeof KINDS)[number];

const BINS = 24;
const UNIT = { from: -1.2, to: 1.2, bins: BINS };
const WIDE = { from: -6, to: 6, bins: BINS };
const SUMS = { record: ["activations"], histogram: WIDE } satisfies Partial<TrainRequest>;
/** Powers of ten of |g|. */
const POWERS = { from: -20, to: 2, bins: 44, isLog: true };

/** The same for every layer, net and update, so that pictures can be compared. */
export function scaleOf(kind: Kind, activation: FreeSetting["activation"]): Scale {
  return kind === "gradients" ? POWERS : kind === "sums" || activation === "relu" ? WIDE : UNIT;
}
export function histogramOf(activation: FreeSetting["activation"]) {
  const { from, to, bins } = scaleOf("values", activation);
  return { from, to, bins };
}

/** Updates that a layer is looked at over: fewer of large nets. */
const MOST_COLUMNS = 51;
const FEWEST_COLUMNS = 11;
const WORK = 60_000;

export interface Looked {
  setting: FreeSetting;
  used: UsedData;
  frame: number;
  runs: readonly { scheme: Scheme; shown: { frames: readonly TrainFrame[] } }[];
}
/** A histogram a column, each at an update. */
export interface Strip {
  updates: number[];
  counts: number[][];
}

export class FreeCloser {
  isOpen = false;
  kind: Kind = "values";
  /** Counted from 1. */
  layer = 1;
  /** By scheme, a histogram a layer, at the update that is shown. */
  now: ReadonlyMap<Scheme, readonly number[][]> = new Map();
  /** By scheme, the chosen layer over the updates. */
  strips: ReadonlyMap<Scheme, Strip> = new Map();
  isLooking = false;
  readonly #train: Trainer["train"];
  readonly #changed: () => void;
  #looked: Looked | null = null;
  #looking = 0;
  #answered: Promise<unknown> = Promise.resolve();
  /** Of which runs, kind and layer the strips are. */
  #stripped = "";
  #of: Looked["runs"] = [];

  constructor(train: Trainer["train"], changed: () => void) {
    this.#train = train;
    this.#changed = changed;
  }

  open(isOpen: boolean): void {
    if (isOpen === this.isOpen) return;
    this.isOpen = isOpen;
    if (isOpen && this.#looked) void this.look(this.#looked);
  }
  choose(change: Partial<Pick<FreeCloser, "kind" | "layer">>): void {
    Object.assign(this, change);
    // what is there is of something else
    if (change.kind) this.now = new Map();
    this.strips = new Map();
    this.#changed();
    if (this.#looked) void this.look(this.#looked);
  }

  /** Nets of another setting are on their way. */
  clear(): void {
    this.#looking++;
    this.#looked = null;
    this.isLooking = false;
    this.now = new Map();
    this.strips = new Map();
  }

  /** Nothing is asked while nobody looks; what is asked last counts. */
  async look(at: Looked): Promise<void> {
    this.#looked = at;
    const layers = at.setting.widths.length + 1;
    this.layer = Math.min(this.layer, layers);
    if (!this.isOpen) return;
    const looking = ++this.#looking;
    const isOver = () => looking !== this.#looking;
    this.isLooking = true;
    // while it plays there is another update before all of one is answered: those in between are left out
    await this.#answered;
    if (isOver()) return;
    const asked = Promise.all(
      at.runs.map(async ({ scheme, shown: { frames } }) => {
        const frame = frames[Math.min(at.frame, frames.length - 1)];
        return [scheme, frame ? await this.#layersAt(frame, at) : []] as const;
      }),
    );
    this.#answered = asked;
    const now = await asked;
    if (isOver()) return;
    this.now = new Map(now);
    this.#changed();
    await this.#strip(at, isOver);
    if (isOver()) return;
    this.isLooking = false;
    this.#changed();
  }

  async #strip(at: Looked, isOver: () => boolean): Promise<void> {
    const key = `${this.kind} ${this.layer}`;
    const known = key === this.#stripped ? this.strips : new Map<Scheme, Strip>();
    const found = await Promise.all(
      at.runs.map(async ({ scheme, shown }) => {
        // a scheme whose bands have come since is still the same net
        const before = this.#of.find((run) => run.scheme === scheme);
        const strip = before?.shown === shown ? known.get(scheme) : undefined;
        return [scheme, strip ?? (await this.#over(shown.frames, at, isOver))] as const;
      }),
    );
    if (isOver()) return;
    this.strips = new Map(found);
    this.#stripped = key;
    this.#of = at.runs;
  }

  async #over(frames: readonly TrainFrame[], at: Looked, isOver: () => boolean): Promise<Strip> {
    const parameters = parametersOf(shapeOf(at.setting, at.used));
    const columns = Math.min(MOST_COLUMNS, Math.max(FEWEST_COLUMNS, Math.floor(WORK / parameters)));
    const every = Math.max(1, Math.ceil((frames.length - 1) / (columns - 1)));
    const shown = frames.filter((_, i) => i % every === 0 || i === frames.length - 1);
    const counts: number[][] = [];
    for (const frame of shown) {
      counts.push(await this.#layerAt(frame, this.layer - 1, at));
      if (isOver()) break;
    }
    return { updates: shown.map(({ step }) => step), counts };
  }

  async #layersAt(frame: TrainFrame, at: Looked): Promise<number[][]> {
    if (this.kind === "values") return (frame.activations ?? []).map(({ histogram }) => histogram);
    if (this.kind === "gradients") return (await this.#gradientsAt(frame, at)).map(countGradients);
    const layers = frame.layers ?? [];
    const { activations } = requestOf("zero", at.setting, at.used);
    const counts: number[][] = layers.map(() => []);
    for (const net of bareNets(layers, activations)) {
      const shown = await this.#ask(net.weights, at, { ...SUMS, layers: net.layers, activations: net.activations });
      for (const { was, is } of net.bare) counts[was] = shown?.activations?.[is]?.histogram ?? [];
    }
    return counts;
  }

  async #layerAt(frame: TrainFrame, layer: number, at: Looked): Promise<number[]> {
    if (this.kind === "values") return frame.activations?.[layer]?.histogram ?? [];
    if (this.kind === "sums") return this.#sumsAt(frame.layers ?? [], layer, at);
    const gradients = (await this.#gradientsAt(frame, at))[layer];
    return gradients ? countGradients(gradients) : [];
  }

  async #gradientsAt(frame: TrainFrame, at: Looked): Promise<Layer[]> {
    return (await this.#ask(frame.layers ?? [], at, { record: ["gradients"] }))?.gradients ?? [];
  }

  /** With its activation taken away, a layer hands on what goes into its units. */
  async #sumsAt(layers: Layer[], layer: number, at: Looked): Promise<number[]> {
    const { activations } = requestOf("zero", at.setting, at.used);
    const bare = activations.map((name, i) => (i === layer ? "linear" : name));
    const frame = await this.#ask(layers, at, { ...SUMS, activations: bare });
    return frame?.activations?.[layer]?.histogram ?? [];
  }

  async #ask(layers: Layer[], at: Looked, change: Partial<TrainRequest>): Promise<TrainFrame | undefined> {
    if (!areFinite(layers)) return undefined;
    const request = { ...requestOf("zero", at.setting, at.used), initial: { layers }, steps: 0, ...change };
    const reply = await this.#train<TrainRequest>(request);
    return reply.ok && "frames" in reply ? reply.frames[0] : undefined;
  }
}

function countGradients({ W }: Layer): number[] {
  return countsOf(W.flat(), POWERS);
}

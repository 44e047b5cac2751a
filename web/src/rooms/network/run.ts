/** One run of a net: a frame an update, from where it began. It goes on by itself, and forks where a number is changed. */

import type { Layer, TrainFrame, TrainRequest, TrainState } from "../../engine/protocol.js";
import type { TrainingEngine } from "../../engine/training.js";
import { optimizerOf, rateAfter } from "./optimizer.js";
import { Order } from "./order.js";
import type { Setting } from "./setting.js";
import type { Samples } from "./tasks.js";

export interface Origin {
  /** How many updates were made before. */
  begin: number;
  layers: readonly Layer[];
  samples: Samples;
  /** The net is never trained on those. */
  test: Samples;
  setting: Setting;
}
export type NetFrame = Required<Pick<TrainFrame, "step" | "loss" | "layers">>;

export class Run {
  readonly origin: Origin;
  /** From `first` on, in the numbers of all updates; those before `origin.begin` are of the run it forked from. */
  readonly frames: NetFrame[];
  /** Why the engine does not train this, or goes no further. */
  failure: string | null = null;
  stopped: string | null = null;
  readonly #engine: Pick<TrainingEngine, "train">;
  #state: TrainState | null = null;
  readonly #tested = new WeakMap<NetFrame, number>();
  /** Null where every update takes all samples. */
  readonly #order: Order | null;

  constructor(engine: Pick<TrainingEngine, "train">, origin: Origin, before: readonly NetFrame[] = []) {
    this.#engine = engine;
    this.origin = origin;
    const { batch, shuffle, seed } = origin.setting;
    const samples = origin.samples.inputs.length;
    this.#order = batch === 0 || batch >= samples ? null : new Order(engine, { samples, batch, shuffle, seed });
    this.frames = [...before];
    this.#train(0);
  }

  get first(): number {
    return this.frames[0]?.step ?? this.origin.begin;
  }
  get last(): number {
    return this.frames.at(-1)?.step ?? this.origin.begin;
  }
  frame(update: number): NetFrame | undefined {
    return this.frames[Math.min(Math.max(update, this.first), this.last) - this.first];
  }

  /** Those it would begin with, where the engine refuses it. */
  layersAt(update: number): readonly Layer[] {
    return (this.failure === null ? this.frame(update)?.layers : null) ?? this.origin.layers;
  }

  /** Makes updates until there are so many, or the run ends. */
  reach(update: number): void {
    const missing = update - this.last;
    if (missing > 0 && this.stopped === null && this.failure === null) this.#train(missing);
  }

  /** The cost over the samples for testing; null where there are none. */
  testLoss(frame: NetFrame): number | null {
    const { test } = this.origin;
    if (test.inputs.length === 0) return null;
    const known = this.#tested.get(frame);
    if (known !== undefined) return known;
    const reply = this.#engine.train<TrainRequest>({
      ...this.request,
      data: test,
      initial: { layers: [...frame.layers] },
      batch: 0,
      steps: 0,
      record: ["loss"],
    });
    const loss = reply.ok && "frames" in reply ? (reply.frames[0]?.loss ?? Number.NaN) : Number.NaN;
    this.#tested.set(frame, loss);
    return loss;
  }

  /** The document that `train` would be given for the same updates. */
  get request(): TrainRequest {
    const { layers, samples, setting } = this.origin;
    return {
      layers: [...setting.sizes],
      activations: [...setting.activations],
      bias: setting.bias,
      loss: setting.loss,
      data: samples,
      initial: { layers: layers.map(({ W, b }) => (setting.bias && b ? { W, b } : { W })) },
      optimizer: optimizerOf(setting),
      l1: setting.l1,
      l2: setting.l2,
      batch: setting.batch,
      shuffle: setting.shuffle,
      order_seed: setting.seed,
      steps: this.last - this.origin.begin,
      record: ["loss", "parameters"],
    };
  }
  get state(): TrainState | null {
    return this.#state;
  }

  /** The samples that the update after this one takes, and which of all they are. */
  batchAt(update: number): Samples & { rows: readonly number[] } {
    const { samples } = this.origin;
    const order = this.#order;
    if (!order) return { ...samples, rows: samples.inputs.map((_, i) => i) };
    const rows = order.after(update);
    const taken = (of: number[][]) => rows.map((row) => of[row] as number[]);
    return { inputs: taken(samples.inputs), targets: taken(samples.targets), rows };
  }
  /** Updates an epoch. */
  get batches(): number {
    return this.#order?.batches ?? 1;
  }

  /** The learning rate of the update after this one. A fork begins its schedule anew, as it does what an optimiser keeps. */
  rateAt(update: number): number {
    const { setting, begin } = this.origin;
    return rateAfter(this.#engine, setting, update - begin);
  }

  #train(steps: number): void {
    const reply = this.#engine.train<TrainRequest>({
      ...this.request,
      steps,
      ...(this.#state && { state: this.#state }),
    });
    if (!reply.ok) {
      this.failure = reply.error.message;
      return;
    }
    if (!("frames" in reply)) return;
    const { begin } = this.origin;
    const found = reply.frames.map(({ step, loss = Number.NaN, layers = [] }) => ({
      step: begin + step,
      loss,
      layers,
    }));
    this.frames.push(...(this.#state ? found.slice(1) : found));
    this.#state = reply.state;
    // by the number of the update alone, so that a fork goes on where it is
    const place = steps === 0 ? (this.#order?.placeAfter(begin) ?? null) : null;
    if (place) this.#state.order = place;
    this.stopped = reply.stopped?.why ?? null;
  }
}

/** One run of a net: a frame an update, from where it began. It goes on by itself, and forks where a number is changed. */

import type { Layer, TrainFrame, TrainRequest, TrainState } from "../../engine/protocol-train.js";
import type { TrainingEngine } from "../../engine/training.js";
import type { Setting } from "./setting.js";
import type { Samples } from "./tasks.js";

export interface Origin {
  /** How many updates were made before. */
  begin: number;
  layers: readonly Layer[];
  samples: Samples;
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

  constructor(engine: Pick<TrainingEngine, "train">, origin: Origin, before: readonly NetFrame[] = []) {
    this.#engine = engine;
    this.origin = origin;
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
      optimizer: { name: setting.optimizer, learning_rate: setting.rate },
      batch: setting.batch,
      shuffle: false,
      steps: this.last - this.origin.begin,
      record: ["loss", "parameters"],
    };
  }
  get state(): TrainState | null {
    return this.#state;
  }

  /** The samples that the update after this one takes, and which of all is the first of them. */
  batchAt(update: number): Samples & { from: number } {
    const { samples, setting } = this.origin;
    const { batch } = setting;
    const count = samples.inputs.length;
    if (batch === 0 || batch >= count) return { ...samples, from: 0 };
    const from = this.#takenBefore(update);
    const taken = (rows: number[][]) => rows.slice(from, from + batch);
    return { inputs: taken(samples.inputs), targets: taken(samples.targets), from };
  }

  /** Samples of the epoch that updates before this one took: by its number alone, so that a fork goes on where it is. */
  #takenBefore(update: number): number {
    const { samples, setting } = this.origin;
    return (update % Math.ceil(samples.inputs.length / setting.batch)) * setting.batch;
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
    if (steps === 0 && this.batchAt(begin).from > 0) this.#state.order.taken = this.#takenBefore(begin);
    this.stopped = reply.stopped?.why ?? null;
  }
}

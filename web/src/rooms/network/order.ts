/**
 * Which samples an update takes. The engine knows, and is asked: a linear net with a weight a sample, each sample its own input, moves the
 * weights of those that it sees, and those alone.
 */
import type { TrainRequest, TrainState } from "../../engine/protocol.js";
import type { TrainingEngine } from "../../engine/training.js";

export interface HowOrdered {
  samples: number;
  /** Fewer than there are. */
  batch: number;
  shuffle: boolean;
  seed: number;
}
type Place = TrainState["order"];

export class Order {
  readonly #engine: Pick<TrainingEngine, "train">;
  readonly #how: HowOrdered;
  readonly #epochs = new Map<number, readonly (readonly number[])[]>();

  constructor(engine: Pick<TrainingEngine, "train">, how: HowOrdered) {
    this.#engine = engine;
    this.#how = how;
  }

  /** Updates an epoch. */
  get batches(): number {
    return Math.ceil(this.#how.samples / this.#how.batch);
  }

  /** Those of the update that follows so many, in the order of the samples. */
  after(updates: number): readonly number[] {
    const epoch = Math.floor(updates / this.batches);
    const known = this.#epochs.get(epoch) ?? this.#taken(epoch);
    this.#epochs.set(epoch, known);
    return known[updates % this.batches] ?? [];
  }

  /** Where the engine's own order is after so many updates; null at the start. */
  placeAfter(updates: number): Place | null {
    return updates === 0 ? null : (this.#train(updates, null)?.state.order ?? null);
  }

  #taken(epoch: number): number[][] {
    const run = this.#train(this.batches, this.placeAfter(epoch * this.batches));
    const moved = (update: number) => run?.frames[update]?.layers?.[0]?.W[0] ?? [];
    return Array.from({ length: this.batches }, (_, i) => {
      const before = moved(i);
      return moved(i + 1).flatMap((weight, sample) => (weight === before[sample] ? [] : [sample]));
    });
  }

  #train(steps: number, from: Place | null) {
    const { samples, batch, shuffle, seed } = this.#how;
    const layers = [{ W: [Array<number>(samples).fill(0)] }];
    const reply = this.#engine.train<TrainRequest>({
      layers: [samples, 1],
      activations: ["linear"],
      bias: false,
      loss: "mse",
      data: {
        inputs: Array.from({ length: samples }, (_, i) => Array.from({ length: samples }, (_, j) => Number(i === j))),
        targets: Array.from({ length: samples }, () => [1]),
      },
      initial: { layers },
      ...(from && { state: { step: 0, layers, slots: [], order: from } }),
      optimizer: { name: "gd", learning_rate: 1 },
      batch,
      shuffle,
      order_seed: seed,
      steps,
      // where it gets to is all that a longer way is asked for
      every: steps > this.batches ? steps : 1,
      record: ["parameters"],
    });
    return reply.ok && "frames" in reply ? reply : null;
  }
}

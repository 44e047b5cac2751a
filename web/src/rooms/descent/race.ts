/** The fourth part: full batch, mini-batch and one point at a time down the same mean of squares, with a bet on who is first. */

import type { TrainRun } from "../../engine/protocol-train.js";
import { type Lap, lapsOf, type Measure, type Racer, winnerBy } from "../../scene/race.js";
import { POINTS } from "./points.js";
import type { Engine } from "./walks.js";

export const RACE_RATE = 0.05;
export const EPOCHS = 30;
/** Who is first below this has won. */
export const GOAL = 0.02;
/** How many updates are an epoch of 1000 points in mini-batches of 50? */
export const COUNTS = { options: ["20", "50", "1000"], right: "20" } as const;
/** So many epochs are timed at once, so that the clock's own grain is lost in them; and so often, of which the middle one counts. */
const TIMED = { epochs: 400, times: 3 };

export const BATCHES = [POINTS.length, 8, 1] as const;

export class Race {
  /** A batch size; null before the bet. */
  bet: number | null = null;
  measure: Measure = "updates";
  count: string | null = null;
  /** Milliseconds an epoch by batch size, on this machine; null until somebody wants to know. */
  times: ReadonlyMap<number, number> | null = null;
  readonly #engine: Engine;
  readonly #changed: () => void;
  #racers: Racer[] | null = null;

  constructor(engine: Engine, changed: () => void) {
    this.#engine = engine;
    this.#changed = changed;
  }

  get racers(): readonly Racer[] {
    return (this.#racers ??= BATCHES.map((batch) => this.#run(batch)));
  }
  winner(measure: Measure): Lap | null {
    return winnerBy(this.laps, measure);
  }
  get laps(): readonly Lap[] {
    return lapsOf(this.racers, GOAL);
  }

  #run(batch: number): Racer {
    const reply = this.#train(batch, EPOCHS, 1);
    return { batch, samples: POINTS.length, losses: reply.frames.map(({ loss }) => loss ?? Number.NaN) };
  }

  #train(batch: number, epochs: number, every: number): TrainRun {
    const steps = (epochs * POINTS.length) / batch;
    const reply = this.#engine.train({
      layers: [2, 1],
      activations: ["identity"],
      loss: "mse",
      data: { inputs: POINTS.map(([x1, x2]) => [x1, x2]), targets: POINTS.map(([, , target]) => [target]) },
      initial: { layers: [{ W: [[0, 0]], b: [[0]] }] },
      optimizer: { name: "gd", learning_rate: RACE_RATE },
      ...{ batch, shuffle: false, steps, every: Math.min(every, steps), record: ["loss"] },
    });
    if (!reply.ok) throw new Error(reply.error.message);
    return reply;
  }

  /** The clock is the one thing here that is different everywhere. */
  time(): void {
    const once = (batch: number) => {
      const begun = performance.now();
      this.#train(batch, TIMED.epochs, Number.POSITIVE_INFINITY);
      return (performance.now() - begun) / TIMED.epochs;
    };
    this.times = new Map(
      BATCHES.map((batch) => {
        const times = Array.from({ length: TIMED.times }, () => once(batch)).sort((a, b) => a - b);
        return [batch, times[Math.floor(TIMED.times / 2)] as number];
      }),
    );
    this.#changed();
  }

  place(bet: number): void {
    this.bet ??= bet;
    this.#changed();
  }
  by(measure: Measure): void {
    this.measure = measure;
    this.#changed();
  }
  answer(count: string): void {
    this.count ??= count;
    this.#changed();
  }
  again(): void {
    this.bet = null;
    this.count = null;
    this.times = null;
    this.measure = "updates";
    this.#changed();
  }
}

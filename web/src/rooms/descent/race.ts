/** The fourth part: full batch, mini-batch and one point at a time down the same mean of squares, with a bet on who is first. */
import { type Lap, lapsOf, type Measure, type Racer, winnerBy } from "../../scene/race.js";
import { POINTS } from "./points.js";
import type { Engine } from "./walks.js";

export const RACE_RATE = 0.05;
export const EPOCHS = 30;
/** Who is first below this has won. */
export const GOAL = 0.02;
export const BATCHES = [POINTS.length, 8, 1] as const;

export class Race {
  /** A batch size; null before the bet. */
  bet: number | null = null;
  measure: Measure = "updates";
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
    const reply = this.#engine.train({
      layers: [2, 1],
      activations: ["identity"],
      loss: "mse",
      data: { inputs: POINTS.map(([x1, x2]) => [x1, x2]), targets: POINTS.map(([, , target]) => [target]) },
      initial: { layers: [{ W: [[0, 0]], b: [[0]] }] },
      optimizer: { name: "gd", learning_rate: RACE_RATE },
      ...{ batch, shuffle: false, steps: (EPOCHS * POINTS.length) / batch, record: ["loss"] },
    });
    if (!reply.ok) throw new Error(reply.error.message);
    return { batch, samples: POINTS.length, losses: reply.frames.map(({ loss }) => loss ?? Number.NaN) };
  }

  place(bet: number): void {
    this.bet ??= bet;
    this.#changed();
  }
  by(measure: Measure): void {
    this.measure = measure;
    this.#changed();
  }
  again(): void {
    this.bet = null;
    this.measure = "updates";
    this.#changed();
  }
}

/** The fourth part: full batch, mini-batch and one point at a time down the same mean of squares, with a bet on who is first. */

import type { TrainRequest, TrainRun } from "../../engine/protocol.js";
import type { Point } from "../../scene/metrics.js";
import { type Lap, lapsOf, type Measure, type Racer, winnerBy } from "../../scene/race.js";
import type { Surface } from "../../scene/surface.js";
import { POINTS } from "./points.js";
import { lossStanding, lossSurface } from "./race-loss.js";
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

export interface RaceState {
  rate: number;
  /** Where the two weights begin. */
  x: number;
  y: number;
}
export const RACE_USUAL: RaceState = { rate: RACE_RATE, x: 0, y: 0 };

export class Race implements RaceState {
  rate = RACE_USUAL.rate;
  x = RACE_USUAL.x;
  y = RACE_USUAL.y;
  /** A batch size; null before the bet. */
  bet: number | null = null;
  measure: Measure = "updates";
  count: string | null = null;
  /** Milliseconds an epoch by batch size, on this machine; null until somebody wants to know. */
  times: ReadonlyMap<number, number> | null = null;
  readonly #engine: Engine;
  readonly #changed: () => void;
  #surface: Surface | null = null;
  #runs: TrainRun[] | null = null;

  constructor(engine: Engine, changed: () => void) {
    this.#engine = engine;
    this.#changed = changed;
  }

  get #all(): readonly TrainRun[] {
    return (this.#runs ??= BATCHES.map((batch) => this.#train(batch, EPOCHS, 1, ["loss", "parameters"])));
  }
  get racers(): readonly Racer[] {
    return this.#all.map(({ frames }, i) => ({
      batch: BATCHES[i] as number,
      samples: POINTS.length,
      losses: frames.map(({ loss }) => loss ?? Number.NaN),
    }));
  }
  /** The ways of the two weights, update by update. */
  get ways(): readonly (readonly Point[])[] {
    return this.#all.map(({ frames }) =>
      frames.map(({ layers }) => {
        const [x = Number.NaN, y = Number.NaN] = layers?.[0]?.W[0] ?? [];
        return { x, y };
      }),
    );
  }
  /** The loss over the two weights. */
  get surface(): Surface {
    return (this.#surface ??= lossSurface(this.#engine));
  }
  get start() {
    return lossStanding(this.#engine, this);
  }
  winner(measure: Measure): Lap | null {
    return winnerBy(this.laps, measure);
  }
  get laps(): readonly Lap[] {
    return lapsOf(this.racers, GOAL);
  }

  #train(batch: number, epochs: number, every: number, record: NonNullable<TrainRequest["record"]>): TrainRun {
    const steps = (epochs * POINTS.length) / batch;
    const reply = this.#engine.train({
      layers: [2, 1],
      activations: ["identity"],
      loss: "mse",
      data: { inputs: POINTS.map(([x1, x2]) => [x1, x2]), targets: POINTS.map(([, , target]) => [target]) },
      initial: { layers: [{ W: [[this.x, this.y]], b: [[0]] }] },
      optimizer: { name: "gd", learning_rate: this.rate },
      ...{ batch, shuffle: false, steps, every: Math.min(every, steps), record },
    });
    if (!reply.ok) throw new Error(reply.error.message);
    return reply;
  }

  /** The clock is the one thing here that is different everywhere. */
  time(): void {
    const once = (batch: number) => {
      const begun = performance.now();
      this.#train(batch, TIMED.epochs, Number.POSITIVE_INFINITY, ["loss"]);
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
  /** From elsewhere, or with another rate: the bet stands. */
  set(change: Partial<RaceState>): void {
    Object.assign(this, change);
    this.#runs = null;
    this.times = null;
    this.#changed();
  }
  get state(): RaceState {
    const { rate, x, y } = this;
    return { rate, x, y };
  }
  restore(state: Partial<RaceState>): void {
    Object.assign(this, RACE_USUAL, state);
    this.#runs = null;
    this.bet = null;
    this.times = null;
  }
  again(): void {
    this.restore({});
    this.count = null;
    this.measure = "updates";
    this.#changed();
  }
}

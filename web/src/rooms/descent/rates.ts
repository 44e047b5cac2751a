/** The second part: the largest learning rate that still arrives, found by trying; what theory says of it is told after a try. */
import type { Step } from "../../scene/hill.js";
import { type Outcome, outcomeOf } from "../../scene/outcome.js";
import { type BowlName, HILLS } from "./hills.js";
import { curvatureOf, type Engine, walkOf } from "./walks.js";

export const TRY_UPDATES = 1000;
/** A chart with more lines cannot be read. */
export const SHOWN = 5;

export interface Try {
  rate: number;
  outcome: Outcome;
  steps: Step[];
}
export interface RatesState {
  bowl: BowlName;
  rate: number;
  tried: number[];
  isTold: boolean;
}

export class Rates {
  bowl: BowlName = "bowl";
  rate = 0.5;
  /** The newest last. */
  tries: Try[] = [];
  #isTold = false;
  readonly #engine: Engine;
  readonly #changed: () => void;

  constructor(engine: Engine, changed: () => void) {
    this.#engine = engine;
    this.#changed = changed;
  }

  get program(): string {
    return HILLS[this.bowl].program;
  }
  /** The largest that has arrived, and the smallest that has not because it is too large. */
  get best(): number | null {
    const arrived = this.tries.filter(({ outcome }) => outcome.kind === "arrived").map(({ rate }) => rate);
    return arrived.length === 0 ? null : Math.max(...arrived);
  }
  get tooLarge(): number | null {
    const lost = this.tries.filter(({ outcome: { kind } }) => kind === "diverged" || kind === "oscillates");
    return lost.length === 0 ? null : Math.min(...lost.map(({ rate }) => rate));
  }

  /** Only what has been tried is told. */
  get isTold(): boolean {
    return this.#isTold && this.tries.length > 0;
  }
  /** f″, which is the same everywhere in a bowl; the minimum, where one update with η = 1/λ leads; and 2/λ. */
  get limit(): { minimum: number; curvature: number; rate: number } {
    const { program, derivative, start } = HILLS[this.bowl];
    const curvature = curvatureOf(this.#engine, derivative, start);
    const minimum = walkOf(this.#engine, program, start, 1 / curvature, 1).at(-1)?.w ?? Number.NaN;
    return { minimum, curvature, rate: 2 / curvature };
  }

  set(rate: number): void {
    this.rate = rate;
    this.#changed();
  }
  try(): void {
    this.#try(this.rate);
    this.#changed();
  }
  #try(rate: number): void {
    const steps = walkOf(this.#engine, this.program, HILLS[this.bowl].start, rate, TRY_UPDATES);
    this.tries = [...this.tries.filter((one) => one.rate !== rate), { rate, outcome: outcomeOf(steps), steps }];
  }
  tell(): void {
    this.#isTold = true;
    this.#changed();
  }
  choose(bowl: BowlName): void {
    this.restore({ bowl });
    this.#changed();
  }
  again(): void {
    this.choose(this.bowl);
  }

  get state(): RatesState {
    return { bowl: this.bowl, rate: this.rate, tried: this.tries.map(({ rate }) => rate), isTold: this.isTold };
  }
  restore({ bowl = "bowl", rate = 0.5, tried = [], isTold = false }: Partial<RatesState>): void {
    this.bowl = bowl;
    this.rate = rate;
    this.tries = [];
    this.#isTold = isTold;
    for (const one of tried) this.#try(one);
  }
}

/** The fifth part: what exactly is walked down, and in which direction. Three neurons, each with a question that is answered first. */
import { type Engine, standing, walk } from "./walks.js";

export const QUESTIONS = {
  /** One linear neuron, (ŷ − y)²: what is w1 after one update? */
  update: { options: ["right", "plus", "mixed"], right: "right" },
  /** One sigmoid neuron with cross-entropy, its gradient with the sign turned over. */
  sign: { options: ["falls", "stays", "rises"], right: "rises" },
  /** The output of a neuron itself is walked down, without a loss. */
  output: { options: ["rests", "zero", "target"], right: "zero" },
} as const;
export type Question = keyof typeof QUESTIONS;
export const QUESTION_NAMES = Object.keys(QUESTIONS) as Question[];

const LINEAR = {
  program: "(w1 * x1 + w2 * x2 + b - y)^2",
  at: { w1: 1, w2: 0.5, b: 0, x1: 2, x2: -2, y: 2 },
  parameters: ["w1", "w2", "b"],
};
const LOGISTIC = {
  program: "-(y * log(sigmoid(w1 * x1 + w2 * x2 + b)) + (1 - y) * log(1 - sigmoid(w1 * x1 + w2 * x2 + b)))",
  at: { w1: 0.5, w2: -1, b: 0.1, x1: 2, x2: 1, y: 1 },
  parameters: ["w1", "w2", "b"],
};
const OUTPUT = "sigmoid(w0 * x0 + w1 * x1 + b)";
const CIRCUIT = { at: { w0: 2, w1: -3, b: -3, x0: -1, x1: -2 }, parameters: ["w0", "w1", "b"] };
export const TARGET = 0.25;
export const RATES = { update: 0.05, sign: 0.1, output: 0.01 };
export const UPDATES = { update: 3, sign: 10, output: 1000 };
/** So many updates lie between two points of the long run. */
const EVERY = 20;

export interface Trace {
  update: number;
  loss: number;
  parameters: Record<string, number>;
  gradients: Record<string, number>;
}

export class Signs {
  bets: Partial<Record<Question, string>> = {};
  readonly #engine: Engine;
  readonly #changed: () => void;
  readonly #known = new Map<string, Trace[]>();

  constructor(engine: Engine, changed: () => void) {
    this.#engine = engine;
    this.#changed = changed;
  }

  /** Three updates of the linear neuron. */
  get linear(): Trace[] {
    return this.#trace("linear", { ...LINEAR, rate: RATES.update, steps: UPDATES.update });
  }
  /** With −(y − ŷ) x, and with −(ŷ − y) x as its gradient. */
  get logistic(): { right: Trace[]; wrong: Trace[] } {
    const walked = (name: string, rate: number) => this.#trace(name, { ...LOGISTIC, rate, steps: UPDATES.sign });
    return { right: walked("right", RATES.sign), wrong: walked("wrong", -RATES.sign) };
  }
  /** The output after each of so many updates: walked down itself, and by a loss that has a target. */
  get outputs(): { itself: Trace[]; byLoss: Trace[] } {
    const walked = (name: string, program: string, more = {}) =>
      this.#trace(name, {
        program,
        at: { ...CIRCUIT.at, ...more },
        parameters: CIRCUIT.parameters,
        ...{ rate: RATES.output, steps: UPDATES.output, every: EVERY },
      });
    const byLoss = walked("byLoss", `(${OUTPUT} - t)^2`, { t: TARGET });
    const output = (parameters: Record<string, number>) =>
      standing(this.#engine, OUTPUT, { ...CIRCUIT.at, ...parameters }).output;
    return {
      itself: walked("itself", OUTPUT),
      byLoss: byLoss.map((one) => ({ ...one, loss: output(one.parameters) })),
    };
  }

  #trace(name: string, { rate, ...rest }: Omit<Parameters<typeof walk>[1], "optimizer"> & { rate: number }): Trace[] {
    const known = this.#known.get(name);
    if (known) return known;
    const { frames } = walk(this.#engine, { ...rest, optimizer: { name: "gd", learning_rate: rate } });
    const found = frames.map(({ step, loss, parameters, gradients }) => ({
      update: step,
      loss,
      parameters: parameters as Record<string, number>,
      gradients: gradients as Record<string, number>,
    }));
    this.#known.set(name, found);
    return found;
  }

  place(question: Question, bet: string): void {
    this.bets = { [question]: bet, ...this.bets };
    this.#changed();
  }
  again(): void {
    this.bets = {};
    this.#changed();
  }
}

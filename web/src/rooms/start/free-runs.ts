/** The runs of the free lab: first one net of each scheme, which can be looked at; then those of the other seeds, only their costs. */
import type { TrainRequest, TrainRun } from "../../engine/protocol-train.js";
import type { Trainer } from "../../engine/trainer.js";
import type { UsedData } from "../../state/data-choice.js";
import { histogramOf } from "./free-closer.js";
import { type FreeSetting, numbersOf, requestOf, type Scheme } from "./free-setting.js";

type Train = Trainer["train"];

export interface SchemeRuns {
  scheme: Scheme;
  /** Of the first seed, with everything that is shown of one net. */
  shown: TrainRun;
  /** Of all seeds; only costs. */
  all: readonly TrainRun[];
}
export interface Wanted {
  schemes: readonly Scheme[];
  setting: FreeSetting;
  used: UsedData;
}

export class FreeRuns {
  all: readonly SchemeRuns[] = [];
  done = 0;
  /** What the engine said against it. */
  failure: string | null = null;
  readonly #train: Train;
  readonly #changed: () => void;

  constructor(train: Train, changed: () => void) {
    this.#train = train;
    this.#changed = changed;
  }

  clear(): void {
    this.all = [];
    this.done = 0;
    this.failure = null;
  }

  /** `arrived` is called for each net that can be looked at. */
  async run(wanted: Wanted, signal: AbortSignal, arrived: () => void): Promise<void> {
    for (const scheme of wanted.schemes) {
      if (!(await this.#first(scheme, wanted, signal))) return;
      arrived();
    }
    for (const runs of this.all) if (!(await this.#others(runs, wanted, signal))) return;
  }

  async #first(scheme: Scheme, { setting, used }: Wanted, signal: AbortSignal): Promise<boolean> {
    const request: TrainRequest = {
      ...requestOf(scheme, setting, used),
      record: ["loss", "parameters", "gradient_norms", "activations", "distinct_units"],
      histogram: histogramOf(setting.activation),
    };
    const reply = await this.#train(request, { signal });
    if (signal.aborted) return false;
    if (!reply.ok) return this.#fail(reply.error.message);
    const shown = reply as TrainRun & { ok: true };
    this.all = [...this.all, { scheme, shown, all: [shown] }];
    this.done++;
    return true;
  }

  /** Seed by seed, so that what is asked meanwhile is answered in between. Weights by hand are the same from every seed. */
  async #others({ scheme, shown }: SchemeRuns, { setting, used }: Wanted, signal: AbortSignal): Promise<boolean> {
    const count = scheme === "hand" ? 1 : setting.seeds;
    const all: TrainRun[] = [shown];
    while (all.length < count) {
      const seeds = [setting.seed + all.length];
      const request = { ...requestOf(scheme, setting, used), record: ["loss" as const], seeds };
      const reply = await this.#train(request, { signal });
      if (signal.aborted) return false;
      if (!reply.ok) return this.#fail(reply.error.message);
      all.push(...reply.runs);
      this.done++;
      this.#changed();
    }
    this.all = this.all.map((runs) => (runs.scheme === scheme ? { ...runs, all } : runs));
    this.#changed();
    return true;
  }

  #fail(why: string): false {
    this.failure = why;
    return false;
  }
}

/** How a scheme would start: all weights and biases as one list. */
export async function weightsOf(train: Train, scheme: Scheme, setting: FreeSetting, used: UsedData): Promise<number[]> {
  const reply = await train<TrainRequest>({ ...requestOf(scheme, setting, used), steps: 0, record: ["parameters"] });
  return reply.ok && "frames" in reply ? numbersOf(reply.frames[0]?.layers ?? []) : [];
}

/** The five experiments as they are tried: page, guess, runs and update. Without a DOM. */
import type { TrainFrame, TrainRequest, TrainRun } from "../../engine/protocol.js";
import type { Trainer } from "../../engine/trainer.js";
import {
  EXPERIMENT_NAMES,
  type ExperimentName,
  type Guesses,
  type PageName,
  type StartLink,
} from "../../state/start-link.js";
import { EXPERIMENTS, type Experiment, HIDDEN, type Setting } from "./experiments.js";
import { advance } from "./pace.js";

export const DEFAULT: Setting = { seed: 1, unit: 1, weight: "w1", by: 0.01, units: "relu" };
/** With more a unit would leave the picture. */
const LARGEST_CHANGE = 0.5;
/** A seed that nobody has to type. */
const LARGEST_SEED = 9999;

export class StartSession {
  page: PageName = "zero";
  guesses: Guesses = {};
  setting: Setting = DEFAULT;
  /** Of the experiment that is shown, in its order; null until they are there. */
  runs: readonly TrainRun[] | null = null;
  /** What the engine said against it. */
  failure: string | null = null;
  isPlaying = false;
  /** What was typed as a change and is none; null while nothing is wrong. */
  byText: string | null = null;
  readonly #train: Trainer["train"];
  readonly #changed: () => void;
  #running: AbortController | null = null;
  /** Between two updates while playing. */
  #position = 0;
  /** What a link asks for before the runs are there. */
  #wanted: number | null = null;

  constructor(train: Trainer["train"], changed: () => void) {
    this.#train = train;
    this.#changed = changed;
  }

  /** Null in the free lab. */
  get experiment(): Experiment | null {
    return this.page === "free" ? null : EXPERIMENTS[this.page];
  }
  get guess(): string | null {
    return this.page === "free" ? null : (this.guesses[this.page] ?? null);
  }
  get update(): number {
    return Math.floor(this.#position);
  }
  get last(): number {
    return Math.max(0, ...(this.runs ?? []).map(({ frames }) => frames.length - 1));
  }
  /** Of each run at this update; a run that stopped earlier stays at its end. Before the guess only the start is shown. */
  get frames(): TrainFrame[] {
    const update = this.guess === null ? 0 : this.update;
    return (this.runs ?? []).map(({ frames }) => frames[Math.min(update, frames.length - 1)] as TrainFrame);
  }

  get isComputing(): boolean {
    return this.runs === null && this.failure === null && this.page !== "free";
  }

  get link(): Partial<StartLink> {
    const { page, guesses, setting, guess } = this;
    const changed = Object.entries(setting).filter(([name, value]) => value !== DEFAULT[name as keyof Setting]);
    return {
      page,
      ...(Object.keys(guesses).length > 0 && { guesses }),
      ...Object.fromEntries(changed),
      ...(page !== "free" && guess !== null && { update: this.#wanted ?? this.update }),
    };
  }

  visit({ page = "zero", guesses = {}, seed, unit, weight, by, units, update }: Partial<StartLink>): void {
    this.page = page;
    this.guesses = Object.fromEntries(
      EXPERIMENT_NAMES.flatMap((name) => {
        const choice = guesses[name];
        return choice && EXPERIMENTS[name].choices.includes(choice) ? [[name, choice]] : [];
      }),
    );
    this.setting = {
      seed: seed ?? DEFAULT.seed,
      unit: unit && unit <= HIDDEN ? unit : DEFAULT.unit,
      weight: weight ?? DEFAULT.weight,
      by: by && Math.abs(by) <= LARGEST_CHANGE ? by : DEFAULT.by,
      units: units ?? DEFAULT.units,
    };
    this.#wanted = update ?? null;
    void this.#run();
  }

  open(page: PageName): void {
    this.page = page;
    this.#wanted = page !== "free" && this.guesses[page] !== undefined ? Number.POSITIVE_INFINITY : null;
    void this.#run();
  }

  /** The first guess counts; nothing is scored. */
  make(choice: string, isStill: boolean): void {
    if (this.page === "free" || this.guess !== null) return;
    this.guesses = { ...this.guesses, [this.page]: choice };
    this.#position = 0;
    if (!this.runs) this.#wanted = Number.POSITIVE_INFINITY;
    else if (isStill) this.#position = this.last;
    else this.isPlaying = true;
    this.#changed();
  }

  /** A number as people write it; what is none stays in its field. */
  changeBy(text: string): void {
    const by = Number(text.trim().replace("−", "-").replace(",", "."));
    if (text.trim() !== "" && by !== 0 && Math.abs(by) <= LARGEST_CHANGE) return this.change({ by });
    this.byText = text;
    this.#changed();
  }

  change(change: Partial<Setting>): void {
    if ("by" in change) this.byText = null;
    this.setting = { ...this.setting, ...change };
    this.#wanted = this.#wanted ?? this.update;
    void this.#run();
  }

  newSeed(): void {
    this.change({ seed: randomSeed() });
  }

  /** As the experiment begins; the seed and what was guessed stay. */
  reset(): void {
    this.setting = { ...DEFAULT, seed: this.setting.seed };
    this.byText = null;
    this.#wanted = 0;
    void this.#run();
  }

  show(update: number): void {
    this.isPlaying = false;
    this.#position = Math.min(Math.max(update, 0), this.last);
    this.#changed();
  }

  play(): void {
    if (this.update >= this.last) this.#position = 0;
    this.isPlaying = this.last > 0;
    this.#changed();
  }

  /** Some milliseconds later. */
  tick(elapsed: number): void {
    if (!this.isPlaying) return;
    this.#position = advance(this.#position, elapsed, this.last);
    if (this.#position >= this.last) this.isPlaying = false;
    this.#changed();
  }

  async #run(): Promise<void> {
    this.#running?.abort();
    this.isPlaying = false;
    this.failure = null;
    this.runs = null;
    this.#position = 0;
    this.#changed();
    const { experiment } = this;
    if (!experiment) return;
    const { signal } = (this.#running = new AbortController());
    const replies = await Promise.all(
      experiment.runs.map(({ request }) => this.#train<TrainRequest>(request(this.setting), { signal })),
    );
    if (signal.aborted) return;
    const runs: TrainRun[] = [];
    for (const reply of replies) {
      if (!reply.ok) this.failure = reply.error.message;
      else runs.push(reply as TrainRun & { ok: true });
    }
    if (this.failure === null) this.runs = runs;
    this.#position = Math.min(this.#wanted ?? 0, this.last);
    this.#wanted = null;
    this.#changed();
  }
}

export function randomSeed(): number {
  return 1 + Math.floor(Math.random() * LARGEST_SEED);
}

export function nextPage(page: ExperimentName): PageName {
  return EXPERIMENT_NAMES[EXPERIMENT_NAMES.indexOf(page) + 1] ?? "free";
}

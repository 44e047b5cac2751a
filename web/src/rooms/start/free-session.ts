/** The free lab: up to six ways to start the same net on the same data, each from several seeds. Without a DOM. */
import type { Layer, TrainFrame, TrainRequest, TrainRun } from "../../engine/protocol-train.js";
import type { Trainer } from "../../engine/trainer.js";
import type { StartLink } from "../../state/start-link.js";
import { HISTOGRAM } from "./experiments.js";
import { type Sample, samplesOf, TASKS } from "./free-data.js";
import {
  areWidths,
  EVERY,
  FREE_DEFAULT,
  type FreeSetting,
  gridOf,
  isRate,
  MOST_SCHEMES,
  requestOf,
  SCHEMES,
  type Scheme,
  SEEDS,
  UPDATES,
} from "./free-setting.js";
import { advance } from "./pace.js";
import { randomSeed } from "./session.js";

export interface SchemeRuns {
  scheme: Scheme;
  /** Of the first seed, with everything that is shown of one net. */
  shown: TrainRun;
  /** Of all seeds; only costs. */
  all: readonly TrainRun[];
}

export class FreeSession {
  setting = FREE_DEFAULT;
  runs: readonly SchemeRuns[] = [];
  samples: readonly Sample[] = [];
  /** What the nets of the first seed answer at the update that is shown, by scheme: a row of squares after the other, from the top. */
  regions: ReadonlyMap<Scheme, readonly number[]> = new Map();
  failure: string | null = null;
  /** Which fields hold something that cannot be used, and what was typed. */
  wrong: ReadonlyMap<string, string> = new Map();
  isPlaying = false;
  isComputing = false;
  readonly #train: Trainer["train"];
  readonly #changed: () => void;
  #running = new AbortController();
  #wanted: number | null = null;
  #drawing = 0;
  /** In frames; between two of them while playing. */
  #position = 0;

  constructor(train: Trainer["train"], changed: () => void) {
    this.#train = train;
    this.#changed = changed;
  }

  get last(): number {
    return Math.max(0, ...this.runs.map(({ shown }) => shown.frames.length - 1));
  }
  /** Index of the frame that is shown. */
  get frame(): number {
    return Math.floor(this.#position);
  }
  get update(): number {
    return Math.min(this.frame * EVERY, UPDATES);
  }
  get lastUpdate(): number {
    return this.last * EVERY;
  }
  frameOf({ shown: { frames } }: SchemeRuns): TrainFrame {
    return frames[Math.min(this.frame, frames.length - 1)] as TrainFrame;
  }

  get link(): Partial<StartLink> {
    const changed = Object.entries(this.setting).filter(
      ([name, value]) => String(value) !== String(FREE_DEFAULT[name as keyof FreeSetting]),
    );
    return { ...Object.fromEntries(changed), update: this.#wanted ?? this.update };
  }

  visit(link: Partial<StartLink>): void {
    const schemes = SCHEMES.filter((scheme) => link.schemes?.includes(scheme)).slice(0, MOST_SCHEMES);
    this.setting = {
      data: link.data ?? FREE_DEFAULT.data,
      widths: link.widths && areWidths(link.widths) ? link.widths : FREE_DEFAULT.widths,
      activation: link.activation ?? FREE_DEFAULT.activation,
      rate: link.rate && isRate(link.rate) ? link.rate : FREE_DEFAULT.rate,
      schemes: schemes.length > 0 ? schemes : FREE_DEFAULT.schemes,
      seed: link.seed ?? FREE_DEFAULT.seed,
      seeds: SEEDS.find((count) => count === link.seeds) ?? FREE_DEFAULT.seeds,
    };
    this.#wanted = link.update ?? null;
    void this.run();
  }

  change(change: Partial<FreeSetting>): void {
    this.setting = { ...this.setting, ...change };
    this.wrong = new Map([...this.wrong].filter(([field]) => !(field in change)));
    void this.run();
  }

  /** What is typed as widths, `6-3`, or as a learning rate. What cannot be used stays in its field. */
  type(field: "widths" | "rate", text: string): void {
    const widths = text
      .trim()
      .split(/[\s,\-–×]+/)
      .map(Number);
    const rate = Number(text.trim().replace(",", "."));
    if (field === "widths" && areWidths(widths)) return this.change({ widths });
    if (field === "rate" && isRate(rate)) return this.change({ rate });
    this.wrong = new Map([...this.wrong, [field, text]]);
    this.#changed();
  }

  /** At least one stays, at most six. */
  toggle(scheme: Scheme): void {
    const { schemes } = this.setting;
    const chosen = SCHEMES.filter((name) => schemes.includes(name) !== (name === scheme));
    if (chosen.length > 0 && chosen.length <= MOST_SCHEMES) this.change({ schemes: chosen });
  }

  newSeed(): void {
    this.change({ seed: randomSeed() });
  }

  /** The seed stays. */
  reset(): void {
    this.wrong = new Map();
    this.change({ ...FREE_DEFAULT, seed: this.setting.seed });
  }

  showUpdate(update: number): void {
    this.isPlaying = false;
    this.#go(Math.round(update / EVERY));
  }

  play(isPlaying: boolean): void {
    this.isPlaying = isPlaying && this.last > 0;
    this.#go(this.isPlaying && this.frame >= this.last ? 0 : this.frame);
  }

  /** Some milliseconds later. */
  tick(elapsed: number): void {
    if (!this.isPlaying) return;
    const position = advance(this.#position, elapsed, this.last);
    this.isPlaying = position < this.last;
    this.#go(position);
  }

  #go(position: number): void {
    const before = this.frame;
    this.#position = Math.min(Math.max(position, 0), this.last);
    this.#changed();
    if (this.frame !== before) void this.#draw();
  }

  async run(): Promise<void> {
    this.#running.abort();
    const { signal } = (this.#running = new AbortController());
    const { setting } = this;
    this.isComputing = true;
    this.isPlaying = false;
    this.failure = null;
    this.runs = [];
    this.regions = new Map();
    this.#changed();
    this.samples = await samplesOf(this.#train, setting.data, setting.seed);
    for (const scheme of setting.schemes) {
      if (signal.aborted) return;
      const runs = await this.#runsOf(scheme, setting, signal);
      if (signal.aborted) return;
      if (typeof runs === "string") {
        this.failure = runs;
        break;
      }
      this.runs = [...this.runs, runs];
      this.#position = Math.min(this.#wanted === null ? this.last : Math.round(this.#wanted / EVERY), this.last);
      this.#changed();
      void this.#draw();
    }
    this.#wanted = null;
    this.isComputing = false;
    this.#changed();
  }

  /** Or why not. */
  async #runsOf(scheme: Scheme, setting: FreeSetting, signal: AbortSignal): Promise<SchemeRuns | string> {
    const request = requestOf(scheme, setting);
    const record: TrainRequest["record"] = ["loss", "parameters", "gradient_norms", "activations", "distinct_units"];
    const shown = await this.#train<TrainRequest>({ ...request, record, histogram: HISTOGRAM }, { signal });
    if (!shown.ok) return shown.error.message;
    const own = shown as TrainRun & { ok: true };
    if (setting.seeds === 1) return { scheme, shown: own, all: [own] };
    const seeds = Array.from({ length: setting.seeds }, (_, i) => setting.seed + i);
    const all = await this.#train({ ...request, record: ["loss"], seeds }, { signal });
    return all.ok ? { scheme, shown: own, all: all.runs } : all.error.message;
  }

  /** What each net answers at the middle of every square, asked of the engine; only for the update that is shown last. */
  async #draw(): Promise<void> {
    const drawing = ++this.#drawing;
    const { setting } = this;
    const regions = new Map<Scheme, readonly number[]>();
    for (const runs of this.runs) {
      const layers = this.frameOf(runs).layers ?? [];
      if (layers.some(({ W, b = [] }) => ![...W, ...b].flat().every(Number.isFinite))) continue;
      const answers = await this.#answers(layers, setting);
      if (drawing !== this.#drawing) return;
      regions.set(runs.scheme, answers);
    }
    this.regions = regions;
    this.#changed();
  }

  async #answers(layers: Layer[], setting: FreeSetting): Promise<number[]> {
    const inputs = gridOf(TASKS[setting.data]?.reach ?? 1);
    const reply = await this.#train<TrainRequest>({
      ...requestOf("zero", setting),
      data: { inputs, targets: inputs.map(() => [0]) },
      initial: { layers },
      steps: 0,
      record: ["outputs"],
    });
    return reply.ok && "frames" in reply ? (reply.frames[0]?.outputs ?? []).flat() : [];
  }
}

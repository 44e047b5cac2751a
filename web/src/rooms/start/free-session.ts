/** The free lab: up to six ways to start the same net on the same data, each from several seeds. Without a DOM. */
import type { Layer, TrainFrame } from "../../engine/protocol-train.js";
import type { Trainer } from "../../engine/trainer.js";
import type { Samples } from "../../scene/samples.js";
import {
  changeData,
  type DataChange,
  type DataChoice,
  type DataSet,
  firstChoice,
  type UsedData,
  usedOf,
} from "../../state/data-choice.js";
import { linkedData, linkOf } from "../../state/data-link.js";
import type { StartLink } from "../../state/start-link.js";
import { samplesOf } from "../labs/samples.js";
import { type Answers, FreeAnswers, type Places, placesOf } from "./free-answers.js";
import { FreeCloser } from "./free-closer.js";
import { FreeRuns, type SchemeRuns, weightsOf } from "./free-runs.js";
import {
  ACTIVATIONS,
  areWidths,
  everyOf,
  FREE_DEFAULT,
  type FreeSetting,
  isRate,
  isScale,
  layersOf,
  MOST_BY_HAND,
  MOST_SCHEMES,
  parametersOf,
  SCHEMES,
  type Scheme,
  SEEDS,
  shapeOf,
  typedWidths,
  UPDATES,
} from "./free-setting.js";
import { advance } from "./pace.js";
import { randomSeed } from "./session.js";

export class FreeSession {
  setting = FREE_DEFAULT;
  /** Null while they are made. */
  samples: Samples | null = null;
  /** Where the nets are asked what they answer; null where their inputs have no picture. */
  places: Places | null = null;
  /** Which class is told from the others, where there are several. */
  shownClass = 1;
  /** What was typed as hidden layers and is none; null while nothing is wrong. */
  widthsTyped: string | null = null;
  /** Counts resets: what is typed somewhere goes with one. */
  resets = 0;
  isPlaying = false;
  isComputing = false;
  data: DataChoice;
  used: UsedData;
  readonly closer: FreeCloser;
  readonly sets: readonly DataSet[];
  readonly #runs: FreeRuns;
  readonly #answers: FreeAnswers;
  readonly #usual: DataChoice;
  readonly #train: Trainer["train"];
  readonly #changed: () => void;
  #running = new AbortController();
  #wanted: number | null = null;
  #hand: { of: number[]; shape: string; layers: Layer[] } | null = null;
  /** In frames; between two of them while playing. */
  #position = 0;

  constructor({ train, tables }: Pick<Trainer, "train" | "tables">, changed: () => void) {
    this.#train = train;
    this.#changed = changed;
    this.sets = tables.data;
    this.#usual = firstChoice(tables.data.find(({ name }) => name === "circle") as DataSet);
    this.data = this.#usual;
    this.used = usedOf(this.data, this.sets);
    this.closer = new FreeCloser(train, changed);
    this.#runs = new FreeRuns(train, changed);
    this.#answers = new FreeAnswers(train, changed);
  }

  get runs(): readonly SchemeRuns[] {
    return this.#runs.all;
  }
  get done(): number {
    return this.#runs.done;
  }
  get failure(): string | null {
    return this.#runs.failure;
  }

  get shape(): number[] {
    return shapeOf(this.setting, this.used);
  }
  /** Whether its weights are few enough to be typed. */
  get isByHand(): boolean {
    return parametersOf(this.shape) <= MOST_BY_HAND;
  }
  /** Those that are trained. */
  get schemes(): Scheme[] {
    return this.setting.schemes.filter((scheme) => scheme !== "hand" || this.isByHand);
  }
  /** What the nets of the first seed answer at the update that is shown. */
  get answers(): Answers {
    return this.#answers.by;
  }
  get every(): number {
    return everyOf(this.shape);
  }
  get last(): number {
    return Math.max(0, ...this.runs.map(({ shown }) => shown.frames.length - 1));
  }
  /** Index of the frame that is shown. */
  get frame(): number {
    return Math.floor(this.#position);
  }
  get update(): number {
    return Math.min(this.frame * this.every, UPDATES);
  }
  get lastUpdate(): number {
    return Math.min(this.last * this.every, UPDATES);
  }
  frameOf({ shown: { frames } }: SchemeRuns): TrainFrame {
    return frames[Math.min(this.frame, frames.length - 1)] as TrainFrame;
  }

  get link(): Partial<StartLink> {
    const { setting } = this;
    const hasHand = setting.schemes.includes("hand");
    const changed = Object.entries(setting).filter(
      ([name, value]) =>
        String(value) !== String(FREE_DEFAULT[name as keyof FreeSetting]) && (name !== "hand" || hasHand),
    );
    const data = linkOf(this.data, this.#usual, this.sets);
    return { ...data, ...Object.fromEntries(changed), update: this.#wanted ?? this.update };
  }

  visit(link: Partial<StartLink>): void {
    const schemes = SCHEMES.filter((scheme) => link.schemes?.includes(scheme)).slice(0, MOST_SCHEMES);
    this.data = linkedData(link, this.#usual, this.sets);
    this.#use(usedOf(this.data, this.sets));
    this.setting = {
      widths: link.widths && areWidths(link.widths) ? link.widths : FREE_DEFAULT.widths,
      activation: ACTIVATIONS.find((name) => name === link.activation) ?? FREE_DEFAULT.activation,
      rate: link.rate && isRate(link.rate) ? link.rate : FREE_DEFAULT.rate,
      scale: link.scale !== undefined && isScale(link.scale) ? link.scale : FREE_DEFAULT.scale,
      schemes: schemes.length > 0 ? schemes : FREE_DEFAULT.schemes,
      seed: link.seed ?? FREE_DEFAULT.seed,
      seeds: SEEDS.find((count) => count === link.seeds) ?? FREE_DEFAULT.seeds,
      hand: link.hand && link.hand.length <= MOST_BY_HAND ? link.hand : FREE_DEFAULT.hand,
    };
    this.#wanted = link.update ?? null;
    void this.run();
  }

  change(change: Partial<FreeSetting>): void {
    this.setting = { ...this.setting, ...change };
    if (change.widths) this.widthsTyped = null;
    void this.run();
  }

  /** Trained again only where other samples come of it. */
  changeData(change: DataChange): void {
    this.data = changeData(this.data, change, this.sets);
    const used = usedOf(this.data, this.sets);
    if (JSON.stringify(used) === JSON.stringify(this.used)) return this.#changed();
    this.#use(used);
    this.shownClass = Math.min(this.shownClass, Math.max(used.outputs - 1, 1));
    void this.run();
  }

  /** Samples of other data are none of these. */
  #use(used: UsedData): void {
    this.used = used;
    this.samples = null;
    this.places = null;
  }

  /** Hidden layers such as `6-3`. What cannot be used stays in its field. */
  typeWidths(text: string): void {
    const widths = typedWidths(text);
    if (widths) return this.change({ widths });
    this.widthsTyped = text;
    this.#changed();
  }

  /** At least one stays, at most six. */
  toggle(scheme: Scheme): void {
    const { schemes } = this.setting;
    const chosen = SCHEMES.filter((name) => schemes.includes(name) !== (name === scheme));
    if (chosen.length > 0 && chosen.length <= MOST_SCHEMES) this.change({ schemes: chosen });
  }

  showClass(shown: number): void {
    this.shownClass = shown;
    this.#changed();
  }

  newSeed(): void {
    this.change({ seed: randomSeed() });
  }

  /** The seed stays. */
  reset(): void {
    this.widthsTyped = null;
    this.resets++;
    this.data = this.#usual;
    this.#use(usedOf(this.data, this.sets));
    this.change({ ...FREE_DEFAULT, seed: this.setting.seed });
  }

  /** What is there stays. */
  stop(): void {
    this.#running.abort();
    this.#wanted = null;
    this.isComputing = false;
    this.#changed();
  }

  showUpdate(update: number): void {
    this.isPlaying = false;
    this.#go(Math.round(update / this.every));
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
    if (this.frame !== before) this.#draw();
  }

  // ---- runs

  async run(): Promise<void> {
    this.#running.abort();
    const { signal } = (this.#running = new AbortController());
    const { used } = this;
    this.isComputing = true;
    this.isPlaying = false;
    this.#answers.clear();
    this.#runs.clear();
    this.closer.clear();
    this.#changed();
    const samples = await samplesOf(this.#train, used);
    if (signal.aborted) return;
    this.samples = samples;
    this.places = placesOf(samples);
    await this.#fillHand(signal);
    const { schemes, setting } = this;
    await this.#runs.run({ schemes, setting, used }, signal, () => this.#arrived());
    if (signal.aborted) return;
    this.#wanted = null;
    this.isComputing = false;
    this.#changed();
  }

  #arrived(): void {
    this.#position = Math.min(this.#wanted === null ? this.last : Math.round(this.#wanted / this.every), this.last);
    this.#changed();
    this.#draw();
  }

  /** How many runs there will be. */
  get total(): number {
    const { seeds } = this.setting;
    return this.schemes.reduce((sum, scheme) => sum + (scheme === "hand" ? 1 : seeds), 0);
  }

  // ---- weights by hand

  /** Where they are not there yet, or those of another net: as another scheme would start. */
  async #fillHand(signal: AbortSignal): Promise<void> {
    const { schemes, hand } = this.setting;
    if (!schemes.includes("hand") || !this.isByHand || hand.length === parametersOf(this.shape)) return;
    const filled = await weightsOf(this.#train, "xavier_normal", this.setting, this.used);
    if (!signal.aborted) this.setting = { ...this.setting, hand: filled };
  }

  async fillFrom(scheme: Scheme): Promise<void> {
    this.change({ hand: await weightsOf(this.#train, scheme, this.setting, this.used) });
  }

  changeWeight(i: number, weight: number): void {
    this.change({ hand: this.setting.hand.map((other, at) => (at === i ? weight : other)) });
  }

  /** The same ones until one of them changes, so that a field that is typed into is left alone. */
  get handLayers(): Layer[] {
    const { shape } = this;
    const { hand } = this.setting;
    const known = this.#hand;
    if (known?.of === hand && known.shape === String(shape)) return known.layers;
    this.#hand = { of: hand, shape: String(shape), layers: layersOf(hand, shape) };
    return this.#hand.layers;
  }

  // ---- what is asked of the engine about the update that is shown

  #draw(): void {
    const { setting, used, places, runs } = this;
    void this.closer.look({ setting, used, runs, frame: this.frame });
    const nets = runs.map((one) => ({ scheme: one.scheme, layers: this.frameOf(one).layers ?? [] }));
    if (places) void this.#answers.draw(nets, places, setting, used);
  }
}

/** The free lab: up to six ways to start the same net on the same data, each from several seeds. Without a DOM. */
import type { Layer, TrainFrame } from "../../engine/protocol.js";
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
import { FreeAnswers, type Places, placesOf } from "./free-answers.js";
import { FreeCloser } from "./free-closer.js";
import { isByHand, lacksHand, rememberedLayers, weightsOf } from "./free-hand.js";
import { linkOfSetting, settingOf } from "./free-link.js";
import { FreePlayer } from "./free-player.js";
import { FreeRuns, type SchemeRuns } from "./free-runs.js";
import {
  everyOf,
  FREE_DEFAULT,
  type FreeSetting,
  MOST_SCHEMES,
  SCHEMES,
  type Scheme,
  shapeOf,
  typedWidths,
} from "./free-setting.js";
import { randomSeed } from "./session.js";

type AnyTrainer = Pick<Trainer, "train" | "tables" | "lanes">;

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
  isComputing = false;
  data: DataChoice;
  used: UsedData;
  readonly player: FreePlayer;
  readonly trained: FreeRuns;
  /** What the nets of the first seed answer at the update that is shown. */
  readonly answered: FreeAnswers;
  readonly closer: FreeCloser;
  readonly sets: readonly DataSet[];
  readonly optimizers: Trainer["tables"]["optimizers"];
  readonly #handLayers = rememberedLayers();
  readonly #usual: DataChoice;
  readonly #train: Trainer["train"];
  readonly #changed: () => void;
  #running = new AbortController();
  /** The update that a link asks for, until it is there. */
  #wanted: number | null = null;

  constructor(trainer: AnyTrainer, changed: () => void) {
    this.#train = trainer.train;
    this.#changed = changed;
    this.sets = trainer.tables.data;
    this.optimizers = trainer.tables.optimizers;
    this.#usual = firstChoice(this.sets.find(({ name }) => name === "circle") as DataSet);
    this.data = this.#usual;
    this.used = usedOf(this.data, this.sets);
    this.player = new FreePlayer((isAnother) => {
      changed();
      if (isAnother) this.#draw();
    });
    this.closer = new FreeCloser(trainer.train, changed);
    this.trained = new FreeRuns(trainer, changed);
    this.answered = new FreeAnswers(trainer.train, changed);
  }

  get runs(): readonly SchemeRuns[] {
    return this.trained.all;
  }
  get shape(): number[] {
    return shapeOf(this.setting, this.used);
  }
  get isByHand(): boolean {
    return isByHand(this.setting, this.used);
  }
  get handLayers(): Layer[] {
    return this.#handLayers(this.setting, this.used);
  }
  /** Those that are trained. */
  get schemes(): Scheme[] {
    return this.setting.schemes.filter((scheme) => scheme !== "hand" || this.isByHand);
  }
  /** At the update that is shown; what stopped before stays at its end. */
  frameOf({ shown: { frames } }: SchemeRuns): TrainFrame {
    return frames[Math.min(this.player.frame, frames.length - 1)] as TrainFrame;
  }

  // ---- what can be changed

  get link(): Partial<StartLink> {
    const data = linkOf(this.data, this.#usual, this.sets);
    return { ...data, ...linkOfSetting(this.setting), update: this.#wanted ?? this.player.update };
  }

  visit(link: Partial<StartLink>): void {
    this.data = linkedData(link, this.#usual, this.sets);
    this.#use(usedOf(this.data, this.sets));
    this.setting = settingOf(link);
    this.#wanted = link.update ?? null;
    void this.run();
  }

  change(change: Partial<FreeSetting>): void {
    // the same runs, seen otherwise
    if (change.chart && change.chart !== this.setting.chart) this.#wanted = this.player.update;
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

  async fillFrom(scheme: Scheme): Promise<void> {
    this.change({ hand: await weightsOf(this.#train, scheme, this.setting, this.used) });
  }

  changeWeight(i: number, weight: number): void {
    this.change({ hand: this.setting.hand.map((other, at) => (at === i ? weight : other)) });
  }

  /** The seed stays. */
  reset(): void {
    this.widthsTyped = null;
    this.resets++;
    this.data = this.#usual;
    this.#use(usedOf(this.data, this.sets));
    this.change({ ...FREE_DEFAULT, seed: this.setting.seed });
  }

  // ---- runs

  async run(): Promise<void> {
    this.#running.abort();
    const { signal } = (this.#running = new AbortController());
    const { used } = this;
    this.isComputing = true;
    this.answered.clear();
    this.trained.clear();
    this.closer.clear();
    this.player.clear(everyOf(this.shape));
    this.#changed();
    await this.#prepare(signal);
    if (signal.aborted) return;
    const { schemes, setting } = this;
    const samples = this.samples as unknown as Samples;
    await this.trained.run({ schemes, setting, used, samples }, signal, () => this.#arrived());
    if (signal.aborted) return;
    this.#wanted = null;
    this.isComputing = false;
    this.#changed();
  }

  /** Samples, and weights by hand where there are none yet: as another scheme would start. */
  async #prepare(signal: AbortSignal): Promise<void> {
    const { used, setting } = this;
    if (this.samples === null) {
      const samples = await samplesOf(this.#train, used);
      if (signal.aborted) return;
      this.samples = samples;
      this.places = placesOf(samples);
    }
    if (!lacksHand(setting, used)) return;
    const hand = await weightsOf(this.#train, "xavier_normal", setting, used);
    if (!signal.aborted) this.setting = { ...this.setting, hand };
  }

  /** What is there stays. */
  stop(): void {
    this.#running.abort();
    this.#wanted = null;
    this.isComputing = false;
    this.#changed();
  }

  /** More frames of a net. */
  #arrived(): void {
    this.player.reach(
      Math.max(0, ...this.runs.map(({ shown }) => shown.frames.length - 1)),
      this.#wanted ?? Number.POSITIVE_INFINITY,
    );
    this.#changed();
    this.#draw();
  }

  /** What is asked of the engine about the update that is shown. While a net trains it is asked once, at its first frames. */
  #draw(): void {
    const { setting, used, places, samples, runs, answered } = this;
    const complete = runs.filter(({ isComplete }) => isComplete);
    void this.closer.look({ setting, used, runs: complete, frame: this.player.frame });
    const nets = runs
      .filter(({ scheme, isComplete }) => isComplete || !answered.by.has(scheme))
      .map((one) => ({ scheme: one.scheme, layers: this.frameOf(one).layers ?? [] }));
    if (places && samples) void answered.draw({ nets, places, samples, setting, used });
  }
}

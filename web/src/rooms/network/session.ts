/** One network as it is looked at and changed: its run, the update and the stage that are shown, and one number. Without a DOM. */
import type { Workbench } from "../../engine/client.js";
import type { Nudged } from "../../scene/nudge.js";
import { idOf, isEditable, type Net, type NetId, placeOf } from "../../scene/net.js";
import { NetAnswer } from "../../scene/net-answer.js";
import { programOf } from "../../scene/net-program.js";
import type { NetUpdate } from "../../scene/net-update.js";
import { typedNumber } from "../../scene/typed.js";
import type { NetworkLink, SignName, ViewName } from "../../state/network-link.js";
import { linkOf, readLink } from "./link.js";
import { Pace } from "./pace.js";
import { type NetFrame, Run } from "./run.js";
import { activationsFor, isRate, randomSeed, readHidden, type Setting } from "./setting.js";
import { type Samples, samplesOf, settingOf, taskOf } from "./tasks.js";
import { initialLayers, withEntry } from "./weights.js";

export type Engine = Pick<Workbench, "train" | "explain">;
interface Grip {
  id: NetId;
  from: number;
  gradient: number;
  loss: number;
}
export type LineName = "weights" | "gradients";

/** More would be scrubbed by nobody. */
export const MOST_UPDATES = 5000;

export class NetworkSession {
  setting: Setting = settingOf("xor_one");
  run: Run;
  at = 0;
  /** Stages of the update that are done. */
  stage = 0;
  chosen: NetId = "W1[0][0]";
  sample = 0;
  view: ViewName = "neurons";
  lines: LineName = "weights";
  guess: SignName | null = null;
  /** Where the guess was made here; what is said of it is of that place. */
  guessed: { run: Run; at: number } | null = null;
  linked: NetId | null = null;
  /** The costs of the run that this one forked from. */
  ghost: readonly NetFrame[] = [];
  nudge: Nudged | null = null;
  /** Fields with something that cannot be used, and what was typed. */
  wrong: ReadonlyMap<string, string> = new Map();
  readonly engine: Engine;
  readonly #changed: () => void;
  readonly #pace = new Pace();
  readonly #answers = new WeakMap<Run, Map<number, NetAnswer | null>>();
  /** The run at the begin of a drag, to which its moves are compared. */
  #grip: Grip | null = null;

  constructor(engine: Engine, changed: () => void) {
    this.engine = engine;
    this.#changed = changed;
    this.run = this.#begun();
    this.chosen = this.asked;
  }

  // ---- what there is

  get layers(): number {
    return this.setting.sizes.length - 1;
  }
  get stages(): number {
    return 2 * this.layers + 2;
  }
  /** Whose gradient is to be guessed. */
  get asked(): NetId {
    return idOf(`W${this.layers}`, 0, 0);
  }
  get isLocked(): boolean {
    return this.guess === null;
  }
  get isAsking(): boolean {
    return this.isLocked && this.stage === this.layers + 1;
  }
  get isPlaying(): boolean {
    return this.#pace.isPlaying;
  }
  get net(): Net {
    return this.netAt(this.at);
  }
  netAt(update: number): Net {
    const { sizes, activations, bias, loss } = this.setting;
    const { inputs, targets } = this.run.batchAt(update);
    return { sizes, activations, bias, loss, layers: this.run.layersAt(update), inputs, targets };
  }
  /** What the engine says of the net that is shown; null where it can say nothing. */
  get answer(): NetAnswer | null {
    return this.answerAt(this.at);
  }
  answerAt(update: number): NetAnswer | null {
    const known = this.#answers.get(this.run) ?? new Map<number, NetAnswer | null>();
    this.#answers.set(this.run, known);
    if (!known.has(update)) known.set(update, this.#explained(update));
    return known.get(update) ?? null;
  }
  #explained(update: number): NetAnswer | null {
    const reply = this.engine.explain({ program: programOf(this.netAt(update)), include: ["steps"] });
    return reply.ok ? new NetAnswer(reply) : null;
  }
  get failure(): string | null {
    return this.run.failure;
  }

  /** What an update made of a weight: the one that is shown as a stage, else the last one. */
  get moved(): (NetUpdate & { update: number }) | null {
    const update = this.stage === this.stages ? this.at : this.at - 1;
    return update < this.run.first ? null : this.movedAt(update, this.chosen);
  }
  movedAt(update: number, id: NetId): (NetUpdate & { update: number }) | null {
    const { run, setting } = this;
    if (update < run.origin.begin || update >= run.last) return null;
    const [before, after] = [update, update + 1].map((number) => weightIn(run.frame(number), id));
    const gradient = this.answerAt(update)?.gradient(id);
    if (before == null || after == null || gradient == null) return null;
    return { update: update + 1, before, after, gradient, rate: setting.rate };
  }

  get link(): Partial<NetworkLink> {
    return linkOf(this);
  }
  visit(link: Partial<NetworkLink>): void {
    const read = readLink(this.engine, link);
    this.setting = read.setting;
    this.ghost = [];
    this.#forget();
    this.wrong = new Map();
    this.run = read.origin ? new Run(this.engine, read.origin) : this.#begun();
    this.guess = link.guess ?? null;
    this.view = link.view ?? "neurons";
    this.run.reach(Math.min(link.update ?? 0, MOST_UPDATES));
    this.at = Math.min(Math.max(link.update ?? 0, this.run.first), this.run.last);
    this.sample = Math.min(link.sample ?? 0, this.net.inputs.length - 1);
    this.stage = Math.min(link.stage ?? 0, this.isLocked ? this.layers + 1 : this.stages);
    this.chosen = link.chosen && this.answer?.value(link.chosen) != null ? link.chosen : this.asked;
    this.#prepare();
    this.#changed();
  }

  // ---- the update, stage by stage

  next(): void {
    this.#forget();
    if (this.stage < this.stages) return this.goTo(this.stage + 1);
    this.#show(this.at + 1, 1);
  }
  back(): void {
    this.#forget();
    if (this.stage > 0) return this.goTo(this.stage - 1);
    if (this.at > this.run.first) this.#show(this.at - 1, this.stages);
  }
  /** As far as the guess allows. */
  goTo(stage: number): void {
    this.#forget();
    this.stage = Math.min(stage, this.isLocked ? this.layers + 1 : this.stages);
    if (this.isAsking) this.chosen = this.asked;
    this.#prepare();
    this.#changed();
  }
  make(guess: SignName): void {
    if (this.guess !== null) return;
    this.guess = guess;
    this.guessed = { run: this.run, at: this.at };
    this.goTo(this.layers + 2);
  }

  /** Whole updates, both passes filled in. */
  show(update: number): void {
    if (this.isLocked) return;
    this.#pace.stop();
    this.#show(update, this.stages - 1);
  }
  play(isPlaying: boolean): void {
    if (this.isLocked) return;
    this.#forget();
    if (isPlaying) this.#pace.begin();
    else this.#pace.stop();
    this.#changed();
  }
  /** Some milliseconds later. */
  tick(elapsed: number): void {
    const updates = this.#pace.updatesIn(elapsed);
    if (updates === 0) return;
    const before = this.at;
    this.#show(this.at + updates, this.stages - 1);
    if (this.at < before + updates) this.play(false);
  }

  #show(update: number, stage: number): void {
    this.nudge = null;
    const wanted = Math.min(Math.max(update, this.run.first), MOST_UPDATES);
    this.run.reach(wanted);
    this.at = Math.min(wanted, this.run.last);
    this.stage = stage;
    this.sample = Math.min(this.sample, this.net.inputs.length - 1);
    this.#prepare();
    this.#changed();
  }
  /** The stage of the update shows where it leads. */
  #prepare(): void {
    if (this.stage === this.stages) this.run.reach(this.at + 1);
  }
  #forget(): void {
    this.nudge = null;
    this.#pace.stop();
  }

  // ---- changes

  /** A number in the hand. The run forks from the update that is shown. */
  edit(id: NetId, value: number, gesture: "start" | "move" | "end"): void {
    const place = placeOf(id);
    if (!place?.entry || !isEditable(id) || !Number.isFinite(value)) return;
    this.#pace.stop();
    const from = this.answer?.value(id);
    if (from == null) return;
    if (this.#grip?.id !== id || gesture === "start") this.#grip = this.#gripped(id, from);
    if (value !== from) {
      const [row, column] = place.entry;
      const { layers } = this.net;
      const { samples } = this.run.origin;
      const index = Number(/\d+/.exec(place.name)?.[0] ?? 0) - 1;
      const sample = this.run.batchAt(this.at).from + column;
      if (/^[Wb]/.test(place.name)) {
        const field = place.name.startsWith("W") ? "W" : "b";
        this.#fork({
          layers: layers.map((layer, i) =>
            i === index ? { ...layer, [field]: withEntry(layer[field] ?? [], row, column, value) } : layer,
          ),
        });
      } else if (place.name === "X")
        this.#fork({ samples: { ...samples, inputs: withEntry(samples.inputs, sample, row, value) } });
      else if (place.name === "Y")
        this.#fork({ samples: { ...samples, targets: withEntry(samples.targets, sample, row, value) } });
    }
    this.nudge = this.#nudged(id, place.entry, value);
    if (gesture === "end") this.#grip = null;
    this.#changed();
  }

  #gripped(id: NetId, from: number): Grip {
    return { id, from, gradient: this.answer?.gradient(id) ?? Number.NaN, loss: this.answer?.value("L") ?? Number.NaN };
  }
  /** What the gradient predicted, once it is known, and what happened. */
  #nudged(id: NetId, entry: readonly [number, number], to: number): Nudged | null {
    const { answer } = this;
    const grip = this.#grip;
    const input = answer?.nodeOf(id) ?? null;
    if (!answer || !grip || input === null || this.isLocked || to === grip.from) return null;
    return {
      input,
      entry,
      from: grip.from,
      to,
      gradient: grip.gradient,
      outputBefore: grip.loss,
      outputNow: answer.value("L") ?? Number.NaN,
    };
  }

  /** Goes on from the update that is shown, with something changed. */
  #fork(change: { layers?: Net["layers"]; samples?: Samples; setting?: Setting }): void {
    const { run, at } = this;
    const setting = change.setting ?? this.setting;
    // one that has made no update since it forked is not worth comparing with
    if (run.last > run.origin.begin) this.ghost = run.frames;
    // costs of other samples, or of another function, are no measure
    const isComparable = setting.loss === this.setting.loss && setting.activations === this.setting.activations;
    if (change.samples || !isComparable) this.ghost = [];
    this.setting = setting;
    const batch = change.samples ?? run.origin.samples;
    this.run = new Run(
      this.engine,
      { begin: at, layers: change.layers ?? run.layersAt(at), samples: batch, setting },
      run.frames.slice(0, at - run.first),
    );
    this.sample = Math.min(this.sample, this.net.inputs.length - 1);
    this.stage = Math.min(this.stage, this.stages - 1);
  }

  /** How it is trained from now on, or what its layers do. */
  adjust(change: Partial<Pick<Setting, "activations" | "loss" | "optimizer" | "rate" | "batch">>): void {
    this.#forget();
    this.#understood(Object.keys(change));
    this.#fork({ setting: { ...this.setting, ...change } });
    this.#changed();
  }
  /** Another net, from its start. */
  rebuild(change: Partial<Setting>): void {
    this.#understood(Object.keys(change));
    const before = this.setting;
    this.setting = { ...before, ...change };
    if ("sizes" in change) this.setting.activations = activationsFor(this.setting.sizes, before.activations);
    if (this.setting.scheme === "given" && (change.sizes || change.seed !== undefined))
      this.setting.scheme = "xavier_normal";
    const isDrawnAnew = change.seed !== undefined && taskOf(this.setting.task).samples === undefined;
    this.#restart(isDrawnAnew ? null : this.run.origin.samples);
  }
  openTask(task: string): void {
    this.wrong = new Map();
    this.setting = settingOf(task, this.setting.seed);
    this.#restart(null);
  }
  newSeed(): void {
    this.rebuild({ seed: randomSeed() });
  }
  /** Back to the first update: the weights are those of the seed again, the samples those of the task. */
  reset(): void {
    this.wrong = new Map();
    this.#restart(null);
  }
  #restart(samples: Samples | null): void {
    this.#forget();
    this.ghost = [];
    this.run = this.#begun(samples);
    this.at = 0;
    this.stage = 0;
    this.sample = 0;
    if (this.answer?.value(this.chosen) == null) this.chosen = this.asked;
    this.#changed();
  }
  #begun(samples: Samples | null = null): Run {
    const { setting, engine } = this;
    return new Run(engine, {
      begin: 0,
      layers: initialLayers(engine, setting),
      samples: samples ?? samplesOf(engine, setting.task, setting.seed),
      setting,
    });
  }

  /** What cannot be used stays in its field. */
  type(field: "hidden" | "rate", text: string): void {
    const hidden = readHidden(text);
    const rate = typedNumber(text);
    const { sizes } = this.setting;
    if (field === "hidden" && hidden) {
      this.#understood(["hidden"]);
      return this.rebuild({ sizes: [sizes[0] as number, ...hidden, sizes.at(-1) as number] });
    }
    if (field === "rate" && isRate(rate)) return this.adjust({ rate });
    this.wrong = new Map([...this.wrong, [field, text]]);
    this.#changed();
  }
  #understood(fields: readonly string[]): void {
    this.wrong = new Map([...this.wrong].filter(([field]) => !fields.includes(field)));
  }

  // ---- looking

  choose(id: NetId): void {
    this.chosen = id;
    this.#changed();
  }
  point(id: NetId | null): void {
    if (id === this.linked) return;
    this.linked = id;
    this.#changed();
  }
  look(change: Partial<Pick<NetworkSession, "sample" | "view" | "lines">>): void {
    Object.assign(this, change);
    const place = placeOf(this.chosen);
    // the same number of another sample
    if (change.sample !== undefined && place?.entry && /^[XYZA]/.test(place.name))
      this.chosen = idOf(place.name, place.entry[0], change.sample);
    this.#changed();
  }
}

function weightIn(frame: NetFrame | undefined, id: NetId): number | null {
  const place = placeOf(id);
  const [, kind, digits] = /^([Wb])(\d+)$/.exec(place?.name ?? "") ?? [];
  const layer = frame?.layers[Number(digits) - 1];
  if (!place?.entry || !layer) return null;
  return (kind === "W" ? layer.W : layer.b)?.[place.entry[0]]?.[place.entry[1]] ?? null;
}

/** What a student changes: a number in the hand, how the net is trained, another net, other samples. A run forks or begins anew. */

import { readFile } from "../../components/data-file.js";
import { isEditableIn, type Net, type NetId, placeOf } from "../../scene/net.js";
import type { Nudged } from "../../scene/nudge.js";
import { typedNumber } from "../../scene/typed.js";
import { allOf, type Data, featured, splitOf } from "./data.js";
import { FEATURED_INPUTS, type FeatureName, ownInputs } from "./features.js";
import { type Grip, gripOf, nudgeOf } from "./grip.js";
import { type OwnProblem, readSamples, settingFor, writeSamples } from "./own.js";
import { type NetFrame, Run } from "./run.js";
import type { NetworkSession } from "./session.js";
import {
  activationsFor,
  type DataAmount,
  isRate,
  MOST_SAMPLES,
  randomSeed,
  readHidden,
  type Setting,
} from "./setting.js";
import { isDrawn, type Samples, settingOf } from "./tasks.js";
import type { Training } from "./training.js";
import type { Changed } from "./undoing.js";
import { firstRun, withEntry } from "./weights.js";

export class Changes {
  /** The costs of the run that this one forked from. */
  ghost: readonly NetFrame[] = [];
  nudge: Nudged | null = null;
  /** Fields with something that cannot be used, and what was typed. */
  wrong: ReadonlyMap<string, string> = new Map();
  /** Why a file of samples was not read. */
  file: OwnProblem | null = null;
  readonly #session: NetworkSession;
  #grip: Grip | null = null;

  constructor(session: NetworkSession) {
    this.#session = session;
  }

  /** Another run is looked at. */
  forget(ghost: readonly NetFrame[] = []): void {
    this.ghost = ghost;
    this.wrong = new Map();
    this.file = null;
    this.#grip = null;
  }

  /** A number in the hand. The run forks from the update that is shown. */
  edit(id: NetId, value: number, gesture: "start" | "move" | "end"): void {
    const session = this.#session;
    const place = placeOf(id);
    const from = session.answer?.value(id);
    if (!place?.entry || from == null || !isEditableIn(session.net, id) || !Number.isFinite(value)) return;
    session.pause();
    if (this.#grip?.id !== id || gesture === "start") this.#grip = gripOf(session, id, from);
    if (value !== from) this.#fork(this.#with(place.name, place.entry, value));
    this.nudge = nudgeOf(session, this.#grip, place.entry, value);
    if (gesture === "end") {
      this.#grip = null;
      session.undoing.commit({ kind: "number", id });
    }
    session.changed();
  }

  /** The weights, or the samples, with one number changed. */
  #with(
    name: string,
    [row, column]: readonly [number, number],
    value: number,
  ): { layers: Net["layers"] } | { samples: Samples } {
    const { net, run, at, engine, setting } = this.#session;
    const { samples } = run.origin;
    const sample = run.batchAt(at).rows[column] ?? column;
    if (name === "X") {
      const own = withEntry(samples.inputs, sample, row, value).map((inputs) => ownInputs(inputs, setting.features));
      return { samples: featured(engine, { inputs: own, targets: samples.targets }, setting.features) };
    }
    if (name === "Y") return { samples: { ...samples, targets: withEntry(samples.targets, sample, row, value) } };
    const field = name.startsWith("W") ? "W" : "b";
    const index = Number(name.slice(1)) - 1;
    return {
      layers: net.layers.map((layer, i) =>
        i === index ? { ...layer, [field]: withEntry(layer[field] ?? [], row, column, value) } : layer,
      ),
    };
  }

  /** Goes on from the update that is shown, with something changed. */
  #fork(change: { layers?: Net["layers"]; samples?: Samples; setting?: Setting }): void {
    const session = this.#session;
    session.undoing.leave();
    const { run, at, setting: before } = session;
    const setting = change.setting ?? before;
    // one that has made no update since it forked is not worth comparing with
    if (run.last > run.origin.begin) this.ghost = run.frames;
    // costs of other samples, or of another function, are no measure
    if (change.samples || setting.loss !== before.loss || setting.activations !== before.activations) this.ghost = [];
    session.begin(
      new Run(
        session.engine,
        {
          begin: at,
          layers: change.layers ?? run.layersAt(at),
          samples: change.samples ?? run.origin.samples,
          test: run.origin.test,
          setting,
        },
        run.frames.slice(0, at - run.first),
      ),
    );
  }

  /** How it is trained from now on, or what its layers do. */
  adjust(change: Partial<Pick<Setting, "activations" | "loss" | keyof Training>>): void {
    const session = this.#session;
    session.pause();
    this.#understood(Object.keys(change));
    if (this.#isAsItIs(change)) return session.changed();
    this.#fork({ setting: { ...session.setting, ...change } });
    session.undoing.commit({ kind: "training" });
    session.changed();
  }

  /** Another net, from its start. */
  rebuild(change: Partial<Setting>): void {
    const { setting: before, run } = this.#session;
    this.#understood(Object.keys(change));
    if (this.#isAsItIs(change)) return this.#session.changed();
    const setting = { ...before, ...change };
    if (change.sizes) setting.activations = activationsFor(setting.sizes, before.activations);
    if (setting.scheme === "given" && (change.sizes || change.seed !== undefined)) setting.scheme = "xavier_normal";
    const isDrawnAnew = change.seed !== undefined && isDrawn(setting.task);
    this.#restart(setting, isDrawnAnew ? null : run.origin, change.seed === undefined ? "net" : "seed");
  }
  /** Other samples, from the start: more or fewer of them, noisier ones, some kept for testing. One's own are only parted anew. */
  redraw(change: Partial<Record<DataAmount, number>>): void {
    const { setting: before, run } = this.#session;
    if (this.#isAsItIs(change)) return this.#session.changed();
    const setting = { ...before, ...change };
    // those that are written down are as they are
    if (!isDrawn(setting.task) && setting.task !== "own") return;
    const batchOf = (count: number) => (setting.batch < count ? setting.batch : 0);
    if (isDrawn(setting.task)) return this.#restart({ ...setting, batch: batchOf(setting.count) }, null, "data");
    const data = splitOf(allOf(run.origin), setting.test);
    const [count, test] = [data.samples.inputs.length, data.test.inputs.length];
    this.#restart({ ...setting, test, batch: batchOf(count) }, data, "data");
  }
  /** Inputs that are made of the two that samples have. */
  feature(features: readonly FeatureName[]): void {
    const { setting: before, run, engine } = this.#session;
    const own = ({ inputs, targets }: Samples) =>
      featured(engine, { inputs: inputs.map((row) => ownInputs(row, before.features)), targets }, features);
    const sizes = [FEATURED_INPUTS + features.length, ...before.sizes.slice(1)];
    const scheme = before.scheme === "given" ? "xavier_normal" : before.scheme;
    const { samples, test } = run.origin;
    this.#restart({ ...before, features, sizes, scheme }, { samples: own(samples), test: own(test) }, "net");
  }
  openTask(task: string): void {
    this.wrong = new Map();
    const { run, setting } = this.#session;
    // what is there is where one's own begins
    if (task === "own") return this.useOwn(writeSamples(allOf(run.origin), setting.features));
    this.#restart(settingOf(task, this.#session.setting.seed), null, "data");
  }
  /** A table of samples. What cannot be read stays as it is, and the samples there are stay in use. */
  useOwn(text: string): void {
    const session = this.#session;
    this.file = null;
    const read = readSamples(text);
    if (Array.isArray(read)) {
      this.wrong = new Map([...this.wrong, ["own", text]]);
      return session.changed();
    }
    this.#understood(["own"]);
    const setting = settingFor(session.setting, read);
    const data = splitOf(featured(session.engine, read, setting.features), setting.test);
    this.#restart({ ...setting, test: data.test.inputs.length }, data, "data");
  }
  /** The same from a file. */
  async openFile(file: File): Promise<void> {
    const read = await readFile(file);
    if (typeof read === "string") return this.useOwn(read);
    this.file = { id: `data-problem-${read.code}`, args: read.args };
    this.#session.changed();
  }
  newSeed(): void {
    this.rebuild({ seed: randomSeed() });
  }
  /** Back to the first update: the weights are those of the seed again, the samples those of the task. */
  reset(): void {
    this.wrong = new Map();
    const { setting, run } = this.#session;
    this.#restart(setting, setting.task === "own" ? run.origin : null, "reset");
  }
  #restart(setting: Setting, data: Data | null, kind: Changed["kind"]): void {
    const session = this.#session;
    session.undoing.leave();
    session.pause();
    this.ghost = [];
    session.at = 0;
    session.stage = 0;
    session.sample = 0;
    session.begin(firstRun(session.engine, setting, data && { samples: data.samples, test: data.test }));
    session.undoing.commit({ kind });
    session.changed();
  }

  /** One more sample, the last one again until it is changed. */
  addSample(): void {
    const { inputs, targets } = this.#session.run.origin.samples;
    if (inputs.length < MOST_SAMPLES)
      this.#sample({ inputs: [...inputs, ...inputs.slice(-1)], targets: [...targets, ...targets.slice(-1)] });
  }
  /** One always stays. */
  removeSample(index: number): void {
    const { inputs, targets } = this.#session.run.origin.samples;
    if (inputs.length > 1) this.#sample({ inputs: inputs.toSpliced(index, 1), targets: targets.toSpliced(index, 1) });
  }
  #sample(samples: Samples): void {
    const session = this.#session;
    session.pause();
    const { setting } = session;
    this.#fork({ samples, ...(setting.batch >= samples.inputs.length && { setting: { ...setting, batch: 0 } }) });
    session.undoing.commit({ kind: "samples" });
    session.changed();
  }

  /** What cannot be used stays in its field. */
  type(field: "hidden" | "rate", text: string): void {
    const session = this.#session;
    const hidden = readHidden(text);
    const rate = typedNumber(text);
    const { sizes } = session.setting;
    if (field === "hidden" && hidden) {
      this.#understood(["hidden"]);
      return this.rebuild({ sizes: [sizes[0] as number, ...hidden, sizes.at(-1) as number] });
    }
    if (field === "rate" && isRate(rate)) return this.adjust({ rate });
    this.wrong = new Map([...this.wrong, [field, text]]);
    session.changed();
  }
  /** What was typed is what there is: no run begins anew for it. */
  #isAsItIs(change: Partial<Setting>): boolean {
    const { setting } = this.#session;
    return Object.entries(change).every(([name, value]) => String(value) === String(setting[name as keyof Setting]));
  }
  #understood(fields: readonly string[]): void {
    this.wrong = new Map([...this.wrong].filter(([field]) => !fields.includes(field)));
  }
}

/**
 * The runs of the free lab: of each scheme the net of the first seed, which can be looked at while it trains; then, seed by seed, the
 * others, of which only the curves are shown. As many at once as the trainer makes at once; what comes of them does not depend on that.
 */
import type { TrainFrame, TrainRequest, TrainRun } from "../../engine/protocol.js";
import type { Trainer } from "../../engine/trainer.js";
import { percentRight } from "../../scene/accuracy.js";
import type { Course } from "../../scene/bands.js";
import type { Samples } from "../../scene/samples.js";
import type { UsedData } from "../../state/data-choice.js";
import { histogramOf } from "./free-closer.js";
import { type FreeSetting, isAccuracy, isFixed, requestOf, type Scheme } from "./free-setting.js";

export interface SchemeRuns {
  scheme: Scheme;
  /** Of the first seed, with everything that is shown of one net; as far as it has come. */
  shown: Pick<TrainRun, "frames" | "stopped">;
  isComplete: boolean;
  /** Of all seeds that are there, in their order: what the curves are of. */
  all: readonly Course[];
}
export interface Wanted {
  schemes: readonly Scheme[];
  setting: FreeSetting;
  used: UsedData;
  samples: Samples;
}
interface Job {
  scheme: Scheme;
  /** Which of the seeds, counted from 0. */
  place: number;
}

/** Milliseconds from one picture of the bands to the next: each takes the page a few. */
const PAUSE = 100;

export class FreeRuns {
  /** In the order of the schemes. */
  all: readonly SchemeRuns[] = [];
  done = 0;
  total = 0;
  /** What the engine said against it. */
  failure: string | null = null;
  readonly #trainer: Pick<Trainer, "train" | "lanes">;
  readonly #changed: () => void;
  /** By scheme, those of the seeds after the first, each at its place. */
  #others = new Map<Scheme, Course[]>();
  #told = 0;

  constructor(trainer: Pick<Trainer, "train" | "lanes">, changed: () => void) {
    this.#trainer = trainer;
    this.#changed = changed;
  }

  clear(): void {
    this.all = [];
    this.#others = new Map();
    this.done = 0;
    this.total = 0;
    this.failure = null;
  }

  /** `moved` is called whenever there is more of a net that can be looked at. */
  async run(wanted: Wanted, signal: AbortSignal, moved: () => void): Promise<void> {
    const jobs = jobsOf(wanted);
    this.total = jobs.length;
    const work = async () => {
      for (let job = jobs.shift(); job && !signal.aborted && this.failure === null; job = jobs.shift())
        await (job.place === 0 ? this.#first(job, wanted, signal, moved) : this.#other(job, wanted, signal));
    };
    // one more than are made at once, so that no worker waits for the page
    await Promise.all(Array.from({ length: this.#trainer.lanes + 1 }, work));
  }

  async #first({ scheme }: Job, wanted: Wanted, signal: AbortSignal, moved: () => void): Promise<void> {
    const { schemes, setting, used } = wanted;
    const show = (shown: SchemeRuns["shown"], isComplete: boolean) => {
      const others = this.all.filter((runs) => runs.scheme !== scheme);
      const runs = [...others, { scheme, shown, isComplete, all: [courseOf(shown.frames, wanted)] }];
      this.all = schemes.flatMap((name) => runs.filter((one) => one.scheme === name));
      this.#gather();
      moved();
    };
    const frames: TrainFrame[] = [];
    const progress = (more: unknown[], done: number) => {
      frames.push(...(more as TrainFrame[]));
      if (!signal.aborted && done < 1) show({ frames: [...frames], stopped: null }, false);
    };
    const request: TrainRequest = {
      ...requestOf(scheme, setting, used),
      record: [...recordOf(wanted), "parameters", "gradient_norms", "activations", "distinct_units"],
      histogram: histogramOf(setting.activation),
    };
    const reply = await this.#trainer.train(request, { signal, progress });
    if (signal.aborted) return;
    if (!reply.ok) return this.#fail(reply.error.message);
    this.done++;
    show(reply as TrainRun & { ok: true }, true);
  }

  async #other({ scheme, place }: Job, wanted: Wanted, signal: AbortSignal): Promise<void> {
    const { setting, used } = wanted;
    const request = { ...requestOf(scheme, setting, used, setting.seed + place), record: recordOf(wanted) };
    const reply = await this.#trainer.train<TrainRequest>(request, { signal });
    if (signal.aborted) return;
    if (!reply.ok) return this.#fail(reply.error.message);
    this.done++;
    const others = this.#others.get(scheme) ?? [];
    others[place - 1] = courseOf((reply as TrainRun & { ok: true }).frames, wanted);
    this.#others.set(scheme, others);
    if (this.done < this.total && performance.now() - this.#told < PAUSE) return;
    this.#gather();
    this.#changed();
  }

  /** The bands of all that is there. */
  #gather(): void {
    this.#told = performance.now();
    this.all = this.all.map((runs) => {
      const all = [runs.all[0] as Course, ...(this.#others.get(runs.scheme) ?? []).filter(Boolean)];
      return all.length === runs.all.length ? runs : { ...runs, all };
    });
  }

  #fail(why: string): void {
    this.failure = why;
    this.#changed();
  }
}

/** The first seed of every scheme, then the second … Where no number of a run is drawn, all seeds are one. */
function jobsOf({ schemes, setting, used }: Wanted): Job[] {
  return Array.from({ length: setting.seeds }, (_, place) => place).flatMap((place) =>
    schemes.filter((scheme) => place === 0 || !isFixed(scheme, setting, used)).map((scheme) => ({ scheme, place })),
  );
}

/** No more than the curves need: outputs are many. */
function recordOf({ setting, used }: Wanted): NonNullable<TrainRequest["record"]> {
  return isAccuracy(setting, used) ? ["loss", "outputs"] : ["loss"];
}

function courseOf(frames: readonly TrainFrame[], { setting, used, samples }: Wanted): Course {
  const value = isAccuracy(setting, used)
    ? ({ outputs = [] }: TrainFrame) => percentRight(outputs, samples.targets)
    : ({ loss = Number.NaN }: TrainFrame) => loss;
  return frames.map((frame) => ({ step: frame.step, value: value(frame) }));
}

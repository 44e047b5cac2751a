/** A session as a link says it, and back. What is as the task has it is not said. */
import type { TrainingEngine } from "../../engine/training.js";
import type { NetworkLink } from "../../state/network-link.js";
import type { Origin } from "./run.js";
import type { NetworkSession } from "./session.js";
import {
  ACTIVATIONS,
  areHidden,
  isRate,
  lossesFor,
  MOST_SAMPLES,
  MOST_UNITS,
  SCHEMES,
  type Setting,
} from "./setting.js";
import { type Samples, samplesOf, settingOf, TASKS } from "./tasks.js";
import { AMOUNT_NAMES, isAmount, OPTIMIZERS, type OptimizerName, SCHEDULES, type ScheduleName } from "./training.js";
import { flatten, initialLayers, unflatten } from "./weights.js";

export function linkOf(session: NetworkSession): Partial<NetworkLink> {
  const { setting, run, engine } = session;
  const byTask = settingOf(setting.task, 1);
  const { bias, shuffle, ...changed } = Object.fromEntries(
    Object.entries(setting).filter(([name, value]) => String(value) !== String(byTask[name as keyof Setting])),
  );
  const { begin, layers, samples } = run.origin;
  const own = usualOf(engine, setting);
  const isOwn = setting.task === "own" || isChanged(samples, own.samples);
  const isForked = begin > 0 || String(flatten(layers)) !== own.weights;
  return {
    task: setting.task,
    ...changed,
    ...(bias !== undefined && { bias: setting.bias ? ("on" as const) : ("off" as const) }),
    ...(shuffle !== undefined && { shuffle: setting.shuffle ? ("on" as const) : ("off" as const) }),
    ...(isOwn && { inputs: samples.inputs.flat(), targets: samples.targets.flat() }),
    ...(isForked && { weights: flatten(layers) }),
    ...(begin > 0 && { begin }),
    ...(session.at > 0 && { update: session.at }),
    ...(session.stage > 0 && { stage: session.stage }),
    ...(session.guess && { guess: session.guess }),
    ...(session.chosen !== session.asked && { chosen: session.chosen }),
    ...(session.sample > 0 && { sample: session.sample }),
    ...(String(session.views) !== "neurons" && { views: [...session.views] }),
  };
}

/** As a run of this setting begins where nothing was changed; a setting is never changed, another takes its place. */
const usual = new WeakMap<Setting, { samples: Samples; weights: string }>();

function usualOf(engine: Pick<TrainingEngine, "train">, setting: Setting): { samples: Samples; weights: string } {
  const known = usual.get(setting) ?? {
    samples: samplesOf(engine, setting.task, setting.seed),
    weights: String(flatten(initialLayers(engine, setting))),
  };
  usual.set(setting, known);
  return known;
}

function isChanged(samples: Samples, own: Samples): boolean {
  return String(samples.inputs) !== String(own.inputs) || String(samples.targets) !== String(own.targets);
}

/** What a link asks for, as far as it makes sense; no origin where the run is that of the seed. */
export function readLink(
  engine: Pick<TrainingEngine, "train">,
  link: Partial<NetworkLink>,
): { setting: Setting; origin: Origin | null } {
  if (link.task === "own" && !samplesIn(link, ...ownEnds(link))) return readLink(engine, { seed: link.seed ?? 1 });
  const task = link.task !== undefined && Object.hasOwn(TASKS, link.task) ? link.task : "xor_one";
  const setting = settingOf(task, link.seed);
  const [inputs = 1, outputs = 1] = task === "own" ? ownEnds(link) : [setting.sizes[0], setting.sizes.at(-1)];
  const hidden = link.sizes?.slice(1, -1);
  if (link.sizes?.[0] === inputs && link.sizes.at(-1) === outputs && hidden && areHidden(hidden)) {
    // weights that are given are those of one net
    if (String(link.sizes) !== String(setting.sizes) && setting.scheme === "given") setting.scheme = "xavier_normal";
    setting.sizes = link.sizes;
  }
  const { activations } = link;
  const fits = (names: readonly string[]) =>
    names.length === setting.sizes.length - 1 && names.every((name) => ACTIVATIONS.some((known) => known === name));
  if (activations && fits(activations)) setting.activations = activations;
  else if (!fits(setting.activations))
    setting.activations = [...setting.sizes.slice(2).map(() => "tanh"), setting.activations.at(-1) as string];
  if (link.bias) setting.bias = link.bias === "on";
  setting.loss = lossesFor(outputs).find((name) => name === link.loss) ?? setting.loss;
  const { optimizer = "", schedule = "" } = link;
  if (Object.hasOwn(OPTIMIZERS, optimizer)) setting.optimizer = optimizer as OptimizerName;
  if (Object.hasOwn(SCHEDULES, schedule)) setting.schedule = schedule as ScheduleName;
  for (const name of AMOUNT_NAMES) {
    const amount = link[name];
    if (amount !== undefined && isAmount(name, amount)) setting[name] = amount;
  }
  if (link.shuffle) setting.shuffle = link.shuffle === "on";
  if (link.rate !== undefined && isRate(link.rate)) setting.rate = link.rate;
  setting.scheme = SCHEMES.find((name) => name === link.scheme) ?? setting.scheme;
  const samples = samplesIn(link, inputs, outputs);
  const count = (samples ?? samplesOf(engine, task, setting.seed)).inputs.length;
  if (link.batch !== undefined && link.batch < count) setting.batch = link.batch;
  const layers = link.weights ? unflatten(link.weights, setting.sizes, setting.bias) : null;
  if (!samples && !layers) return { setting, origin: null };
  return {
    setting,
    origin: {
      begin: layers ? (link.begin ?? 0) : 0,
      layers: layers ?? initialLayers(engine, setting),
      samples: samples ?? samplesOf(engine, task, setting.seed),
      setting,
    },
  };
}

/** One's own samples have as many columns as the net of the link has ends. */
function ownEnds({
  sizes = settingOf("own").sizes as number[],
}: Partial<NetworkLink>): [inputs: number, outputs: number] {
  const within = (count = 1) => Math.min(Math.max(count, 1), MOST_UNITS);
  return [within(sizes[0]), within(sizes.at(-1))];
}

function samplesIn(
  { inputs = [], targets = [] }: Partial<NetworkLink>,
  width: number,
  outputs: number,
): Samples | null {
  const count = inputs.length / width;
  if (!Number.isInteger(count) || count < 1 || count > MOST_SAMPLES || targets.length !== count * outputs) return null;
  const rows = (numbers: readonly number[], length: number) =>
    Array.from({ length: count }, (_, i) => numbers.slice(i * length, (i + 1) * length));
  return { inputs: rows(inputs, width), targets: rows(targets, outputs) };
}

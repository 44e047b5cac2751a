/** A session as a link says it, and back. What is as the task has it is not said. */
import type { TrainingEngine } from "../../engine/training.js";
import type { NetworkLink } from "../../state/network-link.js";
import { allOf, dataOf, featured, splitOf } from "./data.js";
import { FEATURED_INPUTS, FEATURES, ownInputs } from "./features.js";
import type { Origin } from "./run.js";
import type { NetworkSession } from "./session.js";
import {
  ACTIVATIONS,
  areHidden,
  isDataAmount,
  isRate,
  lossesFor,
  MOST_SAMPLES,
  MOST_UNITS,
  SCHEMES,
  type Setting,
} from "./setting.js";
import { isDrawn, type Samples, settingOf, TASKS } from "./tasks.js";
import { AMOUNT_NAMES, isAmount, OPTIMIZERS, type OptimizerName, SCHEDULES, type ScheduleName } from "./training.js";
import { flatten, initialLayers, unflatten } from "./weights.js";

export function linkOf(session: NetworkSession): Partial<NetworkLink> {
  const { setting, run, engine } = session;
  const byTask = settingOf(setting.task, 1);
  const { bias, shuffle, ...changed } = Object.fromEntries(
    Object.entries(setting).filter(([name, value]) => String(value) !== String(byTask[name as keyof Setting])),
  );
  const { begin, layers, samples, test } = run.origin;
  const all = allOf({ samples, test });
  const own = usualOf(engine, setting);
  const isOwn = setting.task === "own" || String(all.inputs) !== own.inputs || String(all.targets) !== own.targets;
  const isForked = begin > 0 || String(flatten(layers)) !== own.weights;
  return {
    task: setting.task,
    ...changed,
    ...(bias !== undefined && { bias: setting.bias ? ("on" as const) : ("off" as const) }),
    ...(shuffle !== undefined && { shuffle: setting.shuffle ? ("on" as const) : ("off" as const) }),
    ...(isOwn && {
      inputs: all.inputs.flatMap((row) => ownInputs(row, setting.features)),
      targets: all.targets.flat(),
    }),
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
const usual = new WeakMap<Setting, Usual>();
/** As text. */
interface Usual {
  inputs: string;
  targets: string;
  weights: string;
}

function usualOf(engine: Pick<TrainingEngine, "train" | "explain">, setting: Setting): Usual {
  const known = usual.get(setting);
  if (known) return known;
  const { inputs, targets } = setting.task === "own" ? { inputs: [], targets: [] } : allOf(dataOf(engine, setting));
  const found = {
    inputs: String(inputs),
    targets: String(targets),
    weights: String(flatten(initialLayers(engine, setting))),
  };
  usual.set(setting, found);
  return found;
}

/** What a link asks for, as far as it makes sense; no origin where the run is that of the seed. */
export function readLink(
  engine: Pick<TrainingEngine, "train" | "explain">,
  link: Partial<NetworkLink>,
): { setting: Setting; origin: Origin | null } {
  const isOwn = link.task === "own";
  if (isOwn && !samplesIn(link, ...ownEnds(link))) return readLink(engine, { seed: link.seed ?? 1 });
  const task = link.task !== undefined && Object.hasOwn(TASKS, link.task) ? link.task : "xor_one";
  const setting = settingOf(task, link.seed);
  const [own = 1, outputs = 1] = isOwn ? ownEnds(link) : [setting.sizes[0], setting.sizes.at(-1)];
  readSamples(setting, link, own);
  readNet(setting, link, own, outputs);
  readTraining(setting, link);
  const given = samplesIn(link, own, outputs);
  const data = given ? splitOf(featured(engine, given, setting.features), setting.test) : dataOf(engine, setting);
  // those that are written down are not kept for testing
  setting.test = data.test.inputs.length;
  if (link.batch !== undefined && link.batch < data.samples.inputs.length) setting.batch = link.batch;
  const layers = link.weights ? unflatten(link.weights, setting.sizes, setting.bias) : null;
  if (!given && !layers) return { setting, origin: null };
  const begin = layers ? (link.begin ?? 0) : 0;
  return { setting, origin: { begin, layers: layers ?? initialLayers(engine, setting), ...data, setting } };
}

function readSamples(setting: Setting, link: Partial<NetworkLink>, own: number): void {
  for (const name of ["count", "noise", "test"] as const) {
    const amount = link[name];
    if (amount !== undefined && isDataAmount(name, amount) && (isDrawn(setting.task) || name === "test"))
      setting[name] = amount;
  }
  if (own === FEATURED_INPUTS) setting.features = FEATURES.filter((name) => link.features?.includes(name));
}

function readNet(setting: Setting, link: Partial<NetworkLink>, own: number, outputs: number): void {
  const inputs = own + setting.features.length;
  const sizes = [inputs, ...setting.sizes.slice(1, -1), outputs];
  const hidden = link.sizes?.slice(1, -1);
  const isMeant = link.sizes?.[0] === inputs && link.sizes.at(-1) === outputs && hidden && areHidden(hidden);
  const before = String(setting.sizes);
  setting.sizes = isMeant && link.sizes ? link.sizes : sizes;
  // weights that are given are those of one net
  if (String(setting.sizes) !== before && setting.scheme === "given") setting.scheme = "xavier_normal";
  const { activations } = link;
  const fits = (names: readonly string[]) =>
    names.length === setting.sizes.length - 1 && names.every((name) => ACTIVATIONS.some((known) => known === name));
  if (activations && fits(activations)) setting.activations = activations;
  else if (!fits(setting.activations))
    setting.activations = [...setting.sizes.slice(2).map(() => "tanh"), setting.activations.at(-1) as string];
  if (link.bias) setting.bias = link.bias === "on";
  setting.loss = lossesFor(outputs).find((name) => name === link.loss) ?? setting.loss;
  setting.scheme = SCHEMES.find((name) => name === link.scheme) ?? setting.scheme;
}

function readTraining(setting: Setting, link: Partial<NetworkLink>): void {
  const { optimizer = "", schedule = "", rate, shuffle } = link;
  if (Object.hasOwn(OPTIMIZERS, optimizer)) setting.optimizer = optimizer as OptimizerName;
  if (Object.hasOwn(SCHEDULES, schedule)) setting.schedule = schedule as ScheduleName;
  if (rate !== undefined && isRate(rate)) setting.rate = rate;
  if (shuffle) setting.shuffle = shuffle === "on";
  for (const name of AMOUNT_NAMES) {
    const amount = link[name];
    if (amount !== undefined && isAmount(name, amount)) setting[name] = amount;
  }
}

/** One's own samples have as many columns as the net of the link has ends, but for inputs that are made of them. */
function ownEnds({
  sizes = settingOf("own").sizes as number[],
  features = [],
}: Partial<NetworkLink>): [inputs: number, outputs: number] {
  const within = (count = 1) => Math.min(Math.max(count, 1), MOST_UNITS);
  const made = (sizes[0] ?? 1) - features.length === FEATURED_INPUTS ? features.length : 0;
  return [within((sizes[0] ?? 1) - made), within(sizes.at(-1))];
}

function samplesIn(
  { inputs = [], targets = [], test = 0 }: Partial<NetworkLink>,
  width: number,
  outputs: number,
): Samples | null {
  const count = inputs.length / width;
  const isRight = Number.isInteger(count) && count >= 1 && count <= MOST_SAMPLES + Math.min(test, MOST_SAMPLES);
  if (!isRight || targets.length !== count * outputs) return null;
  const rows = (numbers: readonly number[], length: number) =>
    Array.from({ length: count }, (_, i) => numbers.slice(i * length, (i + 1) * length));
  return { inputs: rows(inputs, width), targets: rows(targets, outputs) };
}

/** Samples of a person's own, as a table: which net suits them, and how those there are are written. */
import { type OwnData, readOwn, writeOwn } from "../../state/own-data.js";
import { FEATURED_INPUTS, type FeatureName, ownInputs } from "./features.js";
import { MOST_SAMPLES, MOST_UNITS, type Setting, USUAL_DATA } from "./setting.js";
import type { Samples } from "./tasks.js";

/** A problem as the locales name it: `data-problem-<code>`, or of this lab. */
export interface OwnProblem {
  id: string;
  args: Record<string, string>;
}

/** The samples of a table, or what has to be mended first. */
export function readSamples(text: string): Samples | OwnProblem[] {
  const { data, problems } = readOwn(text);
  if (!data) return problems.map(({ code, args }) => ({ id: `data-problem-${code}`, args }));
  const { inputs, targets } = data;
  const widest = Math.max(inputs[0]?.length ?? 0, targets[0]?.length ?? 0);
  if (widest > MOST_UNITS || inputs.length > MOST_SAMPLES)
    return [{ id: "network-own-large", args: { units: String(MOST_UNITS), samples: String(MOST_SAMPLES) } }];
  return { inputs, targets };
}

/** Of several outputs the class that should be the largest, by a letter. */
export function writeSamples({ inputs, targets }: Samples, features: readonly FeatureName[] = []): string {
  const outputs = targets[0]?.length ?? 1;
  const own = inputs.map((row) => ownInputs(row, features));
  const names = (own[0] ?? []).map((_, i) => `x${i + 1}`);
  const classes = outputs > 1 ? Array.from({ length: outputs }, (_, i) => String.fromCodePoint(97 + i)) : null;
  const largest = targets.map((row) => row.map((target) => (target === Math.max(...row) ? 1 : 0)));
  return writeOwn({ names, target: "y", inputs: own, targets: classes ? largest : targets, classes } satisfies OwnData);
}

/** The net there is, where it fits; else with other ends, and a loss for what is to come out. */
export function settingFor(setting: Setting, { inputs, targets }: Samples): Setting {
  const [before, outputs] = [setting.sizes.at(-1), targets[0]?.length ?? 1];
  const width = inputs[0]?.length ?? 1;
  const features = width === FEATURED_INPUTS ? setting.features : [];
  const sizes = [width + features.length, ...setting.sizes.slice(1, -1), outputs];
  const isClass = targets.flat().every((target) => target === 0 || target === 1);
  const isProbable = targets.flat().every((target) => target >= 0 && target <= 1);
  const own = {
    ...setting,
    sizes,
    features,
    count: USUAL_DATA.count,
    noise: USUAL_DATA.noise,
    task: "own",
    batch: 0,
    ...(setting.scheme === "given" && { scheme: "xavier_normal" }),
  };
  const fits =
    outputs === before &&
    (isProbable || !/bce|entropy/.test(setting.loss)) &&
    (isProbable || setting.activations.at(-1) !== "sigmoid");
  if (fits) return own;
  const loss = !isClass ? "mse" : outputs > 1 ? "cross_entropy_logits" : "bce_logits";
  return { ...own, loss, activations: [...setting.activations.slice(0, -1), "linear"] };
}

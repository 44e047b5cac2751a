/** What a run shows, as the numbers of its sentences. All of them are of the frames. */
import type { Layer, TrainFrame, TrainRun } from "../../engine/protocol.js";
import { factorOf } from "../../scene/bars.js";
import { formatCell, formatNumber } from "../../scene/numbers.js";
import { grouped } from "../../scene/units.js";
import type { ExperimentName } from "../../state/start-link.js";
import { HIDDEN, type Setting } from "./experiments.js";

/** Parameters that move together. */
export const BLOCKS = ["hidden_weights", "hidden_biases", "outgoing_weights", "output_bias"] as const;
export type Block = (typeof BLOCKS)[number];

/** For each block the first update that moved any of it; null if none did. */
export function firstMoves({ frames }: TrainRun): Record<Block, number | null> {
  const start = frames[0]?.layers ?? [];
  const first = (block: Block) =>
    frames.find(({ layers = [] }) => {
      const before = blockOf(start, block);
      return blockOf(layers, block).some((value, i) => value !== before[i]);
    })?.step ?? null;
  return Object.fromEntries(BLOCKS.map((block) => [block, first(block)])) as Record<Block, number | null>;
}

function blockOf([hidden, output]: readonly Layer[], block: Block): number[] {
  const of = {
    hidden_weights: hidden?.W,
    hidden_biases: hidden?.b,
    outgoing_weights: output?.W,
    output_bias: output?.b,
  };
  return (of[block] ?? []).flat();
}

/** Root of the mean square of what each layer hands on. */
export function sizesOf({ activations = [] }: TrainFrame): number[] {
  return activations.map(({ mean, variance }) => Math.sqrt(mean * mean + variance));
}

/** How often each group of units that coincide is there: `×3 and ×1` as [3, 1]. */
export function groupSizes({ layers = [] }: TrainFrame): number[] {
  return grouped(layers)
    .map(({ length }) => length)
    .sort((a, b) => b - a);
}

type Arguments = Record<string, string | number>;

/** The arguments of `start-<experiment>.found`; a JavaScript number chooses a plural. */
export function findings(experiment: ExperimentName, runs: readonly TrainRun[], setting: Setting): Arguments {
  const [one, two] = runs.map(factsOf) as [Facts, Facts];
  const both: Arguments = {
    updates: one.updates,
    total: HIDDEN,
    groupsOne: one.groups,
    groupsTwo: two.groups,
    costOne: formatNumber(one.cost),
    costTwo: formatNumber(two.cost),
    firstOne: formatNumber(one.firstCost),
    firstTwo: formatNumber(two.firstCost),
  };
  return { ...both, ...SPECIAL[experiment](one, two, setting) };
}

interface Facts {
  updates: number;
  groups: number;
  firstCost: number;
  cost: number;
  last: TrainFrame;
  sizes: number[];
}
function factsOf({ frames }: TrainRun): Facts {
  const [first, last] = [frames[0], frames.at(-1)] as [TrainFrame, TrainFrame];
  return {
    updates: last.step,
    groups: last.distinct_units?.[0] ?? 0,
    firstCost: first.loss ?? Number.NaN,
    cost: last.loss ?? Number.NaN,
    last,
    sizes: sizesOf(first),
  };
}

const SPECIAL: Record<ExperimentName, (one: Facts, two: Facts, setting: Setting) => Arguments> = {
  zero: ({ last }, two) => {
    const [w1 = Number.NaN, w2 = Number.NaN] = last.layers?.[0]?.W[0] ?? [];
    return {
      w1: formatNumber(w1),
      w2: formatNumber(w2),
      bias: formatNumber(two.last.layers?.[1]?.b?.[0]?.[0] ?? Number.NaN),
      largest: formatNumber(Math.max(...(two.last.layers?.[0]?.W.flat().map(Math.abs) ?? []))),
    };
  },
  constant: () => ({}),
  break: (_, two, { unit, by }) => ({
    unit: String(unit),
    by: formatNumber(by),
    sizes: sizesText(groupSizes(two.last)),
  }),
  deep: (one, two) => ({
    small: formatCell(one.sizes[8] ?? Number.NaN),
    large: formatNumber(two.sizes[8] ?? Number.NaN),
    smallest: formatNumber(one.sizes[19] ?? Number.NaN),
    largest: formatNumber(two.sizes[19] ?? Number.NaN),
    ended: two.updates,
  }),
  xavier: (one, two, { units }) => ({
    units,
    factorOne: formatNumber(factorOf(one.sizes)),
    factorTwo: formatNumber(factorOf(two.sizes)),
    leftOne: formatNumber((one.sizes[18] ?? Number.NaN) / (one.sizes[0] ?? 1)),
    leftTwo: formatNumber((two.sizes[18] ?? Number.NaN) / (two.sizes[0] ?? 1)),
  }),
};

function sizesText(sizes: readonly number[]): string {
  return sizes.map((size) => `×${size}`).join(", ");
}

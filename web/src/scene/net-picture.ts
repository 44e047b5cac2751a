/**
 * A net as neurons: a column a layer, a line a weight, the loss at the end. Every line carries the id of its weight and takes its number by
 * that id alone. Widths stand on one scale, whatever the weights are.
 */
import type { Layer } from "../engine/protocol-train.js";
import { idOf, isKnown, type Net, type NetId, type NetStage, stagesOf, valuesName } from "./net.js";
import type { NetAnswer } from "./net-answer.js";
import { formatCell, formatNumber } from "./numbers.js";

export interface NetView {
  /** Pixels there are. */
  width: number;
  /** Which sample of the batch neurons stand for. */
  sample: number;
  /** Stages that are done. */
  done: number;
  /** The weights that the update leads to, once it is made. */
  after?: readonly Layer[] | null;
  /** What the lines stand for. */
  lines: "weights" | "gradients";
}

export interface NetPicture {
  width: number;
  height: number;
  /** With room for numbers on the lines. */
  isRoomy: boolean;
  neurons: NeuronMark[];
  edges: EdgeMark[];
  loss: NumberMark & { x: number; y: number };
  /** From each output to the loss, with what it should be. */
  targets: { id: NetId; x: number; y: number; path: string; value: string }[];
}
export interface NumberMark {
  id: NetId;
  /** Null while it is not computed. */
  value: string | null;
  gradient: string | null;
  /** What the update makes of it. */
  after: string | null;
  /** Under way in this stage. */
  phase: "forward" | "backward" | null;
}
export interface NeuronMark extends NumberMark {
  x: number;
  y: number;
  /** 0 for inputs. */
  layer: number;
  /** What stands in the circle: `x₁`, `tanh`. */
  name: string;
  bias: Omit<NumberMark, "phase"> | null;
}
export interface EdgeMark extends NumberMark {
  path: string;
  /** Of the line. */
  stroke: number;
  sign: "positive" | "negative" | "zero";
  /** Where its numbers stand, and where its line begins and ends. */
  x: number;
  y: number;
  left: number;
  right: number;
  /** Whether they always do, or only when it is pointed at. */
  isLabelled: boolean;
}

export const RADIUS = 20;
const MARGIN = { x: 44, top: 48, bottom: 64 };
const ROW = { roomy: 112, tight: 92 };
/** Units above each other; with more of them numbers of lines and biases are left to whoever points at one. */
const TALL = 4;
/** Wide enough for two numbers on a line. */
const ROOMY = 148;
const LEAST_COLUMN = 56;
const MOST_COLUMN = 264;
/** The scale of widths: this much or more is drawn as wide as it gets. */
export const LARGEST = 2.5;
const WIDTHS = { least: 1, most: 6 };

export function netPicture(net: Net, answer: NetAnswer, view: NetView): NetPicture {
  const { sizes } = net;
  const layers = sizes.length - 1;
  const column = Math.min(Math.max((view.width - 2 * MARGIN.x) / sizes.length, LEAST_COLUMN), MOST_COLUMN);
  const tallest = Math.max(...sizes);
  const isRoomy = column >= ROOMY && tallest <= TALL;
  const row = isRoomy ? ROW.roomy : ROW.tight;
  const height = MARGIN.top + MARGIN.bottom + (tallest - 1) * row;
  const xOf = (layer: number) => MARGIN.x + layer * column;
  const yOf = (layer: number, unit: number) => MARGIN.top + ((tallest - (sizes[layer] as number)) / 2 + unit) * row;
  const stage = stagesOf(net)[view.done - 1];
  const numbers = (id: NetId, name: string, after?: number): Omit<NumberMark, "phase"> => ({
    id,
    value: isKnown(name, "value", view.done, layers) ? written(answer.value(id)) : null,
    gradient: isKnown(name, "gradient", view.done, layers) ? written(answer.gradient(id)) : null,
    after: written(after ?? null),
  });

  const neurons = sizes.flatMap((units, layer) =>
    Array.from({ length: units }, (_, unit): NeuronMark => {
      const name = valuesName(layer);
      const isBiased = layer > 0 && net.bias;
      return {
        ...numbers(idOf(name, unit, view.sample), name),
        phase: phaseOf(stage, layer),
        x: xOf(layer),
        y: yOf(layer, unit),
        layer,
        name:
          layer === 0
            ? `x${subscript(unit + 1)}`
            : (SHORT[net.activations[layer - 1] as string] ?? (net.activations[layer - 1] as string)),
        bias: isBiased
          ? numbers(idOf(`b${layer}`, unit, 0), `b${layer}`, view.after?.[layer - 1]?.b?.[unit]?.[0])
          : null,
      };
    }),
  );

  const edges = net.layers.flatMap(({ W }, i) => {
    const layer = i + 1;
    const name = `W${layer}`;
    const [units, sources] = [sizes[layer] as number, sizes[i] as number];
    const isLabelled = isRoomy;
    // nearer to where there are fewer, so that numbers stay clear of those of their neighbours
    const along = units <= sources ? 1 / (units + 1) : 1 - 1 / (sources + 1);
    return W.flatMap((row, unit) =>
      row.map((_, source): EdgeMark => {
        const known = numbers(idOf(name, unit, source), name, view.after?.[i]?.W[unit]?.[source]);
        const drawn =
          view.lines === "weights"
            ? answer.value(known.id)
            : known.gradient === null
              ? null
              : answer.gradient(known.id);
        const [x0, y0, x1, y1] = [xOf(i) + RADIUS, yOf(i, source), xOf(layer) - RADIUS, yOf(layer, unit)];
        return {
          ...known,
          // beside each other on a line numbers are as short as in a matrix
          gradient: known.gradient === null ? null : formatCell(answer.gradient(known.id) as number),
          phase: phaseOf(stage, layer),
          path: `M${x0} ${y0}L${x1} ${y1}`,
          stroke: strokeOf(drawn),
          sign: signOf(drawn),
          x: x0 + (x1 - x0) * along,
          y: y0 + (y1 - y0) * along,
          left: x0,
          right: x1,
          isLabelled,
        };
      }),
    );
  });

  const lossY = MARGIN.top + ((tallest - 1) / 2) * row;
  return {
    width: xOf(sizes.length) + MARGIN.x,
    height,
    isRoomy,
    neurons,
    edges,
    loss: {
      ...numbers("L", "L"),
      phase:
        stage?.phase === "loss" ? "forward" : stage?.phase === "backward" && stage.layer === layers ? "backward" : null,
      x: xOf(sizes.length),
      y: lossY,
    },
    targets: Array.from({ length: sizes[layers] as number }, (_, unit) => {
      const [x, y] = [xOf(layers) + RADIUS, yOf(layers, unit)];
      const end = xOf(sizes.length) - RADIUS;
      const id = idOf("Y", unit, view.sample);
      return {
        id,
        x: (x + end) / 2,
        y: (y + lossY) / 2,
        path: `M${x} ${y}L${end} ${lossY}`,
        value: written(answer.value(id)) ?? "",
      };
    }),
  };
}

/** Names that would not fit into a circle. */
const SHORT: Record<string, string> = { sigmoid: "σ", leaky_relu: "leaky", softplus: "soft+" };

function phaseOf(stage: NetStage | undefined, layer: number): NumberMark["phase"] {
  if (stage?.layer !== layer) return null;
  return stage.phase;
}

function written(number: number | null): string | null {
  return number === null ? null : formatNumber(number);
}

function strokeOf(number: number | null): number {
  const share = Math.min(Math.abs(number ?? 0) / LARGEST, 1);
  return Math.round(10 * (WIDTHS.least + share * (WIDTHS.most - WIDTHS.least))) / 10;
}
function signOf(number: number | null): EdgeMark["sign"] {
  return !number ? "zero" : number < 0 ? "negative" : "positive";
}

function subscript(integer: number): string {
  return [...String(integer)].map((digit) => String.fromCodePoint(0x2080 + Number(digit))).join("");
}

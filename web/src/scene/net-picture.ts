/**
 * A net as neurons: a column a layer, a line a weight, the loss at the end. Every line carries the id of its weight and takes its number by
 * that id alone. Widths stand on one scale, whatever the weights are.
 */
import type { Layer } from "../engine/protocol.js";
import { featureOf, idOf, isKnown, type Net, type NetId, type NetStage, stagesOf, valuesName } from "./net.js";
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
/** Wide enough for the longest number under a neuron beside its neighbour's: `−4.5×10⁻³`. */
const LONG = 84;
const LEAST_COLUMN = 56;
const MOST_COLUMN = 264;
/** The scale of widths: this much or more is drawn as wide as it gets. */
export const LARGEST = 2.5;
const WIDTHS = { least: 1, most: 6 };

export function netPicture(net: Net, answer: NetAnswer, view: NetView): NetPicture {
  return new Drawing(net, answer, view).picture();
}

class Drawing {
  readonly #net: Net;
  readonly #answer: NetAnswer;
  readonly #view: NetView;
  readonly #column: number;
  readonly #row: number;
  readonly #tallest: number;
  readonly #isRoomy: boolean;
  readonly #stage: NetStage | undefined;

  constructor(net: Net, answer: NetAnswer, view: NetView) {
    this.#net = net;
    this.#answer = answer;
    this.#view = view;
    const column = (view.width - 2 * MARGIN.x) / net.sizes.length;
    this.#column = Math.min(Math.max(column, LEAST_COLUMN), MOST_COLUMN);
    this.#tallest = Math.max(...net.sizes);
    this.#isRoomy = this.#column >= ROOMY && this.#tallest <= TALL;
    this.#row = this.#isRoomy ? ROW.roomy : ROW.tight;
    this.#stage = stagesOf(net)[view.done - 1];
  }

  picture(): NetPicture {
    return {
      width: this.#x(this.#net.sizes.length) + MARGIN.x,
      height: MARGIN.top + MARGIN.bottom + (this.#tallest - 1) * this.#row,
      isRoomy: this.#isRoomy,
      neurons: this.#net.sizes.flatMap((units, layer) =>
        Array.from({ length: units }, (_, unit) => this.#neuron(layer, unit)),
      ),
      edges: this.#net.layers.flatMap(({ W }, i) =>
        W.flatMap((row, unit) => row.map((_, source) => this.#edge(i + 1, unit, source))),
      ),
      loss: this.#loss(),
      targets: Array.from({ length: this.#net.sizes.at(-1) as number }, (_, unit) => this.#target(unit)),
    };
  }

  /** A column a layer; the loss comes after the last one. */
  #x(layer: number): number {
    return MARGIN.x + layer * this.#column;
  }
  #y(layer: number, unit: number): number {
    return MARGIN.top + ((this.#tallest - (this.#net.sizes[layer] ?? 1)) / 2 + unit) * this.#row;
  }

  #numbers(id: NetId, name: string, after?: number): Omit<NumberMark, "phase"> {
    const { done } = this.#view;
    const layers = this.#net.layers.length;
    return {
      id,
      value: isKnown(name, "value", done, layers) ? this.#short(this.#answer.value(id)) : null,
      gradient: isKnown(name, "gradient", done, layers) ? this.#short(this.#answer.gradient(id)) : null,
      after: this.#short(after ?? null),
    };
  }
  /** As much of a number as there is room for. */
  #short(number: number | null): string | null {
    return number !== null && this.#column < LONG ? formatCell(number) : written(number);
  }

  #neuron(layer: number, unit: number): NeuronMark {
    const { activations, bias } = this.#net;
    const { sample, after } = this.#view;
    const name = valuesName(layer);
    const activation = activations[layer - 1] as string;
    const biasId = idOf(`b${layer}`, unit, 0);
    return {
      ...this.#numbers(idOf(name, unit, sample), name),
      phase: phaseOf(this.#stage, layer),
      x: this.#x(layer),
      y: this.#y(layer, unit),
      layer,
      name:
        layer === 0
          ? (featureOf(this.#net, idOf(name, unit, 0)) ?? `x${subscript(unit + 1)}`)
          : (SHORT[activation] ?? activation),
      bias: layer > 0 && bias ? this.#numbers(biasId, `b${layer}`, after?.[layer - 1]?.b?.[unit]?.[0]) : null,
    };
  }

  #edge(layer: number, unit: number, source: number): EdgeMark {
    const { lines, after } = this.#view;
    const name = `W${layer}`;
    const id = idOf(name, unit, source);
    const { done } = this.#view;
    const isGradientKnown = isKnown(name, "gradient", done, this.#net.layers.length);
    const gradient = isGradientKnown ? this.#answer.gradient(id) : null;
    const value = this.#answer.value(id);
    const drawn = lines === "weights" ? value : gradient;
    const moved = after?.[layer - 1]?.W[unit]?.[source] ?? null;
    const [left, right] = [this.#x(layer - 1) + RADIUS, this.#x(layer) - RADIUS];
    const [from, to] = [this.#y(layer - 1, source), this.#y(layer, unit)];
    const along = this.#along(layer);
    return {
      id,
      // of hundreds of lines few are read: their numbers are written when they are
      get value() {
        return written(value);
      },
      // beside each other on a line numbers are as short as in a matrix
      get gradient() {
        return gradient === null ? null : formatCell(gradient);
      },
      get after() {
        return written(moved);
      },
      phase: phaseOf(this.#stage, layer),
      path: `M${left} ${from}L${right} ${to}`,
      stroke: strokeOf(drawn),
      sign: signOf(drawn),
      x: left + (right - left) * along,
      y: from + (to - from) * along,
      left,
      right,
      isLabelled: this.#isRoomy,
    };
  }

  /** Where on its line a number stands: nearer to where there are fewer, so that it is clear of those of its neighbours. */
  #along(layer: number): number {
    const [sources = 1, units = 1] = this.#net.sizes.slice(layer - 1);
    return units <= sources ? 1 / (units + 1) : 1 - 1 / (sources + 1);
  }

  get #lossPlace(): { x: number; y: number } {
    return { x: this.#x(this.#net.sizes.length), y: this.#y(this.#net.sizes.length, 0) };
  }
  #loss(): NetPicture["loss"] {
    const stage = this.#stage;
    const isLast = stage?.phase === "backward" && stage.layer === this.#net.layers.length;
    return {
      ...this.#numbers("L", "L"),
      phase: stage?.phase === "loss" ? "forward" : isLast ? "backward" : null,
      ...this.#lossPlace,
    };
  }

  #target(unit: number): NetPicture["targets"][number] {
    const last = this.#net.layers.length;
    const [x, y] = [this.#x(last) + RADIUS, this.#y(last, unit)];
    const loss = this.#lossPlace;
    const end = loss.x - RADIUS;
    const id = idOf("Y", unit, this.#view.sample);
    return {
      id,
      x: (x + end) / 2,
      y: (y + loss.y) / 2,
      path: `M${x} ${y}L${end} ${loss.y}`,
      value: written(this.#answer.value(id)) ?? "",
    };
  }
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

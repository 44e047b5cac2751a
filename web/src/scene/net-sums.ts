/** What a number of a net is made of: products of what stands around it, added. As a formula in names, and as an equation in numbers. */
import { printedEquation } from "./equations.js";
import { idOf, type Net, type NetId, placeOf, valuesName } from "./net.js";
import type { NetAnswer } from "./net-answer.js";
import { parenthesized } from "./numbers.js";

export interface NetSum {
  /** `Σ ∂Z2[u][0] × W2[u][1]` */
  formula: string;
  /** True as printed; empty where there is nothing to multiply, or more than is read. */
  equation: string;
}
interface Spelled {
  kind: string;
  layer: number;
  row: number;
  column: number;
}

/** A longer sum is not read. */
const MOST_PRODUCTS = 4;

/** Of a weighted sum or an output. */
export function valueSum(net: Net, answer: NetAnswer, id: NetId): NetSum | null {
  const { kind, layer, row, column } = spelled(id) ?? {};
  if (layer === undefined || row === undefined || column === undefined || layer === 0) return null;
  if (kind === "A") {
    const activation = net.activations[layer - 1];
    return {
      formula: activation === "linear" ? `Z${layer}[${row}][${column}]` : `${activation}(Z${layer}[${row}][${column}])`,
      equation: "",
    };
  }
  if (kind !== "Z") return null;
  const read = valuesName(layer - 1);
  const pairs = (net.layers[layer - 1]?.W[row] ?? []).map((weight, source) => [
    weight,
    answer.value(idOf(read, source, column)) ?? Number.NaN,
  ]);
  const bias = net.bias ? [answer.value(idOf(`b${layer}`, row, 0)) ?? Number.NaN] : [];
  return {
    formula: `${several(pairs)}W${layer}[${row}][${index(pairs, "i")}] × ${read}[${index(pairs, "i")}][${column}]${net.bias ? ` + b${layer}[${row}]` : ""}`,
    equation: equationOf(pairs, bias, answer.value(id)),
  };
}

/** Of a weight or a bias a product a sample, of an output one for each unit that reads it, of a weighted sum one. */
export function gradientSum(net: Net, answer: NetAnswer, id: NetId): NetSum | null {
  const { kind, layer, row, column } = spelled(id) ?? {};
  const gradient = answer.gradient(id);
  if (layer === undefined || row === undefined || column === undefined || gradient === null) return null;
  if (kind === "W" || kind === "b") {
    const read = valuesName(layer - 1);
    const pairs = net.inputs.map((_, sample) => [
      answer.gradient(idOf(`Z${layer}`, row, sample)) ?? Number.NaN,
      ...(kind === "W" ? [answer.value(idOf(read, column, sample)) ?? Number.NaN] : []),
    ]);
    const sample = index(pairs, "s");
    return {
      formula: `${several(pairs)}∂Z${layer}[${row}][${sample}]${kind === "W" ? ` × ${read}[${column}][${sample}]` : ""}`,
      equation: kind === "b" && pairs.length === 1 ? "" : equationOf(pairs, [], gradient),
    };
  }
  if (kind === "Z") {
    const activation = net.activations[layer - 1];
    const output = `A${layer}[${row}][${column}]`;
    if (activation === "linear") return { formula: `∂${output}`, equation: "" };
    const slope = answer.slope(output);
    const pairs = [[answer.gradient(output) ?? Number.NaN, slope ?? Number.NaN]];
    return {
      formula: `∂${output} × ${activation}′(${id})`,
      equation: slope === null ? "" : equationOf(pairs, [], gradient),
    };
  }
  // what a layer reads: every unit of it sends back its share
  const next = net.layers[layer];
  if (!next || kind === "Y") return null;
  const pairs = next.W.map((weights, unit) => [
    weights[row] as number,
    answer.gradient(idOf(`Z${layer + 1}`, unit, column)) ?? Number.NaN,
  ]);
  const unit = index(pairs, "u");
  return {
    formula: `${several(pairs)}W${layer + 1}[${unit}][${row}] × ∂Z${layer + 1}[${unit}][${column}]`,
    equation: equationOf(pairs, [], gradient),
  };
}

/** X is A0. */
function spelled(id: NetId): Spelled | null {
  const place = placeOf(id);
  if (!place?.entry) return null;
  const [row, column] = place.entry;
  const kind = place.name === "X" ? "A" : place.name.charAt(0);
  return { kind, layer: Number(place.name.slice(1) || 0), row, column };
}

function several(pairs: readonly unknown[]): string {
  return pairs.length > 1 ? "Σ " : "";
}
/** The one there is, or the letter that runs over them. */
function index(pairs: readonly unknown[], letter: string): string {
  return pairs.length > 1 ? letter : "0";
}

function equationOf(products: readonly (readonly number[])[], rest: readonly number[], sum: number | null): string {
  if (sum === null || products.length > MOST_PRODUCTS) return "";
  const lengths = [...products.map(({ length }) => length), ...rest.map(() => 1)];
  const { operands, relation, result } = printedEquation(
    (...numbers) => cut(numbers, lengths).reduce((total, factors) => total + factors.reduce((a, b) => a * b, 1), 0),
    [...products.flat(), ...rest],
    sum,
  );
  const terms = cut(operands, lengths).map((factors, i) =>
    factors.map((factor, j) => (i + j === 0 ? factor : parenthesized(factor))).join(" × "),
  );
  return `${terms.join(" + ")} ${relation} ${result}`;
}

function cut<T>(list: readonly T[], lengths: readonly number[]): T[][] {
  let next = 0;
  return lengths.map((length) => list.slice(next, (next += length)));
}

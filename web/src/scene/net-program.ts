/** A net as a program of the language: staged, with its present weights and the samples of its next update. */
import { matrixText } from "./matrix.js";
import { type Net, valuesName } from "./net.js";

/** Ends with the loss, `L`. A line a stage. */
export function programOf(net: Net): string {
  const { activations, layers, inputs, targets, loss } = net;
  const last = layers.length;
  return [
    `X = ${columnsText(inputs)}`,
    ...layers.flatMap((_, i) => layerLines(net, i + 1, activations[i] as string)),
    `Y = ${columnsText(targets)}`,
    `L = ${lossText(loss, valuesName(last), targets[0]?.length ?? 1, targets.length)}`,
  ].join("\n");
}

/** One layer alone, reading values that are known. Its output is what it hands on. */
export function layerProgram(net: Net, layer: number, read: readonly (readonly number[])[]): string {
  return [
    `${valuesName(layer - 1)} = ${valueText(read)}`,
    ...layerLines(net, layer, net.activations[layer - 1] as string),
  ].join("\n");
}

/** What the net answers for inputs that are written in names: `[p, -q]`. */
export function answerProgram(net: Pick<Net, "layers" | "bias" | "activations">, inputs: readonly string[]): string {
  return [
    `${valuesName(0)} = [${inputs.join(", ")}]`,
    ...net.layers.flatMap((_, i) => layerLines(net, i + 1, net.activations[i] as string)),
  ].join("\n");
}

function layerLines({ layers, bias }: Pick<Net, "layers" | "bias">, layer: number, activation: string): string[] {
  const { W = [], b } = layers[layer - 1] ?? {};
  const isBiased = bias && b !== undefined;
  const sum = `W${layer} @ ${valuesName(layer - 1)}${isBiased ? ` + b${layer}` : ""}`;
  return [
    `W${layer} = ${valueText(W)}`,
    ...(isBiased ? [`b${layer} = ${valueText(b)}`] : []),
    `Z${layer} = ${sum}`,
    `A${layer} = ${activation === "linear" ? `Z${layer}` : `${activation}(Z${layer})`}`,
  ];
}

/**
 * The losses of `train` by those of the language: its bce is a mean over samples, that of the language one over entries. With one output
 * they are the same.
 */
function lossText(loss: string, output: string, outputs: number, samples: number): string {
  const squares = `sum((${output} - Y)^2)`;
  switch (loss) {
    case "half_sse":
      return `${squares} / 2`;
    case "half_mse":
      return `${squares} / ${2 * samples}`;
    case "bce":
    case "bce_logits":
      return `${outputs > 1 ? `${outputs} * ` : ""}${loss}(${output}, Y)`;
    default:
      return `${loss}(${output}, Y)`;
  }
}

/** A sample is a row of the data, and a column of the program. */
function columnsText(rows: readonly (readonly number[])[]): string {
  return valueText((rows[0] ?? []).map((_, i) => rows.map((row) => row[i] as number)));
}

/** A column is written as a list, a single number alone; every number so that it is read back as the same double. */
function valueText(value: readonly (readonly number[])[]): string {
  if (value.some((row) => row.length > 1)) return matrixText(value);
  return value.length === 1 ? String(value[0]?.[0]) : `[${value.map(([entry]) => entry).join(", ")}]`;
}

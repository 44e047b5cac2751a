/** A net that shows what goes into its units: between the sums of a layer and its activation stands a layer that hands them on. */
import type { Layer } from "../../engine/protocol.js";

/** The engine's limit. */
const MOST_LAYERS = 64;

export interface BareNet {
  /** The number of inputs, then the units of each layer. */
  layers: number[];
  activations: string[];
  weights: Layer[];
  /** Of each layer that is bare, which one it was and which one it is. */
  bare: { was: number; is: number }[];
}

/** As few nets as there have to be for every layer to be bare in one of them. */
export function bareNets(layers: readonly Layer[], activations: readonly string[]): BareNet[] {
  const room = MOST_LAYERS - layers.length;
  return Array.from({ length: Math.ceil(layers.length / room) }, (_, i) =>
    bareNet(layers, activations, i * room, (i + 1) * room),
  );
}

function bareNet(layers: readonly Layer[], activations: readonly string[], from: number, to: number): BareNet {
  const net: BareNet = { layers: [layers[0]?.W[0]?.length ?? 0], activations: [], weights: [], bare: [] };
  const add = (layer: Layer, activation: string) => {
    net.layers.push(layer.W.length);
    net.activations.push(activation);
    net.weights.push(layer);
  };
  for (const [i, layer] of layers.entries()) {
    const activation = activations[i] ?? "linear";
    if (i < from || i >= to) add(layer, activation);
    else {
      net.bare.push({ was: i, is: net.weights.length });
      add(layer, "linear");
      add(identity(layer.W.length), activation);
    }
  }
  return net;
}

function identity(units: number): Layer {
  const row = (i: number) => Array.from({ length: units }, (_, j) => (i === j ? 1 : 0));
  return { W: Array.from({ length: units }, (_, i) => row(i)), b: Array.from({ length: units }, () => [0]) };
}

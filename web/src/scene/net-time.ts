/** Where the circuit of a net stands when some stages of its update are done. */
import type { Explanation, NodeId } from "../engine/protocol.js";
import type { Time } from "./model.js";
import { isKnown, layerOf } from "./net.js";

/** Steps of the explanation that belong to the first `done` stages of a net of so many layers. */
export function timeAt({ graph, steps = [] }: Explanation, done: number, layers: number): Time {
  const stageNames = new Map(graph.stages.map(({ id, name }) => [id, name]));
  const stageOf = (node: NodeId) => stageNames.get(graph.nodes[node]?.stage ?? -1) ?? "L";
  const isDue = (node: NodeId, isBackward: boolean) => {
    const name = stageOf(node);
    if (!isBackward) return isKnown(name, "value", done, layers);
    const layer = layerOf(name);
    return layer === null ? done > layers + 1 : done >= 2 * layers + 2 - layer;
  };
  const next = steps.findIndex(({ phase, node }) => !isDue(node, phase !== "forward"));
  return next < 0 ? steps.length : next;
}

/** The paths from a stage up to the output, over the wires of the picture. Those of inputs come from the engine. */
import type { Explanation, NodeId, Path } from "../engine/protocol.js";

/** As many as the engine lists for an input. */
const MOST_PATHS = 64;

/** From the node to the output; null where a partial on the way is no single number. */
export function pathsFrom(explanation: Explanation, from: NodeId): { list: Path[]; isTruncated: boolean } | null {
  const users = usersTowards(explanation, from);
  const list: Path[] = [];
  const waiting: Path[] = [{ nodes: [from], product: 1 }];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const last = path.nodes.at(-1) as NodeId;
    if (last === explanation.output.node) {
      if (list.length === MOST_PATHS) return { list, isTruncated: true };
      list.push(path);
      continue;
    }
    for (const { node, partial } of (users.get(last) ?? []).toReversed()) {
      if (partial === null) return null;
      waiting.push({ nodes: [...path.nodes, node], product: path.product * partial });
    }
  }
  return { list, isTruncated: false };
}

interface Use {
  node: NodeId;
  partial: number | null;
}

/** By node, the boxes that read it, one for each wire, of those that lead to the output. */
function usersTowards({ view, output }: Explanation, from: NodeId): Map<NodeId, Use[]> {
  const leads = new Set([output.node]);
  const users = new Map<NodeId, Use[]>();
  for (const { node, inputs, partials } of [...view.boxes].sort((a, b) => b.node - a.node)) {
    if (!leads.has(node)) continue;
    for (const [i, input] of inputs.entries()) {
      const partial = partials[i] ?? null;
      if (input < from) continue;
      leads.add(input);
      users.set(input, [{ node, partial: typeof partial === "number" ? partial : null }, ...(users.get(input) ?? [])]);
    }
  }
  return users;
}

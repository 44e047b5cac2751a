/** What the engine says of the program of a net, by the names of its numbers. */
import type { Explanation, NodeId, Value } from "../engine/protocol.js";
import { type NetId, placeOf } from "./net.js";

export class NetAnswer {
  readonly explanation: Explanation;
  readonly #nodes: ReadonlyMap<string, NodeId>;
  readonly #names: ReadonlyMap<NodeId, string>;

  constructor(explanation: Explanation) {
    this.explanation = explanation;
    const { inputs, graph } = explanation;
    const named = [...inputs, ...graph.stages].map(({ name, node }) => [name, node] as const);
    this.#nodes = new Map(named);
    this.#names = new Map(named.map(([name, node]) => [node, name]));
  }

  /** The node of the circuit that a number lies in. */
  nodeOf(id: NetId): NodeId | null {
    return this.#nodes.get(placeOf(id)?.name ?? "") ?? null;
  }
  /** The matrix that a node of the circuit is; null for gates without a name. */
  nameOf(node: NodeId): string | null {
    return this.#names.get(node) ?? null;
  }

  value(id: NetId): number | null {
    return this.#entry(this.explanation.primals, id);
  }
  gradient(id: NetId): number | null {
    return this.#entry(this.explanation.adjoints, id);
  }

  /** Of the gate whose output it is, at that place; null where the gate has none of its own. */
  slope(id: NetId): number | null {
    const box = this.explanation.view.boxes.find(({ node }) => node === this.nodeOf(id));
    const [row, column] = placeOf(id)?.entry ?? [0, 0];
    return rowsOf(box?.partials[0] ?? null)[row]?.[column] ?? null;
  }

  /** As rows, a single number too. */
  values(name: string): number[][] {
    return rowsOf(this.#at(this.explanation.primals, name));
  }
  gradients(name: string): number[][] {
    return rowsOf(this.#at(this.explanation.adjoints, name));
  }

  #at(of: readonly (Value | null)[], name: string): Value | null {
    return of[this.#nodes.get(name) ?? -1] ?? null;
  }

  #entry(of: readonly (Value | null)[], id: NetId): number | null {
    const place = placeOf(id);
    if (!place) return null;
    const [row, column] = place.entry ?? [0, 0];
    return rowsOf(this.#at(of, place.name))[row]?.[column] ?? null;
  }
}

function rowsOf(value: Value | null): number[][] {
  return value === null ? [] : typeof value === "number" ? [[value]] : value;
}

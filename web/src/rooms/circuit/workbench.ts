/**
 * What only the larger engine can say of the circuit. It is asked when a panel that shows it is open and the hand rests;
 * until the answer is there, and if there is none, the panels show what they have.
 */
import type { Engine } from "../../engine/client.js";
import type { ExplainRequest, Explanation, NodeId, Part, SymbolicDerivative, Target } from "../../engine/protocol.js";
import { boxAt, type Place, placeOf } from "../../scene/keys.js";
import type { Session } from "./session.js";

export class Workbench {
  /** The last answer. */
  explanation: Explanation | null = null;
  /** The larger engine did not arrive: a page left open while the network went away. */
  failed = false;
  /** How often Why differentiates. */
  order = 1;
  /** The language in which Code writes the program; null for the program itself. */
  target: Target | null = null;
  readonly #session: Session;
  readonly #engine: () => Promise<Engine>;
  /** The question that `explanation` answers, or that is being answered. */
  #asked = "";
  #program = "";

  constructor(session: Session, engine: () => Promise<Engine>) {
    this.#session = session;
    this.#engine = engine;
  }

  /** Asks what the open panel wants to know, unless that is known. */
  consult(): void {
    const { circuit, drag } = this.#session;
    const parts = this.#parts();
    if (parts === null || circuit.error !== null || drag.input !== null) return;
    void this.#ask({ ...circuit.request, ...parts });
  }

  #parts(): { include: Part[]; by?: NodeId[]; order?: number } | null {
    const { tab, asked } = this.#session;
    if (tab === "code") return { include: ["code"] };
    if (tab === "why" && asked !== null)
      return { include: ["derivatives"], by: [placeOf(asked).node], order: this.order };
    return null;
  }

  async #ask(request: ExplainRequest): Promise<void> {
    const question = JSON.stringify(request);
    if (question === this.#asked) return;
    this.#asked = question;
    // ids of nodes mean something else in another program
    if (request.program !== this.#program) this.explanation = null;
    this.#program = request.program;
    try {
      const engine = await this.#engine();
      // meanwhile another one was asked
      if (question !== this.#asked) return;
      const reply = engine.explain(request);
      this.explanation = reply.ok ? reply : null;
      this.failed = false;
    } catch (error) {
      console.error(error);
      this.failed = true;
      this.#asked = "";
    }
    this.#session.consulted();
  }

  /** The formula behind the number that Why is about: a gradient, or the local derivative of a closed box. */
  get derivative(): SymbolicDerivative | null {
    const { asked } = this.#session;
    if (asked === null || this.explanation === null) return null;
    const place = placeOf(asked);
    if (place.kind === "gradient") return this.explanation.derivatives?.[place.node] ?? null;
    return place.kind === "value" ? null : localDerivative(this.explanation, place);
  }
}

/** Constants are part of the formula: it is taken by the other inputs only. */
function localDerivative(explanation: Explanation, { node, input }: Place): SymbolicDerivative | null {
  const isConstant = (id: NodeId) => explanation.graph.nodes[id]?.op === "constant";
  const before = boxAt(explanation, node).inputs.slice(0, input);
  const found = explanation.local_derivatives?.find((box) => box.node === node);
  return Object.values(found?.partials ?? {})[before.filter((id) => !isConstant(id)).length] ?? null;
}

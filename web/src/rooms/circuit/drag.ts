/** An input in the student's hand, and what the last drag said. */
import type { Explanation, InputInfo, NodeId } from "../../engine/protocol.js";
import type { CircuitEvents } from "../../scene/model.js";
import type { Nudged } from "../../scene/nudge.js";
import { type Entry, entries, entryOf, withEntry, writeInput } from "./inputs.js";
import type { Session } from "./session.js";

export class Drag {
  /** The input being dragged; null once released. */
  input: NodeId | null = null;
  /** What held when the drag began: whatever has changed since is marked. */
  before: Explanation | null = null;
  /** Stays after the release until something else happens. */
  nudge: Nudged | null = null;
  readonly #session: Session;
  /** The input as it was when the drag began, with the place where its value is written. */
  #origin: InputInfo | null = null;

  constructor(session: Session) {
    this.#session = session;
  }

  handle({ node, entry, value, gesture }: CircuitEvents["input-change"]): void {
    if (gesture === "start" || this.#origin?.node !== node) this.#begin(node, entry);
    if (this.#origin) this.#move(this.#origin, value);
    if (gesture === "end") this.#release();
  }

  /** Something else happened: the readout makes room. */
  forget(): void {
    this.#session.circuit.held.clear();
    this.#origin = null;
    this.input = null;
    this.before = null;
    this.nudge = null;
  }

  #begin(node: NodeId, entry: Entry): void {
    const { circuit } = this.#session;
    const origin = circuit.inputAt(node);
    const { explanation } = circuit;
    if (!origin || !explanation) return;
    this.#origin = origin;
    this.input = node;
    this.before = explanation;
    const from = entryOf(origin.value, entry);
    const output = objective(explanation);
    const gradient = origin.gradient === null ? 0 : entryOf(origin.gradient, entry);
    this.nudge = { input: node, entry, from, to: from, gradient, outputBefore: output, outputNow: output };
  }

  #move(origin: InputInfo, value: number): void {
    const { circuit } = this.#session;
    const { nudge } = this;
    if (!nudge) return;
    const held = circuit.held.get(origin.name) ?? origin.value;
    circuit.held.set(origin.name, withEntry(held, nudge.entry, value));
    this.#session.explain();
    if (circuit.explanation) this.nudge = { ...nudge, to: value, outputNow: objective(circuit.explanation) };
  }

  #release(): void {
    const { circuit } = this.#session;
    const origin = this.#origin;
    const held = origin === null ? undefined : circuit.held.get(origin.name);
    this.#origin = null;
    this.input = null;
    this.before = null;
    circuit.held.clear();
    if (!origin || held === undefined) return;
    circuit.document = writeInput(circuit.document, origin, held);
    circuit.commit();
    this.#session.explain();
    this.#session.firstMinute?.dragged(origin.node);
    this.#session.settled();
  }
}

/** What gradients are gradients of: the output, each entry as often as the backward pass starts with. */
function objective({ output, adjoints }: Explanation): number {
  const starts = entries(adjoints[output.node] ?? 1);
  return entries(output.value).reduce((sum, entry, i) => sum + entry * (starts[i] ?? 1), 0);
}

/** An input in the student's hand, and what the last drag said. */
import type { Explanation, InputInfo, NodeId } from "../../engine/protocol.js";
import { IS_SITE } from "../../product.js";
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
  /** The second input in the same hand, likewise. */
  #also: InputInfo | null = null;

  constructor(session: Session) {
    this.#session = session;
  }

  handle({ node, entry, value, gesture, also }: CircuitEvents["input-change"]): void {
    if (gesture === "start" || this.#origin?.node !== node) this.#begin(node, entry);
    if (IS_SITE && also) this.#moveAlso(also);
    if (this.#origin) this.#move(this.#origin, entry, value);
    if (gesture === "end") this.#release();
  }

  /** Something else happened: the readout makes room. */
  forget(): void {
    this.#session.circuit.held.clear();
    this.#origin = null;
    this.#also = null;
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

  #move(origin: InputInfo, entry: Entry, value: number): void {
    const { circuit } = this.#session;
    this.#hold(origin, entry, value);
    this.#session.explain();
    const { nudge } = this;
    if (!nudge || !circuit.explanation) return;
    // of several entries at once no one gradient says what happens
    const isOne = nudge.entry.join() === entry.join();
    this.nudge = isOne ? { ...nudge, to: value, outputNow: objective(circuit.explanation) } : null;
  }

  /** No gradient alone predicts what two inputs do together, so nothing is said of it. */
  #moveAlso({ node, entry, value }: Required<CircuitEvents["input-change"]>["also"]): void {
    this.#also ??= this.#session.circuit.inputAt(node) ?? null;
    this.nudge = null;
    if (this.#also) this.#hold(this.#also, entry, value);
  }

  #hold({ name, value }: InputInfo, entry: Entry, number: number): void {
    const { held } = this.#session.circuit;
    held.set(name, withEntry(held.get(name) ?? value, entry, number));
  }

  #release(): void {
    const { circuit } = this.#session;
    const origin = this.#origin;
    const held = new Map(circuit.held);
    // from the end of the text, so that the place of the other number stays what it is
    const moved = [origin, this.#also].filter((input) => input !== null);
    moved.sort((a, b) => (b.span?.[0] ?? 0) - (a.span?.[0] ?? 0));
    this.#origin = null;
    this.#also = null;
    this.input = null;
    this.before = null;
    circuit.held.clear();
    if (!origin) return;
    for (const input of new Map(moved.map((input) => [input.node, input])).values()) {
      circuit.document = writeInput(circuit.document, input, held.get(input.name) ?? input.value);
    }
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

/** A gate on the forward pass, with everything its sentence may need. */
import type { Box, Explanation, NodeId, Value } from "../engine/protocol.js";
import { type Message, message, type NodeWords, type Phrase, type Words } from "./message.js";
import { nodeAt, nodeWords } from "./names.js";
import { definition, gateWords, isNumber, isShort, type Keyed, type Writer } from "./sentence-parts.js";

/** A sum, a product or a list of inputs is written out up to this many terms. */
export const WRITTEN_TERMS = 4;

export class ForwardGate {
  readonly explanation: Explanation;
  readonly box: Box;
  readonly value: Value;
  readonly inputs: readonly Value[];
  readonly writer: Writer;

  constructor(explanation: Explanation, box: Box, value: Value, writer: Writer, inputs?: readonly Value[]) {
    this.explanation = explanation;
    this.box = box;
    this.value = value;
    this.writer = writer;
    this.inputs = inputs ?? box.inputs.map((input) => explanation.primals[input] as Value);
  }

  /** The same gate, seen at the first entry of its matrices. */
  get atFirstEntry(): ForwardGate {
    const { explanation, box, writer } = this;
    return new ForwardGate(explanation, box, firstEntry(this.value), writer, this.inputs.map(firstEntry));
  }

  get op(): string {
    return nodeAt(this.explanation, this.box.node).op;
  }

  input(i: number): Value {
    return this.inputs[i] as Value;
  }

  words(i: number): NodeWords {
    return nodeWords(this.explanation, this.box.inputs[i] as NodeId);
  }

  /** An input as it is written: its number, or a question mark. */
  shown(i: number): string {
    return this.writer.value(this.input(i), `value:${this.box.inputs[i] as NodeId}`);
  }

  get result(): string {
    return this.writer.value(this.value, `value:${this.box.node}`);
  }

  get keyedResult(): Keyed {
    return { value: this.value as number, key: `value:${this.box.node}` };
  }

  get keyedInputs(): Keyed[] {
    return this.box.inputs.map((node, i) => ({ value: this.input(i) as number, key: `value:${node}` }));
  }

  get isScalar(): boolean {
    return isNumber(this.value) && this.inputs.every(isNumber);
  }

  /** Whether an input is a slot, so that nothing may be said that gives it away. */
  get isSecret(): boolean {
    const keys = [this.box.node, ...this.box.inputs].map((node) => `value:${node}` as const);
    return keys.some((key) => this.writer.isCovered(key));
  }

  message(id: string, args: Record<string, Words> = {}): Message {
    return message(id, { formula: definition(this.explanation, this.box.node), result: this.result, ...args });
  }

  region(): Message {
    const shown = this.box.inputs.slice(0, WRITTEN_TERMS);
    const operands = shown.flatMap(
      (_, i): Phrase => [...(i > 0 ? [", "] : []), this.words(i), ` ${this.relation(i)} ${this.shown(i)}`],
    );
    const rest = this.box.inputs.length > WRITTEN_TERMS ? [", …"] : [];
    return this.message("forward-region", {
      gate: gateWords(this.explanation, this.box),
      operands: [...operands, ...rest],
    });
  }

  relation(i: number): string {
    const value = this.input(i);
    return !isNumber(value) || isShort(value) ? "=" : "≈";
  }
}

function firstEntry(value: Value): number {
  return isNumber(value) ? value : (value[0]?.[0] ?? Number.NaN);
}

/** One edge of the backward pass, one `+=`, with everything its sentence may need. */
import type { BackwardStep, Box, Explanation, NodeId, Value } from "../engine/protocol.js";
import { boxAt } from "./keys.js";
import { type Message, message, type Phrase, type Words } from "./message.js";
import type { NumberKey } from "./model.js";
import { isRegion, nodeAt, nodeWords } from "./names.js";
import type { Ops } from "./rules.js";
import { gateWords, isNumber, type SentenceOptions, shapeOf, shapeText, Writer } from "./sentence-parts.js";
import { isUnderBug } from "./under-bug.js";

export class BackwardEdge {
  readonly explanation: Explanation;
  readonly index: number;
  readonly step: BackwardStep;
  readonly box: Box;
  readonly ops: Ops;
  readonly writer: Writer;

  constructor(explanation: Explanation, index: number, step: BackwardStep, options: SentenceOptions) {
    this.explanation = explanation;
    this.index = index;
    this.step = step;
    this.box = boxAt(explanation, step.node);
    this.ops = options.ops;
    this.writer = new Writer(options);
  }

  get op(): string {
    return nodeAt(this.explanation, this.box.node).op;
  }

  get isRegion(): boolean {
    return isRegion(this.explanation, this.box);
  }

  get isScalar(): boolean {
    const { adjoint, partial, contribution } = this.step;
    return isNumber(adjoint) && isNumber(partial) && isNumber(contribution);
  }

  message(id: string, args: Record<string, Words> = {}): Message {
    const gate = gateWords(this.explanation, this.box);
    return message(id, { gate, target: nodeWords(this.explanation, this.step.target), ...args });
  }

  /** `1 × z (−4) = −4`; the name of the local derivative stands before its number when it is one word. */
  equation(): Phrase {
    const { node, input, target, adjoint, partial, contribution } = this.step;
    const { operands, relation, result } = this.writer.equation(
      "mul",
      [
        { value: adjoint as number, key: `gradient:${node}` },
        { value: partial as number, key: `partial:${node}.${input}` },
      ],
      { value: contribution as number, key: `contribution:${node}.${input}` },
    );
    const [incoming = "", factor = ""] = operands;
    const symbol = this.otherFactor();
    const hidden = this.writer.isCovered(`gradient:${target}`) && this.step.of === 1;
    const right = ` ${hidden ? "=" : relation} ${hidden ? "?" : result}`;
    if (symbol !== null) return [`${incoming} × `, ...symbol, ` (${factor})`, right];
    return [`${incoming} × ${factor.startsWith("−") ? `(${factor})` : factor}`, right];
  }

  /** In a product the local derivative is the other input, by its name; a number has none. */
  otherFactor(): Phrase | null {
    const { input } = this.step;
    if (this.op !== "mul" || this.isRegion || isUnderBug(this.explanation)) return null;
    const other = this.box.inputs[1 - input] as NodeId;
    const { op, name } = nodeAt(this.explanation, other);
    return op === "constant" && name === undefined ? null : [nodeWords(this.explanation, other)];
  }

  /** Matrices, entry by entry; or summed, where one entry was spread over many. */
  entries(): Message {
    const { rule, contribution, partial } = this.step;
    const shape = shapeText(shapeOf(contribution));
    if (this.isRegion && partial === undefined) return this.message("backward-region", { shape });
    if (partial === undefined) return this.message("backward-rule", { rule: rule ?? "", shape });
    const result = this.writer.value(contribution, this.resultKey());
    const count = this.spread();
    return count > 1 ? this.message("backward-spread", { count, result }) : this.message("backward-entries", { shape });
  }

  /** How many entries of the gate share one entry of the input. */
  spread(): number {
    const { node, target } = this.step;
    const entries = ([rows, columns]: readonly [number, number]) => rows * columns;
    return entries(nodeAt(this.explanation, node).shape) / entries(nodeAt(this.explanation, target).shape);
  }

  /** What arrives is the whole gradient where nothing else does. */
  resultKey(): NumberKey {
    const { node, input, target, of } = this.step;
    return of === 1 ? `gradient:${target}` : `contribution:${node}.${input}`;
  }

  /** The sum at a node that is used more than once. */
  accumulation(): Message {
    const { target, contribution, total, arrived, of } = this.step;
    const before = this.totalBefore();
    const key = `gradient:${target}` as const;
    if (arrived === 1) return this.message("fan-out-first", { of, total: this.writer.value(total, key) });
    if (!isNumber(total) || !isNumber(contribution) || !isNumber(before)) {
      return this.message(arrived === of ? "fan-out-matrix-last" : "fan-out-matrix", { arrived, of });
    }
    const amount = { value: contribution, key: `contribution:${this.step.node}.${this.step.input}` as const };
    const sum = this.writer.equation("add", [{ value: before, key }, amount], { value: total, key });
    const [first = "", second = ""] = sum.operands;
    return this.message("fan-out-adds", {
      before: first,
      amount: second,
      equation: this.writer.arithmeticText("add", sum),
    });
  }

  totalBefore(): Value | null {
    const { steps = [] } = this.explanation;
    for (let i = this.index - 1; i >= 0; i--) {
      const step = steps[i];
      if (step?.phase !== "backward") break;
      if (step.target === this.step.target) return step.total;
    }
    return null;
  }

  /** Whether a router shared its gradient, as it does between equal inputs. */
  isShareOfTie(): boolean {
    const { partial } = this.step;
    return (this.op === "max" || this.op === "min") && isNumber(partial) && partial > 0 && partial < 1;
  }
}

/** Backward sentences: one edge, one `+=`. */
import type { BackwardStep, Box, Explanation, NodeId, Value } from "../engine/protocol.js";
import { type Message, message, type Phrase, type Words } from "./message.js";
import type { NumberKey } from "./model.js";
import { boxOf, isRegion, nodeAt, nodeWords } from "./names.js";
import { localDerivative, type Ops, partialSymbol } from "./rules.js";
import { comparisonText } from "./sentence-forward.js";
import {
  formatShort,
  gateWords,
  isNumber,
  isZero,
  ruleOf,
  type Sentence,
  type SentenceOptions,
  sentence,
  shapeOf,
  shapeText,
  Writer,
} from "./sentence-parts.js";

export function backwardSentence(
  explanation: Explanation,
  index: number,
  step: BackwardStep,
  options: SentenceOptions,
): Sentence {
  const edge = new BackwardEdge(explanation, index, step, options);
  const hands = edge.hands();
  if (step.of === 1) return sentence(hands, edge.aside());
  const sum = edge.accumulation();
  // Of the first of several there is nothing to add up yet.
  return step.arrived === 1 ? { lines: [hands, sum], main: 0 } : { lines: [hands, sum], main: 1 };
}

class BackwardEdge {
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
    this.box = boxOf(explanation, step.node) ?? { node: step.node, inputs: [], partials: [] };
    this.ops = options.ops;
    this.writer = new Writer(options);
  }

  get op(): string {
    return nodeAt(this.explanation, this.box.node).op;
  }

  message(id: string, args: Record<string, Words> = {}): Message {
    const gate = gateWords(this.explanation, this.box);
    return message(id, { gate, target: nodeWords(this.explanation, this.step.target), ...args });
  }

  /** What the gate hands on. */
  hands(): Message {
    const { adjoint, partial, contribution } = this.step;
    const special = isRegion(this.explanation, this.box) ? undefined : FORMS[this.op]?.(this);
    if (special) return special;
    if (!isNumber(adjoint) || !isNumber(partial) || !isNumber(contribution)) return this.entries();
    return this.message("backward-hands", { equation: this.equation() });
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
    if (this.op !== "mul" || isRegion(this.explanation, this.box)) return null;
    const other = this.box.inputs[1 - input] as NodeId;
    const { op, name } = nodeAt(this.explanation, other);
    return op === "constant" && name === undefined ? null : [nodeWords(this.explanation, other)];
  }

  /** Matrices, entry by entry; or summed, where one entry was spread over many. */
  entries(): Message {
    const { rule, contribution, partial } = this.step;
    const shape = shapeText(shapeOf(contribution));
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

  /** The quieter second line: why it is so. */
  aside(): Message | null {
    const { adjoint, partial, node, input, target } = this.step;
    if (isZero(adjoint) && !this.writer.isCovered(`gradient:${node}`)) return message("aside-zero");
    if (partial !== undefined && this.spread() > 1) return this.message("aside-spread");
    if (isRegion(this.explanation, this.box)) {
      return this.message("aside-region", { partial: partialSymbol(this.explanation, this.box, target) });
    }
    if (this.isShareOfTie()) return message("rule-tie");
    if (RULE_FIRST.has(this.op)) return ruleOf(this.explanation, node);
    const formula = localDerivative(this.explanation, this.ops, this.box, input);
    if (formula === null) return ruleOf(this.explanation, node);
    const symbol = partialSymbol(this.explanation, this.box, target);
    return message("aside-local-derivative", { partial: symbol, formula });
  }

  /** Whether a router shared its gradient, as it does between equal inputs. */
  isShareOfTie(): boolean {
    const { partial } = this.step;
    return (this.op === "max" || this.op === "min") && isNumber(partial) && partial > 0 && partial < 1;
  }
}

/** Gates whose rule says more in words than in symbols. */
const RULE_FIRST = new Set(["mul", "relu", "abs", "step", "sign"]);

type Form = (edge: BackwardEdge) => Message | undefined;

const FORMS: Record<string, Form> = {
  max: router,
  min: router,
  relu: (edge) => threshold(edge),
  if: choice,
  matmul,
  transpose: (edge) => {
    const { adjoint, contribution } = edge.step;
    return edge.message("backward-transpose", {
      before: shapeText(shapeOf(adjoint)),
      after: shapeText(shapeOf(contribution)),
    });
  },
  sum: (edge) =>
    edge.message("backward-sum", { amount: edge.writer.value(edge.step.adjoint, `gradient:${edge.step.node}`) }),
  index: (edge) => {
    const { index = [] } = nodeAt(edge.explanation, edge.step.node);
    const amount = edge.writer.value(edge.step.adjoint, `gradient:${edge.step.node}`);
    return edge.message("backward-index", { amount, entry: `[${index.join(", ")}]` });
  },
  stack: (edge) => {
    const { contribution } = edge.step;
    const amount = edge.writer.value(contribution, edge.resultKey());
    return edge.message("backward-stack", { amount });
  },
};

function isScalar({ step }: BackwardEdge): boolean {
  return isNumber(step.adjoint) && isNumber(step.partial) && isNumber(step.contribution);
}

function inputsOf({ explanation, box }: BackwardEdge): Value[] {
  return box.inputs.map((input: NodeId) => explanation.primals[input] as Value);
}

function isSecret(edge: BackwardEdge): boolean {
  return edge.box.inputs.some((input) => edge.writer.isCovered(`value:${input}`));
}

function router(edge: BackwardEdge): Message | undefined {
  const values = inputsOf(edge);
  if (!isScalar(edge) || isSecret(edge) || !values.every(isNumber)) return undefined;
  const out = edge.explanation.primals[edge.step.node];
  const winners = values.flatMap((value, i) => (value === out ? [i] : []));
  const [winner] = winners;
  if (winner === undefined) return undefined;
  const equation = edge.equation();
  if (winners.length > 1) {
    const isWinner = winners.includes(edge.step.input);
    return edge.message(isWinner ? "backward-tie" : "backward-router-other", { count: winners.length, equation });
  }
  const taken = nodeWords(edge.explanation, edge.box.inputs[winner] as NodeId);
  return edge.message("backward-router", {
    winner: taken,
    comparison: comparisonText(edge.op, values, winner),
    equation,
  });
}

function threshold(edge: BackwardEdge): Message | undefined {
  const [input] = inputsOf(edge);
  if (!isScalar(edge) || isSecret(edge) || !isNumber(input) || Number.isNaN(input)) return undefined;
  const id = input > 0 ? "backward-relu-open" : input < 0 ? "backward-relu-closed" : "backward-relu-corner";
  return edge.message(id, { input: formatShort(input), equation: edge.equation() });
}

function choice(edge: BackwardEdge): Message | undefined {
  const [condition] = inputsOf(edge);
  if (!isScalar(edge) || isSecret(edge) || !isNumber(condition)) return undefined;
  const winner = edge.box.inputs[condition !== 0 ? 1 : 2] as NodeId;
  return edge.message("backward-if", { winner: nodeWords(edge.explanation, winner), equation: edge.equation() });
}

/** W gets G Xᵀ: 5×1 · 1×4 = 5×4, the shape of W. */
function matmul(edge: BackwardEdge): Message {
  const { step, explanation, box } = edge;
  const other = box.inputs[1 - step.input] as NodeId;
  const gradient = shapeText(shapeOf(step.adjoint));
  const [rows, columns] = shapeOf(explanation.primals[other] as Value);
  const flipped: Phrase = [transposed(explanation, other)];
  const product: Phrase = step.input === 0 ? ["G ", ...flipped] : [...flipped, " G"];
  const factors = step.input === 0 ? [gradient, shapeText([columns, rows])] : [shapeText([columns, rows]), gradient];
  const equation = `${factors.join(" · ")} = ${shapeText(shapeOf(step.contribution))}`;
  return edge.message("backward-matmul", { product, equation });
}

/** Xᵀ; and w for the transpose of w.T. */
function transposed(explanation: Explanation, node: NodeId): Phrase[number] {
  const { op, inputs, name } = nodeAt(explanation, node);
  if (op === "transpose" && name === undefined) return nodeWords(explanation, inputs[0] as NodeId);
  const { text } = nodeWords(explanation, node);
  return { node, text: `${text}ᵀ` };
}

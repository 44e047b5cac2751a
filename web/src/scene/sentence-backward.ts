/** Backward sentences: one edge, one `+=`. */
import type { BackwardStep, Explanation, NodeId, Value } from "../engine/protocol.js";
import { isTurned } from "./arranged.js";
import { BackwardEdge } from "./backward-edge.js";
import { comparisonText } from "./comparisons.js";
import { type Message, message, type Phrase } from "./message.js";
import { nodeAt, nodeWords } from "./names.js";
import { localDerivative, partialSymbol } from "./rules.js";
import {
  formatShort,
  isNumber,
  ruleOf,
  type Sentence,
  type SentenceOptions,
  sentence,
  shapeOf,
  shapeText,
} from "./sentence-parts.js";
import { isUnderBug, sentenceUnderBug } from "./under-bug.js";
import { isZero } from "./values.js";

export function backwardSentence(
  explanation: Explanation,
  index: number,
  step: BackwardStep,
  options: SentenceOptions,
): Sentence {
  const edge = new BackwardEdge(explanation, index, step, options);
  if (isUnderBug(explanation)) return sentenceUnderBug(edge);
  const hands = handsOn(edge);
  if (step.of === 1) return sentence(hands, reason(edge));
  const sum = edge.accumulation();
  // Of the first of several there is nothing to add up yet.
  return step.arrived === 1 ? { lines: [hands, sum], main: 0 } : { lines: [hands, sum], main: 1 };
}

/** What the gate hands on. */
function handsOn(edge: BackwardEdge): Message {
  const special = edge.isRegion ? undefined : FORMS[edge.op]?.(edge);
  if (special) return special;
  return edge.isScalar ? edge.message("backward-hands", { equation: edge.equation() }) : edge.entries();
}

/** The quieter second line: why it is so. */
function reason(edge: BackwardEdge): Message {
  const { explanation, box, ops, writer } = edge;
  const { adjoint, partial, node, input, target } = edge.step;
  if (isZero(adjoint) && !writer.isCovered(`gradient:${node}`)) return message("aside-zero");
  if (partial !== undefined && edge.spread() > 1) return edge.message("aside-spread");
  const symbol = partialSymbol(explanation, box, target);
  if (edge.isRegion) return message(partial === undefined ? "rule-region" : "aside-region", { partial: symbol });
  if (edge.isShareOfTie()) return message("rule-tie");
  const formula = RULE_FIRST.has(edge.op) ? null : localDerivative(explanation, ops, box, input);
  return formula === null ? ruleOf(explanation, node) : message("aside-local-derivative", { partial: symbol, formula });
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

function inputsOf({ explanation, box }: BackwardEdge): Value[] {
  return box.inputs.map((input: NodeId) => explanation.primals[input] as Value);
}

function isSecret(edge: BackwardEdge): boolean {
  return edge.box.inputs.some((input) => edge.writer.isCovered(`value:${input}`));
}

function router(edge: BackwardEdge): Message | undefined {
  const values = inputsOf(edge);
  if (!edge.isScalar || isSecret(edge) || !values.every(isNumber)) return undefined;
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
  if (!edge.isScalar || isSecret(edge) || !isNumber(input) || Number.isNaN(input)) return undefined;
  const id = input > 0 ? "backward-relu-open" : input < 0 ? "backward-relu-closed" : "backward-relu-corner";
  return edge.message(id, { input: formatShort(input), equation: edge.equation() });
}

function choice(edge: BackwardEdge): Message | undefined {
  const [condition] = inputsOf(edge);
  if (!edge.isScalar || isSecret(edge) || !isNumber(condition)) return undefined;
  const winner = edge.box.inputs[condition !== 0 ? 1 : 2] as NodeId;
  return edge.message("backward-if", { winner: nodeWords(edge.explanation, winner), equation: edge.equation() });
}

/** W gets G Xᵀ: 5×1 · 1×4 = 5×4, the shape of W. In numerator layout W gets X G: 4×1 · 1×5 = 4×5. */
function matmul(edge: BackwardEdge): Message {
  const { step, explanation, box } = edge;
  const other = box.inputs[1 - step.input] as NodeId;
  const gradient = shapeText(shapeOf(step.adjoint));
  const shape = shapeOf(explanation.primals[other] as Value);
  if (isTurned(explanation)) {
    const factor = nodeWords(explanation, other);
    const product: Phrase = step.input === 0 ? [factor, " G"] : ["G ", factor];
    const shapes = step.input === 0 ? [shapeText(shape), gradient] : [gradient, shapeText(shape)];
    const equation = `${shapes.join(" · ")} = ${shapeText(shapeOf(step.contribution))}`;
    return edge.message("backward-matmul-turned", { product, equation });
  }
  const [rows, columns] = shape;
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

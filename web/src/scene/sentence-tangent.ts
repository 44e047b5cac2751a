/** The sentences of forward mode: one edge, one `+=`, and at the end what it all was for. */
import type { Explanation, ForwardStep, NodeId, TangentStart, TangentStep, Value } from "../engine/protocol.js";
import { BackwardEdge } from "./backward-edge.js";
import { alongName, alongNode, edgeOf, isStill, tangentSteps, tangentSymbol } from "./forward-mode.js";
import { type Message, message, type Phrase, type Words } from "./message.js";
import { nodeWords } from "./names.js";
import { localDerivative, partialSymbol } from "./rules.js";
import { forwardSentence } from "./sentence-forward.js";
import {
  isNumber,
  isShort,
  type Sentence,
  type SentenceOptions,
  sentence,
  shapeOf,
  shapeText,
  Writer,
} from "./sentence-parts.js";
import { isZero } from "./values.js";

/** What moves, as a linked word. */
export function alongWords(explanation: Explanation): Words {
  const node = alongNode(explanation);
  return node === null ? "" : { node, text: alongName(explanation) };
}

export function tangentStart(explanation: Explanation, { tangent }: TangentStart): Sentence {
  const along = alongWords(explanation);
  const only = isNumber(tangent) && explanation.inputs.length === 1;
  return sentence(message("tangent-start", { along }), only ? null : message("tangent-start-others", { along }));
}

/** A value that nothing of what moves reaches says so at once. */
export function forwardModeValue(explanation: Explanation, step: ForwardStep, options: SentenceOptions): Sentence {
  const said = forwardSentence(explanation, step, options);
  if (!isStill(explanation, step.node)) return said;
  const still = message("tangent-still", { symbol: tangentSymbol(explanation, step.node) });
  return { lines: [...said.lines.slice(0, 1), still], main: 0 };
}

export function tangentSentence(
  explanation: Explanation,
  index: number,
  step: TangentStep,
  options: SentenceOptions,
): Sentence {
  const edge = new BackwardEdge(explanation, index, edgeOf(step), options);
  const hands = handsOn(edge, step);
  if (step.of === 1) return sentence(hands, reason(edge, step));
  const sum = accumulation(explanation, step, edge.writer);
  return { lines: [hands, sum], main: step.arrived === 1 ? 0 : 1 };
}

/** After the last step, beside what that step did. */
export function withFinding(explanation: Explanation, last: Sentence): Sentence {
  const found = finding(explanation);
  const line = last.lines[last.main];
  return line === undefined || found === null ? last : { lines: [line, found], main: 1 };
}

function finding(explanation: Explanation): Message | null {
  const { output, tangents = [], inputs } = explanation;
  const tangent = tangents[output.node] ?? null;
  if (tangent === null) return null;
  const symbol = tangentSymbol(explanation, output.node);
  const count = inputs.flatMap(({ gradient }) => (gradient === null ? [] : [gradient].flat(2))).length;
  if (!isNumber(tangent)) return message("tangent-found-matrix", { symbol, shape: shapeText(shapeOf(tangent)) });
  return message("tangent-found", { symbol, result: written(tangent), count });
}

/** `= −4`, or `≈ 7.39` of a number with more digits. */
function written(tangent: Value): string {
  const isWhole = !isNumber(tangent) || isShort(tangent);
  return `${isWhole ? "=" : "≈"} ${new Writer({ ops: new Map(), covered: new Set() }).value(tangent)}`;
}

function handsOn(edge: BackwardEdge, step: TangentStep): Message {
  const { explanation } = edge;
  const symbol = tangentSymbol(explanation, step.source);
  const args = { source: nodeWords(explanation, step.source), along: alongWords(explanation) };
  if (edge.isScalar) return edge.message("tangent-hands", { ...args, equation: edge.equation() });
  const shape = shapeText(shapeOf(step.contribution));
  if (step.partial !== undefined) return edge.message("tangent-entries", { ...args, shape });
  if (edge.op === "matmul" && !edge.isRegion) return matmul(edge, step, args, symbol);
  const rule = (step.rule ?? "").split("tangent").flatMap((part, i): Phrase => (i > 0 ? [...symbol, part] : [part]));
  return step.rule === "" || step.rule === undefined
    ? edge.message("tangent-region", { ...args, shape })
    : edge.message("tangent-rule", { ...args, rule, shape });
}

/** ∂W/∂W[0, 1] · x, 2×2 · 2×1 = 2×1. */
function matmul(edge: BackwardEdge, step: TangentStep, args: Record<string, Words>, symbol: Phrase): Message {
  const other = edge.box.inputs[1 - step.input] as NodeId;
  const words: Phrase = [nodeWords(edge.explanation, other)];
  const shapes = [step.tangent, edge.explanation.primals[other] as Value].map((value) => shapeText(shapeOf(value)));
  const isLeft = step.input === 0;
  const product: Phrase = isLeft ? [...symbol, " · ", ...words] : [...words, " · ", ...symbol];
  const factors = isLeft ? shapes : shapes.toReversed();
  const equation = `${factors.join(" · ")} = ${shapeText(shapeOf(step.contribution))}`;
  return edge.message("tangent-matmul", { ...args, product, equation });
}

/** Gates whose rule says more in words than in symbols. */
const RULES = new Set(["add", "sub", "neg", "identity", "relu", "max", "min", "if", "matmul"]);
/** Gates that only move entries about and add them up. */
const LINEAR = new Set(
  "sum mean row_sums column_sums trace transpose index rows stack concatenate reshape vec".split(" "),
);

/** The quieter second line: why it is so. */
function reason(edge: BackwardEdge, step: TangentStep): Message {
  const { explanation, box, ops } = edge;
  if (isZero(step.tangent)) return message("tangent-zero", { symbol: tangentSymbol(explanation, step.source) });
  const partial = partialSymbol(explanation, box, step.source);
  if (edge.isRegion) return message("tangent-aside-region", { partial });
  if (edge.isShareOfTie()) return message("tangent-tie");
  const formula = localDerivative(explanation, ops, box, step.input);
  if (formula !== null && !RULES.has(edge.op)) return message("aside-local-derivative", { partial, formula });
  if (RULES.has(edge.op)) return message(`tangent-rule-${edge.op}`);
  return message(LINEAR.has(edge.op) ? "tangent-rule-linear" : "tangent-rule-function");
}

/** The sum at a gate with more than one input that moves. */
function accumulation(explanation: Explanation, step: TangentStep, writer: Writer): Message {
  const { arrived, of, total, contribution } = step;
  const args = { symbol: tangentSymbol(explanation, step.node), arrived, of };
  if (arrived === 1) return message("tangent-first", { ...args, total: written(total) });
  const before = tangentSteps(explanation, step.node)[arrived - 2]?.total ?? null;
  if (!isNumber(total) || !isNumber(contribution) || !isNumber(before)) {
    return message(arrived === of ? "tangent-matrix-last" : "tangent-matrix", args);
  }
  const equation = writer.arithmetic("add", [{ value: before }, { value: contribution }], { value: total });
  return message("tangent-adds", { ...args, equation });
}

/** Simple mistakes at one gate, as the wrong numbers they lead to. Feedback is never wrong: two that fit say nothing. */
import type { BackwardStep, Explanation, NodeId } from "../engine/protocol.js";
import { arrivals, numberAt, placeOf } from "../scene/keys.js";
import { type Message, message } from "../scene/message.js";
import type { NumberKey } from "../scene/model.js";
import { nodeAt, nodeWords } from "../scene/names.js";
import { formatNumber, plainDigits } from "../scene/numbers.js";
import { reads } from "./reads.js";

interface Mistake {
  answer: number;
  message: Message;
}

/** The one mistake that explains the answer; null when none or more than one does. */
export function mistakeIn(explanation: Explanation, key: NumberKey, given: number): Message | null {
  const expected = numberAt(explanation, key);
  if (typeof expected !== "number") return null;
  const fitting = mistakes(explanation, key, expected).filter(
    ({ answer }) => reads(given, answer) && !reads(answer, expected),
  );
  const [first, second] = new Map(fitting.map((mistake) => [mistake.message.id, mistake])).values();
  return first !== undefined && second === undefined ? first.message : null;
}

function mistakes(explanation: Explanation, key: NumberKey, expected: number): Mistake[] {
  const sign = { answer: -expected, message: message("cover-mistake-sign") };
  if (key.startsWith("value:")) return [sign];
  const edges = edgesBehind(explanation, key);
  const [edge] = edges;
  if (edge === undefined) return [];
  const found = [sign, ...wrongNumber(explanation, edge.target)];
  return edges.length > 1 ? [...found, ...atFanOut(explanation, edges)] : [...found, ...atGate(explanation, edge)];
}

function edgesBehind(explanation: Explanation, key: NumberKey): ScalarEdge[] {
  const { kind, node, input } = placeOf(key);
  const edges =
    kind === "gradient"
      ? arrivals(explanation, node)
      : arrivals(explanation).filter((step) => step.node === node && step.input === input);
  return edges.every(isScalar) ? edges : [];
}

type ScalarEdge = BackwardStep & { adjoint: number; partial: number; contribution: number };
function isScalar(step: BackwardStep): step is ScalarEdge {
  return [step.adjoint, step.partial, step.contribution].every((number) => typeof number === "number");
}

function wrongNumber(explanation: Explanation, target: NodeId): Mistake[] {
  const value = explanation.primals[target];
  const node = nodeWords(explanation, target);
  return typeof value === "number" ? [{ answer: value, message: message("cover-mistake-value", { node }) }] : [];
}

function atFanOut(explanation: Explanation, edges: readonly ScalarEdge[]): Mistake[] {
  const node = nodeWords(explanation, (edges[0] as ScalarEdge).target);
  const args = { node, of: edges.length };
  const total = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0);
  return [
    ...edges.map(({ contribution }) => ({ answer: contribution, message: message("cover-mistake-overwrote", args) })),
    { answer: total(edges.map(({ partial }) => partial)), message: message("cover-mistake-incoming-of-all", args) },
  ];
}

function atGate(explanation: Explanation, edge: ScalarEdge): Mistake[] {
  const { adjoint, partial, target, node } = edge;
  const { op, inputs } = nodeAt(explanation, node);
  const value = explanation.primals[target] as number;
  const found: Mistake[] = [
    { answer: partial, message: message("cover-mistake-incoming", { incoming: formatNumber(adjoint) }) },
    { answer: adjoint, message: message("cover-mistake-local") },
    { answer: adjoint + partial, message: message("cover-mistake-added") },
    {
      answer: Number(plainDigits(adjoint, 2)) * Number(plainDigits(partial, 2)),
      message: message("cover-mistake-rounded"),
    },
  ];
  if (op === "mul")
    found.push({
      answer: adjoint * value,
      message: message("cover-mistake-swapped", { node: nodeWords(explanation, target) }),
    });
  if (op === "add") found.push({ answer: adjoint / inputs.length, message: message("cover-mistake-split") });
  return found;
}

/**
 * While a bug is planted, the words of every step say what was used and what was handed on, and never that it is right: at
 * the broken gate that would be false, and words of another kind there alone would give it away.
 */
import type { BackwardStep, Explanation } from "../engine/protocol.js";
import { IS_SITE } from "../product.js";
import type { BackwardEdge } from "./backward-edge.js";
import { type Message, message } from "./message.js";
import { isNumber, type Sentence, sentence, shapeOf, shapeText } from "./sentence-parts.js";

/** Nobody plants one in an embed. */
export function isUnderBug(explanation: Explanation): boolean {
  return IS_SITE && explanation.bug !== undefined;
}

export function sentenceUnderBug(edge: BackwardEdge): Sentence {
  const { arrived, contribution, of } = edge.step;
  const hands = edge.isScalar
    ? edge.message("backward-hands", { equation: edge.equation() })
    : edge.message("bug-hands", { shape: shapeText(shapeOf(contribution)) });
  if (of === 1) return sentence(hands, message("bug-aside"));
  return { lines: [hands, collected(edge)], main: arrived === 1 ? 0 : 1 };
}

/** `gate` is what a voice calls it. */
export function spokenUnderBug(gate: Message, { adjoint, partial }: BackwardStep): Message {
  if (!isNumber(partial) || !isNumber(adjoint)) return message("spoken-bug-entries", { gate });
  return message("spoken-bug-product", { gate, incoming: { say: adjoint }, partial: { say: partial } });
}

/** What a node holds after an arrival; whether that is the sum is for the reader to see. */
function collected(edge: BackwardEdge): Message {
  const { target, contribution, total, arrived, of } = edge.step;
  const before = edge.totalBefore();
  if (arrived === 1 || before === null) return edge.message("bug-first", { of });
  if (!isNumber(total) || !isNumber(contribution)) return edge.message("bug-arrives", { arrived, of });
  return edge.message("bug-keeps", {
    before: edge.writer.value(before, `gradient:${target}`),
    amount: edge.writer.value(contribution),
    total: edge.writer.value(total, `gradient:${target}`),
  });
}

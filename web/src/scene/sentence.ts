/** What the step at time t does, in the words under the picture. */
import type { BackpropStep, Explanation, StartStep, Step, Value } from "../engine/protocol.js";
import { IS_SITE } from "../product.js";
import { isForwardMode } from "./forward-mode.js";
import { type Message, message } from "./message.js";
import type { Time } from "./model.js";
import { nodeWords } from "./names.js";
import { formatNumber } from "./numbers.js";
import { backwardSentence } from "./sentence-backward.js";
import { forwardSentence } from "./sentence-forward.js";
import { type Sentence, type SentenceOptions, sentence } from "./sentence-parts.js";
import { alongWords, forwardModeValue, tangentSentence, tangentStart, withFinding } from "./sentence-tangent.js";

export type { Sentence, SentenceOptions } from "./sentence-parts.js";

/** The step that a time speaks of: the one under way, or at rest the one that was last done. Null at the very start. */
export function stepAt(explanation: Explanation, time: Time): number | null {
  const step = Math.min(Math.ceil(time), explanation.steps?.length ?? 0) - 1;
  return step < 0 ? null : step;
}

/** Null at time 0 and where the engine left the single steps out. */
export function sentenceAt(explanation: Explanation, time: Time, options: SentenceOptions): Sentence | null {
  const index = stepAt(explanation, time);
  const known = index === null ? undefined : explanation.steps?.[index];
  if (index === null || known === undefined) return null;
  if (IS_SITE && isForwardMode(explanation)) return forwardModeSentence(explanation, index, known, options);
  const step = known as BackpropStep;
  switch (step.phase) {
    case "forward":
      return forwardSentence(explanation, step, options);
    case "start":
      return startSentence(explanation, step);
    case "backward":
      return backwardSentence(explanation, index, step, options);
  }
}

function forwardModeSentence(
  explanation: Explanation,
  index: number,
  step: Step,
  options: SentenceOptions,
): Sentence | null {
  const said = sentenceOf(explanation, index, step, options);
  const isLast = index === (explanation.steps?.length ?? 0) - 1;
  return said !== null && isLast ? withFinding(explanation, said) : said;
}

function sentenceOf(explanation: Explanation, index: number, step: Step, options: SentenceOptions): Sentence | null {
  if (step.phase === "forward") return forwardModeValue(explanation, step, options);
  if (step.phase === "tangent") return tangentSentence(explanation, index, step, options);
  return "tangent" in step ? tangentStart(explanation, step) : null;
}

/** Before the first step of forward mode. */
export function restInForwardMode(explanation: Explanation): Message | null {
  return isForwardMode(explanation) ? message("tangent-rest", { along: alongWords(explanation) }) : null;
}

function startSentence(explanation: Explanation, { node, adjoint }: StartStep): Sentence {
  if ((explanation.adjoints[node] ?? null) === null) return sentence(message("sentence-start-constant"));
  const args = { node: nodeWords(explanation, node) };
  if (adjoint === 1) return sentence(message("sentence-start", args), message("sentence-start-adjoint", args));
  if (typeof adjoint === "number") {
    return sentence(message("sentence-start-scaled", { ...args, adjoint: formatNumber(adjoint) }));
  }
  return sentence(message(isAllOnes(adjoint) ? "sentence-start-ones" : "sentence-start-matrix", args));
}

function isAllOnes(value: Value): boolean {
  return typeof value !== "number" && value.every((row) => row.every((entry) => entry === 1));
}

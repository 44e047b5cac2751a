/** What is spoken of a step of forward mode. */
import type { Explanation, ForwardStep, Step, TangentStep } from "../engine/protocol.js";
import { alongName, isStill, tangentSteps } from "./forward-mode.js";
import { type Message, message, type SpokenWords } from "./message.js";
import { nodeName } from "./names.js";
import { isNumber, shapeOf } from "./sentence-parts.js";
import type { Spoken } from "./spoken.js";

/** `value` says what is said of a value in either mode. */
export function spokenInForwardMode(
  explanation: Explanation,
  step: Step,
  index: number,
  value: (step: ForwardStep) => Spoken,
): Spoken | null {
  const along = { say: alongName(explanation) };
  if (step.phase === "start") return { result: message("spoken-tangent-start", { along }), detail: null };
  const isLast = index === (explanation.steps?.length ?? 0) - 1;
  const node = { say: nodeName(explanation, step.node) };
  if (step.phase === "tangent") {
    const detail = detailOf(explanation, step);
    return isLast && isNumber(step.total)
      ? { result: message("spoken-tangent-found", { node, along, tangent: { say: step.total } }), detail }
      : { result: arrival(step, node, along), detail };
  }
  if (step.phase !== "forward") return null;
  const spoken = value(step);
  if (!isStill(explanation, step.node)) return spoken;
  return { ...spoken, result: message("spoken-tangent-still", { node, value: { say: step.value } }) };
}

function arrival({ total, arrived, of }: TangentStep, node: SpokenWords, along: SpokenWords): Message {
  if (!isNumber(total)) {
    const [rows, columns] = shapeOf(total);
    return message("spoken-tangent-matrix", { node, along, rows, columns, arrived, of });
  }
  const args = { node, along, tangent: { say: total } };
  if (of === 1) return message("spoken-tangent", args);
  return message(arrived === of ? "spoken-tangent-last" : "spoken-tangent-so-far", { ...args, arrived, of });
}

function detailOf(explanation: Explanation, step: TangentStep): Message {
  const { source, tangent, partial, arrived, contribution } = step;
  const before = tangentSteps(explanation, step.node)[arrived - 2]?.total;
  if (arrived > 1 && isNumber(before) && isNumber(contribution))
    return message("spoken-sum", { before: { say: before }, amount: { say: contribution } });
  const args = { source: { say: nodeName(explanation, source) } };
  if (!isNumber(partial) || !isNumber(tangent)) return message("spoken-tangent-entries", args);
  return message("spoken-tangent-product", { ...args, incoming: { say: tangent }, partial: { say: partial } });
}

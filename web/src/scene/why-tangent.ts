/** Why a derivative of forward mode is what it is: what moves it, and by how much. */
import type { Explanation, NodeId, TangentStep, Value } from "../engine/protocol.js";
import { printedEquation } from "./equations.js";
import { alongNode, edgeOf, tangentSteps, tangentSymbol } from "./forward-mode.js";
import { type Message, message, type Phrase } from "./message.js";
import { nodeAt, nodeWords } from "./names.js";
import { Writer, withoutZeros } from "./sentence-parts.js";
import { alongWords } from "./sentence-tangent.js";
import { type Contribution, MOVE, type Why, type WhyOptions, wireSymbol } from "./why.js";

const LONGEST_SUM = 8;

/** What is another number than in backprop; `rule` are the facts of a local derivative, which is the same in both. */
export function tangentWhy(
  explanation: Explanation,
  { place, title }: Why,
  rule: Message[],
  options: WhyOptions,
): Partial<Why> {
  const { node } = place;
  if (place.kind === "partial") return { title, facts: rule };
  const steps = tangentSteps(explanation, node);
  const args = { node: nodeWords(explanation, node), along: alongWords(explanation) };
  const value = explanation.tangents?.[node] ?? null;
  const all = {
    title: message("why-tangent", args),
    symbol: tangentSymbol(explanation, node),
    value,
    chainRule: null,
    sum: null,
  };
  if (value === null) return { ...all, facts: [message("why-no-gradient")] };
  const facts = [meaning(explanation, node, value)];
  if (nodeAt(explanation, node).op === "input") {
    return { ...all, facts: [message(node === alongNode(explanation) ? "why-tangent-start" : "why-tangent-other")] };
  }
  if (steps.length === 0) return { ...all, facts };
  facts.push(message("why-tangent-rule", args));
  const contributions = steps.map((step) => contributionOf(explanation, step, options));
  return { ...all, facts, contributions, chainRule: chainRule(explanation, node, contributions), sum: sumText(steps) };
}

/** "If x moves by 0.1, q moves by about 0.3." */
function meaning(explanation: Explanation, node: NodeId, tangent: Value): Message {
  const args = { node: nodeWords(explanation, node), along: alongWords(explanation) };
  if (typeof tangent !== "number") return message("why-tangent-entries", args);
  if (tangent === 0) return message("why-tangent-zero", args);
  const predicted = Number((tangent * MOVE).toPrecision(15));
  const { operands, result } = printedEquation("mul", [tangent, MOVE], predicted);
  const move = withoutZeros(operands[1] ?? "", MOVE);
  return message("why-tangent-meaning", { ...args, move, predicted: withoutZeros(result, predicted) });
}

function contributionOf(explanation: Explanation, step: TangentStep, options: WhyOptions): Contribution {
  const { node, input, source, tangent, partial, contribution } = step;
  const local = wireSymbol(explanation, edgeOf(step), options);
  const isNumber = typeof tangent === "number" && typeof partial === "number" && typeof contribution === "number";
  const equation = isNumber
    ? writer().arithmetic("mul", [{ value: tangent }, { value: partial }], { value: contribution })
    : null;
  return {
    key: `partial:${node}.${input}`,
    step,
    symbols: [...tangentSymbol(explanation, source), " · ", ...local],
    equation,
  };
}

function chainRule(explanation: Explanation, node: NodeId, contributions: readonly Contribution[]): Phrase {
  const terms = contributions
    .slice(0, LONGEST_SUM)
    .flatMap(({ symbols }, i): Phrase => [...(i > 0 ? [" + "] : []), ...symbols]);
  const rest = contributions.length > LONGEST_SUM ? [" + …"] : [];
  return [...tangentSymbol(explanation, node), " = ", ...terms, ...rest];
}

function sumText(steps: readonly TangentStep[]): string | null {
  const total = steps.at(-1)?.total;
  const amounts = steps.map(({ contribution }) => contribution);
  if (amounts.length < 2 || amounts.length > LONGEST_SUM || typeof total !== "number") return null;
  if (!amounts.every((amount) => typeof amount === "number")) return null;
  return writer().arithmetic(
    "add",
    amounts.map((value) => ({ value })),
    { value: total },
  );
}

function writer(): Writer {
  return new Writer({ ops: new Map(), covered: new Set() });
}

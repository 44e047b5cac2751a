/** Where a number comes from: what the panel "Why this number?" says, as plain data. */
import type { BackwardStep, Diagnostic, Explanation, NodeId, Path, Value } from "../engine/protocol.js";
import { IS_SITE } from "../product.js";
import { printedEquation } from "./equations.js";
import { ruleText } from "./expressions.js";
import { isForwardMode } from "./forward-mode.js";
import { arrivals, boxAt, keyWords, numberAt, type Place, placeOf } from "./keys.js";
import { type Message, message, type Phrase } from "./message.js";
import type { NumberKey } from "./model.js";
import { nodeAt, nodeWords, phraseText } from "./names.js";
import { formatOperand } from "./numbers.js";
import { pathsFrom } from "./paths.js";
import { localDerivative, type Ops, partialSymbol } from "./rules.js";
import { forwardSentence } from "./sentence-forward.js";
import { formatShort, ruleOf, Writer, withoutZeros } from "./sentence-parts.js";
import { isUnderBug } from "./under-bug.js";
import { tangentWhy } from "./why-tangent.js";

export interface Contribution {
  key: NumberKey;
  step: Pick<BackwardStep, "rule" | "contribution">;
  /** `∂f/∂q · ∂q/∂x`. */
  symbols: Phrase;
  /** `1 × (−4) = −4`, of matrices `G xᵀ`; null where the rule is prose. */
  equation: string | null;
}

export interface WhyPath {
  nodes: NodeId[];
  /** `4 × 3 = 12`, or the product alone. */
  product: string;
}

export interface Why {
  key: NumberKey;
  place: Place;
  title: Message;
  symbol: Phrase;
  value: Value | null;
  isCovered: boolean;
  /** What it is or means, and the rule behind it. */
  facts: Message[];
  /** `∂f/∂x = ∂f/∂q · ∂q/∂x + …`; null where there is no sum to write. */
  chainRule: Phrase | null;
  contributions: Contribution[];
  /** `1 + (−4) = −3`; null for a single one, for matrices, and where it would be too long to read. */
  sum: string | null;
  paths: { list: WhyPath[]; isTruncated: boolean; sum: string | null } | null;
  notes: Diagnostic[];
}

export interface WhyOptions {
  ops: Ops;
  covered: ReadonlySet<NumberKey>;
}

export function whyOf(explanation: Explanation, key: NumberKey, options: WhyOptions): Why {
  const place = placeOf(key);
  const { id, args } = keyWords(explanation, key);
  const isCovered = options.covered.has(key);
  const why: Why = {
    key,
    place,
    title: message(`why-${id}`, args),
    symbol: symbolOf(explanation, place),
    value: numberAt(explanation, key),
    isCovered,
    facts: [],
    chainRule: null,
    contributions: [],
    sum: null,
    paths: null,
    notes: explanation.notes.filter(({ node }) => node === place.node),
  };
  if (IS_SITE && isForwardMode(explanation) && place.kind !== "value") {
    const rule = place.kind === "partial" ? ruleFacts(explanation, place.node, place.input, options).slice(1) : [];
    return { ...why, ...tangentWhy(explanation, why, rule, options) };
  }
  switch (place.kind) {
    case "value":
      return { ...why, facts: valueFacts(explanation, place.node, options) };
    case "gradient":
      return { ...why, ...gradientOf(explanation, why, options) };
    case "contribution":
    case "partial":
      return { ...why, ...edgeOf(explanation, place, options) };
  }
}

function symbolOf(explanation: Explanation, { kind, node, input }: Place): Phrase {
  if (kind === "value") return [];
  if (kind === "gradient") return gradientSymbol(explanation, node);
  const box = boxAt(explanation, node);
  const local = partialSymbol(explanation, box, box.inputs[input] ?? node);
  return kind === "partial" ? local : [...gradientSymbol(explanation, node), " · ", ...local];
}

function gradientSymbol(explanation: Explanation, node: NodeId): Phrase {
  return ["∂", nodeWords(explanation, explanation.output.node), "/∂", nodeWords(explanation, node)];
}

function valueFacts(explanation: Explanation, node: NodeId, options: WhyOptions): Message[] {
  const { op } = nodeAt(explanation, node);
  const input = explanation.inputs.find((candidate) => candidate.node === node);
  if (input) return [message(input.source === "literal" ? "why-input-literal" : "why-input-at")];
  if (op === "constant") return [message("why-constant")];
  const value = explanation.primals[node] as Value;
  return [...forwardSentence(explanation, { phase: "forward", node, value }, options).lines];
}

function gradientOf(explanation: Explanation, { place, isCovered }: Why, options: WhyOptions): Partial<Why> {
  const { node } = place;
  const adjoint = explanation.adjoints[node];
  if (adjoint === null || adjoint === undefined) return { facts: [message("why-no-gradient")] };
  const facts = isCovered ? [] : [meaning(explanation, node, adjoint)];
  const steps = arrivals(explanation, node);
  if (isUnderBug(explanation) && steps.length > 0) return gradientUnderBug(explanation, steps, options);
  if (steps.length === 0) return { facts: [...facts, origin(explanation, node)] };
  const contributions = steps.map((step) => contributionOf(explanation, step, options));
  const [only, more] = steps;
  if (only && !more) facts.push(...ruleFacts(explanation, only.node, only.input, options));
  return {
    facts,
    chainRule: chainRule(explanation, node, contributions),
    contributions,
    sum: isCovered ? null : sumText(steps),
    paths: isCovered ? null : pathsTo(explanation, node, options),
  };
}

/** "If x moves by 0.1, f moves by about −0.4." The move is small beside the input. */
function meaning(explanation: Explanation, node: NodeId, adjoint: Value): Message {
  const args = { node: nodeWords(explanation, node), output: nodeWords(explanation, explanation.output.node) };
  if (typeof adjoint !== "number") return message("why-entries", args);
  if (adjoint === 0) return message("why-meaning-zero", args);
  const predicted = Number((adjoint * MOVE).toPrecision(15));
  const { operands, result } = printedEquation("mul", [adjoint, MOVE], predicted);
  return message("why-meaning", {
    ...args,
    move: withoutZeros(operands[1] ?? "", MOVE),
    predicted: withoutZeros(result, predicted),
  });
}

export const MOVE = 0.1;

/** What stands at the beginning of the backward pass, or is not reached by it. */
function origin(explanation: Explanation, node: NodeId): Message {
  const args = { node: nodeWords(explanation, node), output: nodeWords(explanation, explanation.output.node) };
  if (node !== explanation.output.node) return message("why-no-path", args);
  return message(explanation.adjoints[node] === 1 ? "why-is-start" : "why-is-start-scaled", args);
}

/** What was handed on, without a claim that it is right or adds up. */
function gradientUnderBug(explanation: Explanation, steps: readonly BackwardStep[], options: WhyOptions): Partial<Why> {
  const contributions = steps.map((step) => contributionOf(explanation, step, options));
  return { facts: [message("why-bug")], contributions };
}

function contributionOf(explanation: Explanation, step: BackwardStep, options: WhyOptions): Contribution {
  const key: NumberKey = `contribution:${step.node}.${step.input}`;
  const symbols: Phrase = isUnderBug(explanation)
    ? [nodeWords(explanation, step.node)]
    : [...gradientSymbol(explanation, step.node), " · ", ...wireSymbol(explanation, step, options)];
  return {
    key,
    step,
    symbols,
    equation: productText(step, new Writer(options)) ?? (ruleText(explanation, step) || null),
  };
}

/**
 * The local derivative along one wire: `∂q/∂x`, or its formula where ∂q/∂x would be read as all of how q depends on x,
 * because another wire into the same gate comes from x too.
 */
export function wireSymbol(explanation: Explanation, step: BackwardStep, { ops }: WhyOptions): Phrase {
  const box = boxAt(explanation, step.node);
  const symbol = partialSymbol(explanation, box, step.target);
  const others = box.inputs.filter((_, i) => i !== step.input);
  if (!others.some((other) => dependsOn(explanation, other, step.target))) return symbol;
  const formula = localDerivative(explanation, ops, box, step.input);
  if (formula === null) return typeof step.partial === "number" ? [formatOperand(step.partial)] : symbol;
  const text = phraseText(formula);
  return /[+−]/.test(text) && !/^\([^()]*\)$/.test(text) ? ["(", ...formula, ")"] : formula;
}

/** Whether any wire leads from `source` to `node`. */
function dependsOn(explanation: Explanation, node: NodeId, source: NodeId): boolean {
  const seen = new Set([node]);
  for (const next of seen) {
    if (next === source) return true;
    for (const input of boxAt(explanation, next).inputs) if (input >= source) seen.add(input);
  }
  return false;
}

function productText(step: BackwardStep, writer: Writer): string | null {
  const { node, input, adjoint, partial, contribution } = step;
  if (typeof adjoint !== "number" || typeof partial !== "number" || typeof contribution !== "number") return null;
  return writer.arithmetic(
    "mul",
    [
      { value: adjoint, key: `gradient:${node}` },
      { value: partial, key: `partial:${node}.${input}` },
    ],
    { value: contribution, key: `contribution:${node}.${input}` },
  );
}

const LONGEST_SUM = 8;

function chainRule(explanation: Explanation, node: NodeId, contributions: readonly Contribution[]): Phrase {
  const shown = contributions.slice(0, LONGEST_SUM);
  const terms = shown.flatMap(({ symbols }, i): Phrase => [...(i > 0 ? [" + "] : []), ...symbols]);
  const rest = contributions.length > LONGEST_SUM ? [" + …"] : [];
  return [...gradientSymbol(explanation, node), " = ", ...terms, ...rest];
}

function sumText(steps: readonly BackwardStep[]): string | null {
  const last = steps.at(-1)?.total;
  const amounts = steps.map(({ contribution }) => contribution);
  const isSum = amounts.length > 1 && amounts.length <= LONGEST_SUM;
  if (!isSum || typeof last !== "number" || !amounts.every((amount) => typeof amount === "number")) return null;
  const writer = new Writer({ ops: new Map(), covered: new Set() });
  return writer.arithmetic(
    "add",
    amounts.map((value) => ({ value })),
    { value: last },
  );
}

function pathsTo(explanation: Explanation, node: NodeId, options: WhyOptions): Why["paths"] {
  const found = foundPaths(explanation, node);
  if (!found || found.list.length === 0) return null;
  const list = found.list.map(({ nodes, product }) => {
    const fromOutput = nodes.toReversed();
    return { nodes: fromOutput, product: pathText(explanation, fromOutput, product, options) };
  });
  return { list, isTruncated: found.isTruncated, sum: IS_SITE ? sumOfPaths(found.list, explanation, node) : null };
}

function foundPaths(explanation: Explanation, node: NodeId): { list: Path[]; isTruncated: boolean } | null {
  const { inputs, paths, truncated_paths = [] } = explanation;
  const input = inputs.find((candidate) => candidate.node === node);
  if (!input) return IS_SITE && paths ? pathsFrom(explanation, node) : null;
  return { list: paths?.[input.name] ?? [], isTruncated: truncated_paths.includes(input.name) };
}

/** `4 × 3 = 12`: the local derivatives from the output on; only their product where a gate reads a node twice. */
function pathText(explanation: Explanation, nodes: readonly NodeId[], product: number, options: WhyOptions): string {
  const factors = nodes.slice(1).map((node, i) => {
    const box = boxAt(explanation, nodes[i] as NodeId);
    const input = box.inputs.indexOf(node);
    const value = box.partials[input];
    const isOnly = input === box.inputs.lastIndexOf(node);
    return isOnly && typeof value === "number" ? { value, key: `partial:${box.node}.${input}` as const } : null;
  });
  const known = factors.filter((factor) => factor !== null);
  const isProduct = IS_SITE && known.length === factors.length && known.length > 1 && known.length <= LONGEST_PRODUCT;
  return isProduct ? new Writer(options).arithmetic("mul", known, { value: product }) : formatShort(product);
}

const LONGEST_PRODUCT = 5;

/** `24 + 12 = 36`; the gradient where the backward pass began with 1. */
function sumOfPaths(paths: readonly Path[], { adjoints, output }: Explanation, node: NodeId): string | null {
  const gradient = adjoints[node];
  const isSum = paths.length > 1 && paths.length <= LONGEST_SUM && adjoints[output.node] === 1;
  if (!isSum || typeof gradient !== "number") return null;
  const writer = new Writer({ ops: new Map(), covered: new Set() });
  return writer.arithmetic(
    "add",
    paths.map(({ product }) => ({ value: product })),
    { value: gradient },
  );
}

/** A contribution or a local derivative: one wire of one gate. */
function edgeOf(explanation: Explanation, { kind, node, input }: Place, options: WhyOptions): Partial<Why> {
  const facts = ruleFacts(explanation, node, input, options);
  if (isUnderBug(explanation)) facts.unshift(message("why-bug"));
  const step = arrivals(explanation).find((candidate) => candidate.node === node && candidate.input === input);
  const isProduct = kind === "contribution" && step !== undefined;
  return { facts, contributions: isProduct ? [contributionOf(explanation, step, options)] : [] };
}

/** The rule of a gate in words, and its local derivative in symbols. */
function ruleFacts(explanation: Explanation, node: NodeId, input: number, { ops }: WhyOptions): Message[] {
  const box = boxAt(explanation, node);
  const rule = ruleOf(explanation, node);
  const formula = localDerivative(explanation, ops, box, input);
  if (formula === null) return [rule];
  const partial = partialSymbol(explanation, box, box.inputs[input] ?? node);
  return [rule, message("aside-local-derivative", { partial, formula })];
}

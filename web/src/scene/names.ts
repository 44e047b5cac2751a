/** What a node is called in sentences and tables: its name, its number, or the little formula that was written. */
import type { Box, Explanation, GraphNode, NodeId } from "../engine/protocol.js";
import type { NodeWords, Phrase } from "./message.js";
import { formatNumber, fullPrecision, SLOT_CHARACTERS, superscript } from "./numbers.js";
import { once } from "./once.js";

/** How tightly a formula holds together; a part that binds less than its place needs parentheses. */
const BIND = { comparison: 0, sum: 1, product: 2, sign: 3, power: 4, postfix: 5, atom: 6 } as const;
type Binding = (typeof BIND)[keyof typeof BIND];

interface Formula<Part> {
  parts: Part[];
  binding: Binding;
}

/** `right` is what the right operand must reach: a − (b − c) is not (a − b) − c. */
const INFIX: Record<string, { sign: string; binding: Binding; right: Binding }> = {
  add: { sign: " + ", binding: BIND.sum, right: BIND.sum },
  sub: { sign: " − ", binding: BIND.sum, right: BIND.product },
  mul: { sign: " × ", binding: BIND.product, right: BIND.product },
  div: { sign: "/", binding: BIND.product, right: BIND.power },
  matmul: { sign: " @ ", binding: BIND.product, right: BIND.sign },
  pow: { sign: "^", binding: BIND.power, right: BIND.postfix },
  less: { sign: " < ", binding: BIND.comparison, right: BIND.sum },
  less_equal: { sign: " ≤ ", binding: BIND.comparison, right: BIND.sum },
  greater: { sign: " > ", binding: BIND.comparison, right: BIND.sum },
  greater_equal: { sign: " ≥ ", binding: BIND.comparison, right: BIND.sum },
  equal: { sign: " = ", binding: BIND.comparison, right: BIND.sum },
  not_equal: { sign: " ≠ ", binding: BIND.comparison, right: BIND.sum },
};

/** A formula inside a sentence is at most this long; what lies deeper becomes an ellipsis. */
const LONGEST = 18;
const DEEPEST = 4;
const MOST_OPERANDS = 3;

const boxesOf = once(
  ({ view }: Explanation): ReadonlyMap<NodeId, Box> => new Map(view.boxes.map((box) => [box.node, box])),
);

/** The box of the view that `node` is drawn as; undefined for what lies inside a closed one. */
export function boxOf(explanation: Explanation, node: NodeId): Box | undefined {
  return boxesOf(explanation).get(node);
}

export function nodeAt(explanation: Explanation, node: NodeId): GraphNode {
  return explanation.graph.nodes[node] as GraphNode;
}

/** Whether the box hides gates: a closed group, or a stage of more than one gate. */
export function isRegion(explanation: Explanation, box: Box): boolean {
  if (box.group !== undefined) return true;
  const { inputs } = nodeAt(explanation, box.node);
  return box.stage !== undefined && inputs.join() !== box.inputs.join();
}

/** The function that a closed group calls, or the name of the stage, which for an output without one is f. */
export function regionName({ graph, output }: Explanation, box: Box): string {
  if (box.group !== undefined) return graph.groups.find(({ id }) => id === box.group)?.name ?? "";
  return graph.stages.find(({ id }) => id === box.stage)?.name || (box.node === output.node ? "f" : "");
}

/** `q`, `5`, `x + y`, `exp(…)`: as it stands beside an equals sign. */
export function nodeName(explanation: Explanation, node: NodeId): string {
  return shortest(explanation, node).parts.join("");
}

/** The same as a linked word that fits into a product or a sentence: a sum gets its parentheses. */
export function nodeWords(explanation: Explanation, node: NodeId): NodeWords {
  return { node, text: bracketed(shortest(explanation, node), BIND.postfix) };
}

/** The formula of a gate even where it has a name. */
export function shortFormula(explanation: Explanation, node: NodeId): string {
  return shortest(explanation, node, true).parts.join("");
}

/** What a gate computes, its operands linked, even where the gate has a name: `x + y`. */
export function gateFormula(explanation: Explanation, node: NodeId): Phrase {
  const operand = (input: NodeId, needed: Binding): NodeWords => ({
    node: input,
    text: bracketed(shortest(explanation, input), needed),
  });
  return compose<string | NodeWords>(explanation, node, operand).parts;
}

export function phraseText(phrase: Phrase): string {
  return phrase.map((part) => (typeof part === "string" ? part : part.text)).join("");
}

/** Whether it is called by a name or a number rather than by its formula. */
export function isNamed(explanation: Explanation, node: NodeId): boolean {
  return givenName(explanation, node) !== undefined || nodeAt(explanation, node).op === "constant";
}

/** The name in the program; an output without one is called f, as everybody calls it. */
function givenName(explanation: Explanation, node: NodeId): string | undefined {
  const { name, op } = nodeAt(explanation, node);
  if (name !== undefined || node !== explanation.output.node || op === "constant") return name;
  const taken = new Set(explanation.graph.nodes.map((other) => other.name));
  return OUTPUT_NAMES.find((candidate) => !taken.has(candidate));
}

const OUTPUT_NAMES = ["f", "F", "output"];

/** Few ellipses first, then as much as fits. */
function shortest(explanation: Explanation, node: NodeId, isNameless = false): Formula<string> {
  let best: Formula<string> | null = null;
  for (let depth = 1; depth <= DEEPEST; depth++) {
    const formula = isNameless ? spellOut(explanation, node, depth) : write(explanation, node, depth);
    if (best !== null && formula.parts.join("").length > LONGEST) break;
    if (best === null || ellipses(formula) <= ellipses(best)) best = formula;
  }
  return best as Formula<string>;
}

function ellipses({ parts }: Formula<string>): number {
  return parts.join("").split("…").length - 1;
}

/** A node with everything up to `depth` gates below it. Names and numbers cost nothing. */
function write(explanation: Explanation, id: NodeId, depth: number): Formula<string> {
  const name = givenName(explanation, id);
  if (name !== undefined) return { parts: [name], binding: BIND.atom };
  if (nodeAt(explanation, id).op === "constant") return constant(explanation.primals[id]);
  return depth === 0 ? { parts: ["…"], binding: BIND.atom } : spellOut(explanation, id, depth);
}

function spellOut(explanation: Explanation, id: NodeId, depth: number): Formula<string> {
  return compose(explanation, id, (input, needed) => bracketed(write(explanation, input, depth - 1), needed));
}

/** One gate; `operand` writes what goes into it. */
function compose<Part>(
  explanation: Explanation,
  id: NodeId,
  operand: (input: NodeId, needed: Binding) => Part | string,
): Formula<Part | string> {
  const node = nodeAt(explanation, id);
  const box = boxOf(explanation, id);
  const region = box !== undefined && isRegion(explanation, box);
  const inputs = region ? box.inputs : node.inputs;
  const [first = id, second = id] = inputs;
  const list = () => {
    const shown = inputs
      .slice(0, MOST_OPERANDS)
      .flatMap((input, i) => [...(i > 0 ? [", "] : []), operand(input, BIND.comparison)]);
    return inputs.length > MOST_OPERANDS ? [...shown, ", …"] : shown;
  };
  if (region) return { parts: [regionName(explanation, box), "(", ...list(), ")"], binding: BIND.atom };
  const power = node.op === "pow" ? integerExponent(explanation, second) : null;
  if (power !== null) return { parts: [operand(first, BIND.postfix), power], binding: BIND.power };
  const infix = INFIX[node.op];
  if (infix) {
    const { sign, binding, right } = infix;
    const left = node.op === "pow" ? BIND.postfix : binding;
    return { parts: [operand(first, left), sign, operand(second, right)], binding };
  }
  switch (node.op) {
    case "identity":
      return { parts: [operand(first, BIND.comparison)], binding: BIND.atom };
    case "neg":
      return { parts: ["−", operand(first, BIND.power)], binding: BIND.sign };
    case "transpose":
      return { parts: [operand(first, BIND.postfix), ".T"], binding: BIND.postfix };
    case "index":
      return { parts: [operand(first, BIND.postfix), `[${(node.index ?? []).join(", ")}]`], binding: BIND.postfix };
    case "stack":
      return { parts: ["[", ...list(), "]"], binding: BIND.atom };
    default:
      return {
        parts: [functionName(node.op), "(", ...list(), numbersOf(node, inputs.length), ")"],
        binding: BIND.atom,
      };
  }
}

/** `, 1, 2` of reshape(x, 1, 2). */
function numbersOf({ numbers = [] }: GraphNode, operands: number): string {
  return (operands > 0 && numbers.length > 0 ? ", " : "") + numbers.join(", ");
}

/** Beside the timeline the word "step" is taken. */
export function functionName(op: string): string {
  return op === "step" ? "heaviside" : op;
}

/** A constant as it was written, unless that is long. */
function constant(value: unknown): Formula<string> {
  if (typeof value !== "number") return { parts: ["…"], binding: BIND.atom };
  const written = fullPrecision(value);
  const text = written.length <= SLOT_CHARACTERS ? written : formatNumber(value);
  return { parts: [text], binding: value < 0 ? BIND.sign : BIND.atom };
}

/** `²` of x^2, where the exponent is a whole number that was written; null for any other. */
function integerExponent(explanation: Explanation, exponent: NodeId): string | null {
  const value = explanation.primals[exponent];
  const isWritten = explanation.adjoints[exponent] === null && nodeAt(explanation, exponent).name === undefined;
  return isWritten && Number.isInteger(value) && Math.abs(value as number) < 100 ? superscript(String(value)) : null;
}

function bracketed({ parts, binding }: Formula<string>, needed: Binding): string {
  const text = parts.join("");
  return binding < needed ? `(${text})` : text;
}

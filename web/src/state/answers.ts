/** Is a typed answer right, and if not, which simple mistake explains it? Every number it compares with is the engine's. */
import type { ExplainReply, ExplainRequest, Explanation, NodeId, Value } from "../engine/protocol.js";
import { arrivals, numberAt, placeOf } from "../scene/keys.js";
import { type Message, message } from "../scene/message.js";
import type { NumberKey } from "../scene/model.js";
import { gateFormula, nodeAt, nodeWords } from "../scene/names.js";
import { formatValue } from "../scene/numbers.js";
import type { Ops } from "../scene/rules.js";
import { sentenceAt } from "../scene/sentence.js";
import { ruleOf } from "../scene/sentence-parts.js";
import { resultKey } from "./cover.js";
import { reads } from "./reads.js";

/** What an answer has to be: its sign, the number as it is shown, or an expression that holds when the inputs change. */
export type CoverLevel = "sign" | "number" | "expression";

export interface Question {
  key: NumberKey;
  level: CoverLevel;
  explanation: Explanation;
  /** What `explanation` answers, to ask for it again at other inputs. */
  request: ExplainRequest;
  ops: Ops;
  /** Numbers that are covered, this one among them: praise gives none of the others away. */
  covered: ReadonlySet<NumberKey>;
  explain(request: ExplainRequest): ExplainReply;
  /** The one simple mistake behind a wrong number; where a larger engine looks for it, nobody does here. */
  mistakeIn?(explanation: Explanation, key: NumberKey, given: number): Message | null;
}

/** `unreadable` is neither right nor wrong: nothing is held against a typing error. */
export interface Verdict {
  outcome: "right" | "wrong" | "unreadable";
  message: Message;
  /** What a wrong answer comes to. */
  given?: Value;
  /** More will be said in a moment. */
  isPending?: boolean;
}

export function checkAnswer(question: Question, text: string): Verdict {
  const { key, explanation, level } = question;
  const expected = numberAt(explanation, key);
  const answer = normalized(text);
  if (expected === null || answer === "") return { outcome: "unreadable", message: message("cover-empty") };
  if (typeof expected === "number" && /^[+-]$/.test(answer)) {
    if (level !== "sign") return { outcome: "unreadable", message: message("cover-needs-number") };
    return Math.sign(expected) === (answer === "+" ? 1 : -1) ? right(question) : wrong(question);
  }
  const given = evaluate(question, explanation, answer);
  if ("message" in given) return { outcome: "unreadable", message: given.message };
  if (level === "sign" && typeof expected === "number" && typeof given.value === "number") {
    return Math.sign(given.value) === Math.sign(expected) ? right(question) : wrong(question, given.value);
  }
  if (!agree(given.value, expected)) return wrong(question, given.value);
  if (level === "expression" && !holdsNearby(question, answer)) {
    return { outcome: "wrong", message: message("cover-number-only"), given: given.value };
  }
  return right(question);
}

/** The typed text as the language reads it. */
export function normalized(text: string): string {
  return text.trim().replace(/[−–]/g, "-");
}

const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A number is read here; anything else is a small program over the names of the circuit, and the engine's to answer. */
function evaluate(question: Question, at: Explanation, answer: string): { value: Value } | { message: Message } {
  if (PLAIN.test(answer)) return { value: Number(answer) };
  const named: Record<string, Value> = {};
  for (const { id, name } of at.graph.nodes) if (name !== undefined) named[name] = at.primals[id] as Value;
  const program = answer.replace(/[;\n=]/g, " ");
  const used = Object.fromEntries(Object.entries(named).filter(([name]) => new RegExp(`\\b${name}\\b`).test(program)));
  const reply = question.explain({ program, at: used as Record<string, number | number[][]> });
  if (!reply.ok) return { message: message("cover-unreadable", { reason: { diagnostic: reply.error } }) };
  const stranger = reply.inputs.find(({ source }) => source === "default");
  if (stranger) return { message: message("cover-unknown-name", { name: stranger.name }) };
  return { value: reply.output.value };
}

/** As many digits as are shown decide. Zero is only ever exactly zero. */
function agree(given: Value, expected: Value): boolean {
  if (typeof given !== "number" || typeof expected !== "number") {
    if (typeof given === "number" || typeof expected === "number" || given.length !== expected.length) return false;
    const [a, b] = [given.flat(), expected.flat()];
    return a.length === b.length && a.every((entry, i) => agree(entry, b[i] as number));
  }
  return reads(given, expected);
}

function entries(value: Value): number[] {
  return typeof value === "number" ? [value] : value.flat();
}

/** Small moves of all inputs, of no common ratio; near enough to stay on the same side of every corner. */
const MOVES = [0.0137, -0.0071];
const TOLERANCE = 1e-9;

function holdsNearby(question: Question, answer: string): boolean {
  return MOVES.every((move) => {
    const at: Record<string, number | number[][]> = {};
    question.explanation.inputs.forEach(({ name, value }, i) => {
      at[name] = moved(value, move * (1 + i * Math.SQRT2));
    });
    const reply = question.explain({ ...question.request, at });
    if (!reply.ok) return true;
    const expected = numberAt(reply, question.key);
    const given = evaluate(question, reply, answer);
    if (expected === null || "message" in given) return true;
    const [a, b] = [entries(given.value), entries(expected)];
    return a.every(
      (entry, i) => Math.abs(entry - (b[i] as number)) <= TOLERANCE * Math.max(1, Math.abs(b[i] as number)),
    );
  });
}

function moved(value: Value, by: number): number | number[][] {
  if (typeof value === "number") return value + by * Math.max(1, Math.abs(value));
  return value.map((row, r) => row.map((entry, c) => entry + by * (1 + r + c / 2)));
}

export function right({ explanation, key, ops, covered }: Question): Verdict {
  const index = explanation.steps?.findLastIndex((candidate) => resultKey(candidate) === key) ?? -1;
  const step = explanation.steps?.[index];
  const others = new Set([...covered].filter((other) => other !== key));
  if (step?.phase === "backward") {
    others.delete(`contribution:${step.node}.${step.input}`);
    if (step.of === 1 && isSumOfTwo(explanation, step.node, others)) {
      return { outcome: "right", message: message("cover-right-add", { amount: formatValue(step.adjoint) }) };
    }
  }
  const told = sentenceAt(explanation, index + 1, { ops, covered: others });
  const line = told?.lines[told.main];
  if (line) return { outcome: "right", message: message("cover-right", { sentence: line }) };
  const value = formatValue(numberAt(explanation, key) ?? Number.NaN);
  return { outcome: "right", message: message("cover-right-plain", { value }) };
}

/** "The same to both" is only said where two wires carry a gradient on, and both may be seen. */
function isSumOfTwo(explanation: Explanation, node: NodeId, covered: ReadonlySet<NumberKey>): boolean {
  const { op, inputs } = nodeAt(explanation, node);
  const isSeen = (input: NodeId) =>
    typeof explanation.adjoints[input] === "number" && !covered.has(`gradient:${input}`);
  return op === "add" && inputs.every(isSeen);
}

function wrong(question: Question, given?: Value): Verdict {
  const { explanation, key, mistakeIn } = question;
  const mistake = typeof given === "number" ? mistakeIn?.(explanation, key, given) : null;
  return {
    outcome: "wrong",
    message: mistake ?? message("cover-wrong", { rule: ruleFor(question) }),
    ...(given !== undefined && { given }),
  };
}

/** What to do instead: for a value what the gate computes, for a gradient the rule of the gate that hands it on. */
function ruleFor({ explanation, key }: Question): Message {
  const { kind, node } = placeOf(key);
  if (kind === "value") {
    return message("cover-compute", { node: nodeWords(explanation, node), formula: gateFormula(explanation, node) });
  }
  const last = arrivals(explanation).findLast((step) => resultKey(step) === key);
  if (last === undefined) return message("cover-no-path");
  return last.of > 1 && kind === "gradient"
    ? message("cover-add-up", { node: nodeWords(explanation, node), of: last.of })
    : ruleOf(explanation, last.node);
}

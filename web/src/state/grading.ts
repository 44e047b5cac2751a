/**
 * Answers to covered numbers, as the engine's grading sees them: what it is asked, and what is said of its verdict. No number that
 * is still covered is given away.
 */
import type { Asked, Exercise, Explanation, Grade, GradeReply, GradeRequest, Value } from "../engine/protocol.js";
import { boxAt, numberAt, placeOf } from "../scene/keys.js";
import { type Message, message } from "../scene/message.js";
import type { NumberKey } from "../scene/model.js";
import { nodeWords } from "../scene/names.js";
import { formatNumber, plainDigits } from "../scene/numbers.js";
import { shapeOf, shapeText } from "../scene/sentence-parts.js";
import { normalized, type Question, right, type Verdict } from "./answers.js";

/** What is asked of the engine after a first look at an answer; null where there is nothing that it could add. */
export function gradeRequest(question: Question, text: string, first: Verdict): GradeRequest | null {
  const { request, key, level } = question;
  const answer = level === "expression" ? normalized(text) : literal(first.given);
  if (answer === null) return null;
  const { include: _, ...picture } = request;
  const exercise: Exercise = { ...picture, ask: asked(key), form: level === "expression" ? "formula" : "number" };
  const decimals = decimalsOf(question, text);
  return { exercise: { ...exercise, ...(level !== "expression" && decimals !== null && { decimals }) }, answer };
}

/** What is said in the place of the first verdict. */
export function gradedVerdict(question: Question, reply: GradeReply, first: Verdict): Verdict {
  const settled: Verdict = { outcome: first.outcome, message: first.message };
  if (!reply.ok) return settled;
  switch (reply.verdict) {
    case "right":
      return right(question);
    case "rounded":
      return wrong(message("grade-rounded"));
    case "undecided":
      return { outcome: "unreadable", message: message("grade-undecided") };
    case "unreadable":
      return { outcome: "unreadable", message: unreadable(reply) };
    case "wrong":
      return wrong(beliefOf(question, reply) ?? reasonOf(reply) ?? settled.message);
  }
}

function wrong(said: Message): Verdict {
  return { outcome: "wrong", message: said };
}

function asked(key: NumberKey): Asked {
  const { kind, node, input } = placeOf(key);
  switch (kind) {
    case "value":
      return { value: node };
    case "gradient":
      return { gradient: node };
    case "contribution":
      return { contribution: node, input };
    case "partial":
      return { partial: node, input };
  }
}

/** As the language reads it; null for what it has no literal for. */
function literal(value: Value | undefined): string | null {
  if (value === undefined || ![value].flat(2).every(Number.isFinite)) return null;
  return typeof value === "number" ? String(value) : `[${value.map((row) => `[${row.join(", ")}]`).join(", ")}]`;
}

const TYPED_NUMBERS = /^[\d.,eE+\-[\]\s]+$/;
/** From here on a number was not rounded by hand. */
const ALL_DIGITS = 9;

/** How many decimals count: those that were typed, and at least those that the page shows. Null where all digits are known. */
function decimalsOf({ explanation, key }: Question, text: string): number | null {
  const typed = normalized(text);
  const numbers = TYPED_NUMBERS.test(typed) ? (typed.match(/[\d.]+(?:e[+-]?\d+)?/gi) ?? []) : [];
  if (numbers.length === 0 || numbers.some((number) => number.replace(/e.*|\D/gi, "").length >= ALL_DIGITS))
    return null;
  const expected = [numberAt(explanation, key) ?? 0].flat(2);
  const shown = expected.filter(Number.isFinite).map((number) => decimalsIn(plainDigits(number, 2)));
  const least = Math.min(...numbers.map((number) => (Number(number) < 100 ? 2 : Number(number) < 1000 ? 1 : 0)));
  return Math.min(15, Math.max(least, ...shown, ...numbers.map(decimalsIn)));
}

function decimalsIn(number: string): number {
  const [digits = "", power = "0"] = number.toLowerCase().split("e");
  return Math.max(0, (digits.split(".")[1]?.length ?? 0) - Number(power));
}

/** Why an answer is wrong, without a place. */
export function reasonOf(grade: Grade): Message | null {
  const { misconception } = grade;
  if (misconception === undefined) return remarkOn(grade);
  return message("grade-belief", { belief: message(`misconception-${misconception.id}`) });
}

/** The misconception and the place at which it shows; null where that is the asked number itself. */
function beliefOf({ explanation, key, covered }: Question, { misconception }: Grade): Message | null {
  if (misconception === undefined) return null;
  const belief = message(`misconception-${misconception.id}`);
  const { name, wrong, right } = misconception;
  const place = explanation.graph.nodes.find((node) => node.name === name)?.id;
  if (place === undefined || wrong === undefined || right === undefined || isAsked(explanation, key, place))
    return null;
  const node = nodeWords(explanation, place);
  if (covered.has(`gradient:${place}`)) return message("grade-belief-near", { belief, node });
  return message("grade-belief-at", { belief, node, wrong: formatNumber(wrong), right: formatNumber(right) });
}

/** Whether the gradient of a node is what is asked for, or what the asked wire brings to it. */
function isAsked(explanation: Explanation, key: NumberKey, node: number): boolean {
  const place = placeOf(key);
  return node === (place.kind === "gradient" ? place.node : boxAt(explanation, place.node).inputs[place.input]);
}

function remarkOn({ remark, wrong_entries = [], found, expected }: Grade): Message | null {
  if (remark === undefined) return null;
  if (remark.code === "shape" && found !== undefined && expected !== undefined) {
    return message("grade-shape", { found: shapeText(shapeOf(found)), expected: shapeText(shapeOf(expected)) });
  }
  if (remark.code !== "entries") return message(`grade-${remark.code}`);
  const isColumn = expected !== undefined && shapeOf(expected)[1] === 1;
  const entries = wrong_entries.map(([row, column]) => (isColumn ? `[${row}]` : `[${row}, ${column}]`)).join(", ");
  return message("grade-entries", { entries, count: wrong_entries.length });
}

/** It could be read with all names of the program; a formula may not use what is asked for itself. */
function unreadable({ error }: Grade): Message {
  if (error?.code !== "unexpected_token")
    return message("cover-unreadable", error ? { reason: { diagnostic: error } } : {});
  return message("grade-name", { name: String(error.args.found).replace(/^'|'$/g, "") });
}

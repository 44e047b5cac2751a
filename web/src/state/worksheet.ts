/**
 * The worksheet with gaps: each line hands a contribution on, `dx += dg * z`. The first gap is = or +=, the second what arrives. The
 * forward half of a worksheet is a program of the language, so its engine grades what is typed into the second.
 */
import type { CodeLine, Exercise, Explanation, Grade, GradeReply } from "../engine/protocol.js";
import { type Message, message } from "../scene/message.js";
import type { NumberKey } from "../scene/model.js";
import type { Verdict } from "./answers.js";
import { reasonOf } from "./grading.js";

/** `line.gap`; of a line gap 0 is = or +=, gap 1 what arrives. */
export type GapId = `${number}.${number}`;

/** An answer, of which an empty one reveals; or what is done with all gaps at once. */
export type WorksheetChange = { gap: GapId; text: string } | "reveal" | "restart";

/** What has become of a gap. */
export interface GapState {
  /** What stands in it, once it was answered or revealed. */
  filled: string | null;
  verdict: Verdict | null;
}

export interface Gap {
  id: GapId;
  /** `dx`: the gradient that the line adds to. */
  name: string;
  expected: string;
  /** Why is asked of it. */
  key: NumberKey;
  /** `g` of a line that goes back through `g = x + y`. */
  from: string;
  line: number;
  isOperator: boolean;
}

/** In the order in which they are filled in. */
export function gapsOf(explanation: Explanation | null): Gap[] {
  return linesOf(explanation).flatMap(({ text, sense, number }) => {
    const { blanks = [], target = 0 } = sense;
    return blanks.map(({ expected }, gap): Gap => {
      const name = text.trim().split(" ")[0] ?? "";
      const from = readerOf(explanation, sense);
      const key: NumberKey = `gradient:${target}`;
      return { id: `${number}.${gap}`, name, expected, key, from, line: number, isOperator: gap === 0 };
    });
  });
}

interface Line {
  number: number;
  text: string;
  sense: CodeLine;
}

function linesOf(explanation: Explanation | null): Line[] {
  const texts = explanation?.code?.worksheet.split("\n") ?? [];
  const senses = explanation?.code_lines?.worksheet ?? [];
  return senses.map((sense, number) => ({ number, text: texts[number] ?? "", sense }));
}

/** `f = h + x` gives `f`. */
function nameIn(line: Line | undefined): string {
  return line?.text.split("=")[0]?.trim() ?? "";
}

/** The stage that a line goes back through. */
function readerOf(explanation: Explanation | null, { gates = [] }: CodeLine): string {
  const last = Math.max(...gates);
  return nameIn(linesOf(explanation).find(({ sense }) => sense.part === "forward" && sense.target === last));
}

/** Nothing the engine could add: there is one right answer, and why it is the other one is plain. */
export function operatorVerdict({ name, expected }: Gap, text: string): Verdict {
  const typed = text.replace(/\s/g, "");
  if (typed === expected) return { outcome: "right", message: message("worksheet-right") };
  if (typed !== "=" && typed !== "+=") return { outcome: "unreadable", message: message("worksheet-operator") };
  return { outcome: "wrong", message: message(expected === "=" ? "worksheet-first" : "worksheet-adds", { name }) };
}

/**
 * How the second gap of a line is graded: as what one edge contributes, so that misconceptions are known, or else as the expression
 * that stands there. Names are those that the lines above have made.
 */
export function exercisesOf(explanation: Explanation, gap: Gap): Exercise[] {
  const lines = linesOf(explanation);
  const forward = lines.filter(({ sense }) => sense.part === "forward" && sense.target !== undefined);
  const above = lines.filter(
    ({ number, sense }) => sense.part === "backward" && sense.target !== undefined && number < gap.line,
  );
  const program = forward.map(({ text }) => text).join("\n");
  const [start] = above;
  const inputs = explanation.inputs.filter(({ name }) => new RegExp(`\\b${name}\\b`).test(program));
  const made = above.map(({ text }) => text.split(" ")[0] ?? "").filter((name) => name !== gap.name);
  const common: Omit<Exercise, "ask"> = {
    program,
    at: Object.fromEntries(inputs.map(({ name, value }) => [name, value])),
    ...(start && { output: primalOf(start.text.split(" ")[0] ?? "") }),
    form: "formula",
    names: [...new Set([...inputs.map(({ name }) => name), ...forward.map(nameIn), ...made])],
  };
  return [
    { ...common, ask: { contribution: gap.from, by: primalOf(gap.name) } },
    { ...common, ask: { expression: gap.expected } },
  ];
}

/** `dx` is the gradient of `x`, and `d_x` too. */
function primalOf(gradient: string): string {
  return gradient.replace(/^d_?/, "");
}

export function contributionVerdict(gap: Gap, reply: GradeReply): Verdict {
  if (!reply.ok) return { outcome: "unreadable", message: message("worksheet-unknown") };
  switch (reply.verdict) {
    case "right":
      return { outcome: "right", message: message("worksheet-right") };
    case "unreadable":
      return { outcome: "unreadable", message: unreadable(gap, reply) };
    case "undecided":
      return { outcome: "unreadable", message: message("grade-undecided") };
    default:
      return { outcome: "wrong", message: reasonOf(reply) ?? message("worksheet-wrong", { from: gap.from }) };
  }
}

function unreadable({ name }: Gap, { error }: Grade): Message {
  if (error === undefined) return message("worksheet-unknown");
  const found = String(error.args.found ?? "").replace(/^'|'$/g, "");
  if (error.code !== "unexpected_token") return message("cover-unreadable", { reason: { diagnostic: error } });
  if (found === name) return message("worksheet-total", { name });
  return /^\w+$/.test(found)
    ? message("worksheet-name", { name: found })
    : message("cover-unreadable", { reason: { diagnostic: error } });
}

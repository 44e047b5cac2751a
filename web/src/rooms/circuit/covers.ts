/** Which numbers of a session are slots, and what became of the answers typed into them. */
import type { Explanation } from "../../engine/protocol.js";
import { IS_SITE } from "../../product.js";
import { message } from "../../scene/message.js";
import type { CoverMode, NumberKey } from "../../scene/model.js";
import { type CoverLevel, checkAnswer, type Question, type Verdict } from "../../state/answers.js";
import { askedNumber, coveredNumbers, nextStop } from "../../state/cover.js";
import { mistakeIn } from "../../state/mistakes.js";
import type { Session } from "./session.js";

export class Covers {
  mode: CoverMode = "off";
  level: CoverLevel = "number";
  /** What was said of the last answer; stays until something else happens. */
  verdict: Verdict | null = null;
  /** The number that it was given for. */
  answered: NumberKey | null = null;
  readonly #session: Session;
  #revealed = new Set<NumberKey>();
  /** Covered beside what the mode covers: the question of the first minute. */
  #hidden = new Set<NumberKey>();

  constructor(session: Session) {
    this.#session = session;
  }

  start(mode: CoverMode): void {
    this.mode = mode;
    this.forget();
  }
  forget(): void {
    this.#revealed = new Set();
    this.#hidden = new Set();
    this.verdict = null;
  }
  hide(key: NumberKey): void {
    this.#hidden.add(key);
  }
  reveal(key: NumberKey): void {
    this.#hidden.delete(key);
    this.#revealed.add(key);
  }

  covered(): ReadonlySet<NumberKey> {
    const { explanation, time } = this.#session;
    if (!explanation) return this.#hidden;
    return coveredNumbers(explanation, this.mode, this.#revealed, time, this.#hidden);
  }

  /** The number that has to be answered before play goes on. */
  asked(): NumberKey | null {
    const { explanation, time } = this.#session;
    const [hidden] = this.#hidden;
    if (hidden !== undefined) return hidden;
    return explanation && askedNumber(explanation, this.mode, this.#revealed, time);
  }

  waitsBefore(step: number): boolean {
    const { explanation } = this.#session;
    return explanation !== null && nextStop(explanation, this.mode, this.#revealed, step) === step;
  }

  /** Checks an answer; a right one uncovers its number. Returns whether it was right. */
  check(explanation: Explanation, key: NumberKey, text: string): boolean {
    const { circuit, ops, workbench } = this.#session;
    const { request } = circuit;
    const explain = circuit.explainOther;
    const question: Question = { key, level: this.level, explanation, request, ops, covered: this.covered(), explain };
    const first = checkAnswer(IS_SITE && workbench ? question : { ...question, mistakeIn }, text);
    this.answered = key;
    this.verdict = first;
    const isRight = first.outcome === "right";
    if (IS_SITE && workbench && first.outcome !== "unreadable" && !(isRight && this.level !== "expression")) {
      void grade(this.#session, question, text, first);
      return false;
    }
    if (isRight) this.reveal(key);
    return isRight;
  }
}

/** A number that is right is seen at once. A formula has to be right everywhere, and what is wrong has a reason: a moment later. */
async function grade(session: Session, question: Question, text: string, first: Verdict): Promise<void> {
  const { covers, workbench, firstMinute } = session;
  const checking = { outcome: "unreadable", message: message("cover-checking") } as const;
  const waiting: Verdict = { ...(first.outcome === "right" ? checking : first), isPending: true };
  covers.verdict = waiting;
  const graded = await workbench?.grade(question, text, first);
  // something else has been said since
  if (covers.verdict !== waiting) return;
  covers.verdict = graded ?? { outcome: first.outcome, message: first.message };
  if (covers.verdict.outcome === "right") {
    covers.reveal(question.key);
    firstMinute?.answered(question.key, true);
  }
  session.consulted();
}

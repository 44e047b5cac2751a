/** Which numbers of a session are slots, and what became of the answers typed into them. */
import type { Explanation } from "../../engine/protocol.js";
import { IS_SITE } from "../../product.js";
import { message } from "../../scene/message.js";
import type { CoverMode, NumberKey } from "../../scene/model.js";
import { type CoverLevel, checkAnswer, type Question, type Verdict } from "../../state/answers.js";
import { askedNumber, coveredNumbers, nextStop, resultKey } from "../../state/cover.js";
import { mistakeIn } from "../../state/mistakes.js";
import type { Session } from "./session.js";
import type { Workbench } from "./workbench.js";

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
  #uncover(key: NumberKey): void {
    this.#hidden.delete(key);
    this.#revealed.add(key);
  }

  covered(): ReadonlySet<NumberKey> {
    const { explanation, time } = this.#session;
    if (!explanation) return this.#hidden;
    return coveredNumbers(explanation, this.mode, this.#revealed, time, this.#hidden);
  }

  /** The number that has to be answered before play goes on; null while it goes on. */
  get asking(): NumberKey | null {
    const { explanation, time, playback } = this.#session;
    if (playback.clock.moving) return null;
    const [hidden] = this.#hidden;
    if (hidden !== undefined) return hidden;
    return explanation && askedNumber(explanation, this.mode, this.#revealed, time);
  }

  waitsBefore(step: number): boolean {
    const { explanation } = this.#session;
    return explanation !== null && nextStop(explanation, this.mode, this.#revealed, step) === step;
  }

  // ---- what a person does with them

  choose(mode: CoverMode): void {
    const session = this.#session;
    session.quiet();
    if (!IS_SITE || session.site?.makesRoomForCovers(mode !== "off")) this.start(mode);
    session.settled();
    session.changed();
  }
  answerWith(level: CoverLevel): void {
    this.level = level;
    this.#session.changed();
  }

  reveal(key: NumberKey): void {
    const { explanation, time } = this.#session;
    const next = explanation?.steps?.[time];
    this.#uncover(key);
    this.verdict = null;
    this.#session.firstMinute?.answered(key, false);
    this.#session.changed();
    // a number that the next step brings is shown by that step
    if (next && resultKey(next) === key) this.#session.command("step");
  }
  /** Going on without an answer shows the number: that is how a lecture uses covers. */
  showAsked(): void {
    const { asking } = this;
    if (asking !== null) this.#uncover(asking);
  }

  /** Enter alone reveals. */
  answer(key: NumberKey, text: string): void {
    if (text.trim() === "") return this.reveal(key);
    const { explanation } = this.#session;
    if (explanation) this.#check(explanation, key, text);
    this.#session.changed();
  }

  /** A number that is right is seen at once. A formula has to be right everywhere, and what is wrong has a reason: a moment later. */
  #check(explanation: Explanation, key: NumberKey, text: string): void {
    const { circuit, ops, workbench } = this.#session;
    const { request } = circuit;
    const explain = circuit.explainOther;
    const question: Question = { key, level: this.level, explanation, request, ops, covered: this.covered(), explain };
    const first = checkAnswer(IS_SITE && workbench ? question : { ...question, mistakeIn }, text);
    this.answered = key;
    this.verdict = first;
    const isRight = first.outcome === "right";
    if (IS_SITE && workbench && first.outcome !== "unreadable" && !(isRight && this.level !== "expression"))
      void this.#grade(workbench, question, text, first);
    else if (isRight) this.#gotRight(key);
  }

  async #grade(workbench: Workbench, question: Question, text: string, first: Verdict): Promise<void> {
    const checking = { outcome: "unreadable", message: message("cover-checking") } as const;
    const waiting: Verdict = { ...(first.outcome === "right" ? checking : first), isPending: true };
    this.verdict = waiting;
    const graded = await workbench.grade(question, text, first);
    // something else has been said since
    if (this.verdict !== waiting) return;
    this.verdict = graded ?? { outcome: first.outcome, message: first.message };
    if (this.verdict.outcome === "right") this.#gotRight(question.key);
    this.#session.changed();
  }

  #gotRight(key: NumberKey): void {
    this.#uncover(key);
    this.#session.firstMinute?.answered(key, true);
  }
}

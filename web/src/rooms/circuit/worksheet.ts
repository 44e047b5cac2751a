/** The worksheet with gaps of a session: what stands in them, and what was said of the last answer. */
import type { Workbench as Engine } from "../../engine/client.js";
import type { Exercise, Explanation } from "../../engine/protocol.js";
import { type Message, message } from "../../scene/message.js";
import type { Verdict } from "../../state/answers.js";
import {
  contributionVerdict,
  exercisesOf,
  type Gap,
  type GapId,
  type GapState,
  gapsOf,
  operatorVerdict,
  type WorksheetChange,
} from "../../state/worksheet.js";
import type { Session } from "./session.js";

export class Worksheet {
  gaps: readonly Gap[] = [];
  states: ReadonlyMap<GapId, GapState> = new Map();
  /** Spoken when it changes. */
  said: Message | null = null;
  #explanation: Explanation | null = null;
  readonly #session: Session;
  readonly #engine: () => Promise<Engine>;

  constructor(session: Session, engine: () => Promise<Engine>) {
    this.#session = session;
    this.#engine = engine;
  }

  /** Another text has other gaps; other numbers are the same worksheet. */
  show(explanation: Explanation): void {
    const isSame = explanation.code?.worksheet === this.#explanation?.code?.worksheet;
    this.#explanation = explanation;
    if (isSame) return;
    this.gaps = gapsOf(explanation);
    this.states = new Map();
    this.said = null;
  }

  change(change: WorksheetChange): void {
    this.#session.covers.verdict = null;
    if (change === "reveal") this.#revealAll();
    else if (change === "restart") this.#restart();
    else void this.answer(change.gap, change.text);
  }

  /** Enter alone reveals. */
  async answer(id: GapId, text: string): Promise<void> {
    const gap = this.gaps.find((candidate) => candidate.id === id);
    if (gap === undefined || this.#explanation === null) return;
    if (text.trim() === "") return this.#settle(gap, { filled: gap.expected, verdict: null });
    this.said = null;
    const waiting = this.#set(gap, { filled: null, verdict: this.states.get(id)?.verdict ?? null });
    const verdict = gap.isOperator ? operatorVerdict(gap, text) : await this.#graded(this.#explanation, gap, text);
    if (this.states.get(id) !== waiting) return;
    this.#settle(gap, { filled: verdict.outcome === "right" ? text.trim() : null, verdict });
  }

  #revealAll(): void {
    this.states = new Map(
      this.gaps.map(({ id, expected }) => [id, { filled: this.states.get(id)?.filled ?? expected, verdict: null }]),
    );
    this.said = null;
    this.#session.changed();
  }
  #restart(): void {
    this.states = new Map();
    this.said = null;
    this.#session.changed();
  }

  async #graded(explanation: Explanation, gap: Gap, text: string): Promise<Verdict> {
    try {
      const engine = await this.#engine();
      // an exercise that does not know its own answer asks for something else than the line does
      const isTrue = (exercise: Exercise) => {
        const reply = engine.grade({ exercise, answer: gap.expected });
        return reply.ok && reply.verdict === "right";
      };
      const exercise = exercisesOf(explanation, gap).find(isTrue);
      if (exercise) return contributionVerdict(gap, engine.grade({ exercise, answer: text }));
    } catch (error) {
      console.error(error);
    }
    const isSame = text.replace(/\s/g, "") === gap.expected.replace(/\s/g, "");
    return {
      outcome: isSame ? "right" : "unreadable",
      message: message(isSame ? "worksheet-right" : "worksheet-unknown"),
    };
  }

  #settle(gap: Gap, state: GapState): void {
    this.said = state.verdict?.message ?? null;
    this.#set(gap, state);
    this.#session.changed();
  }

  #set({ id }: Gap, state: GapState): GapState {
    this.states = new Map(this.states).set(id, state);
    return state;
  }
}

/** The first minute of a session: what each of its moments does to the circuit. */
import type { NodeId } from "../../engine/protocol.js";
import type { NumberKey } from "../../scene/model.js";
import { type Guidance, type GuidanceEvent, guide } from "../../state/guidance.js";
import type { Session } from "./session.js";

export class FirstMinute {
  now: Guidance = { stage: "off" };
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Begins at the first input. */
  begin(): void {
    const first = this.#session.explanation?.inputs[0];
    this.now = first ? { stage: "drag", input: first.node } : { stage: "off" };
  }
  end(): void {
    this.now = { stage: "off" };
  }

  /** The input in the hand was let go. */
  dragged(input: NodeId): void {
    this.#advance({ type: "dragged", input });
  }

  /** "Where does it come from?" plays the path from the output to the input that was dragged. */
  wonder(): void {
    this.#advance({ type: "wondered" });
    if (this.now.stage === "trace") this.#session.playback.playPathTo(this.now.input);
  }

  /** When the path has been played, another input's gradient is covered and asked for. */
  ticked(): void {
    const { playback, explanation, covers } = this.#session;
    const { now } = this;
    if (now.stage !== "trace" || playback.clock.moving) return;
    const next = explanation?.inputs.find((input) => input.node !== now.input && input.gradient !== null);
    this.#advance({ type: "traced", next: next?.node ?? null });
    if (next) covers.hide(`gradient:${next.node}`);
    playback.clock.reset(playback.steps);
  }

  answered(key: NumberKey, right: boolean): void {
    if (this.now.stage === "ask" && key === `gradient:${this.now.input}`) this.#advance({ type: "answered", right });
  }

  #advance(event: GuidanceEvent): void {
    this.now = guide(this.now, event);
  }
}

/** One layer of the net as a circuit of its own, played step by step: what comes in and what comes back are those of the whole net. */
import type { Explanation, Value } from "../../engine/protocol.js";
import { valuesName } from "../../scene/net.js";
import { layerProgram } from "../../scene/net-program.js";
import { Playback } from "../circuit/playback.js";
import type { NetworkSession } from "./session.js";

export class LayerPlayer {
  /** Counted from 1. */
  layer = 1;
  explanation: Explanation | null = null;
  readonly playback: Playback;
  readonly #changed: () => void;
  #asked = "";

  constructor(changed: () => void, frames?: Pick<Window, "requestAnimationFrame" | "cancelAnimationFrame">) {
    this.#changed = changed;
    this.playback = new Playback(this, frames);
  }
  waitsBefore(): boolean {
    return false;
  }
  ticked(): void {
    this.#changed();
  }

  open(layer: number): void {
    this.layer = layer;
    this.#asked = "";
    this.#changed();
  }

  /** Asks the engine again where the net has changed; then the steps begin anew. */
  consult({ net, answer, engine, layers, isLocked }: NetworkSession): void {
    this.layer = Math.min(this.layer, layers);
    if (!answer) {
      this.explanation = null;
      return;
    }
    const arriving = answer.gradients(valuesName(this.layer));
    const program = layerProgram(net, this.layer, answer.values(valuesName(this.layer - 1)));
    const asked = JSON.stringify([program, arriving, isLocked]);
    if (asked === this.#asked) return;
    this.#asked = asked;
    const reply = engine.explain({ program, output_adjoint: scalarOr(arriving), include: ["steps"] });
    const { steps } = this.playback;
    const wasAtEnd = this.explanation === null || this.playback.isAtEnd;
    this.explanation = reply.ok ? (isLocked ? forwardOnly(reply) : reply) : null;
    if (this.playback.steps !== steps || this.explanation === null)
      this.playback.clock.reset(wasAtEnd ? 0 : this.playback.clock.rest);
  }
}

/** Before the guess nothing of the way back is told. */
function forwardOnly(explanation: Explanation): Explanation {
  return {
    ...explanation,
    steps: (explanation.steps ?? []).filter(({ phase }) => phase === "forward"),
    adjoints: explanation.adjoints.map(() => null),
    inputs: explanation.inputs.map((input) => ({ ...input, gradient: null })),
  };
}

function scalarOr(rows: number[][]): Value {
  return rows.length === 1 && rows[0]?.length === 1 ? (rows[0][0] as number) : rows;
}

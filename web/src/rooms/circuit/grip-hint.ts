/**
 * "Drag x.", once more without words: after a moment in which nothing happened, the grip of that input glides a little
 * to the right and back. Once, and never for readers who asked for less motion.
 */
import type { LitElement, ReactiveController } from "lit";
import type { NodeId } from "../../engine/protocol.js";
import type { Session } from "./session.js";

const IDLE = 1500;
const GLIDE = { duration: 600, easing: "cubic-bezier(.4,0,.2,1)" };
const DISTANCE = 6;

export class GripHintController implements ReactiveController {
  readonly #host: LitElement & { readonly session: Session | null };
  #timer = 0;
  #isDone = false;

  constructor(host: LitElement & { readonly session: Session | null }) {
    this.#host = host;
    host.addController(this);
  }

  /** Whatever draws the room again is not idleness. */
  hostUpdated(): void {
    clearTimeout(this.#timer);
    const { session } = this.#host;
    const now = session?.firstMinute?.now;
    if (this.#isDone || now?.stage !== "drag" || session?.playback.still) return;
    this.#timer = window.setTimeout(() => this.#glide(now.input), IDLE);
  }
  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  #glide(input: NodeId): void {
    const picture = this.#host.renderRoot.querySelector("circuit-view")?.renderRoot;
    const pill = picture?.querySelector(`[data-hit="hit${input}"]`)?.getBoundingClientRect();
    if (!picture || !pill) return;
    this.#isDone = true;
    for (const grip of picture.querySelectorAll(".grip")) {
      const { x, y } = grip.getBoundingClientRect();
      const isInside = x >= pill.left && x <= pill.right && y >= pill.top && y <= pill.bottom;
      if (isInside) grip.animate([{}, { transform: `translateX(${DISTANCE}px)` }, {}], GLIDE);
    }
  }
}

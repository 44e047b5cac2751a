/** A number under a hand that moves sideways: a step every few pixels, first to last one gesture. */
import { adjusted } from "../scene/adjust.js";

export type Gesture = "start" | "move" | "end";

const PER_STEP = 8;

export class SidewaysDrag {
  readonly #say: (value: number, gesture: Gesture) => void;
  #begun: { x: number; from: number; steps: number; moves: boolean } | null = null;

  constructor(say: (value: number, gesture: Gesture) => void) {
    this.#say = say;
  }

  begin(event: PointerEvent, from: number): void {
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#begun = { x: event.clientX, from, steps: 0, moves: false };
  }
  readonly move = (event: PointerEvent): void => {
    const drag = this.#begun;
    if (!drag) return;
    const steps = Math.round((event.clientX - drag.x) / PER_STEP);
    if (steps === drag.steps) return;
    drag.steps = steps;
    this.#say(adjusted(drag.from, steps), drag.moves ? "move" : "start");
    drag.moves = true;
  };
  readonly end = (): void => {
    const drag = this.#begun;
    this.#begun = null;
    if (drag?.moves) this.#say(adjusted(drag.from, drag.steps), "end");
  };
}

/** The clock of a room's circuit: what its commands mean for the steps there are. */
import type { TimelineCommand } from "../../components/timeline-bar.js";
import type { Explanation, NodeId, Step } from "../../engine/protocol.js";
import { IS_SITE } from "../../product.js";
import type { Time } from "../../scene/model.js";
import { stepDuration } from "../../scene/timeline.js";
import { Clock, type ClockHost } from "../../state/clock.js";

export interface PlaybackHost {
  readonly explanation: Explanation | null;
  /** Whether play has to wait before this step, for a covered number. */
  waitsBefore(step: number): boolean;
  ticked(): void;
}

export class Playback implements ClockHost {
  readonly clock: Clock;
  /** Rest frames only: the reader asked for less motion. */
  still = false;
  readonly #host: PlaybackHost;

  constructor(host: PlaybackHost, frames?: Pick<Window, "requestAnimationFrame" | "cancelAnimationFrame">) {
    this.#host = host;
    this.clock = new Clock(this, frames);
  }

  get #list(): readonly Step[] {
    return this.#host.explanation?.steps ?? [];
  }
  get steps(): number {
    return this.#list.length;
  }
  get time(): Time {
    return this.clock.time;
  }
  get isAtEnd(): boolean {
    return this.clock.rest >= this.steps;
  }

  duration(step: number): number {
    const { explanation } = this.#host;
    return explanation ? stepDuration(explanation, step) : 0;
  }
  stopsBefore(step: number): boolean {
    return this.#host.waitsBefore(step);
  }
  ticked(): void {
    this.#host.ticked();
  }

  command(command: TimelineCommand): void {
    switch (command) {
      case "play":
        return this.clock.play();
      case "pause":
        return this.clock.pause();
      case "step":
        return this.clock.step();
      case "back":
        return this.clock.back();
      case "first":
        return this.clock.go(0);
      case "last":
        return this.clock.go(this.steps);
    }
  }

  /** Plays the next gate whole: its forward step, or every wire it hands a gradient to. */
  nextGate(): void {
    const first = this.clock.rest;
    if (first >= this.steps) return this.clock.go(this.steps);
    let end = first + 1;
    while (this.#isSameGate(first, end)) end++;
    this.clock.playOnly(Array.from({ length: end - first }, (_, i) => first + i));
  }

  /** Back to before the gate that was last under way. */
  previousGate(): void {
    const last = this.clock.moving ? Math.floor(this.time) : Math.ceil(this.time) - 1;
    let begin = last;
    while (this.#isSameGate(begin - 1, last)) begin--;
    this.clock.go(begin);
  }

  #isSameGate(a: number, b: number): boolean {
    const [first, second] = [this.#list[a], this.#list[b]];
    // of forward mode a gate's value and what arrives there are one
    if (IS_SITE && second?.phase === "tangent") return first?.node === second.node;
    return first !== undefined && first.phase === second?.phase && first.node === second.node;
  }

  /** The start and the steps that hand a gradient on along the paths from the output to `input`. */
  playPathTo(input: NodeId): void {
    const boxes = this.#host.explanation?.view.boxes ?? [];
    const reached = new Set([input]);
    for (const box of boxes) if (box.inputs.some((node) => reached.has(node))) reached.add(box.node);
    const route = this.#list.flatMap((step, index) => {
      const isOnPath = step.phase === "backward" && reached.has(step.node) && reached.has(step.target);
      return step.phase === "start" || isOnPath ? [index] : [];
    });
    this.clock.playOnly(route);
  }
}

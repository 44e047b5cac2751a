/**
 * The step clock: moves the time of a circuit along its steps. It holds numbers and asks for frames; what a step looks
 * like at time t is the scene's business. A key during motion finishes it and starts the next: nothing queues.
 */
import type { Time } from "../scene/model.js";

export interface ClockHost {
  /** Number of steps. */
  readonly steps: number;
  /** Milliseconds a step takes at speed 1, reading included; 0 for a step that shows nothing. */
  duration(step: number): number;
  /** Whether playing must stop before this step, because a number it shows is covered. */
  stopsBefore(step: number): boolean;
  /** Whether only rest frames may be shown; they keep the same dwell. */
  readonly still: boolean;
  ticked(time: Time, playing: boolean): void;
}

type Frames = Pick<Window, "requestAnimationFrame" | "cancelAnimationFrame">;

export class Clock {
  /** How many times as fast as a step is long. */
  speed = 1;
  readonly #host: ClockHost;
  readonly #frames: Frames;
  #time: Time = 0;
  /** The steps still to be played, the one under way first. */
  #route: number[] = [];
  #playing = false;
  #frame: number | null = null;
  #last = 0;

  constructor(host: ClockHost, frames: Frames = window) {
    this.#host = host;
    this.#frames = frames;
  }

  /** Where the picture stands: without motion a step under way already shows its rest frame. */
  get time(): Time {
    return this.#host.still && this.moving ? Math.floor(this.#time) + 1 : this.#time;
  }
  get moving(): boolean {
    return this.#route.length > 0;
  }
  /** Under way until told otherwise, not for one step only. */
  get playing(): boolean {
    return this.#playing && this.moving;
  }

  /** Where the step under way ends. */
  get #end(): number {
    return this.#route[0] === undefined ? Math.ceil(this.#time) : this.#route[0] + 1;
  }
  /** Where everything under way ends. */
  get rest(): number {
    const last = this.#route.at(-1);
    return last === undefined ? this.#end : last + 1;
  }

  /** Stops and rests at `time`, or shows it mid-flight while scrubbing. */
  go(time: Time): void {
    this.#stop();
    this.#time = Math.min(Math.max(time, 0), this.#host.steps);
    this.#report();
  }

  /** Plays to the end; from the beginning when already there. */
  play(): void {
    const first = this.#time >= this.#host.steps ? 0 : Math.floor(this.#time);
    if (this.#time >= this.#host.steps) this.#time = 0;
    this.#start(range(first, this.#host.steps), true);
  }

  /** Plays these steps only; the ones between are done at once. */
  playOnly(route: number[]): void {
    const [first] = route;
    if (first === undefined) return;
    this.#time = first;
    this.#start([...route], true);
  }

  /** Finishes what is under way and plays the next step that shows something, unless it has to wait. */
  step(): void {
    const next = this.#end;
    if (next >= this.#host.steps || this.#host.stopsBefore(next)) return this.go(next);
    let end = next + 1;
    while (end < this.#host.steps && this.#host.duration(end - 1) === 0) end++;
    this.#time = next;
    this.#start(range(next, end), false);
  }

  /** Undoes the step under way, else the last one that showed something: a cut, never reversed motion. */
  back(): void {
    let rest = this.#end - 1;
    while (rest > 0 && this.#host.duration(rest - 1) === 0) rest--;
    this.go(rest);
  }

  /** Finishes the step under way and rests. */
  pause(): void {
    this.go(this.#end);
  }

  /** Takes over another program's steps without moving. */
  reset(time: Time): void {
    this.#stop();
    this.#time = time;
  }

  #start(route: number[], playing: boolean): void {
    this.#stop();
    this.#route = route;
    this.#playing = playing;
    this.#last = Number.NaN;
    this.#request();
    this.#report();
  }

  #stop(): void {
    this.#route = [];
    if (this.#frame !== null) this.#frames.cancelAnimationFrame(this.#frame);
    this.#frame = null;
  }

  #request(): void {
    this.#frame = this.#frames.requestAnimationFrame((now) => this.#tick(now));
  }

  #tick(now: number): void {
    this.#frame = null;
    const elapsed = Number.isNaN(this.#last) ? 0 : now - this.#last;
    this.#last = now;
    this.#advance(elapsed * this.speed);
    if (this.moving) this.#request();
    this.#report();
  }

  #advance(milliseconds: number): void {
    let left = milliseconds;
    while (this.#route[0] !== undefined) {
      const step = this.#route[0];
      const duration = this.#host.duration(step);
      const progress = duration === 0 ? 1 : Math.min(1, this.#time - step + left / duration);
      left -= (progress - (this.#time - step)) * duration;
      this.#time = step + progress;
      if (progress < 1) return;
      this.#route.shift();
      const next = this.#route[0];
      if (next === undefined) return;
      if (this.#host.stopsBefore(next)) return this.#stop();
      this.#time = next;
    }
  }

  #report(): void {
    this.#host.ticked(this.time, this.playing);
  }
}

function range(begin: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - begin) }, (_, i) => begin + i);
}

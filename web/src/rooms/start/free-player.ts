/** Which update of the runs is shown, and how they are played. They are recorded every few updates: a frame each. */
import { advance } from "./pace.js";

export class FreePlayer {
  isPlaying = false;
  /** Updates from one frame to the next. */
  every = 1;
  /** The index of the last frame there is. */
  last = 0;
  readonly #moved: (isAnother: boolean) => void;
  /** In frames; between two of them while playing. */
  #position = 0;

  /** `moved` hears whether another frame is shown now. */
  constructor(moved: (isAnother: boolean) => void) {
    this.#moved = moved;
  }

  get frame(): number {
    return Math.floor(this.#position);
  }
  get update(): number {
    return this.frame * this.every;
  }
  get lastUpdate(): number {
    return this.last * this.every;
  }

  /** From the start, of other runs. */
  clear(every: number): void {
    this.every = every;
    this.isPlaying = false;
    this.last = 0;
    this.#position = 0;
  }

  /** More frames are there. Who has gone back to another one meanwhile stays there; otherwise that of the wanted update is shown. */
  reach(last: number, wanted: number): void {
    if (this.frame >= this.last) this.#position = Math.min(Math.round(wanted / this.every), last);
    this.last = last;
  }

  show(update: number): void {
    this.isPlaying = false;
    this.#go(Math.round(update / this.every));
  }

  play(isPlaying: boolean): void {
    this.isPlaying = isPlaying && this.last > 0;
    this.#go(this.isPlaying && this.frame >= this.last ? 0 : this.frame);
  }

  /** Some milliseconds later. */
  tick(elapsed: number): void {
    if (!this.isPlaying) return;
    const position = advance(this.#position, elapsed, this.last);
    this.isPlaying = position < this.last;
    this.#go(position);
  }

  #go(position: number): void {
    const before = this.frame;
    this.#position = Math.min(Math.max(position, 0), this.last);
    this.#moved(this.frame !== before);
  }
}

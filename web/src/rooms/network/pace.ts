/** How fast updates are played: the first slowly enough to be read, then ever faster. */
const SLOWEST = 900;
const FASTEST = 40;
const FASTER = 0.85;

export class Pace {
  isPlaying = false;
  #wait = SLOWEST;
  #elapsed = 0;

  begin(): void {
    this.isPlaying = true;
    this.#wait = SLOWEST;
    // the first one at once
    this.#elapsed = SLOWEST;
  }
  stop(): void {
    this.isPlaying = false;
  }

  /** How many updates are due, some milliseconds later: at most one a frame that is drawn. */
  updatesIn(elapsed: number): number {
    if (!this.isPlaying) return 0;
    this.#elapsed += elapsed;
    if (this.#elapsed < this.#wait) return 0;
    this.#elapsed = 0;
    this.#wait = Math.max(FASTEST, this.#wait * FASTER);
    return 1;
  }
}

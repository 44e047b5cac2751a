/** The first part: in fog, where does one update land? Guessed first, then seen; after a few the fog lifts. */

import type { Hill as DrawnHill, Step } from "../../scene/hill.js";
import { type Misreading, misreadingOf, type Update } from "../../scene/landing.js";
import { HILLS, type Hill, type HillName } from "./hills.js";
import { curvatureOf, curveOf, type Engine, walkOf } from "./walks.js";

/** So many are guessed before the fog lifts. */
export const GUESSES = 3;
export const MOST_UPDATES = 200;

export interface FogState {
  hill: HillName;
  start: number;
  rate: number;
  updates: number;
  isFoggy: boolean;
}

export class Fog implements FogState {
  hill: HillName = "bowl";
  start = HILLS.bowl.start as number;
  rate = HILLS.bowl.rate as number;
  updates = 0;
  isFoggy = true;
  /** Where the hand points; null until it does. */
  guess: number | null = null;
  /** Which update was last guessed, and where to. */
  answered: { update: number; guess: number; misreading: Misreading | null } | null = null;
  readonly #engine: Engine;
  readonly #changed: () => void;
  #curve: { hill: HillName; points: DrawnHill["curve"] } | null = null;
  #walk: { key: string; steps: Step[] } | null = null;

  constructor(engine: Engine, changed: () => void) {
    this.#engine = engine;
    this.#changed = changed;
  }

  get #hill(): Hill {
    return HILLS[this.hill];
  }
  get program(): string {
    return this.#hill.program;
  }

  get drawn(): DrawnHill {
    if (this.#curve?.hill !== this.hill)
      this.#curve = { hill: this.hill, points: curveOf(this.#engine, this.program, this.#hill.window) };
    return { window: this.#hill.window, curve: this.#curve.points };
  }

  /** Places so far. */
  get steps(): readonly Step[] {
    return this.#steps(this.updates).slice(0, this.updates + 1);
  }
  get here(): Step {
    return this.steps.at(-1) as Step;
  }
  /** Fewer where the program had no number any more. */
  get isStopped(): boolean {
    return this.#steps(this.updates + 1).length <= this.updates + 1;
  }

  #steps(updates: number): Step[] {
    const { hill, start, rate } = this;
    const key = [hill, start, rate].join(" ");
    if (this.#walk?.key !== key || this.#walk.steps.length <= updates)
      this.#walk = { key, steps: walkOf(this.#engine, this.program, start, rate, Math.max(updates, 30)) };
    return this.#walk.steps;
  }

  /** Of the update that was made last; null before the first. */
  get last(): Update | null {
    return this.updates === 0 ? null : this.#update(this.updates - 1);
  }
  #update(from: number): Update | null {
    const steps = this.#steps(from + 1);
    const [before, after] = [steps[from], steps[from + 1]];
    if (!before || !after) return null;
    const curvature = curvatureOf(this.#engine, this.#hill.derivative, before.w);
    return { w: before.w, slope: before.slope, rate: this.rate, curvature, landed: after.w };
  }

  point(guess: number): void {
    this.guess = guess;
    this.#changed();
  }

  /** The update happens, whatever was guessed. */
  answer(): void {
    const update = this.#update(this.updates);
    if (!update || this.guess === null || this.updates >= MOST_UPDATES) return;
    const misreading = misreadingOf(this.guess, update, this.#hill.window);
    this.updates++;
    this.answered = { update: this.updates, guess: this.guess, misreading };
    this.guess = null;
    if (this.updates >= GUESSES) this.isFoggy = false;
    this.#changed();
  }

  /** Without a guess; only where nothing is hidden. */
  walk(updates: number): void {
    if (this.isFoggy) return;
    const most = Math.min(this.updates + updates, MOST_UPDATES);
    this.updates = Math.min(most, this.#steps(most).length - 1);
    this.#forget();
    this.#changed();
  }
  scrub(updates: number): void {
    this.updates = Math.max(0, Math.min(updates, MOST_UPDATES, this.#steps(updates).length - 1));
    this.#forget();
    this.#changed();
  }

  again(): void {
    this.updates = 0;
    this.isFoggy = true;
    this.#forget();
    this.#changed();
  }
  choose(hill: HillName): void {
    const { start, rate } = HILLS[hill];
    this.#begin({ hill, start, rate, updates: 0, isFoggy: true });
    this.#changed();
  }
  set(change: Partial<Pick<FogState, "start" | "rate">>): void {
    this.#begin({ ...this.state, updates: 0, ...change });
    this.#changed();
  }

  get state(): FogState {
    const { hill, start, rate, updates, isFoggy } = this;
    return { hill, start, rate, updates, isFoggy };
  }
  restore(state: Partial<FogState>): void {
    const { start, rate } = HILLS[state.hill ?? "bowl"];
    const updates = Math.min(state.updates ?? 0, MOST_UPDATES);
    this.#begin({ hill: "bowl", start, rate, isFoggy: updates < GUESSES, ...state, updates });
    this.updates = Math.min(updates, this.#steps(updates).length - 1);
  }
  #begin(state: FogState): void {
    Object.assign(this, state);
    this.#forget();
  }
  #forget(): void {
    this.guess = null;
    this.answered = null;
  }
}

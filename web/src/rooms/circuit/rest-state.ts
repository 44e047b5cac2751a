import type { CircuitState } from "../../scene/model.js";

/**
 * The state for whatever speaks of whole steps: the same object while one is under way, so that sentence and panel
 * are left alone sixty times a second.
 */
export class RestState {
  #last: CircuitState | null = null;

  of(state: CircuitState): CircuitState {
    const rest = { ...state, time: Math.ceil(state.time) };
    if (!this.#last || !isSameState(this.#last, rest)) this.#last = rest;
    return this.#last;
  }
}

function isSameState(a: CircuitState, b: CircuitState): boolean {
  const { covered, ...rest } = a;
  const isSame = Object.entries(rest).every(([field, value]) => value === b[field as keyof CircuitState]);
  return isSame && covered.size === b.covered.size && [...covered].every((key) => b.covered.has(key));
}

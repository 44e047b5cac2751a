/** Undo for a circuit: a stack of whole documents, one entry a gesture. Step, cover and layout are not in it. */
import type { Value } from "../engine/protocol.js";

export interface CircuitDocument {
  program: string;
  /** Values of the inputs the program does not define. */
  at: ReadonlyMap<string, Value>;
  /** The stage chosen as output; null for the last. */
  output: string | null;
  /** What the backward pass starts with; null for 1, or all ones. */
  outputAdjoint: Value | null;
}

const LONGEST = 200;

export class History<T> {
  #past: T[] = [];
  #present: T;
  #future: T[] = [];

  constructor(first: T) {
    this.#present = first;
  }

  get present(): T {
    return this.#present;
  }
  get canUndo(): boolean {
    return this.#past.length > 0;
  }
  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Records the result of one gesture. */
  push(next: T): void {
    this.#past.push(this.#present);
    if (this.#past.length > LONGEST) this.#past.shift();
    this.#present = next;
    this.#future = [];
  }

  undo(): T | null {
    const previous = this.#past.pop();
    if (previous === undefined) return null;
    this.#future.push(this.#present);
    this.#present = previous;
    return previous;
  }

  redo(): T | null {
    const next = this.#future.pop();
    if (next === undefined) return null;
    this.#past.push(this.#present);
    this.#present = next;
    return next;
  }

  /** Starts over; nothing before it can be reached any more. */
  restart(first: T): void {
    this.#past = [];
    this.#future = [];
    this.#present = first;
  }
}

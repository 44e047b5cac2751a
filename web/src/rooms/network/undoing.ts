/** Undo and redo of what a student changes, an entry a gesture: the run there was, and where one stood in it. */
import { History } from "../../state/undo.js";
import type { NetFrame, Run } from "./run.js";
import type { NetworkSession } from "./session.js";

/** What a gesture changed, as it is said; a number by its id. */
export interface Changed {
  kind: "number" | "training" | "net" | "seed" | "data" | "samples" | "reset";
  id?: string;
}
interface Entry {
  run: Run;
  ghost: readonly NetFrame[];
  at: number;
  stage: number;
  sample: number;
  /** What made it of the entry before. */
  changed: Changed;
}

export class Undoing {
  /** What was undone or redone last; it is said until something else happens. */
  said: { name: "undone" | "redone"; changed: Changed } | null = null;
  readonly #session: NetworkSession;
  #history: History<Entry>;

  constructor(session: NetworkSession) {
    this.#session = session;
    this.#history = new History(this.#entry({ kind: "reset" }));
  }

  get canUndo(): boolean {
    return this.#history.canUndo || this.#isAhead;
  }
  get canRedo(): boolean {
    return this.#history.canRedo;
  }
  /** A gesture has not ended. */
  get #isAhead(): boolean {
    return this.#session.run !== this.#history.present.run;
  }

  /** Another link was opened. */
  restart(): void {
    this.said = null;
    this.#history.restart(this.#entry({ kind: "reset" }));
  }

  /** Before something is changed: where one stands, which is where undo goes back to. */
  leave(): void {
    this.said = null;
    if (this.#isAhead) return;
    const { at, stage, sample } = this.#session;
    Object.assign(this.#history.present, { at, stage, sample });
  }

  /** Ends a gesture. */
  commit(changed: Changed): void {
    if (this.#isAhead) this.#history.push(this.#entry(changed));
  }

  undo(): void {
    const { present } = this.#history;
    const isAhead = this.#isAhead;
    this.leave();
    this.#restore(isAhead ? present : this.#history.undo(), "undone", present.changed);
  }
  redo(): void {
    this.leave();
    const entry = this.#history.redo();
    this.#restore(entry, "redone", entry?.changed);
  }

  #restore(entry: Entry | null, name: "undone" | "redone", changed?: Changed): void {
    if (!entry || !changed) return;
    const { run, ghost, at, stage, sample } = entry;
    this.#session.restore({ run, ghost, at, stage, sample });
    this.said = { name, changed };
    this.#session.changed();
  }

  #entry(changed: Changed): Entry {
    const { run, at, stage, sample, changes } = this.#session;
    return { run, ghost: changes.ghost, at, stage, sample, changed };
  }
}

/** The document of a session in somebody's hands: written, chosen from, undone. */
import { defines } from "../../state/literal.js";
import type { CircuitDocument } from "../../state/undo.js";
import type { Session } from "./session.js";

export class Editing {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  edit(program: string): void {
    this.#session.firstMinute?.end();
    const { document } = this.#session.circuit;
    // once the text says what x is, a value beside the text would hide it
    const at = new Map([...document.at].filter(([name]) => !defines(program, name)));
    this.replace({ ...document, program, at });
  }

  undo(): void {
    const { circuit } = this.#session;
    circuit.commit();
    this.#restore(circuit.isAhead ? circuit.history.present : circuit.history.undo());
  }
  redo(): void {
    this.#restore(this.#session.circuit.history.redo());
  }

  #restore(document: CircuitDocument | null): void {
    if (document === null) return;
    this.replace(document);
    this.#session.settled();
  }

  replace(document: CircuitDocument): void {
    this.#session.quiet();
    this.#session.circuit.document = document;
    this.#session.explain();
    this.#dropWhatIsGone();
  }

  /** The text was changed under an output or a start that had been chosen for another one. */
  #dropWhatIsGone(): void {
    const { circuit } = this.#session;
    const { error, document } = circuit;
    if (error?.code !== "unknown_output" && error?.code !== "output_adjoint_shape") return;
    circuit.document = { ...document, output: null, outputAdjoint: null };
    this.#session.explain();
  }
}

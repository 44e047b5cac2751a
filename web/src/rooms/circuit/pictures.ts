/** Zooming, opening and closing: which picture of its program a session shows. */
import type { NodeId } from "../../engine/protocol.js";
import { type Choice, expandGate, MOST_OPEN_BOXES, toggleGroup } from "../../state/picture.js";
import type { Zoom } from "../../state/url.js";
import type { Session } from "./session.js";

export class Pictures {
  /** How many gates there would have been, had the last group been opened; null when it was. */
  refused: number | null = null;
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  zoom(zoom: Zoom): void {
    this.#choose({ ...this.#session.circuit.choice, zoom });
  }

  /** Opens or closes a group, a stage, or a built-in gate that has a definition. */
  toggle(node: NodeId, group: number | null): void {
    const { circuit, explanation } = this.#session;
    if (!explanation) return;
    const op = explanation.graph.nodes[node]?.op ?? "";
    if (group !== null) {
      this.#choose(toggleGroup(explanation, circuit.picture.closed, circuit.choice, group));
    } else if (circuit.picture.zoom === "stages") {
      this.zoom("gates");
    } else if (circuit.isOpenable(op)) {
      this.#choose(expandGate(explanation, circuit.picture.closed, circuit.choice, op));
    }
  }

  /** Takes the choice back when it would show more than can be read. */
  #choose(choice: Choice): void {
    const session = this.#session;
    const { circuit } = session;
    const boxes = () => session.explanation?.view.boxes.length ?? 0;
    const before = { choice: circuit.choice, boxes: boxes() };
    circuit.choice = choice;
    session.explain();
    const now = boxes();
    this.refused = now > MOST_OPEN_BOXES && now > before.boxes ? now : null;
    if (this.refused !== null) {
      circuit.choice = before.choice;
      session.explain();
    }
    session.settled();
  }
}

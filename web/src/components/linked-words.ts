/** Words that stand for a node: pointing at them links the node everywhere, choosing them opens its Why. */
import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";
import type { NodeId } from "../engine/protocol.js";
import type { SentencePart } from "../locales/words.js";
import type { CircuitEvents } from "../scene/model.js";

/** Sends one of the circuit's events from `host`. */
export function send<Name extends keyof CircuitEvents>(
  host: EventTarget,
  name: Name,
  detail: CircuitEvents[Name],
): void {
  host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

/**
 * The words are not buttons: the gate table holds a button for every node, and a sentence that changes with each step
 * is no place for Tab stops. So the host listens for all of its words.
 */
export function linkedParts(parts: readonly SentencePart[], linked: NodeId | null): (string | TemplateResult)[] {
  return parts.map((part) => {
    if (typeof part === "string") return part;
    return html`<span class="node ${part.node === linked ? "linked" : ""}" data-node=${part.node}>${part.text}</span>`;
  });
}

export class LinkedWordsController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener("pointerover", this.#over);
    this.#host.addEventListener("pointerleave", this.#leave);
    this.#host.addEventListener("click", this.#click);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener("pointerover", this.#over);
    this.#host.removeEventListener("pointerleave", this.#leave);
    this.#host.removeEventListener("click", this.#click);
  }

  readonly #over = (event: Event) => send(this.#host, "node-link", { node: nodeOf(event) });
  readonly #leave = () => send(this.#host, "node-link", { node: null });
  readonly #click = (event: Event) => {
    const node = nodeOf(event);
    if (node !== null) send(this.#host, "node-select", { node });
  };
}

/** The node whose words, or whose row, the event happened on. */
function nodeOf(event: Event): NodeId | null {
  for (const target of event.composedPath()) {
    if (target === event.currentTarget) return null;
    const node = target instanceof HTMLElement ? target.dataset.node : undefined;
    if (node !== undefined) return Number(node);
  }
  return null;
}

/** Words that stand for a node: pointing at them links the node everywhere, choosing them opens its Why. */
import { html, type LitElement, type TemplateResult } from "lit";
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

/** Handlers that link `node` by hover and focus. */
export function linking(host: EventTarget, node: NodeId) {
  return { on: () => send(host, "node-link", { node }), off: () => send(host, "node-link", { node: null }) };
}

/** Not buttons: the table holds a button for each node, and a sentence that changes at every step is no place for Tab stops. */
export function linkedParts(
  host: LitElement,
  parts: readonly SentencePart[],
  linked: NodeId | null,
): (string | TemplateResult)[] {
  return parts.map((part) => {
    if (typeof part === "string") return part;
    const { on, off } = linking(host, part.node);
    return html`<span
      class="node ${part.node === linked ? "linked" : ""}"
      @pointerenter=${on}
      @pointerleave=${off}
      @click=${() => send(host, "node-select", { node: part.node })}
      >${part.text}</span
    >`;
  });
}

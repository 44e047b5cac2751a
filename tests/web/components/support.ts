/** A component in a document, and the state of a circuit to show in it. */
import type { LitElement } from "lit";
import type { Explanation } from "../../../web/src/engine/protocol.js";
import type { CircuitState, NumberKey } from "../../../web/src/scene/model.js";

export async function show<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): Promise<HTMLElementTagNameMap[Tag] & LitElement> {
  const element = document.createElement(tag) as HTMLElementTagNameMap[Tag] & LitElement;
  Object.assign(element, properties);
  document.body.replaceChildren(element);
  await element.updateComplete;
  return element;
}

/** Everything computed, nothing covered, unless said otherwise. */
export function stateOf(explanation: Explanation, change: Partial<CircuitState> = {}): CircuitState {
  const time = explanation.steps?.length ?? 0;
  return { explanation, time, covered: new Set<NumberKey>(), selected: null, linked: null, dragged: null, ...change };
}

/** What is read of an element or of its shadow: text without styles, spaces as one. */
export function textOf(element: Element | null): string {
  return rawText(element).replace(/\s+/g, " ").trim();
}

function rawText(element: Element | null): string {
  const root = (element as Partial<LitElement> | null)?.renderRoot ?? element;
  const parts = [...(root?.childNodes ?? [])].map((child) => {
    if (child.nodeType === Node.TEXT_NODE) return child.textContent;
    return child instanceof Element && child.localName !== "style" ? rawText(child) : "";
  });
  return parts.join("");
}

/** Collects events of `element` by name. */
export function listen(element: EventTarget, ...names: string[]): { name: string; detail: unknown }[] {
  const heard: { name: string; detail: unknown }[] = [];
  for (const name of names) {
    element.addEventListener(name, (event) => heard.push({ name, detail: (event as CustomEvent).detail }));
  }
  return heard;
}

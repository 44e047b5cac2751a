/** A circuit in a document, a hand on it, and the keys. */
import "../../../web/src/components/circuit-view.js";
import type { CircuitView } from "../../../web/src/components/circuit-view.js";
import type { Explanation } from "../../../web/src/engine/protocol.js";
import type { CircuitState } from "../../../web/src/scene/model.js";
import { explained, ops } from "../explained.js";
import { listen, show, stateOf } from "./support.js";

const EVENTS = [
  "node-select",
  "node-link",
  "number-why",
  "cover-reveal",
  "cover-answer",
  "group-toggle",
  "input-change",
];

/** Where drawings are in the window: all of them in sight, unless a test moves them. */
export const place = { left: 0 };
Object.assign(SVGElement.prototype, { getScreenCTM: () => ({ a: 1, e: place.left, f: 0 }) });

export const product = () => explained("(x + y) * z", { at: { x: -2, y: 5, z: -4 } });

export async function view(
  explanation: Explanation,
  change: Partial<CircuitState> = {},
  properties: Partial<CircuitView> = {},
) {
  const element = await show("circuit-view", { state: stateOf(explanation, change), ops, ...properties });
  const heard = listen(element, ...EVENTS);
  const hit = (key: string) => element.renderRoot.querySelector(`[data-hit="${key}"]`) as SVGElement;
  const drawing = element.renderRoot.querySelector('svg[role="application"]') as SVGSVGElement;
  return { element, heard, hit, drawing };
}

export function pointer(target: Element, type: string, clientX = 0, init: PointerEventInit = {}): void {
  target.dispatchEvent(
    new PointerEvent(type, { bubbles: true, composed: true, clientX, button: 0, pointerId: 1, ...init }),
  );
}

export function key(target: Element, name: string): void {
  target.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));
}

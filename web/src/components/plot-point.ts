/** A point of a plot that is taken by hand or by keys: what fog, curves and maps share of it. */
import { type LitElement, svg, type TemplateResult } from "lit";
import { type Range, roundStep } from "../scene/curve.js";

export type Gesture = "move" | "end";
/** Where a hand is, as shares of the picture from its left and its top. */
export interface Under {
  x: number;
  y: number;
}

/** Key presses from one end of an axis to the other. */
const PRESSES = 80;
/** Steps along an axis. */
const STEPS: Record<string, number> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};
const SIDES: Record<string, readonly [across: number, up: number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
const ZOOMS: Record<string, boolean> = { "+": true, "=": true, "-": false };

/** Listens to a hand on a picture, from where it is put down to where it is lifted. */
export class PlotPoint {
  readonly #host: LitElement;
  readonly #follow: (under: Under, gesture: Gesture) => void;

  constructor(host: LitElement, follow: (under: Under, gesture: Gesture) => void) {
    this.#host = host;
    this.#follow = follow;
  }

  readonly press = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#host.renderRoot.querySelector<SVGElement>('[role="slider"]')?.focus({ preventScroll: true });
    event.preventDefault();
    this.#follow(under(event), "move");
  };
  readonly drag = (event: PointerEvent): void => {
    if (isHeld(event)) this.#follow(under(event), "move");
  };
  readonly release = (event: PointerEvent): void => {
    if (isHeld(event)) this.#follow(under(event), "end");
  };
}

function isHeld(event: PointerEvent): boolean {
  return (event.currentTarget as Element).hasPointerCapture(event.pointerId);
}

function under(event: PointerEvent): Under {
  const box = (event.currentTarget as Element).getBoundingClientRect();
  return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
}

/** What is seen of it: large enough for a finger, ringed while the keys go to it. */
export function pointMarks(x: number, y: number, look = ""): TemplateResult {
  return svg`<circle class="reach" cx=${x} cy=${y} r="22" />
    <circle class="ring" cx=${x} cy=${y} r="13" />
    <circle class="handle ${look}" cx=${x} cy=${y} r="7" />`;
}

/** How many steps a key goes along an axis, to its ends without end; null where it goes nowhere. */
export function keySteps(event: KeyboardEvent): number | null {
  return event.ctrlKey || event.altKey || event.metaKey ? null : (STEPS[event.key] ?? null);
}

/** Where a key takes a point of an axis; null where it takes it nowhere. With Shift its way is another one. */
export function keyAlong(event: KeyboardEvent, from: number, [low, high]: Range, withShift: number): number | null {
  const by = keySteps(event);
  if (by === null) return null;
  if (!Number.isFinite(by)) return by < 0 ? low : high;
  return from + by * step([low, high], event, withShift);
}

/** Likewise on a map. */
export function keyOnMap(event: KeyboardEvent, from: Under, x: Range, y: Range, withShift: number): Under | null {
  const side = SIDES[event.key];
  if (!side || event.ctrlKey || event.altKey || event.metaKey) return null;
  return { x: from.x + side[0] * step(x, event, withShift), y: from.y + side[1] * step(y, event, withShift) };
}

/** Whether a key asks to see it from closer, or from further away; null where it asks neither. */
export function keyZoom(event: KeyboardEvent): boolean | null {
  return event.ctrlKey || event.altKey || event.metaKey ? null : (ZOOMS[event.key] ?? null);
}

function step([low, high]: Range, { shiftKey }: KeyboardEvent, withShift: number): number {
  return roundStep((high - low) / PRESSES) * (shiftKey ? withShift : 1);
}

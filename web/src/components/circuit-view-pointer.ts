/** Mouse, pen and finger on the picture. Only pills and entries of an input's matrix are dragged; all else scrolls the page. */
import type { NodeId, Value } from "../engine/protocol.js";
import { adjusted, stepFor } from "../scene/adjust.js";
import type { Hit } from "../scene/marks.js";
import type { CircuitEvents } from "../scene/model.js";
import { isDragged } from "./circuit-view-marks.js";

export interface PointerHost {
  hitAt(key: string): Hit | undefined;
  /** The value of an input's entry. */
  entryValue(node: NodeId, entry: Entry): number;
  /** `typed` is what the field begins with instead of its value. */
  openField(node: NodeId, entry: Entry, typed?: string): void;
  send<Name extends keyof CircuitEvents>(name: Name, detail: CircuitEvents[Name]): void;
}
export type Entry = readonly [row: number, column: number];

/** Pixels sideways that make one step. */
const PIXELS = 8;
/** Less than this is a click. */
const SLACK = 4;

interface Drag {
  hit: Hit;
  entry: Entry;
  from: number;
  x: number;
  value: number;
  hasBegun: boolean;
}

export class PointerControl {
  readonly #host: PointerHost;
  #drag: Drag | null = null;
  #linked: NodeId | null = null;
  /** A click follows the release of a drag; it is not meant. */
  #ignoresClick = false;

  constructor(host: PointerHost) {
    this.#host = host;
  }

  readonly down = (event: PointerEvent) => {
    this.#ignoresClick = false;
    const hit = this.#hitOf(event);
    if (hit === undefined || !isDragged(hit) || event.button !== 0) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    const entry = hit.on === "entry" ? hit.entry : ([0, 0] as const);
    const from = this.#host.entryValue(hit.node, entry);
    this.#drag = { hit, entry, from, x: event.clientX, value: from, hasBegun: false };
  };

  readonly move = (event: PointerEvent) => {
    const drag = this.#drag;
    if (drag === null) {
      this.#link(event);
      return;
    }
    const dx = event.clientX - drag.x;
    if (!drag.hasBegun && Math.abs(dx) < SLACK) return;
    const step = stepFor(drag.from) * (event.shiftKey ? 0.1 : 1);
    const value = adjusted(drag.from, Math.round(dx / PIXELS), step);
    if (drag.hasBegun && value === drag.value) return;
    drag.value = value;
    this.#change(drag, drag.hasBegun ? "move" : "start");
    drag.hasBegun = true;
  };

  readonly up = () => {
    const drag = this.#drag;
    this.#drag = null;
    if (drag === null) return;
    this.#ignoresClick = true;
    if (drag.hasBegun) this.#change(drag, "end");
    else this.#host.openField(drag.hit.node, drag.entry);
  };

  readonly cancel = () => {
    const drag = this.#drag;
    this.#drag = null;
    if (drag?.hasBegun) this.#change(drag, "end");
  };

  readonly leave = () => {
    if (this.#drag === null) this.#setLink(null);
  };

  readonly click = (event: MouseEvent) => {
    const hit = this.#ignoresClick ? undefined : this.#hitOf(event);
    this.#ignoresClick = false;
    if (hit === undefined) return;
    switch (hit.on) {
      case "node":
        return this.#host.send("node-select", { node: hit.node });
      case "number":
        return hit.covered
          ? this.#host.send("cover-reveal", { key: hit.number })
          : this.#host.send("number-why", { key: hit.number });
      case "toggle":
        return this.#host.send("group-toggle", { node: hit.node, group: hit.group });
    }
  };

  #change({ hit, entry, value }: Drag, gesture: "start" | "move" | "end"): void {
    this.#host.send("input-change", { node: hit.node, entry, value, gesture });
  }

  #link(event: PointerEvent): void {
    this.#setLink(this.#hitOf(event)?.node ?? null);
  }

  #setLink(node: NodeId | null): void {
    if (node === this.#linked) return;
    this.#linked = node;
    this.#host.send("node-link", { node });
  }

  #hitOf(event: Event): Hit | undefined {
    const key = event.target instanceof Element ? event.target.getAttribute("data-hit") : null;
    return key === null ? undefined : this.#host.hitAt(key);
  }
}

export function entryOf(value: Value | undefined, [row, column]: Entry): number {
  return typeof value === "number" ? value : (value?.[row]?.[column] ?? Number.NaN);
}

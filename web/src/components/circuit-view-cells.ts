/**
 * The entries of a matrix, one by one: under the pointer, and by keyboard. F2 goes into the matrix of a node; there arrows
 * walk, F2, Enter or a digit types into an input, Escape leaves. The site alone has it.
 */
import type { Explanation, NodeId, Value } from "../engine/protocol.js";
import { msg } from "../locales/index.js";
import { speakable, spokenValue } from "../locales/words.js";
import { cellOn, pointedAt } from "../scene/cells.js";
import { alongName, isForwardMode } from "../scene/forward-mode.js";
import type { Layout, PlacedGate } from "../scene/layout.js";
import type { Hit } from "../scene/marks.js";
import { BRACKET } from "../scene/metrics.js";
import type { Cell, CircuitState, NumberKey } from "../scene/model.js";
import type { Picture } from "../scene/picture.js";
import type { Side } from "../scene/places.js";
import type { Entry, PointerHost } from "./circuit-view-pointer.js";

export interface CellHost extends Pick<PointerHost, "openField" | "hitAt"> {
  readonly state: CircuitState | null;
  readonly layout: Layout | null;
  /** The node the picture is at. */
  readonly current: NodeId;
  /** What is being typed. */
  readonly field: unknown;
  requestUpdate(): void;
}

type Size = { rows: number; columns: number };

const BESIDE: Record<string, readonly [down: number, right: number]> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

export class CellControl {
  readonly #host: CellHost;
  #pointed: Cell | null = null;

  constructor(host: CellHost) {
    this.#host = host;
  }

  /** Of the node the picture is at only. */
  get cell(): Cell | null {
    return this.#pointed?.node === this.#host.current ? this.#pointed : null;
  }

  /** Before the picture hears a key: what means an entry means nothing else. */
  listen(root: EventTarget): void {
    root.addEventListener("keydown", (event) => this.#key(event as KeyboardEvent), { capture: true });
    for (const type of ["pointerdown", "pointermove"])
      root.addEventListener(type, (event) => this.#pointAt(event as PointerEvent));
    // a finger leaves as soon as it has tapped
    root.addEventListener(
      "pointerleave",
      (event) => {
        if (isPicture(event) && (event as PointerEvent).pointerType !== "touch") this.#point(null);
      },
      { capture: true },
    );
    // a field takes the focus too, and gives it back to the entry
    root.addEventListener("focusout", (event) => {
      if (isPicture(event) && this.#host.field === null) this.#point(null);
    });
  }

  #point(cell: Cell | null): void {
    if (JSON.stringify(cell) === JSON.stringify(this.#pointed)) return;
    this.#pointed = cell;
    this.#host.requestUpdate();
  }

  #pointAt(event: PointerEvent): void {
    const hit = this.#host.hitAt((event.target as Element).getAttribute("data-hit") ?? "");
    this.#point(hit === undefined ? null : this.#under(hit, event));
  }

  #under(hit: Hit, { clientX, clientY, target }: PointerEvent): Cell | null {
    const { node } = hit;
    if (hit.on === "entry") return { node, row: hit.entry[0], column: hit.entry[1] };
    const side = hit.on === "number" && /^(value|gradient):/.exec(hit.number)?.[1];
    const matrix = side && this.#gate(node)?.[side === "value" ? "matrix" : "gradient"];
    if (!matrix) return null;
    const seen = (target as Element).getBoundingClientRect();
    const cell = {
      node,
      row: part((clientY - seen.y) / seen.height, hit.height, 2, matrix.rows),
      column: part((clientX - seen.x) / seen.width, hit.width, BRACKET, matrix.columns),
    };
    const { explanation } = this.#host.state ?? {};
    return explanation ? cellOn(explanation, side as Side, cell) : cell;
  }

  #key(event: KeyboardEvent): void {
    if (!isPicture(event) || event.ctrlKey || event.metaKey || event.altKey || !this.#means(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Does what the key means for an entry; false when it means none. */
  #means(key: string): boolean {
    const { cell } = this;
    const gate = this.#gate(this.#host.current);
    if (!gate?.matrix) return false;
    const isInput = gate.shape === "pill";
    const beside = BESIDE[key];
    if (cell === null) {
      if (key === "F2") this.#point({ node: gate.node, row: 0, column: 0 });
      return key === "F2";
    }
    if (beside !== undefined) this.#point(walked(cell, beside, gate.matrix));
    else if (key === "Escape") this.#point(null);
    else if (isInput && (key === "F2" || key === "Enter")) this.#type(cell);
    else if (isInput && /^\d$/.test(key)) this.#type(cell, key);
    else return false;
    return true;
  }

  #type({ node, row, column }: Cell, typed?: string): void {
    this.#host.openField(node, [row, column], typed);
  }

  #gate(node: NodeId): PlacedGate | undefined {
    return this.#host.layout?.at.get(node);
  }

  /** What is drawn over the picture. */
  readonly drawn = (picture: Picture) => pointedAt(picture, this.cell, cellWords);

  /** For a voice; the names of places tell elements apart. */
  get id(): string {
    return this.cell === null ? "" : `.${this.cell.row}.${this.cell.column}`;
  }

  spoken(
    say: (key: NumberKey, value: string | null) => string,
    known: Record<Side, Value | null>,
    explanation: Explanation,
  ): string {
    const cell = this.cell as Cell;
    const entry = (side: Side) => {
      const value = known[side];
      const { row, column } = cellOn(explanation, side, cell);
      return say(`${side}:${cell.node}`, Array.isArray(value) ? spokenValue(value[row]?.[column] as number) : null);
    };
    const [place, value, gradient] = [cellWords(cell), entry("value"), entry("gradient")];
    return isForwardMode(explanation)
      ? msg("cell-spoken-tangent", { place, value, tangent: gradient, along: speakable(alongName(explanation)) })
      : msg("cell-spoken", { place, value, gradient });
  }

  /** Where an entry of a heat tile is typed: its own place would be too small. */
  tileOf(node: NodeId): string | undefined {
    return this.#gate(node)?.matrix?.as === "tile" ? `hit-value:${node}` : undefined;
  }

  /** "W, row 1, column 3" */
  fieldName(name: string, [row, column]: Entry, node: NodeId): string {
    return this.#gate(node)?.matrix ? `${name}, ${cellWords({ row, column })}` : name;
  }
}

/** The field has keys of its own. */
function isPicture({ target }: Event): boolean {
  return (target as Element).localName === "svg";
}

/** Rows and columns are counted from 1, as they are read. */
function cellWords({ row, column }: Pick<Cell, "row" | "column">): string {
  return msg("cell-place", { row: row + 1, column: column + 1 });
}

function walked({ node, row, column }: Cell, [down, right]: readonly [number, number], matrix: Size): Cell {
  return { node, row: within(row + down, matrix.rows), column: within(column + right, matrix.columns) };
}

/** Which of `count` equal parts lies at a fraction of a length that has a margin at both ends. */
function part(fraction: number, length: number, margin: number, count: number): number {
  return within(Math.floor(((fraction * length - margin) / (length - 2 * margin)) * count), count);
}

function within(i: number, count: number): number {
  return Math.min(count - 1, Math.max(0, i));
}

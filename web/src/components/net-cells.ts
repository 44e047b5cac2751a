/**
 * The cells of a matrix. Each keeps its element, and only what differs is written: while updates are played a thousand numbers change,
 * and templates would have three bindings of each compared, wrapped and collected.
 */
import { noChange } from "lit";
import { Directive, directive, type ElementPart } from "lit/directive.js";

export interface Cell {
  id: string;
  text: string;
  look: string;
}
type Rows = readonly (readonly Cell[])[];

class CellsDirective extends Directive {
  #before: Rows = [];
  #elements: HTMLTableCellElement[][] = [];

  render(_rows: Rows): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [rows]: [Rows]): unknown {
    const isSame =
      rows.length === this.#before.length && rows.every((row, i) => row.length === this.#before[i]?.length);
    if (!isSame) this.#build(element, rows);
    for (const [i, row] of rows.entries())
      for (const [j, cell] of row.entries())
        write(this.#elements[i]?.[j], cell, isSame ? this.#before[i]?.[j] : undefined);
    this.#before = rows;
    return noChange;
  }

  #build(body: Element, rows: Rows): void {
    this.#elements = rows.map((row) => row.map(() => document.createElement("td")));
    const lines = this.#elements.map((cells) => {
      const line = document.createElement("tr");
      line.append(...cells);
      return line;
    });
    body.replaceChildren(...lines);
  }
}

/** `<tbody ${drawCells(rows)}></tbody>` */
export const drawCells = directive(CellsDirective);

function write(element: HTMLTableCellElement | undefined, { id, text, look }: Cell, before: Cell | undefined): void {
  if (!element) return;
  if (id !== before?.id) element.dataset.id = id;
  if (look !== before?.look) element.className = look;
  if (text === before?.text) return;
  // a box of its own, whose size no number changes
  if (!element.firstElementChild) element.append(Object.assign(document.createElement("span"), { className: "entry" }));
  const box = element.firstElementChild as Element;
  // a new text node would cost the browser far more than new text in the old one
  if (box.firstChild) (box.firstChild as Text).data = text;
  else box.append(text);
}

/** Numbers as a table that scrolls in itself, by keys too. Each row is named by its first cell. */
import { html, type TemplateResult } from "lit";

type Row = readonly [name: string | number, ...cells: string[]];

export function numberTable(label: string, columns: readonly string[], rows: readonly Row[]): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${label}>
    <table>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([name, ...cells]) => html`<tr>
            <th scope="row">${name}</th>
            ${cells.map((cell) => html`<td class="number">${cell}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Of so many rows those that are shown, `most` of them: evenly spread, with the first and the last. */
export function fewOf(count: number, most: number): number[] {
  const every = Math.max(1, Math.ceil((count - 1) / (most - 1)));
  return Array.from({ length: count }, (_, i) => i).filter((i) => i % every === 0 || i === count - 1);
}

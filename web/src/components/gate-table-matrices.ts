/** The fields of matrices with too many entries for a field each: a matrix is typed there as a program writes it. The site alone has it. */
import { css, html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { NodeId } from "../engine/protocol.js";
import { msg } from "../locales/index.js";
import { matrixText, readMatrix } from "../scene/matrix.js";
import { shapeOf } from "../scene/sentence-parts.js";
import type { TableRow } from "../scene/table.js";
import { send } from "./linked-words.js";

/** A style that nobody calls is left out of an embed. */
export const matrixStyles = () => css`
  .literal {
    display: block;
    inline-size: 24ch;
    margin-block: 4px;
    text-align: start;
  }
  .literal[aria-invalid] {
    border: 2px solid var(--error);
  }
  .refused {
    display: block;
    max-inline-size: 32ch;
    text-align: start;
    color: var(--error);
  }
`;

export class MatrixFields {
  readonly #table: HTMLElement & { requestUpdate(): void };
  /** The input whose field holds what is no matrix of its shape, and what that is. */
  #refused: { node: NodeId; text: string } | null = null;

  constructor(table: HTMLElement & { requestUpdate(): void }) {
    this.#table = table;
  }

  render({ node, name }: TableRow, value: number[][]): TemplateResult {
    const refused = this.#refused?.node === node ? this.#refused.text : null;
    const [rows, columns] = shapeOf(value);
    return html`<input
        class="literal"
        aria-label=${msg("table-change", { node: name })}
        aria-invalid=${refused === null ? nothing : "true"}
        aria-describedby=${`refused${node}`}
        autocapitalize="none"
        autocomplete="off"
        spellcheck="false"
        .value=${live(refused ?? matrixText(value))}
        @change=${(event: Event) => this.#change((event.target as HTMLInputElement).value, node, value)}
      />
      <small id=${`refused${node}`} class="refused" role="alert">
        ${refused === null ? nothing : msg("cell-not-a-matrix", { rows, columns })}
      </small>`;
  }

  /** The entries that differ are one gesture. What is no such matrix stays as it was typed, and is told so. */
  #change(text: string, node: NodeId, before: number[][]): void {
    const matrix = readMatrix(text, ...shapeOf(before));
    this.#refused = matrix === null ? { node, text } : null;
    this.#table.requestUpdate();
    const changes = (matrix ?? []).flatMap((entries, row) =>
      entries.flatMap((value, column) =>
        value === before[row]?.[column] ? [] : [{ node, entry: [row, column] as const, value }],
      ),
    );
    for (const [i, change] of changes.entries())
      send(this.#table, "input-change", { ...change, gesture: i === 0 ? "start" : "move" });
    const last = changes.at(-1);
    if (last) send(this.#table, "input-change", { ...last, gesture: "end" });
  }
}

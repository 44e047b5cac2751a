/** "How does this depend on that?": two values of the program, the Jacobian of one by the other, and what backprop computes in its place. */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { Explanation, Jacobian, NodeId, Shape, Value } from "../engine/protocol.js";
import { LocaleController, msg } from "../locales/index.js";
import { transposed } from "../scene/arranged.js";
import type { Dependence, MatrixLayout, VecOrder } from "../scene/model.js";
import { nodeName } from "../scene/names.js";
import { formatNumber } from "../scene/numbers.js";
import { shapeOf, shapeText } from "../scene/sentence-parts.js";
import { controls } from "./controls.css.js";
import { jacobianStyles } from "./jacobian-view.css.js";

/** A larger matrix is named by its shape alone. */
const SHOWN_ENTRIES = 400;

export interface DependenceEvents {
  "dependence-change": { dependence: Dependence | null };
  "layout-change": { layout: MatrixLayout };
}

export class JacobianView extends LitElement {
  static override properties = {
    explanation: { attribute: false },
    dependence: { attribute: false },
    jacobian: { attribute: false },
    layout: {},
    order: { state: true },
    sliced: { state: true },
  };
  declare explanation: Explanation | null;
  /** The two nodes; null while closed. */
  declare dependence: Dependence | null;
  declare jacobian: Jacobian | null;
  declare layout: MatrixLayout;
  /** How the entries of a matrix stand in a row. */
  declare order: VecOrder;
  /** One matrix of the shape of the other an entry, in place of long rows. */
  declare sliced: boolean;

  constructor() {
    super();
    this.explanation = null;
    this.dependence = null;
    this.jacobian = null;
    this.layout = "denominator";
    this.order = "rows";
    this.sliced = false;
    new LocaleController(this);
  }

  static override styles = [controls, jacobianStyles];

  protected override render(): TemplateResult {
    const { explanation, dependence } = this;
    if (!explanation) return html``;
    const names = choices(explanation);
    if (names.length < 2) return html``;
    return html`<details ?open=${dependence !== null} @toggle=${this.#toggle}>
      <summary>${msg("jacobian-question")}</summary>
      ${dependence ? this.#open(explanation, dependence, names) : nothing}
    </details>`;
  }

  #toggle(event: Event): void {
    const isOpen = (event.target as HTMLDetailsElement).open;
    if (isOpen === (this.dependence !== null) || !this.explanation) return;
    const by = this.explanation.inputs[0]?.node ?? 0;
    this.#choose(isOpen ? { of: this.explanation.output.node, by } : null);
  }

  #choose(dependence: Dependence | null): void {
    this.dispatchEvent(new CustomEvent("dependence-change", { detail: { dependence }, bubbles: true, composed: true }));
  }

  #open(explanation: Explanation, dependence: Dependence, names: readonly NodeId[]): TemplateResult {
    const { jacobian } = this;
    return html`<p class="question">
        ${this.#select("of", dependence, names)} ${this.#select("by", dependence, names)}
      </p>
      ${jacobian ? this.#answer(explanation, jacobian) : html`<p role="status">${msg("jacobian-waiting")}</p>`}`;
  }

  #select(role: keyof Dependence, dependence: Dependence, names: readonly NodeId[]): TemplateResult {
    const explanation = this.explanation as Explanation;
    const change = (event: Event) =>
      this.#choose({ ...dependence, [role]: Number((event.target as HTMLSelectElement).value) });
    return html`<label
      >${msg(`jacobian-${role}`)}
      <select @change=${change}>
        ${names.map(
          (node) =>
            html`<option value=${node} ?selected=${node === dependence[role]}>${nodeName(explanation, node)}</option>`,
        )}
      </select></label
    >`;
  }

  #answer(explanation: Explanation, jacobian: Jacobian): TemplateResult {
    const [of, by] = [nodeName(explanation, jacobian.of), nodeName(explanation, jacobian.by)];
    const shape = shapeText(jacobian[this.layout]);
    const isMatrix = (node: NodeId) => (explanation.graph.nodes[node]?.shape ?? [1, 1]).every((length) => length > 1);
    const hasSlices = isMatrix(jacobian.by);
    return html`
      <p><strong>∂${of}/∂${by}</strong>: ${msg(`jacobian-shape-${this.layout}`, { shape, of, by })}</p>
      ${this.#choices(hasSlices || isMatrix(jacobian.of), hasSlices)}
      ${hasSlices && this.sliced ? this.#slices(explanation, jacobian) : this.#matrix(jacobian)}
      ${this.#chain(explanation, jacobian)}
      <p>${msg(`jacobian-cost-${jacobian.mode}`, { passes: jacobian.passes, multiplications: jacobian.multiplications })}</p>
      ${this.#product(jacobian, of, by)}
    `;
  }

  #choices(hasOrder: boolean, hasSlices: boolean): TemplateResult {
    const setLayout = (layout: MatrixLayout) =>
      this.dispatchEvent(new CustomEvent("layout-change", { detail: { layout }, bubbles: true, composed: true }));
    return html`<div class="choices">
      ${segments("jacobian-layout", ["denominator", "numerator"], this.layout, setLayout)}
      ${
        hasOrder && !this.sliced
          ? segments("jacobian-order", ["rows", "columns"], this.order, (order) => (this.order = order))
          : nothing
      }
      ${
        hasSlices
          ? html`<button aria-pressed=${this.sliced} @click=${() => (this.sliced = !this.sliced)}>
              ${msg("jacobian-slices")}
            </button>`
          : nothing
      }
    </div>`;
  }

  /** In numerator layout a row an entry of `of`; in denominator layout the transpose. */
  #matrix(jacobian: Jacobian): TemplateResult {
    const entries = rowsOf(jacobian.entries);
    if (jacobian.rows.length * jacobian.columns.length > SHOWN_ENTRIES) {
      return html`<p>${msg("jacobian-large", { shape: shapeText(jacobian[this.layout]) })}</p>`;
    }
    const inOrder = (role: "rows" | "columns") =>
      this.order === "columns" ? jacobian.column_by_column[role] : jacobian[role].map((_, i) => i);
    const [rows, columns] = [inOrder("rows"), inOrder("columns")];
    const cell = (row: number, column: number) => entries[row]?.[column] ?? 0;
    return this.layout === "numerator"
      ? table(rows, columns, jacobian.rows, jacobian.columns, cell)
      : table(columns, rows, jacobian.columns, jacobian.rows, (row, column) => cell(column, row));
  }

  /** n slices of p × q, one for each entry of `of`. */
  #slices(explanation: Explanation, jacobian: Jacobian): TemplateResult {
    const [rows, columns] = explanation.graph.nodes[jacobian.by]?.shape ?? [1, 1];
    const count = jacobian.rows.length;
    if (count * rows * columns > SHOWN_ENTRIES) {
      return html`<p>${msg("jacobian-large", { shape: `${count}×${shapeText([rows, columns])}` })}</p>`;
    }
    const numbers = (length: number) => Array.from({ length }, (_, i) => i);
    const named = (length: number) => numbers(length).map((i) => `[${i}]`);
    const entries = rowsOf(jacobian.entries);
    return html`<p>${msg("jacobian-tensor", { shape: `${count}×${shapeText([rows, columns])}` })}</p>
      <div class="slices">
        ${entries.map(
          (slice, i) => html`<figure>
            <figcaption>${jacobian.rows[i]}</figcaption>
            ${table(numbers(rows), numbers(columns), named(rows), named(columns), (r, c) => slice[r * columns + c] ?? 0)}
          </figure>`,
        )}
      </div>`;
  }

  /** The product from stage to stage, in the order of the layout. */
  #chain(explanation: Explanation, { chain }: Jacobian): TemplateResult | typeof nothing {
    if (chain.length < 2) return nothing;
    const isNumerator = this.layout === "numerator";
    const factors = isNumerator ? chain : [...chain].reverse();
    const name = (id: NodeId) => nodeName(explanation, id);
    const shape = ([rows, columns]: Shape) => shapeText(isNumerator ? [rows, columns] : [columns, rows]);
    return html`<h3>${msg("why-chain-rule")}</h3>
      <p class="formula">
        ${factors.map(({ of, by }) => `∂${name(of)}/∂${name(by)}`).join(" · ")}
        <small>${factors.map(({ entries }) => shape(shapeOf(entries))).join(" · ")}</small>
      </p>`;
  }

  /** The Jacobian itself is never made: one product with what arrives is all the backward pass needs. */
  #product({ adjoint, product }: Jacobian, of: string, by: string): TemplateResult | typeof nothing {
    if (adjoint === null || product === null) return nothing;
    const inLayout = (value: Value) => (this.layout === "numerator" ? transposed(value) : value);
    const handed = inLayout(product);
    const shapes = { arrives: shapeText(shapeOf(inLayout(adjoint))), handed: shapeText(shapeOf(handed)), of, by };
    const [rows, columns] = shapeOf(handed);
    const entries = rowsOf(handed);
    const numbers = (length: number) => Array.from({ length }, (_, i) => i);
    const named = (length: number) => numbers(length).map((i) => `[${i}]`);
    return html`<h3>${msg("jacobian-backprop")}</h3>
      <p>${msg("jacobian-product", shapes)}</p>
      ${
        rows * columns <= SHOWN_ENTRIES
          ? table(numbers(rows), numbers(columns), named(rows), named(columns), (r, c) => entries[r]?.[c] ?? 0)
          : nothing
      }`;
  }
}

function segments<T extends string>(label: string, options: readonly T[], chosen: T, choose: (option: T) => void) {
  return html`<div class="segments" role="group" aria-label=${msg(label)}>
    ${options.map(
      (option) =>
        html`<button aria-pressed=${option === chosen} @click=${() => choose(option)}>${msg(`${label}-${option}`)}</button>`,
    )}
  </div>`;
}

function table(
  rows: readonly number[],
  columns: readonly number[],
  rowNames: readonly string[],
  columnNames: readonly string[],
  cell: (row: number, column: number) => number,
): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${msg("jacobian-entries")}>
    <table>
      <thead>
        <tr>
          <td></td>
          ${columns.map((column) => html`<th scope="col">${columnNames[column]}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) => html`<tr>
            <th scope="row">${rowNames[row]}</th>
            ${columns.map((column) => html`<td class=${cell(row, column) === 0 ? "zero" : ""}>${formatNumber(cell(row, column))}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

const rowsOf = (value: Value): number[][] => (typeof value === "number" ? [[value]] : value);

/** What the program has a name for. */
function choices({ graph, inputs, output }: Explanation): NodeId[] {
  const stages = graph.stages.filter(({ name }) => name !== "").map(({ node }) => node);
  return [...new Set([...inputs.map(({ node }) => node), ...stages, output.node])];
}
customElements.define("jacobian-view", JacobianView);

declare global {
  interface HTMLElementTagNameMap {
    "jacobian-view": JacobianView;
  }
}

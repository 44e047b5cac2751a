/**
 * Every box of the picture as a row: name, rule, value, gradient, used by. Always in the document, and everything that
 * can be done in the picture can be done here with real buttons and fields.
 */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { NodeId, Value } from "../engine/protocol.js";
import { LocaleController, msg } from "../locales/index.js";
import { sentenceParts, sentenceText } from "../locales/words.js";
import { IS_SITE } from "../product.js";
import { alongName, isForwardMode } from "../scene/forward-mode.js";
import { message } from "../scene/message.js";
import type { CircuitState, NumberKey } from "../scene/model.js";
import { nodeName, nodeWords } from "../scene/names.js";
import { formatValue } from "../scene/numbers.js";
import { shapeOf, shapeText } from "../scene/sentence-parts.js";
import { rowsLeftOut, type TableRow, tableRows } from "../scene/table.js";
import { restFrom } from "../scene/timeline.js";
import { controls } from "./controls.css.js";
import "./cover-slot.js";
import { tableStyles } from "./gate-table.css.js";
import { MatrixFields, matrixStyles } from "./gate-table-matrices.js";
import { LinkedWordsController, linkedParts, send } from "./linked-words.js";

const SHOWN_ENTRIES = 9;
const SHOWN_USERS = 12;
const EDITABLE_ENTRIES = 16;
/** Nobody reads a table while dragging; it follows when the hand rests. */
const REST = 150;

export class GateTable extends LitElement {
  static override properties = { state: { attribute: false }, level: {} };
  declare state: CircuitState | null;
  /** How covered numbers are answered. */
  declare level: "sign" | "number" | "expression";
  /** The slot that was answered or revealed here: its place keeps the focus. */
  #answered: NumberKey | null = null;
  #rest: ReturnType<typeof setTimeout> | null = null;

  constructor() {
    super();
    this.state = null;
    this.level = "number";
    new LocaleController(this);
    new LinkedWordsController(this);
  }

  static override styles = [controls, tableStyles, ...(IS_SITE ? [matrixStyles()] : [])];
  readonly #matrices = IS_SITE ? new MatrixFields(this) : null;

  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    const before = changed.get("state");
    const now = this.state;
    // In flight nothing in the table changes.
    if (changed.size === 1 && before && now && isSameRest(before, now)) return false;
    if (this.#rest !== null) clearTimeout(this.#rest);
    const waits = changed.size > 0 && this.hasUpdated && now !== null && now.dragged !== null;
    this.#rest = waits ? setTimeout(() => this.requestUpdate(), REST) : null;
    return !waits;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { state } = this;
    if (state === null) return nothing;
    const { explanation, time } = state;
    const of = explanation.steps?.length ?? 0;
    const output = nodeName(explanation, explanation.output.node);
    const leftOut = rowsLeftOut(state);
    return html`
      <div class="steps" role="group" aria-label=${msg("table-title")}>
        <button aria-disabled=${time <= 0} @click=${() => this.#go(-1)}>${msg("table-back")}</button>
        <button aria-disabled=${time >= of} @click=${() => this.#go(1)}>${msg("table-step")}</button>
        <small>${msg("table-position", { step: Math.ceil(time), of })}</small>
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label=${msg("table-title")}>
        <table @cover-reveal=${this.#remember} @cover-answer=${this.#remember}>
          <caption>
            ${msg("table-title")}
          </caption>
          <thead>
            <tr>
              <th scope="col">${msg("table-name")}</th>
              <th scope="col">${msg("table-rule")}</th>
              <th scope="col" class="number">${msg("table-value")}</th>
              <th scope="col" class="number">
                ${IS_SITE && isInForwardMode(this.state) ? msg("table-tangent", { along: alongName(explanation) }) : msg("table-gradient", { output })}
              </th>
              <th scope="col">${msg("table-used")}</th>
            </tr>
          </thead>
          <tbody>
            ${tableRows(state).map((row) => this.#row(row, state))}
          </tbody>
        </table>
      </div>
      ${leftOut > 0 ? html`<small>${msg("table-left-out", { count: leftOut })}</small>` : nothing}
    `;
  }

  #row(row: TableRow, { linked, selected }: CircuitState): TemplateResult {
    const { node, phase } = row;
    const classes = [phase === null ? "" : `is-${phase}`, node === linked ? "linked" : ""].join(" ");
    return html`<tr
      class=${classes}
      aria-current=${phase === null ? nothing : "step"}
      @focusin=${() => send(this, "node-link", { node })}
      @focusout=${() => send(this, "node-link", { node: null })}
    >
      <th scope="row">
        <button aria-pressed=${node === selected} @click=${() => send(this, "node-select", { node })}>${row.name}</button>
      </th>
      <td>${linkedParts(sentenceParts(row.rule), linked)}</td>
      <td class="number value">${this.#value(row)}</td>
      <td class="number gradient">${this.#gradient(row)}</td>
      <td>
        ${row.users.slice(0, SHOWN_USERS).map((user) => this.#user(user))}
        ${row.users.length > SHOWN_USERS ? html`<small>+${row.users.length - SHOWN_USERS}</small>` : nothing}
      </td>
    </tr>`;
  }

  #value(row: TableRow): unknown {
    const key: NumberKey = `value:${row.node}`;
    if (row.value === "covered") return this.#slot(key);
    if (row.value === null) return html`<span class="none">${msg("table-not-computed")}</span>`;
    if (row.isInput) return this.#fields(row, row.value);
    return this.#number(key, row.value, "table-value-of", row.node);
  }

  #gradient(row: TableRow): unknown {
    const key: NumberKey = `gradient:${row.node}`;
    if (row.gradient === "covered") return this.#slot(key);
    if (!row.hasGradient) return html`<span class="none">${msg("table-no-gradient")}</span>`;
    if (row.gradient === null) return html`<span class="none">${msg("table-not-computed")}</span>`;
    const { arrived, of } = row;
    const label = IS_SITE && isInForwardMode(this.state) ? "table-tangent-at" : "table-gradient-at";
    return html`${this.#number(key, row.gradient, label, row.node, arrived < of)}
    ${arrived < of ? html`<small>${msg("table-so-far", { arrived, of })}</small>` : nothing}`;
  }

  #number(key: NumberKey, value: Value, label: string, node: NodeId, incomplete = false): TemplateResult {
    const { explanation } = this.state as CircuitState;
    const [rows, columns] = shapeOf(value);
    const text = rows * columns > SHOWN_ENTRIES ? shapeText([rows, columns]) : formatValue(value);
    return html`<button
      class=${incomplete ? "incomplete" : ""}
      data-key=${key}
      @click=${() => send(this, "number-why", { key })}
    >
      <span class="visually-hidden">${sentenceText(message(label, { node: nodeWords(explanation, node) }))} </span>${text}
    </button>`;
  }

  #fields(row: TableRow, value: Value): TemplateResult {
    if (typeof value === "number") return this.#field(row, row.name, value, [0, 0]);
    const [rows, columns] = shapeOf(value);
    if (rows * columns > EDITABLE_ENTRIES)
      return html`${this.#number(`value:${row.node}`, value, "table-value-of", row.node)}
      ${this.#matrices?.render(row, value)}`;
    const name = (r: number, c: number) =>
      row.name + (columns === 1 ? `[${r}]` : rows === 1 ? `[${c}]` : `[${r}, ${c}]`);
    return html`<div class="entries" .style=${`--columns: ${columns}`}>
      ${value.map((entries, r) => entries.map((entry, c) => this.#field(row, name(r, c), entry, [r, c])))}
    </div>`;
  }

  #field(row: TableRow, name: string, value: number, entry: readonly [number, number]): TemplateResult {
    return html`<input
      type="number"
      step="any"
      aria-label=${msg("table-change", { node: name })}
      .value=${live(String(value))}
      @change=${(event: Event) => this.#change(event.target as HTMLInputElement, row.node, entry, value)}
    />`;
  }

  #slot(key: NumberKey): TemplateResult {
    return html`<cover-slot compact .explanation=${this.state?.explanation} .key=${key} level=${this.level}></cover-slot>`;
  }

  #user(node: NodeId): TemplateResult {
    const { explanation } = this.state as CircuitState;
    return html`<button @click=${() => send(this, "node-select", { node })}>${nodeName(explanation, node)}</button>`;
  }

  #change(field: HTMLInputElement, node: NodeId, entry: readonly [number, number], before: number): void {
    const value = field.valueAsNumber;
    if (Number.isFinite(value)) send(this, "input-change", { node, entry, value, gesture: "end" });
    else field.value = String(before);
  }

  /** At either end the button stays, disabled in name only: a disabled one would drop the focus. */
  #go(direction: 1 | -1): void {
    const { explanation, time } = this.state as CircuitState;
    const next = restFrom(explanation, time, direction);
    if (next !== time) send(this, "time-change", { time: next, playing: false });
  }

  #remember(event: CustomEvent<{ key: NumberKey }>): void {
    this.#answered = event.detail.key;
  }

  /** A slot that was filled gives its focus to the number that took its place. */
  protected override updated(): void {
    // in forward mode what stands in the place of gradients travels with the values
    if (IS_SITE) this.style.setProperty("--backward", isInForwardMode(this.state) ? "var(--forward)" : null);
    if (this.#answered === null || this.state?.covered.has(this.#answered)) return;
    (this.renderRoot.querySelector(`[data-key="${this.#answered}"]`) as HTMLElement | null)?.focus();
    this.#answered = null;
  }
}

function isInForwardMode(state: CircuitState | null): boolean {
  return state !== null && isForwardMode(state.explanation);
}

function isSameRest(before: CircuitState, now: CircuitState): boolean {
  return (
    before.explanation === now.explanation &&
    Math.floor(before.time) === Math.floor(now.time) &&
    Math.ceil(before.time) === Math.ceil(now.time) &&
    before.linked === now.linked &&
    before.selected === now.selected &&
    [...before.covered].join() === [...now.covered].join()
  );
}
customElements.define("gate-table", GateTable);

declare global {
  interface HTMLElementTagNameMap {
    "gate-table": GateTable;
  }
}

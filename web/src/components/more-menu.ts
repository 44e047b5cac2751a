/** What is seldom needed: which stage is the output, what the backward pass starts with, the table, reset. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import type { Explanation, Value } from "../engine/protocol.js";
import { LocaleController, msg } from "../locales/index.js";
import { IS_SITE } from "../product.js";
import type { MatrixLayout } from "../scene/model.js";
import { controls } from "./controls.css.js";
import * as icons from "./icons.js";
import "./pop-menu.js";

export interface MoreEvents {
  /** Null is the last stage. */
  "output-change": { output: string | null };
  /** Null is 1. */
  "start-change": { value: Value | null };
  "table-toggle": undefined;
  "circuit-reset": undefined;
}

export class MoreMenu extends LitElement {
  static override properties = {
    explanation: { attribute: false },
    output: {},
    start: { attribute: false },
    table: { type: Boolean },
    layout: { attribute: false },
  };
  declare explanation: Explanation | null;
  declare output: string | null;
  declare start: Value | null;
  /** Whether the table of all numbers is shown. */
  declare table: boolean;
  /** Of derivatives; null where the choice is none. */
  declare layout: MatrixLayout | null;

  constructor() {
    super();
    this.explanation = null;
    this.output = null;
    this.start = null;
    this.table = false;
    this.layout = null;
    new LocaleController(this);
  }

  static override styles = [
    controls,
    css`
      .menu {
        display: grid;
        gap: 16px;
        padding: 8px;
        min-inline-size: 240px;
      }
      label {
        display: grid;
        gap: 4px;
        font-size: 13px;
        color: var(--secondary);
      }
      select,
      input[type="text"] {
        font-size: 16px;
        color: var(--ink);
      }
      input[type="text"] {
        min-block-size: 36px;
        padding: 0 12px;
        box-sizing: border-box;
        border: 1px solid var(--line);
        border-radius: 8px;
        background: var(--paper);
      }
      label.check {
        display: flex;
        align-items: center;
        gap: 8px;
        font-size: 16px;
        color: var(--ink);
      }
      input[type="checkbox"] {
        inline-size: 20px;
        block-size: 20px;
        margin: 0;
        accent-color: var(--ink);
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`<pop-menu compact label=${msg("room-more")}>
      <span slot="icon">${icons.more}</span>
      <div class="menu">
        ${this.#outputs()} ${this.#start()}
        <label class="check">
          <input type="checkbox" .checked=${this.table} @change=${() => this.#send("table-toggle")} />
          ${msg("room-table")}
        </label>
        ${this.#layouts()}
        <button data-closes @click=${() => this.#send("circuit-reset")}>${msg("room-reset")}</button>
      </div>
    </pop-menu>`;
  }

  #outputs(): TemplateResult | typeof nothing {
    const stages = this.explanation?.graph.stages ?? [];
    const last = stages.at(-1);
    if (!last || stages.length < 2) return nothing;
    const choose = (event: Event) => {
      const name = (event.target as HTMLSelectElement).value;
      this.#send("output-change", { output: name === last.name ? null : name });
    };
    return html`<label>
      ${msg("room-output")}
      <select @change=${choose}>
        ${stages.map(
          ({ name }) => html`<option value=${name} ?selected=${name === (this.output ?? last.name)}>
            ${name === last.name ? msg("room-output-last", { name }) : name}
          </option>`,
        )}
      </select>
    </label>`;
  }

  #start(): TemplateResult | typeof nothing {
    const { explanation } = this;
    if (!explanation || typeof explanation.output.value !== "number") return nothing;
    const output = explanation.graph.nodes[explanation.output.node]?.name ?? "f";
    const start = typeof this.start === "number" ? this.start : 1;
    const change = (event: Event) => {
      const field = event.target as HTMLInputElement;
      const value = field.value.trim() === "" ? 1 : Number(field.value.replace("−", "-"));
      if (Number.isFinite(value)) this.#send("start-change", { value: value === 1 ? null : value });
      else field.value = String(start);
    };
    return html`<label>
      ${msg("room-start-value", { output })}
      <input type="text" inputmode="decimal" autocomplete="off" .value=${String(start)} @change=${change} />
      <span>${msg("room-start-hint")}</span>
    </label>`;
  }

  /** Where there are matrices: whether their derivatives stand as they do or turned over. */
  #layouts(): TemplateResult | typeof nothing {
    if (!IS_SITE || this.layout === null) return nothing;
    const change = (event: Event) => {
      const layout = (event.target as HTMLSelectElement).value as MatrixLayout;
      this.dispatchEvent(new CustomEvent("layout-change", { detail: { layout }, bubbles: true, composed: true }));
    };
    return html`<label>
      ${msg("room-layout")}
      <select @change=${change}>
        ${(["denominator", "numerator"] as const).map(
          (layout) =>
            html`<option value=${layout} ?selected=${layout === this.layout}>${msg(`room-layout-${layout}`)}</option>`,
        )}
      </select>
    </label>`;
  }

  #send<Name extends keyof MoreEvents>(type: Name, detail?: MoreEvents[Name]): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}
customElements.define("more-menu", MoreMenu);

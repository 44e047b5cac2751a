/** <number-field>: a number that is typed. What cannot be used is said below it and stays where it is; the last good number stays in use. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { LocaleController, msg } from "../locales/index.js";
import { formatNumber } from "../scene/numbers.js";
import { fieldText, typedNumber } from "../scene/typed.js";
import { controls } from "./controls.css.js";

export interface NumberFieldEvents {
  "number-change": { number: number };
}

export class NumberField extends LitElement {
  static override properties = {
    label: {},
    value: { attribute: false },
    least: { attribute: false },
    most: { attribute: false },
    whole: { type: Boolean },
    above: { type: Boolean },
    below: { type: Boolean },
    typed: { state: true },
  };
  declare label: string;
  declare value: number;
  declare least: number;
  declare most: number;
  /** Only whole numbers. */
  declare whole: boolean;
  /** Only numbers above the least. */
  declare above: boolean;
  /** Only numbers less than the most. */
  declare below: boolean;
  /** What was typed and cannot be used. */
  declare private typed: string | null;

  constructor() {
    super();
    this.label = "";
    this.value = 0;
    this.least = 0;
    this.most = 1;
    this.whole = false;
    this.above = false;
    this.below = false;
    this.typed = null;
    new LocaleController(this);
  }

  static override styles = [
    controls,
    css`
      :host {
        display: inline-grid;
        gap: 2px;
        inline-size: 8em;
      }
      label {
        font-size: 13px;
        color: var(--secondary);
      }
      input {
        box-sizing: border-box;
        inline-size: 100%;
        min-block-size: 40px;
        padding: 0 12px;
        border: 1px solid var(--wire);
        border-radius: 8px;
        background: var(--surface);
      }
      input[aria-invalid="true"] {
        border: 2px solid var(--error);
      }
      @media print {
        input {
          border-color: transparent;
          padding: 0;
        }
      }
      p {
        margin: 0;
        font-size: 13px;
        line-height: 18px;
        color: var(--error);
      }
    `,
  ];

  /** A number from elsewhere takes the place of what was typed. */
  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("value")) this.typed = null;
  }

  protected override render(): TemplateResult {
    const isWrong = this.typed !== null;
    return html`<label for="field">${this.label}</label>
      <input
        id="field"
        type="text"
        inputmode=${this.whole ? "numeric" : "decimal"}
        autocomplete="off"
        aria-invalid=${isWrong ? "true" : "false"}
        aria-describedby=${isWrong ? "problem" : nothing}
        .value=${live(this.typed ?? fieldText(this.value))}
        @change=${(event: Event) => this.#type((event.target as HTMLInputElement).value)}
      />
      ${isWrong ? html`<p id="problem" role="alert">${this.#problem()}</p>` : nothing}`;
  }

  #problem(): string {
    const kind = this.whole ? "whole" : this.above ? "above" : this.below ? "below" : "number";
    return msg(`field-${kind}`, { least: formatNumber(this.least), most: formatNumber(this.most) });
  }

  #type(typed: string): void {
    const number = typedNumber(typed);
    const { least, most, whole, above, below } = this;
    const isInside = number >= least && number <= most && !(above && number === least) && !(below && number === most);
    const isGood = isInside && (!whole || Number.isInteger(number));
    this.typed = isGood ? null : typed;
    if (isGood)
      this.dispatchEvent(new CustomEvent("number-change", { detail: { number }, bubbles: true, composed: true }));
  }
}
customElements.define("number-field", NumberField);

declare global {
  interface HTMLElementTagNameMap {
    "number-field": NumberField;
  }
}

/** <rate-slider>: a learning rate on an axis of powers of ten, or typed. What cannot be one is said at the field, and nothing is lost. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { LocaleController, msg } from "../locales/index.js";
import { typedNumber } from "../scene/typed.js";
import { controls } from "./controls.css.js";

export interface RateSliderEvents {
  "rate-change": { rate: number; gesture: "move" | "end" };
}

/** Places of the slider, 20 a power of ten. */
const PER_POWER = 20;
const LEAST = -3;
const MOST = 1;
const LARGEST = 1000;

export class RateSlider extends LitElement {
  static override properties = { rate: { type: Number }, name: {}, problem: { state: true } };
  declare rate: number;
  /** What the rate is called, when it is not the only one. */
  declare name: string;
  /** What was typed and is no rate. */
  declare private problem: string | null;

  constructor() {
    super();
    this.rate = 0.1;
    this.name = "";
    this.problem = null;
    new LocaleController(this);
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        max-inline-size: 420px;
      }
      .row {
        display: flex;
        align-items: center;
        gap: 12px;
      }
      label {
        font-weight: 600;
        white-space: nowrap;
      }
      .named {
        flex-wrap: wrap;
        row-gap: 0;
      }
      .named label {
        flex-basis: 100%;
        font-size: 13px;
        font-weight: 400;
        color: var(--secondary);
      }
      input[type="range"] {
        flex: 1;
        min-inline-size: 80px;
        min-block-size: 40px;
        accent-color: var(--ink);
      }
      input[type="text"] {
        inline-size: 84px;
        min-block-size: 40px;
        box-sizing: border-box;
        padding: 0 8px;
        border: 1px solid var(--wire);
        border-radius: 8px;
        background: var(--surface);
      }
      input[aria-invalid="true"] {
        border-color: var(--error);
      }
      @media print {
        input[type="range"] {
          display: none;
        }
        input[type="text"] {
          border-color: transparent;
          padding: 0;
        }
      }
      .problem {
        margin: 4px 0 0;
        font-size: 15px;
        color: var(--error);
      }
    `,
  ];

  protected override render(): TemplateResult {
    const name = this.name || msg("rate-name");
    return html`<div class="row ${this.name ? "named" : ""}">
        <label for="typed">${name}</label>
        <input
          type="range"
          aria-label=${msg("rate-slider", { name })}
          aria-valuetext=${String(this.rate)}
          min=${LEAST * PER_POWER}
          max=${MOST * PER_POWER}
          step="1"
          .value=${String(Math.round(Math.log10(this.rate) * PER_POWER))}
          @input=${(event: Event) => this.#slide(event, "move")}
          @change=${(event: Event) => this.#slide(event, "end")}
        />
        <input
          id="typed"
          type="text"
          inputmode="decimal"
          autocomplete="off"
          aria-invalid=${this.problem === null ? "false" : "true"}
          aria-describedby=${this.problem === null ? nothing : "problem"}
          .value=${live(this.problem ?? String(this.rate))}
          @change=${this.#type}
        />
      </div>
      ${this.problem === null ? nothing : html`<p class="problem" id="problem" role="alert">${msg("rate-problem")}</p>`}`;
  }

  #slide(event: Event, gesture: "move" | "end"): void {
    const place = Number((event.target as HTMLInputElement).value);
    this.#say(Number((10 ** (place / PER_POWER)).toPrecision(2)), gesture);
  }

  #type(event: Event): void {
    const typed = (event.target as HTMLInputElement).value;
    const rate = typedNumber(typed);
    if (rate > 0 && rate <= LARGEST) this.#say(rate, "end");
    else this.problem = typed;
  }

  #say(rate: number, gesture: "move" | "end"): void {
    this.problem = null;
    this.dispatchEvent(new CustomEvent("rate-change", { detail: { rate, gesture }, bubbles: true, composed: true }));
  }
}
customElements.define("rate-slider", RateSlider);

declare global {
  interface HTMLElementTagNameMap {
    "rate-slider": RateSlider;
  }
}

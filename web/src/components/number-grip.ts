/**
 * <number-grip>: one number that is typed, nudged by arrow keys, or dragged sideways by its grip. What is no number stays in the field,
 * which says so.
 */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { LocaleController, msg } from "../locales/index.js";
import { adjusted } from "../scene/adjust.js";
import { fieldText, typedNumber } from "../scene/typed.js";
import { controls } from "./controls.css.js";
import { type Gesture, SidewaysDrag } from "./sideways-drag.js";

export interface NumberGripEvents {
  "number-change": { value: number; gesture: Gesture };
}

const SHOWN_DIGITS = 4;

export class NumberGrip extends LitElement {
  static override properties = {
    value: { attribute: false },
    name: {},
    quiet: { type: Boolean },
    problem: { state: true },
    isWhole: { state: true },
  };
  declare value: number;
  /** What the number is called. */
  declare name: string;
  /** Without a label that is seen. */
  declare quiet: boolean;
  /** What was typed and is no number. */
  declare private problem: string | null;
  /** Whether all digits are shown: while the hand is in the field. */
  declare private isWhole: boolean;
  readonly #drag = new SidewaysDrag((value, gesture) => this.#say(value, gesture));

  constructor() {
    super();
    this.value = 0;
    this.name = "";
    this.quiet = false;
    this.problem = null;
    this.isWhole = false;
    new LocaleController(this);
  }

  static override styles = [
    controls,
    css`
      :host {
        display: inline-grid;
        position: relative;
      }
      label {
        font-size: 13px;
        color: var(--secondary);
      }
      .row {
        display: flex;
        align-items: center;
      }
      input {
        box-sizing: border-box;
        inline-size: 9ch;
        min-block-size: 32px;
        padding: 0 6px;
        border: 1px solid var(--line);
        border-start-end-radius: 6px;
        border-end-end-radius: 6px;
        background: var(--surface);
        color: var(--forward);
        text-align: end;
      }
      input[aria-invalid="true"] {
        border: 2px solid var(--error);
      }
      .grip {
        align-self: stretch;
        inline-size: 14px;
        border: 1px solid var(--line);
        border-inline-end: 0;
        border-start-start-radius: 6px;
        border-end-start-radius: 6px;
        background: radial-gradient(circle, var(--wire) 1.2px, transparent 1.6px) center / 5px 6px;
        cursor: ew-resize;
        touch-action: none;
      }
      .problem {
        margin: 2px 0 0;
        font-size: 13px;
        color: var(--error);
        max-inline-size: 24ch;
      }
      @media (pointer: coarse) {
        input {
          min-block-size: 44px;
        }
        .grip {
          inline-size: 28px;
        }
      }
      @media print {
        .grip {
          display: none;
        }
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`<label for="typed" class=${this.quiet ? "visually-hidden" : ""}>${this.name}</label>
      <div class="row">
        <span
          class="grip"
          aria-hidden="true"
          title=${msg("number-drag")}
          @pointerdown=${this.#down}
          @pointermove=${this.#drag.move}
          @pointerup=${this.#drag.end}
          @pointercancel=${this.#drag.end}
        ></span>
        <input
          id="typed"
          type="text"
          inputmode="decimal"
          autocomplete="off"
          aria-invalid=${this.problem === null ? "false" : "true"}
          aria-describedby=${this.problem === null ? nothing : "problem"}
          .value=${live(this.problem ?? this.#text)}
          @focus=${this.#enter}
          @blur=${() => (this.isWhole = false)}
          @change=${this.#type}
          @keydown=${this.#key}
        />
      </div>
      ${this.problem === null ? nothing : html`<p class="problem" id="problem" role="alert">${msg("number-problem")}</p>`}`;
  }

  get #text(): string {
    return fieldText(this.isWhole ? this.value : Number(this.value.toPrecision(SHOWN_DIGITS)));
  }

  /** At once, since whoever has come here types the next moment. */
  #enter(event: Event): void {
    const input = event.target as HTMLInputElement;
    this.isWhole = true;
    if (this.problem !== null) return;
    input.value = this.#text;
    input.select();
  }

  #type(event: Event): void {
    const typed = (event.target as HTMLInputElement).value;
    const value = typedNumber(typed);
    if (Number.isFinite(value)) this.#say(value, "end");
    else this.problem = typed;
  }

  #key(event: KeyboardEvent): void {
    const steps = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
    if (steps === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.#say(adjusted(this.value, steps), "end");
  }

  #down(event: PointerEvent): void {
    event.preventDefault();
    this.#drag.begin(event, this.value);
  }

  #say(value: number, gesture: Gesture): void {
    this.problem = null;
    this.dispatchEvent(new CustomEvent("number-change", { detail: { value, gesture }, bubbles: true, composed: true }));
  }
}
customElements.define("number-grip", NumberGrip);

declare global {
  interface HTMLElementTagNameMap {
    "number-grip": NumberGrip;
  }
}

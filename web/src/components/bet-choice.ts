/** <bet-choice>: a question with a few answers, of which one is chosen before anything is shown. Afterwards it says which one it was. */
import { css, html, LitElement, type TemplateResult } from "lit";
import { LocaleController } from "../locales/index.js";
import { controls } from "./controls.css.js";

export interface BetChoiceEvents {
  "bet-place": { bet: string };
}

export class BetChoice extends LitElement {
  static override properties = { question: {}, options: { attribute: false }, bet: { attribute: false } };
  declare question: string;
  declare options: readonly { name: string; text: string }[];
  /** What was chosen. */
  declare bet: string | null;

  constructor() {
    super();
    this.question = "";
    this.options = [];
    this.bet = null;
    new LocaleController(this);
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        margin-block-end: 16px;
      }
      p {
        margin: 0 0 8px;
        font-size: 18px;
        line-height: 28px;
        max-inline-size: 62ch;
      }
      div {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      button {
        min-block-size: 44px;
        padding: 8px 16px;
        white-space: normal;
        text-align: start;
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`<p id="question">${this.question}</p>
      <div role="group" aria-labelledby="question">
        ${this.options.map(
          ({ name, text }) => html`<button
            aria-pressed=${this.bet === name ? "true" : "false"}
            ?disabled=${this.bet !== null && this.bet !== name}
            @click=${() => this.#place(name)}
          >
            ${text}
          </button>`,
        )}
      </div>`;
  }

  #place(bet: string): void {
    if (this.bet !== null) return;
    this.dispatchEvent(new CustomEvent("bet-place", { detail: { bet }, bubbles: true, composed: true }));
  }
}
customElements.define("bet-choice", BetChoice);

declare global {
  interface HTMLElementTagNameMap {
    "bet-choice": BetChoice;
  }
}

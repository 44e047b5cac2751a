/** <guess-box>: one question and its choices. A guess opens what was asked; a wrong one is explained, never scored. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { LocaleController, msg } from "../locales/index.js";
import { controls } from "./controls.css.js";
import * as icons from "./icons.js";

export interface Choice {
  name: string;
  text: string;
}
export interface GuessBoxEvents {
  guess: { choice: string };
}

export class GuessBox extends LitElement {
  static override properties = {
    question: {},
    choices: { attribute: false },
    right: {},
    guess: {},
    disabled: { type: Boolean },
  };
  declare question: string;
  declare choices: readonly Choice[];
  /** By name: the one that is true, and the one that was made, empty before. */
  declare right: string;
  declare guess: string;
  declare disabled: boolean;

  constructor() {
    super();
    this.question = "";
    this.choices = [];
    this.right = "";
    this.guess = "";
    this.disabled = false;
    new LocaleController(this);
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      fieldset {
        border: 0;
        margin: 0;
        padding: 0;
        min-inline-size: 0;
      }
      legend {
        padding: 0;
        margin-block-end: 12px;
        font-size: 18px;
        line-height: 28px;
        font-weight: 600;
        max-inline-size: 90ch;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
        display: grid;
        gap: 8px;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr));
        align-items: stretch;
      }
      li {
        display: grid;
      }
      button {
        white-space: normal;
        text-align: start;
        justify-content: flex-start;
        padding: 8px 12px;
      }
      .made {
        display: flex;
        gap: 8px;
        align-items: center;
        padding: 8px 12px;
        border: 1px dashed var(--line);
        border-radius: 8px;
        color: var(--secondary);
      }
      .right {
        border: 2px solid var(--ink);
        color: var(--ink);
        font-weight: 600;
      }
      .yours {
        margin-inline-start: auto;
        font-size: 13px;
        font-weight: 400;
        white-space: nowrap;
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`<fieldset>
      <legend>${this.question}</legend>
      <ul>
        ${this.choices.map((choice) => html`<li>${this.guess === "" ? this.#open(choice) : this.#made(choice)}</li>`)}
      </ul>
    </fieldset>`;
  }

  #open({ name, text }: Choice): TemplateResult {
    return html`<button ?disabled=${this.disabled} @click=${() => this.#choose(name)}>${text}</button>`;
  }

  #made({ name, text }: Choice): TemplateResult {
    const isRight = name === this.right;
    const note = name === this.guess ? msg("start-yours") : "";
    return html`<div class="made ${isRight ? "right" : ""}">
      ${isRight ? html`${icons.check}<span class="visually-hidden">${msg("start-true")}</span>` : nothing}
      <span>${text}</span> ${note === "" ? nothing : html`<span class="yours">${note}</span>`}
    </div>`;
  }

  #choose(choice: string): void {
    this.dispatchEvent(new CustomEvent("guess", { detail: { choice }, bubbles: true, composed: true }));
  }
}
customElements.define("guess-box", GuessBox);

declare global {
  interface HTMLElementTagNameMap {
    "guess-box": GuessBox;
  }
}

/** A covered number: a place to type it, to see it, and what was said of the answer. */
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Explanation } from "../engine/protocol.js";
import { LocaleController, msg } from "../locales/index.js";
import { sentenceParts, sentenceText } from "../locales/words.js";
import { keyWords } from "../scene/keys.js";
import { type Message, message } from "../scene/message.js";
import type { NumberKey } from "../scene/model.js";
import { controls } from "./controls.css.js";
import { LinkedWordsController, linkedParts, send } from "./linked-words.js";

export class CoverSlot extends LitElement {
  static override properties = {
    explanation: { attribute: false },
    key: { attribute: false },
    level: {},
    verdict: { attribute: false },
    compact: { type: Boolean, reflect: true },
  };
  declare explanation: Explanation | null;
  declare key: NumberKey | null;
  declare level: "sign" | "number" | "expression";
  /** What the last answer was worth; null before there is one. */
  declare verdict: { outcome: "right" | "wrong" | "unreadable"; message: Message } | null;
  /** The field alone, as it stands in a table or in the picture; the question is its accessible name. */
  declare compact: boolean;

  constructor() {
    super();
    this.explanation = null;
    this.key = null;
    this.level = "number";
    this.verdict = null;
    this.compact = false;
    new LocaleController(this);
    new LinkedWordsController(this);
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        margin: 0;
      }
      :host(:not([compact])) form {
        justify-content: center;
      }
      label {
        font-weight: 600;
      }
      input {
        inline-size: 12ch;
        min-block-size: 36px;
        box-sizing: border-box;
        padding: 0 8px;
        border: 2px dotted var(--wire);
        border-radius: 8px;
        background: var(--paper);
      }
      :host([compact]) input {
        inline-size: 8ch;
      }
      .expression input {
        inline-size: 20ch;
      }
      output {
        flex-basis: 100%;
        text-align: center;
      }
      :host([compact]) output {
        text-align: start;
      }
      output:empty {
        display: none;
      }
      :host([compact]) form {
        justify-content: end;
        flex-wrap: nowrap;
      }
      .right {
        font-weight: 600;
      }
    `,
  ];

  protected override render(): TemplateResult | typeof nothing {
    if (this.explanation === null || this.key === null) return nothing;
    const { id, args } = keyWords(this.explanation, this.key);
    const question = message(`cover-ask-${id}`, args);
    const turn = message("cover-turn", { question });
    return html`<form class=${this.level} @submit=${this.#submit} autocomplete="off">
      ${this.compact ? nothing : html`<label for="answer">${linkedParts(sentenceParts(turn), null)}</label>`}
      ${this.level === "sign" ? this.#signs(sentenceText(question)) : this.#field(sentenceText(question))}
      <button type="button" class="quiet" @click=${this.#reveal}>${msg("cover-reveal")}</button>
      <output for="answer" aria-live="off">${this.#feedback()}</output>
    </form>`;
  }

  #field(question: string): TemplateResult {
    return html`<input
        id="answer"
        name="answer"
        aria-label=${this.compact ? question : nothing}
        placeholder=${this.compact ? "?" : msg(`cover-hint-${this.level}`)}
        autocapitalize="none"
        spellcheck="false"
        aria-invalid=${this.verdict?.outcome === "wrong" ? "true" : nothing}
      />
      ${this.compact ? nothing : html`<button type="submit">${msg("cover-check")}</button>`}`;
  }

  #signs(question: string): TemplateResult {
    const signs = [
      ["+", "cover-positive"],
      ["−", "cover-negative"],
      ["0", "cover-zero"],
    ] as const;
    return html`<div role="group" id="answer" aria-label=${question}>
      ${signs.map(
        ([
          sign,
          name,
        ]) => html`<button type="button" class="icon" aria-label=${msg(name)} @click=${() => this.#answer(sign)}>
          ${sign}
        </button>`,
      )}
    </div>`;
  }

  #feedback(): unknown {
    if (this.verdict === null) return nothing;
    return html`<span class=${this.verdict.outcome}>${linkedParts(sentenceParts(this.verdict.message), null)}</span>`;
  }

  /** Another number has another answer. */
  protected override updated(changed: PropertyValues): void {
    if (!changed.has("key") || changed.get("key") === undefined) return;
    const field = this.renderRoot.querySelector("input");
    if (field) field.value = "";
  }

  override focus(options?: FocusOptions): void {
    (this.renderRoot.querySelector("input, button") as HTMLElement | null)?.focus(options);
  }

  /** Enter on an empty field shows the number. */
  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const text = this.renderRoot.querySelector("input")?.value.trim() ?? "";
    if (text === "") this.#reveal();
    else this.#answer(text);
  }

  #answer(text: string): void {
    if (this.key !== null) send(this, "cover-answer", { key: this.key, text });
  }

  #reveal(): void {
    if (this.key !== null) send(this, "cover-reveal", { key: this.key });
  }
}
customElements.define("cover-slot", CoverSlot);

declare global {
  interface HTMLElementTagNameMap {
    "cover-slot": CoverSlot;
  }
}

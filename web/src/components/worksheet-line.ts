/** A line of the worksheet whose gaps are fields: Enter checks, an empty Enter reveals, and why an answer is wrong stands below it. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { LocaleController, msg } from "../locales/index.js";
import { sentenceText } from "../locales/words.js";
import type { Gap, GapId, GapState, WorksheetChange } from "../state/worksheet.js";
import { controls } from "./controls.css.js";
import { send } from "./linked-words.js";

export interface GapEvents {
  "worksheet-change": { change: WorksheetChange };
}

export class WorksheetLine extends LitElement {
  static override properties = {
    gaps: { attribute: false },
    states: { attribute: false },
  };
  /** Those of the line. */
  declare gaps: readonly Gap[];
  declare states: ReadonlyMap<GapId, GapState>;

  constructor() {
    super();
    this.gaps = [];
    this.states = new Map();
    new LocaleController(this);
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        font: inherit;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
        margin: 0;
        padding-block: 3px;
      }
      input {
        box-sizing: border-box;
        min-block-size: 30px;
        inline-size: 18ch;
        max-inline-size: 100%;
        padding: 0 8px;
        border: 2px dotted var(--wire);
        border-radius: 8px;
        background: var(--paper);
        font: inherit;
        line-height: 24px;
      }
      .operator {
        inline-size: 5ch;
        text-align: center;
      }
      input[aria-invalid] {
        border-style: solid;
        border-color: var(--error);
      }
      .filled {
        color: var(--backward);
        font-weight: 600;
      }
      .said {
        margin: 0 0 8px;
        max-inline-size: 52ch;
        font: 15px/22px system-ui, sans-serif;
        white-space: normal;
      }
      .said button {
        min-block-size: 28px;
        padding: 0 8px;
        font: inherit;
        text-decoration: underline;
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`<form @submit=${this.#submit} autocomplete="off">
        <span>${this.gaps[0]?.name}</span>${this.gaps.map((gap) => this.#gap(gap))}
        <button type="submit" class="visually-hidden" tabindex="-1">${msg("cover-check")}</button>
      </form>
      ${this.gaps.map((gap) => this.#said(gap))}`;
  }

  #gap({ id, name, isOperator }: Gap): TemplateResult {
    const { filled = null, verdict = null } = this.states.get(id) ?? {};
    if (filled !== null) return html`<span class="filled">${filled}</span>`;
    const kind = isOperator ? "operator" : "contribution";
    return html`<input
      id=${id}
      class=${kind}
      aria-label=${msg(`code-gap-${kind}`, { name })}
      placeholder=${isOperator ? "?" : msg("code-gap-hint")}
      autocapitalize="none"
      spellcheck="false"
      aria-invalid=${verdict?.outcome === "wrong" ? "true" : nothing}
      aria-describedby=${verdict ? `said-${id}` : nothing}
      @keydown=${(event: KeyboardEvent) => this.#key(event, id)}
    />`;
  }

  #said({ id, key }: Gap): TemplateResult | typeof nothing {
    const { filled = null, verdict = null } = this.states.get(id) ?? {};
    if (verdict === null || filled !== null) return nothing;
    return html`<p class="said" id="said-${id}">
      ${sentenceText(verdict.message)}
      ${
        verdict.outcome === "wrong"
          ? html`<button type="button" class="quiet" @click=${() => send(this, "number-why", { key })}>${msg("cover-why")}</button>`
          : nothing
      }
    </p>`;
  }

  /** The first gap that is still open. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector("input")?.focus(options);
  }

  #key(event: KeyboardEvent, gap: GapId): void {
    event.stopPropagation();
    if (event.key !== "Enter") return;
    event.preventDefault();
    this.#answer(gap, (event.target as HTMLInputElement).value);
  }

  /** On a phone the keyboard's own key sends the form. */
  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const field =
      this.renderRoot.querySelector<HTMLInputElement>("input:focus") ?? this.renderRoot.querySelector("input");
    if (field) this.#answer(field.id as GapId, field.value);
  }

  #answer(gap: GapId, text: string): void {
    const detail = { change: { gap, text } };
    this.dispatchEvent(new CustomEvent("worksheet-change", { detail, bubbles: true, composed: true }));
  }
}
customElements.define("worksheet-line", WorksheetLine);

declare global {
  interface HTMLElementTagNameMap {
    "worksheet-line": WorksheetLine;
  }
}

/** Stands in the room while a bug is planted, so that nobody takes its gradients for right ones. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import type { Explanation } from "../engine/protocol.js";
import { LocaleController, msg } from "../locales/index.js";
import type { BugCommand } from "./bug-panel.js";
import { bugWords } from "./bug-words.js";
import { controls } from "./controls.css.js";

export class BugBanner extends LitElement {
  static override properties = {
    explanation: { attribute: false },
    secret: { type: Boolean },
  };
  declare explanation: Explanation | null;
  /** What it is is for the reader to find out. */
  declare secret: boolean;

  constructor() {
    super();
    this.explanation = null;
    this.secret = false;
    new LocaleController(this);
  }

  static override styles = [
    controls,
    css`
      :host {
        grid-column: 1 / -1;
      }
      .banner {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 4px 16px;
        padding: 8px 8px 8px 12px;
        border: 2px dashed var(--error);
        border-radius: 8px;
      }
      strong {
        color: var(--error);
      }
      p {
        margin: 0;
        flex: 1 1 240px;
        font-size: 15px;
      }
      svg {
        inline-size: 18px;
        block-size: 18px;
        vertical-align: -3px;
        margin-inline-end: 4px;
        color: var(--error);
      }
    `,
  ];

  /** The status is there before there is anything to say, so that what appears in it is spoken. */
  protected override render(): TemplateResult {
    const { explanation } = this;
    const bug = explanation?.bug;
    return html`<div role="status">${
      explanation && bug
        ? html`<div class="banner">
      <p>
        ${beetle()}<strong>${msg("bug-banner")}</strong>
        ${this.secret ? nothing : bugWords(explanation, bug)}
      </p>
      <button @click=${() => this.#remove()}>${msg("bug-remove")}</button>
    </div>`
        : nothing
    }</div>`;
  }

  /** Its button goes with it: the keyboard goes on from the room. */
  #remove(): void {
    const root = this.getRootNode();
    if (root instanceof ShadowRoot && root.host instanceof HTMLElement) root.host.focus();
    const command: BugCommand = { do: "remove" };
    this.dispatchEvent(new CustomEvent("bug-command", { detail: command, bubbles: true, composed: true }));
  }
}

function beetle(): TemplateResult {
  return html`<svg viewBox="0 0 20 20" aria-hidden="true">
    <ellipse cx="10" cy="12" rx="4.5" ry="6" />
    <path d="M10 6v12M7 7a3 3 0 0 1 6 0M5.5 12H2M14.5 12H18M6.5 8 3.5 6M13.5 8l3-2M6.5 16l-3 2M13.5 16l3 2" />
  </svg>`;
}
customElements.define("bug-banner", BugBanner);

declare global {
  interface HTMLElementTagNameMap {
    "bug-banner": BugBanner;
  }
}

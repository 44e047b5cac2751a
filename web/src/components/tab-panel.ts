/**
 * Three tabs and the panel of the chosen one, closed until asked for: beside the picture where there is room, under it
 * where there is less, a sheet over the lower part of a phone. The content of tab `why` is slotted as `why`.
 */
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { LocaleController, msg } from "../locales/index.js";
import { controls } from "./controls.css.js";
import * as icons from "./icons.js";

export type Tab = "why" | "code" | "check";
const TABS: readonly Tab[] = ["why", "code", "check"];

export interface TabEvents {
  "tab-change": { tab: Tab | null };
}

export class TabPanel extends LitElement {
  static override properties = { open: {}, form: { reflect: true } };
  declare open: Tab | null;
  declare form: "column" | "below" | "sheet";
  #focusAfterUpdate = false;

  constructor() {
    super();
    this.open = null;
    this.form = "below";
    new LocaleController(this);
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        min-inline-size: 0;
      }
      .head,
      [role="tablist"] {
        display: flex;
        gap: 4px;
      }
      [role="tablist"] {
        flex-wrap: wrap;
      }
      [role="tab"] {
        border-color: transparent;
        background: none;
        border-radius: 8px;
        padding-inline: 16px;
        color: var(--secondary);
      }
      [role="tab"][aria-selected="true"] {
        color: var(--ink);
        font-weight: 600;
        background: var(--surface);
        border-color: var(--line);
      }
      .close {
        margin-inline-start: auto;
      }
      [role="tabpanel"] {
        margin-block-start: 8px;
        padding: 16px;
        border: 1px solid var(--line);
        border-radius: 12px;
        background: var(--surface);
        min-block-size: 120px;
      }
      :host([form="column"]) [role="tabpanel"] {
        max-block-size: calc(100vh - 160px);
        overflow: auto;
        box-sizing: border-box;
      }
      :host([form="sheet"]) .sheet {
        position: fixed;
        z-index: 3;
        inset: auto 0 0 0;
        block-size: 60vh;
        padding: 8px 16px 16px;
        display: flex;
        flex-direction: column;
        background: var(--surface);
        border-block-start: 1px solid var(--line);
        border-radius: 12px 12px 0 0;
        box-shadow: 0 -8px 32px rgb(0 0 0 / 22%);
      }
      :host([form="sheet"]) .sheet [role="tabpanel"] {
        border: 0;
        padding: 8px 0 0;
        overflow: auto;
        flex: 1;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { open } = this;
    return html`<section class=${open ? "sheet" : ""} aria-labelledby="title" @keydown=${this.#escape}>
      <h2 id="title" class="visually-hidden">${msg("room-panel")}</h2>
      <div class="head">
        <div role="tablist" aria-labelledby="title" @keydown=${this.#key}>
          ${TABS.map((tab, index) => this.#tab(tab, index))}
        </div>
        ${
          open
            ? html`<button class="icon quiet close" aria-label=${msg("room-close")} title=${msg("room-close")} @click=${() => this.#choose(null)}>
                ${icons.close}
              </button>`
            : nothing
        }
      </div>
      ${
        open
          ? html`<div role="tabpanel" id="panel" tabindex="-1" aria-labelledby="tab-${open}"><slot name=${open}></slot></div>`
          : nothing
      }
    </section>`;
  }

  #tab(tab: Tab, index: number): TemplateResult {
    const isOpen = tab === this.open;
    const isReachable = isOpen || (this.open === null && index === 0);
    return html`<button
      role="tab"
      id="tab-${tab}"
      aria-selected=${isOpen}
      aria-controls=${isOpen ? "panel" : nothing}
      tabindex=${isReachable ? 0 : -1}
      @click=${() => this.#choose(isOpen ? null : tab)}
    >
      ${msg(`room-tab-${tab}`)}
    </button>`;
  }

  #choose(tab: Tab | null): void {
    this.dispatchEvent(new CustomEvent("tab-change", { detail: { tab }, bubbles: true, composed: true }));
  }

  #key(event: KeyboardEvent): void {
    const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (move === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const focused = TABS.findIndex((tab) => `tab-${tab}` === (event.target as HTMLElement).id);
    this.#focusAfterUpdate = true;
    this.#choose(TABS[(focused + move + TABS.length) % TABS.length] as Tab);
  }

  #escape(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !this.open) return;
    event.stopPropagation();
    this.#focusAfterUpdate = true;
    this.#choose(null);
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has("open") || !this.#focusAfterUpdate) return;
    this.#focusAfterUpdate = false;
    (this.renderRoot.querySelector("[role=tab][tabindex='0']") as HTMLElement | null)?.focus();
  }
}
customElements.define("tab-panel", TabPanel);

declare global {
  interface HTMLElementTagNameMap {
    "tab-panel": TabPanel;
  }
}

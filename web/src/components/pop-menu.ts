/** A button and what unfolds under it: a native popover, so Escape, clicks elsewhere and the top layer come for free. */
import { css, html, LitElement, type TemplateResult } from "lit";
import { controls } from "./controls.css.js";
import * as icons from "./icons.js";

export class PopMenu extends LitElement {
  static override properties = { label: {}, compact: { type: Boolean }, open: { state: true } };
  declare label: string;
  /** Shows the icon alone; the label stays its accessible name. */
  declare compact: boolean;
  declare open: boolean;

  constructor() {
    super();
    this.label = "";
    this.compact = false;
    this.open = false;
    this.addEventListener("click", (event) => this.#chosen(event));
  }

  static override styles = [
    controls,
    css`
      :host {
        display: inline-block;
      }
      [popover] {
        position: fixed;
        inset: auto;
        margin: 0;
        padding: 8px;
        max-inline-size: min(420px, calc(100vw - 16px));
        max-block-size: min(70vh, 640px);
        overflow: auto;
        overscroll-behavior: contain;
        border: 1px solid var(--line);
        border-radius: 12px;
        background: var(--surface);
        color: var(--ink);
        box-shadow: 0 8px 32px rgb(0 0 0 / 18%);
      }
      ::slotted([slot="icon"]),
      .chevron {
        display: inline-flex;
      }
      .chevron svg {
        inline-size: 14px;
        block-size: 14px;
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`
      <button
        class=${this.compact ? "icon" : ""}
        aria-expanded=${this.open}
        aria-label=${this.label}
        title=${this.compact ? this.label : ""}
        @click=${this.#toggle}
      >
        <slot name="icon"></slot>
        ${this.compact ? "" : html`<span>${this.label}</span><span class="chevron">${icons.chevron}</span>`}
      </button>
      <div popover @toggle=${this.#toggled}><slot></slot></div>
    `;
  }

  get #popover(): HTMLElement {
    return this.renderRoot.querySelector("[popover]") as HTMLElement;
  }

  close(): void {
    this.#popover.hidePopover();
  }

  #toggle(): void {
    if (this.open) return this.close();
    this.#popover.showPopover();
    this.#place();
    this.dispatchEvent(new Event("menu-open"));
  }

  #toggled(event: ToggleEvent): void {
    this.open = event.newState === "open";
  }

  /** A click on anything marked so closes the menu. */
  #chosen(event: Event): void {
    const closes = event
      .composedPath()
      .some((target) => target instanceof HTMLElement && target.hasAttribute("data-closes"));
    if (closes) this.close();
  }

  /** Under the button, inside the window. */
  #place(): void {
    const button = (this.renderRoot.querySelector("button") as HTMLElement).getBoundingClientRect();
    const menu = this.#popover;
    const { width, height } = menu.getBoundingClientRect();
    const rightmost = document.documentElement.clientWidth - width - 8;
    // flush with one side of its button, the left one if it can
    const left = button.left <= rightmost ? button.left : button.right - width;
    const under = button.bottom + 4;
    const fits = under + height <= window.innerHeight - 8;
    menu.style.left = `${Math.max(8, Math.min(left, rightmost))}px`;
    menu.style.top = `${fits ? under : Math.max(8, Math.min(button.top - height - 4, window.innerHeight - height - 8))}px`;
  }
}
customElements.define("pop-menu", PopMenu);

/** <page-frame>: what every page has around its room: the way to the other rooms, settings, the footer. Tools go into slot "tools". */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { LocaleController, msg } from "../locales/index.js";
import { addressOf } from "../scene/addresses.js";
import type { Settings } from "../state/settings.js";
import { controls } from "./controls.css.js";
import "./settings-menu.js";

/** Each room by name, and where it lies below the site's first page. */
const ROOMS = { circuit: "", labs: "labs/", reference: "reference/" };
export type RoomName = keyof typeof ROOMS;

export class PageFrame extends LitElement {
  static override properties = { room: {}, root: {}, skip: {}, settings: { attribute: false } };
  declare room: RoomName;
  /** The way from this page to the site's first one: `./`, `../`. */
  declare root: string;
  /** Label of the button that skips to the room; it sends `skip`. */
  declare skip: string;
  declare settings: Settings | null;

  constructor() {
    super();
    this.room = "circuit";
    this.root = "./";
    this.skip = "";
    this.settings = null;
    new LocaleController(this);
  }

  static override styles = [
    controls,
    css`
      :host {
        --page-margin: clamp(12px, 2.5vw, 32px);
        display: grid;
        grid-template: auto 1fr auto / minmax(0, 1fr);
        min-block-size: 100vh;
        background: var(--paper);
      }
      header,
      footer {
        display: flex;
        align-items: center;
        gap: 8px 16px;
        padding: 8px var(--page-margin);
      }
      header {
        border-block-end: 1px solid var(--line);
      }
      .brand {
        margin: 0;
        display: flex;
        font-size: 18px;
        font-weight: 600;
        line-height: 1;
      }
      header a {
        color: inherit;
        text-decoration: none;
        display: inline-flex;
        align-items: center;
        gap: 8px;
      }
      .brand svg {
        inline-size: 28px;
        block-size: 28px;
      }
      nav {
        flex: 1;
        display: flex;
        gap: 4px;
      }
      nav a {
        min-block-size: 36px;
        padding-inline: 12px;
        border-radius: 8px;
      }
      nav a[aria-current] {
        font-weight: 600;
        box-shadow: inset 0 -2px 0 var(--ink);
        border-radius: 0;
      }
      main {
        padding: 16px var(--page-margin);
        min-inline-size: 0;
      }
      footer {
        font-size: 13px;
        color: var(--secondary);
      }
      .skip {
        position: absolute;
        inset-inline-start: 8px;
        inset-block-start: 8px;
        z-index: 4;
      }
      .skip:not(:focus) {
        clip-path: inset(50%);
        pointer-events: none;
      }
      @media (max-width: 599px) {
        header {
          gap: 4px;
          padding-block: 2px;
          border: 0;
        }
        /* the mark alone is the brand where the rooms need its place */
        .brand span {
          position: absolute;
          clip-path: inset(50%);
        }
        /* names that are too long for one line take two, rather than push the menus off the screen */
        nav {
          flex-wrap: wrap;
          min-inline-size: 0;
        }
        nav a {
          padding-inline: 8px;
          overflow-wrap: anywhere;
        }
        main {
          padding-block: 4px;
        }
        footer {
          display: none;
        }
      }
      @media (max-width: 359px) {
        header {
          gap: 2px;
          padding-inline: 8px 12px;
        }
        .brand svg {
          inline-size: 24px;
        }
        nav {
          gap: 0;
        }
        nav a {
          padding-inline: 3px;
          font-size: 14px;
        }
      }
      @media print {
        header,
        footer {
          display: none;
        }
        main {
          padding: 0;
        }
      }
    `,
  ];

  /** Drawn at once: the room inside is connected next, and asks how wide it is. */
  override connectedCallback(): void {
    super.connectedCallback();
    this.performUpdate();
  }

  protected override render(): TemplateResult {
    return html`
      <button class="skip" @click=${this.#skip}>${this.skip}</button>
      <header>
        ${this.#brand()}
        <nav aria-label=${msg("room-nav")}>${(Object.keys(ROOMS) as RoomName[]).map((room) => this.#link(room))}</nav>
        <slot name="tools"></slot>
        <settings-menu ?general=${this.room !== "circuit"} .settings=${this.settings} .languages=${languages()}></settings-menu>
      </header>
      <main><slot></slot></main>
      <footer><span>${msg("room-footer")}</span></footer>
    `;
  }

  /** The first page is called after the product; others have a heading of their own. */
  #brand(): TemplateResult {
    const link = html`<a href=${addressOf(this.root, "")}
      ><svg viewBox="0 0 28 28" aria-hidden="true">
        <path d="M2 8h7M2 20h7M16 14h10" />
        <path d="M9 8l5 4M9 20l5-4" />
        <circle cx="16" cy="14" r="4.5" />
      </svg>
      <span>${msg("room-title")}</span></a
    >`;
    return this.room === "circuit" ? html`<h1 class="brand">${link}</h1>` : html`<div class="brand">${link}</div>`;
  }

  #link(room: RoomName): TemplateResult {
    const current = room === this.room ? "page" : nothing;
    return html`<a href=${addressOf(this.root, ROOMS[room])} aria-current=${current}>${msg(`room-nav-${room}`)}</a>`;
  }

  #skip(): void {
    this.dispatchEvent(new CustomEvent("skip"));
  }
}

function languages(): [tag: string, name: string][] {
  return [["en", "English"]];
}
customElements.define("page-frame", PageFrame);

declare global {
  interface HTMLElementTagNameMap {
    "page-frame": PageFrame;
  }
}

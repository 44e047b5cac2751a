/** Link, embed snippet, worksheet and figure. Texts stand in a box that selects itself, since a frame may not copy. */
import { css, html, LitElement, type TemplateResult } from "lit";
import { LocaleController, msg } from "../locales/index.js";
import { IS_SITE } from "../product.js";
import { controls } from "./controls.css.js";
import * as icons from "./icons.js";
import "./pop-menu.js";

export type FigureFormat = "svg" | "png";

export interface ShareEvents {
  "share-worksheet": undefined;
  "share-figure": { format: FigureFormat };
}

export interface Addresses {
  link: string;
  embed: string;
  /** What a snippet says of its frame, where that is no circuit's. */
  frame?: { title: string; height: number };
}

export class ShareMenu extends LitElement {
  static override properties = {
    addresses: { attribute: false },
    link: { state: true },
    embed: { state: true },
    compact: { type: Boolean },
    simple: { type: Boolean },
    copied: { state: true },
  };
  /** The addresses of what is shown as it stands and of its embed, asked for at each opening; empty where there is none. */
  declare addresses: () => Addresses;
  declare private link: string;
  declare private embed: string;
  declare private frame: Addresses["frame"];
  declare compact: boolean;
  /** The link alone: a frame may neither print nor save. */
  declare simple: boolean;
  declare private copied: string;

  constructor() {
    super();
    this.addresses = () => ({ link: "", embed: "" });
    this.link = "";
    this.embed = "";
    this.compact = false;
    this.simple = false;
    this.copied = "";
    new LocaleController(this);
  }

  static override styles = [
    controls,
    css`
      .share {
        display: grid;
        gap: 16px;
        padding: 8px;
        inline-size: min(380px, 80vw);
      }
      .field {
        display: grid;
        gap: 4px;
        font-size: 13px;
        color: var(--secondary);
      }
      .box {
        display: flex;
        gap: 8px;
        align-items: start;
      }
      textarea {
        flex: 1;
        min-inline-size: 0;
        box-sizing: border-box;
        min-block-size: 36px;
        padding: 6px 8px;
        border: 1px solid var(--line);
        border-radius: 8px;
        background: var(--paper);
        color: var(--ink);
        font: 13px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
        resize: none;
        overflow-wrap: anywhere;
      }
      .row {
        display: grid;
        grid-template-columns: 1fr auto auto;
        gap: 8px;
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`<pop-menu ?compact=${this.compact} label=${msg("room-share")} @menu-open=${this.#opened}>
      <span slot="icon">${icons.share}</span>
      <div class="share">
        ${this.#text("link", this.link, 3)} ${IS_SITE && this.embed ? this.#text("embed", this.#snippet(), 6) : ""}
        ${
          this.simple && this.link
            ? html`<a class="button" href=${this.link} target="_blank" rel="noopener">${msg("room-open")}</a>`
            : ""
        }
        ${IS_SITE && !this.simple && !this.frame ? this.#files() : ""}
      </div>
    </pop-menu>`;
  }

  #opened(): void {
    this.copied = "";
    Object.assign(this, this.addresses());
  }

  #text(kind: "link" | "embed", text: string, rows: number): TemplateResult {
    return html`<div class="field">
      <span aria-hidden="true">${msg(`room-share-${kind}`)}</span>
      <div class="box">
        <textarea
          readonly
          rows=${rows}
          aria-label=${msg(`room-share-${kind}`)}
          .value=${text}
          @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()}
        ></textarea>
        <button class="icon" title=${msg("room-copy")} aria-label=${msg("room-copy")} @click=${() => this.#copy(kind, text)}>
          ${icons.copy}
        </button>
      </div>
      <span role="status">${this.copied === kind ? msg("room-copied") : ""}</span>
    </div>`;
  }

  #files(): TemplateResult {
    return html`<div class="row">
      <button data-closes @click=${() => this.#send("share-worksheet")}>${icons.printer} ${msg("room-worksheet")}</button>
      ${this.#figure("svg")} ${this.#figure("png")}
    </div>`;
  }

  #figure(format: FigureFormat): TemplateResult {
    return html`<button data-closes aria-label=${msg("room-figure", { format: format.toUpperCase() })} @click=${() => this.#send("share-figure", { format })}>
      ${icons.download} ${format.toUpperCase()}
    </button>`;
  }

  #snippet(): string {
    const address = this.embed.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    const { title, height } = this.frame ?? { title: msg("room-embed-title"), height: 560 };
    return `<iframe src="${address}" title="${title}" width="100%" height="${height}" sandbox="allow-scripts"></iframe>`;
  }

  async #copy(kind: string, text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.copied = kind;
    } catch {
      // not allowed in many frames: the text is selected instead, ready for the keyboard
      const boxes = this.renderRoot.querySelectorAll("textarea");
      boxes[kind === "link" ? 0 : 1]?.focus();
    }
  }

  #send(type: keyof ShareEvents, detail?: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}
customElements.define("share-menu", ShareMenu);

declare global {
  interface HTMLElementTagNameMap {
    "share-menu": ShareMenu;
  }
}

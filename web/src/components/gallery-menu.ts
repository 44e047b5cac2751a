/** The examples: circuits of the course, by what they show. Choosing one opens it; undo brings the old one back. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { LocaleController, msg } from "../locales/index.js";
import { controls } from "./controls.css.js";
import * as icons from "./icons.js";
import "./pop-menu.js";

export interface Example {
  title: string;
  /** Its first lines, to recognise it by. */
  program: string;
  /** What opens, as a link writes it. */
  link: string;
}
export interface ExampleGroup {
  title: string;
  examples: readonly Example[];
}

export interface GalleryEvents {
  "circuit-open": { link: string };
}

export class GalleryMenu extends LitElement {
  static override properties = { groups: { attribute: false }, compact: { type: Boolean } };
  declare groups: readonly ExampleGroup[];
  declare compact: boolean;

  constructor() {
    super();
    this.groups = [];
    this.compact = false;
    new LocaleController(this);
  }

  static override styles = [
    controls,
    css`
      nav {
        inline-size: min(380px, 85vw);
      }
      h2 {
        margin: 16px 12px 4px;
        font-size: 13px;
        font-weight: 400;
        color: var(--secondary);
      }
      h2:first-child {
        margin-block-start: 4px;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      button {
        inline-size: 100%;
        padding-block: 6px;
        display: grid;
        gap: 0;
        justify-content: stretch;
        text-align: start;
      }
      code {
        font: 13px/18px ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
        color: var(--secondary);
        overflow: hidden;
        text-overflow: ellipsis;
      }
    `,
  ];

  protected override render(): TemplateResult | typeof nothing {
    if (this.groups.length === 0) return nothing;
    return html`<pop-menu ?compact=${this.compact} label=${msg("room-gallery")}>
      <span slot="icon">${icons.examples}</span>
      <nav aria-label=${msg("room-gallery")}>
        ${this.groups.map(
          ({ title, examples }) => html`<h2>${title}</h2>
            <ul>
              ${examples.map((example) => this.#example(example))}
            </ul>`,
        )}
      </nav>
    </pop-menu>`;
  }

  #example({ title, program, link }: Example): TemplateResult {
    const open = () =>
      this.dispatchEvent(new CustomEvent("circuit-open", { detail: { link }, bubbles: true, composed: true }));
    return html`<li>
      <button class="quiet" data-closes @click=${open}>
        <span>${title}</span>
        <code>${program.replaceAll(/\s*\n\s*/g, " ; ")}</code>
      </button>
    </li>`;
  }
}
customElements.define("gallery-menu", GalleryMenu);

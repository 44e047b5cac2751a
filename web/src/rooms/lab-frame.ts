/** <lab-frame>: what a lab has around it in somebody else's page: its name and question, and the way to its own page. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { controls } from "../components/controls.css.js";
import "../components/share-menu.js";
import { LocaleController, msg } from "../locales/index.js";
import "../locales/labs.js";
import type { Lab, LabName } from "./labs/elements.js";

export class LabFrame extends LitElement {
  static override properties = { name: {} };
  declare name: LabName;

  constructor() {
    super();
    new LocaleController(this);
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        padding: 0 8px 8px;
      }
      header {
        display: flex;
        align-items: start;
        justify-content: space-between;
        gap: 16px;
      }
      h1 {
        margin: 4px 0;
        font-size: 18px;
        line-height: 28px;
      }
      h1 span {
        font-weight: 400;
        color: var(--secondary);
        margin-inline-start: 8px;
      }
      @media print {
        share-menu {
          display: none;
        }
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { name } = this;
    return html`<header>
        <h1>${msg(`labs-${name}`)} <span>${msg(`labs-${name}.question`)}</span></h1>
        ${location.protocol.startsWith("http") ? html`<share-menu simple compact .addresses=${this.#addresses}></share-menu>` : nothing}
      </header>
      <main><slot></slot></main>`;
  }

  protected override updated(): void {
    document.title = msg(`labs-${this.name}.title`);
  }

  /** The lab's page lies beside the embed's folder. */
  readonly #addresses = () => {
    const lab = this.firstElementChild as Lab;
    const page = new URL(`../labs/${this.name}/`, location.href.replace(/[?#].*/, ""));
    return { link: `${page}#${lab.currentFragment}`, embed: "" };
  };
}
customElements.define("lab-frame", LabFrame);

declare global {
  interface HTMLElementTagNameMap {
    "lab-frame": LabFrame;
  }
}

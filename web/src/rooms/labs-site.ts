/** <labs-site>: the page of the labs; which one is in its path, the state of that one in the fragment. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { article } from "../components/article.css.js";
import { controls } from "../components/controls.css.js";
import "../components/page-frame.js";
import "../components/share-menu.js";
import type { Addresses } from "../components/share-menu.js";
import { LocaleController, msg } from "../locales/index.js";
import "../locales/labs.js";
import { IS_ONE_FILE } from "../product.js";
import { addressOf, placeOf } from "../scene/addresses.js";
import { ELEMENTS, type Lab, type LabName } from "./labs/elements.js";
import { LABS, labOf } from "./labs/labs.js";
import { PageController } from "./page.js";

/** `…/labs/` or `…/labs/start/`. */
const PATH = /\/labs\/(?:(\w+)\/)?(?:index\.html)?$/;

/** Of the frame in a snippet: guess, pictures and timeline are in sight. */
const FRAME_HEIGHT = 760;

export class LabsSite extends LitElement {
  static override properties = { lab: { state: true }, failed: { state: true } };
  declare private lab: Lab | null;
  declare private failed: boolean;
  readonly #name = PATH.exec(placeOf(location).path)?.[1] ?? "";
  readonly #page: PageController;
  #fragment = "";

  static override styles = [
    controls,
    article,
    css`
      .title {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: start;
        column-gap: 16px;
      }
      .title h1 {
        grid-column: 1 / -1;
      }
      @media print {
        share-menu {
          display: none;
        }
      }
      ul {
        list-style: none;
        margin: 24px 0 0;
        padding: 0;
        display: grid;
        gap: 16px;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 280px), 1fr));
      }
      li a {
        display: block;
        box-sizing: border-box;
        block-size: 100%;
        padding: 16px 24px 24px;
        border: 1px solid var(--line);
        border-radius: 12px;
        text-decoration: none;
      }
      li a:hover {
        border-color: var(--ink);
      }
      li h2 {
        margin-block-start: 0;
      }
      li p {
        margin: 0;
      }
    `,
  ];

  constructor() {
    super();
    this.lab = null;
    this.failed = false;
    const name = labOf(this.#name);
    this.#page = new PageController(this, {
      title: () => (name ? msg(`labs-${name}.title`) : msg("labs-page-title")),
      visited: (fragment) => this.#visit(fragment),
      current: () => this.lab?.currentFragment ?? null,
    });
    new LocaleController(this);
    if (name) void this.#open(name);
  }

  async #open(name: LabName): Promise<void> {
    this.failed = false;
    try {
      await LABS[name]();
      const lab = document.createElement(ELEMENTS[name]) as Lab;
      lab.fragment = this.#fragment;
      this.lab = lab;
    } catch (error) {
      console.error(error);
      this.failed = true;
    }
  }

  #visit(fragment: string): void {
    this.#fragment = fragment;
    if (this.lab) this.lab.fragment = fragment;
  }

  protected override render(): TemplateResult {
    const root = this.#name === "" ? "../" : "../../";
    return html`<page-frame
      room="labs"
      root=${root}
      skip=${msg("labs-skip")}
      .settings=${this.#page.settings}
      @skip=${() => this.renderRoot.querySelector<HTMLElement>("[data-lab]")?.focus()}
      >${this.#content(root)}</page-frame
    >`;
  }

  #content(root: string): TemplateResult {
    if (this.#name === "") return overview(root);
    const name = labOf(this.#name);
    if (!name) return html`<h1>${msg("labs-title")}</h1><p>${msg("labs-unknown")}</p>${toAll(root)}`;
    return html`<div data-lab tabindex="-1">
      <div class="title">
        <h1>${msg(`labs-${name}`)}</h1>
        <p class="lead">${msg(`labs-${name}.question`)}</p>
        ${this.lab ? html`<share-menu ?compact=${isNarrow()} .addresses=${() => this.#addresses(name)}></share-menu>` : nothing}
      </div>
      ${this.lab ?? (this.failed ? this.#failure(name) : html`<p class="hint" role="status">${msg("labs-loading")}</p>`)}
    </div>`;
  }

  /** The lab as it stands: on this page, and in a frame of somebody else's, for which a single file has no page. */
  #addresses(name: LabName): Addresses {
    const page = location.href.replace(/[?#].*/, "");
    const on = (path: string) => new URL(addressOf("../../", path, this.lab?.currentFragment), page).href;
    return {
      link: on(`labs/${name}/`),
      embed: IS_ONE_FILE ? "" : on(`embed/${name}.html`),
      frame: { title: msg(`labs-${name}`), height: FRAME_HEIGHT },
    };
  }

  #failure(name: LabName): TemplateResult {
    return html`<div role="alert">
      <p>${msg("labs-failed")}</p>
      <button @click=${() => void this.#open(name)}>${msg("labs-again")}</button>
    </div>`;
  }
}

function isNarrow(): boolean {
  return window.matchMedia?.("(max-width: 599px)").matches ?? false;
}

function overview(root: string): TemplateResult {
  return html`<div data-lab tabindex="-1">
    <h1>${msg("labs-title")}</h1>
    <p>${msg("labs-intro")}</p>
    <ul>
      ${(Object.keys(ELEMENTS) as LabName[]).map(
        (name) => html`<li>
          <a href=${addressOf(root, `labs/${name}/`)}
            ><h2>${msg(`labs-${name}`)}</h2>
            <p>${msg(`labs-${name}.question`)}</p></a
          >
        </li>`,
      )}
    </ul>
  </div>`;
}

function toAll(root: string): TemplateResult {
  return html`<p><a href=${addressOf(root, "labs/")}>${msg("labs-all")}</a></p>`;
}
customElements.define("labs-site", LabsSite);

/** <reference-site>: the page of the Reference room; the gate's English word is in its path, the values of its operands in the fragment. */
import { html, LitElement, type TemplateResult } from "lit";
import "../components/page-frame.js";
import { LocaleController, msg } from "../locales/index.js";
import { addressOf, placeOf } from "../scene/addresses.js";
import { formatLink, type Link, parseLink } from "../state/url.js";
import type { GradReference } from "./grad-reference.js";
import "./grad-reference.js";
import { PageController } from "./page.js";

/** `…/reference/` or `…/reference/matrix-product/`. */
const PATH = /\/reference\/(?:([\w-]+)\/)?(?:index\.html)?$/;

export class ReferenceSite extends LitElement {
  static override properties = { op: { state: true }, at: { state: true } };
  declare private op: string;
  declare private at: ReadonlyMap<string, number>;
  readonly #page: PageController;

  constructor() {
    super();
    this.op = opOfPath() ?? "";
    this.at = new Map();
    this.#page = new PageController(this, {
      title: () =>
        this.op === "" ? msg("reference-page-title") : msg("reference-op-title", { op: this.op.replaceAll("-", " ") }),
      visited: (fragment) => (this.at = numbersOf(parseLink(fragment))),
      current: () => formatLink({ at: new Map(this.#reference?.at) }),
    });
    new LocaleController(this);
    this.addEventListener("op-choose", (event) => this.#choose((event as CustomEvent).detail.op));
  }

  protected override render(): TemplateResult {
    const root = this.#root;
    return html`<page-frame
      room="reference"
      root=${root}
      skip=${msg("reference-skip")}
      .settings=${this.#page.settings}
      @skip=${() => this.#reference?.focus()}
    >
      <grad-reference op=${this.op} root=${root} .at=${this.at}></grad-reference>
    </page-frame>`;
  }

  get #root(): string {
    return this.op === "" ? "../" : "../../";
  }
  get #reference(): GradReference | null {
    return this.renderRoot.querySelector("grad-reference");
  }

  #choose(op: string): void {
    history.pushState(null, "", addressOf(this.#root, `reference/${op === "" ? "" : `${op}/`}`));
    this.#moved();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("popstate", this.#moved);
    // the page's address will change, its icon's will not
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    icon?.setAttribute("href", icon.href);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("popstate", this.#moved);
  }

  /** To another gate, there or back. */
  readonly #moved = () => {
    const op = opOfPath();
    // in a single file the way may lead to another room
    if (op === null) return;
    this.op = op;
    this.#page.visit();
  };
}

/** Empty for the first page, null elsewhere. */
function opOfPath(): string | null {
  const found = PATH.exec(placeOf(location).path);
  return found && (found[1] ?? "");
}

function numbersOf({ at }: Link): Map<string, number> {
  return new Map([...at].filter((entry): entry is [string, number] => typeof entry[1] === "number"));
}
customElements.define("reference-site", ReferenceSite);

/**
 * <grad-reference>: every gate with its rule. Attribute `op` names the one that is shown, by its address or a spelling, none shows the rules of differentiation;
 * `at` are the values of its operands. It sends `op-choose` when another is asked for and `link-change` when a value has changed.
 */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { article } from "../components/article.css.js";
import { controls } from "../components/controls.css.js";
import "../components/op-article.js";
import "../components/rule-tables.js";
import { createWorkbench } from "../engine/client.js";
import type { OpDescription } from "../engine/protocol.js";
import { LocaleController, msg } from "../locales/index.js";
import "../locales/reference.js";
import { addressOf } from "../scene/addresses.js";
import { matches } from "../scene/operands.js";
import { findOp, slugOf } from "../scene/slugs.js";
import { formatLink, type Link } from "../state/url.js";
import { Asker, aloneOf } from "./reference/asker.js";
import { styles } from "./reference/styles.css.js";

export class GradReference extends LitElement {
  static override properties = {
    op: {},
    at: { attribute: false },
    root: {},
    query: { state: true },
    asker: { state: true },
    failed: { state: true },
  };
  /** Empty for the first page. */
  declare op: string;
  declare at: ReadonlyMap<string, number>;
  /** The way to the site's first page. */
  declare root: string;
  declare query: string;
  declare asker: Asker | null;
  declare failed: boolean;

  static override styles = [controls, article, styles];

  constructor() {
    super();
    this.op = "";
    this.at = new Map();
    this.root = "./";
    this.query = "";
    this.asker = null;
    this.failed = false;
    new LocaleController(this);
    void this.#start();
  }

  async #start(): Promise<void> {
    this.failed = false;
    try {
      this.asker = new Asker(await createWorkbench());
    } catch {
      this.failed = true;
    }
  }

  protected override render(): TemplateResult {
    const { asker } = this;
    if (!asker) return this.failed ? this.#failure() : html`<p class="hint">${msg("reference-loading")}</p>`;
    return html`${this.#search(asker)}
      <article tabindex="-1">${this.op === "" ? this.#overview(asker) : this.#article(asker)}</article>`;
  }

  #failure(): TemplateResult {
    return html`<div role="alert">
      <p>${msg("reference-failed")}</p>
      <button @click=${() => void this.#start()}>${msg("reference-again")}</button>
    </div>`;
  }

  #search({ ops }: Asker): TemplateResult {
    const found = this.query.trim() === "" ? ops : ops.filter((op) => matches(op, this.query.trim()));
    return html`<div class="search">
      <label for="query">${msg("reference-search")}</label>
      <input
        id="query"
        type="search"
        autocomplete="off"
        spellcheck="false"
        placeholder=${msg("reference-search-hint")}
        .value=${this.query}
        @input=${(event: Event) => (this.query = (event.target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => this.#key(event, found)}
      />
      <p class="hint" role="status">
        ${found.length === ops.length ? "" : msg("reference-found", { found: found.length, count: ops.length })}
      </p>
      <details ?open=${this.query !== "" || this.op === "" || !isNarrow()}>
        <summary>${msg("reference-list-all", { count: ops.length })}</summary>
        <nav aria-label=${msg("reference-list")}>
          ${this.op === "" ? nothing : html`<a href=${this.#address("")} @click=${this.#choose("")}>${msg("reference-overview")}</a>`}
          ${kindsOf(found).map(([kind, of]) => this.#group(kind, of))}
        </nav>
      </details>
    </div>`;
  }

  /** While something is sought, with what it does. */
  #group(kind: string, ops: readonly OpDescription[]): TemplateResult {
    const isSought = this.query !== "";
    const shown = findOp(ops, this.op)?.name;
    return html`<h2>${msg(`reference-kind-${kind}`)}</h2>
      <ul class=${isSought ? "sought" : ""}>
        ${ops.map(
          ({ name, summary }) => html`<li>
            <a href=${this.#address(slugOf(name))} aria-current=${name === shown ? "page" : nothing} @click=${this.#choose(slugOf(name))}
              ><code>${name}</code>${isSought ? html` <span class="hint">${summary}</span>` : nothing}</a
            >
          </li>`,
        )}
      </ul>`;
  }

  #overview(asker: Asker): TemplateResult {
    return html`<h1>${msg("reference-title")}</h1>
      <p class="lead">${msg("reference-question")}</p>
      <p>${msg("reference-intro")}</p>
      <rule-tables .tried=${asker.rules()}></rule-tables>`;
  }

  #article(asker: Asker): TemplateResult {
    const op = findOp(asker.ops, this.op);
    if (!op) return html`<h1>${msg("reference-title")}</h1><p>${msg("reference-unknown", { op: this.op })}</p>`;
    const page = asker.page(op, this.at);
    const { program = "", at = {} } = aloneOf(op, page.at);
    const link = { program, at: new Map(Object.entries(at)) as Link["at"] };
    return html`<op-article
      .page=${page}
      circuit=${addressOf(this.root, "", formatLink(link))}
      @operand-change=${({ detail }: CustomEvent) => this.#set(detail.operand, detail.value, detail.gesture)}
    ></op-article>`;
  }

  #set(operand: string, value: number, gesture: "move" | "end"): void {
    this.at = new Map([...this.at, [operand, value]]);
    if (gesture === "end") this.dispatchEvent(new CustomEvent("link-change", { bubbles: true, composed: true }));
  }

  #address(op: string): string {
    return addressOf(this.root, `reference/${op === "" ? "" : `${op}/`}`);
  }

  /** A link like any other, but that the page need not be loaded again. */
  #choose(op: string) {
    return (event: MouseEvent) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      this.#go(op);
    };
  }

  /** Enter goes to the first that was found. */
  #key(event: KeyboardEvent, found: readonly OpDescription[]): void {
    const [first] = found;
    if (event.key === "Enter" && first && this.query !== "") this.#go(slugOf(first.name));
  }

  #go(op: string): void {
    this.dispatchEvent(new CustomEvent("op-choose", { detail: { op }, bubbles: true, composed: true }));
  }

  override focus(): void {
    this.renderRoot.querySelector("article")?.focus();
  }

  /** What was chosen is read next. */
  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("op") && changed.get("op") !== undefined && this.asker) this.focus();
  }
}

function isNarrow(): boolean {
  return window.matchMedia?.("(max-width: 899px)").matches ?? false;
}

function kindsOf(ops: readonly OpDescription[]): [kind: string, ops: OpDescription[]][] {
  const kinds = new Map<string, OpDescription[]>();
  for (const op of ops) kinds.set(op.kind, [...(kinds.get(op.kind) ?? []), op]);
  return [...kinds];
}
customElements.define("grad-reference", GradReference);

declare global {
  interface HTMLElementTagNameMap {
    "grad-reference": GradReference;
  }
}

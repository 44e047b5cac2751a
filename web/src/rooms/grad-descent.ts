/**
 * <grad-descent>: walking downhill, in five parts: in fog, the largest learning rate, optimisers on a map, a race of batch sizes, and what
 * is walked down in which direction. `fragment` says where it is; it sends `link-change` when that has changed.
 */
import { html, LitElement, type TemplateResult } from "lit";
import { article } from "../components/article.css.js";
import { controls } from "../components/controls.css.js";
import { KeptFocus } from "../components/kept-focus.js";
import { seriesStyles } from "../components/series.css.js";
import { createTrainingEngine } from "../engine/training.js";
import { LocaleController, msg } from "../locales/index.js";
import "../locales/descent.js";
import { PARTS, type PartName } from "../state/descent-link.js";
import { fogView } from "./descent/fog-view.js";
import { mapView } from "./descent/map-view.js";
import { raceView } from "./descent/race-view.js";
import { ratesView } from "./descent/rates-view.js";
import { Session } from "./descent/session.js";
import { signsView } from "./descent/signs-view.js";
import { styles } from "./descent/styles.css.js";

const VIEWS: Record<PartName, (session: Session) => TemplateResult> = {
  fog: ({ fog }) => fogView(fog),
  rate: ({ rates }) => ratesView(rates),
  map: ({ map }) => mapView(map),
  race: ({ race }) => raceView(race),
  sign: ({ signs }) => signsView(signs),
};
export class GradDescent extends LitElement {
  static override properties = { failed: { state: true } };
  declare private failed: boolean;
  #session: Session | null = null;
  #fragment = "";

  static override styles = [controls, article, seriesStyles, styles];

  constructor() {
    super();
    this.failed = false;
    new LocaleController(this);
    new KeptFocus(this, (root) => root.querySelector(".told") ?? root.querySelector("h2"));
    void this.#start();
  }

  get fragment(): string {
    return this.#fragment;
  }
  set fragment(fragment: string) {
    this.#fragment = fragment;
    this.#session?.visit(fragment);
    this.requestUpdate();
  }
  /** What the address should say. */
  get currentFragment(): string {
    return this.#session?.fragment ?? this.#fragment;
  }

  async #start(): Promise<void> {
    this.failed = false;
    try {
      this.#session = new Session(await createTrainingEngine(), () => this.#changed());
      this.#session.visit(this.#fragment);
      this.requestUpdate();
    } catch (error) {
      console.error(error);
      this.failed = true;
    }
  }

  #changed(): void {
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent("link-change", { bubbles: true, composed: true }));
  }

  protected override render(): TemplateResult {
    const session = this.#session;
    if (!session)
      return this.failed ? this.#failure() : html`<p class="hint" role="status">${msg("descent-loading")}</p>`;
    return html`<nav aria-label=${msg("descent-parts")}>
        <ol>
          ${PARTS.map(
            (part, i) => html`<li>
              <button aria-current=${part === session.part ? "step" : "false"} @click=${() => session.open(part)}>
                <span class="count" aria-hidden="true">${i + 1}</span>${msg(`descent-part-${part}`)}
              </button>
            </li>`,
          )}
        </ol>
      </nav>
      <section class="part ${session.part}">
        <h2 tabindex="-1">${msg(`descent-part-${session.part}`)}</h2>
        ${VIEWS[session.part](session)}
      </section>`;
  }

  #failure(): TemplateResult {
    return html`<div role="alert">
      <p>${msg("descent-failed")}</p>
      <button @click=${() => void this.#start()}>${msg("descent-retry")}</button>
    </div>`;
  }
}
customElements.define("grad-descent", GradDescent);

declare global {
  interface HTMLElementTagNameMap {
    "grad-descent": GradDescent;
  }
}

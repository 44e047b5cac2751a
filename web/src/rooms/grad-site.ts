/** <grad-site>: the site's first page, with the Circuit room. */
import { html, LitElement, type TemplateResult } from "lit";
import { CircuitView } from "../components/circuit-view.js";
import { ProgramLine } from "../components/program-line.js";
import type { FigureFormat } from "../components/share-menu.js";
import { LocaleController, msg } from "../locales/index.js";
import { formatLink, type Link, parseLink } from "../state/url.js";
import { examples } from "./examples.js";
import type { GradCircuit } from "./grad-circuit.js";
import { PageController } from "./page.js";
import "../components/gallery-menu.js";
import "../components/generated-code.js";
import "../components/help-menu.js";
import "../components/page-frame.js";
import "../components/print-sheet.js";
import "../components/sweep-plot.js";
import "./grad-circuit.js";

export class GradSite extends LitElement {
  static override properties = { link: { state: true } };
  declare private link: Link;
  readonly #page: PageController;

  constructor() {
    super();
    CircuitView.loadMatrices = () => import("../components/circuit-view-matrices.js");
    ProgramLine.loadEditor = () => import("../components/program-editor.js");
    this.#page = new PageController(this, {
      title: () => msg("room-page-title"),
      visited: (fragment) => (this.link = parseLink(fragment)),
      current: () => (this.#circuit ? formatLink(this.#circuit.currentLink) : null),
    });
    new LocaleController(this);
    this.addEventListener("guide-again", () => this.#circuit?.showAgain());
    this.addEventListener("share-figure", (event) => void this.#saveFigure((event as CustomEvent).detail.format));
    this.addEventListener("projector-toggle", (event) => {
      if (event.target !== this.#circuit) this.#circuit?.toggleProjector();
    });
  }

  protected override render(): TemplateResult {
    const { settings } = this.#page;
    return html`<page-frame .settings=${settings} skip=${msg("room-skip")} @skip=${() => this.#circuit?.focus()}>
      <help-menu slot="tools"></help-menu>
      <grad-circuit
        .link=${this.link}
        .speech=${settings.speech}
        .address=${address()}
        .embedAddress=${embedAddress()}
        .examples=${examples()}
      ></grad-circuit>
    </page-frame>`;
  }

  get #circuit(): GradCircuit | null {
    return this.renderRoot.querySelector("grad-circuit");
  }

  async #saveFigure(format: FigureFormat): Promise<void> {
    const drawing = this.#circuit?.drawing;
    const { saveFigure } = await import("./circuit/figure.js");
    if (drawing) await saveFigure(drawing, format, "circuit");
  }
}

/** Where shared links lead: this page, without its fragment. */
function address(): string {
  return location.href.replace(/#.*/, "");
}

/** Beside the site's first page; a file that was opened by double-click has none. */
function embedAddress(): string {
  const isSite = location.protocol.startsWith("http") && /\/(index\.html)?$/.test(location.pathname);
  return isSite ? new URL("embed.html", location.href.replace(/#.*/, "")).href : "";
}
customElements.define("grad-site", GradSite);

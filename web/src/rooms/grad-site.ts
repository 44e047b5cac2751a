/** <grad-site>: the page around the rooms: top bar, settings, and the address bar kept in step with the circuit. */
import { css, html, LitElement, type TemplateResult } from "lit";
import { controls } from "../components/controls.css.js";
import { ProgramLine } from "../components/program-line.js";
import type { FigureFormat } from "../components/share-menu.js";
import { direction, LocaleController, locale, msg, setLocale } from "../locales/index.js";
import { loadSettings, type Settings, saveSettings } from "../state/settings.js";
import { formatLink, type Link, parseLink } from "../state/url.js";
import { examples } from "./examples.js";
import type { GradCircuit } from "./grad-circuit.js";
import "../components/gallery-menu.js";
import "../components/generated-code.js";
import "../components/help-menu.js";
import "../components/print-sheet.js";
import "../components/settings-menu.js";
import "./grad-circuit.js";

/** Browsers limit how often an address may be rewritten; a pause after the last gesture is enough. */
const REWRITE_AFTER = 300;

export class GradSite extends LitElement {
  static override properties = { settings: { state: true }, link: { state: true } };
  declare private settings: Settings;
  declare private link: Link;
  /** What the link asks for besides its circuit. */
  #asked: Pick<Link, "language" | "theme"> = {};
  #written = "";
  #timer = 0;

  constructor() {
    super();
    ProgramLine.loadEditor = () => import("../components/program-editor.js");
    this.settings = loadSettings();
    this.#visit();
    new LocaleController(this);
    this.addEventListener("settings-change", (event) => this.#set((event as CustomEvent).detail.settings));
    this.addEventListener("link-change", () => this.#rewriteSoon());
    this.addEventListener("guide-again", () => this.#circuit?.showAgain());
    this.addEventListener("share-figure", (event) => void this.#saveFigure((event as CustomEvent).detail.format));
    this.addEventListener("projector-toggle", (event) => {
      if (event.target !== this.#circuit) this.#circuit?.toggleProjector();
    });
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
      h1 {
        margin: 0;
        display: flex;
        font-size: 18px;
        font-weight: 600;
        line-height: 1;
      }
      .brand,
      nav a {
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
          padding-block: 2px;
          border: 0;
        }
        /* one room needs no choice of rooms */
        nav:has(a:only-child) a {
          display: none;
        }
        main {
          padding-block: 4px;
        }
        footer {
          display: none;
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

  protected override render(): TemplateResult {
    const { settings } = this;
    return html`
      <button class="skip" @click=${() => this.#circuit?.focus()}>${msg("room-skip")}</button>
      <header>
        <h1>
          <a class="brand" href="./"
            ><svg viewBox="0 0 28 28" aria-hidden="true">
              <path d="M2 8h7M2 20h7M16 14h10" />
              <path d="M9 8l5 4M9 20l5-4" />
              <circle cx="16" cy="14" r="4.5" />
            </svg>
            ${msg("room-title")}</a
          >
        </h1>
        <nav aria-label=${msg("room-nav")}><a href="./" aria-current="page">${msg("room-nav-circuit")}</a></nav>
        <help-menu></help-menu>
        <settings-menu .settings=${settings} .languages=${languages()}></settings-menu>
      </header>
      <main>
        <grad-circuit
          .link=${this.link}
          .speech=${settings.speech}
          .address=${address()}
          .embedAddress=${embedAddress()}
          .examples=${examples()}
        ></grad-circuit>
      </main>
      <footer><span>${msg("room-footer")}</span></footer>
    `;
  }

  get #circuit(): GradCircuit | null {
    return this.renderRoot.querySelector("grad-circuit");
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("hashchange", this.#visited);
    void this.#apply();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("hashchange", this.#visited);
  }

  /** Someone wrote another address by hand, or went back to one. */
  readonly #visited = () => {
    if (location.hash.slice(1) === this.#written) return;
    this.#visit();
    void this.#apply();
  };

  #visit(): void {
    this.link = parseLink(location.hash);
    const { language, theme } = this.link;
    this.#asked = { ...(language && { language }), ...(theme && { theme }) };
  }

  async #saveFigure(format: FigureFormat): Promise<void> {
    const drawing = this.#circuit?.drawing;
    const { saveFigure } = await import("./circuit/figure.js");
    if (drawing) await saveFigure(drawing, format, "circuit");
  }

  #rewriteSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#rewrite(), REWRITE_AFTER);
  }
  #rewrite(): void {
    const circuit = this.#circuit;
    if (!circuit) return;
    const fragment = formatLink({ ...circuit.currentLink, ...this.#asked });
    try {
      history.replaceState(null, "", `#${fragment}`);
      this.#written = location.hash.slice(1);
    } catch {
      // a frame without an address of its own; share links have a box to copy from
    }
  }

  #set(settings: Settings): void {
    this.settings = settings;
    saveSettings(settings);
    // what was just chosen outweighs what the link asked for
    this.#asked = {};
    void this.#apply();
  }

  /** The link's language and theme win over the ones chosen on this device. */
  async #apply(): Promise<void> {
    const root = document.documentElement;
    const theme = this.#asked.theme ?? this.settings.theme;
    if (theme === "auto") delete root.dataset.theme;
    else root.dataset.theme = theme;
    root.toggleAttribute("data-classic", this.settings.classic);
    await setLocale(this.#asked.language ?? (this.settings.language || navigator.language));
    root.lang = locale();
    root.dir = direction();
    document.title = msg("room-page-title");
  }
}

function languages(): [tag: string, name: string][] {
  return [["en", "English"]];
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

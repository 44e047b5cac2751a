/** What the page of any room does: it reads the address and keeps it, and shows theme, colours and language. */
import type { LitElement, ReactiveController } from "lit";
import { direction, locale, setLocale } from "../locales/index.js";
import { loadSettings, type Settings, saveSettings } from "../state/settings.js";
import { formatLink, type Link, parseLink } from "../state/url.js";

/** Browsers limit how often an address may be rewritten; a pause after the last gesture is enough. */
const REWRITE_AFTER = 300;

export interface PageOptions {
  /** In the language that is shown. */
  title(): string;
  /** Called with the fragment, at once and whenever someone writes another one or goes back. */
  visited(fragment: string): void;
  /** The fragment as it should be, but for language and theme; null while there is nothing to say. */
  current(): string | null;
}

export class PageController implements ReactiveController {
  settings = loadSettings();
  readonly #host: LitElement;
  readonly #options: PageOptions;
  /** What the link asks for besides its room's own. */
  #asked: Pick<Link, "language" | "theme"> = {};
  #written = "";
  #timer = 0;

  constructor(host: LitElement, options: PageOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
    this.#read();
    host.addEventListener("settings-change", (event) => this.#set((event as CustomEvent).detail.settings));
    host.addEventListener("link-change", () => this.#rewriteSoon());
  }

  hostConnected(): void {
    window.addEventListener("hashchange", this.#visited);
    void this.#show();
  }

  hostDisconnected(): void {
    window.removeEventListener("hashchange", this.#visited);
  }

  /** The link's language and theme win over the ones chosen on this device. */
  async #show(): Promise<void> {
    const root = document.documentElement;
    const theme = this.#asked.theme ?? this.settings.theme;
    if (theme === "auto") delete root.dataset.theme;
    else root.dataset.theme = theme;
    root.toggleAttribute("data-classic", this.settings.classic);
    await setLocale(this.#asked.language ?? (this.settings.language || navigator.language));
    root.lang = locale();
    root.dir = direction();
    document.title = this.#options.title();
  }

  /** Someone wrote another address by hand, or went back to one. */
  readonly #visited = () => {
    if (location.hash.slice(1) !== this.#written) this.visit();
  };

  /** Reads the address again. */
  visit(): void {
    this.#read();
    void this.#show();
  }

  #read(): void {
    const { language, theme } = parseLink(location.hash);
    this.#asked = { ...(language && { language }), ...(theme && { theme }) };
    this.#options.visited(location.hash.slice(1));
  }

  #rewriteSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#rewrite(), REWRITE_AFTER);
  }

  #rewrite(): void {
    const current = this.#options.current();
    if (current === null) return;
    const parts = [current, formatLink({ at: new Map(), ...this.#asked })];
    try {
      history.replaceState(history.state, "", `#${parts.filter((part) => part !== "").join("&")}`);
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
    this.#host.requestUpdate();
    void this.#show();
  }
}

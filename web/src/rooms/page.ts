/** What the page of any room does: it reads the address and keeps it, and shows theme, colours and language. */
import type { LitElement, ReactiveController } from "lit";
import { direction, locale, setLocale } from "../locales/index.js";
import { IS_ONE_FILE } from "../product.js";
import { addressOf, placeOf } from "../scene/addresses.js";
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
  /** Where the page is; a single file has others, and another fragment may lead there. */
  #path = "";
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
    clearTimeout(this.#timer);
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
    const { path, fragment } = placeOf(location);
    if (path === this.#path && fragment !== this.#written) this.visit();
  };

  /** Reads the address again. */
  visit(): void {
    this.#read();
    void this.#show();
  }

  #read(): void {
    const { path, fragment } = placeOf(location);
    const { language, theme } = parseLink(fragment);
    this.#path = path;
    this.#asked = { ...(language && { language }), ...(theme && { theme }) };
    this.#options.visited(fragment);
  }

  #rewriteSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#rewrite(), REWRITE_AFTER);
  }

  #rewrite(): void {
    const current = this.#options.current();
    if (current === null || !this.#host.isConnected) return;
    const parts = [current, formatLink({ at: new Map(), ...this.#asked })];
    try {
      const fragment = parts.filter((part) => part !== "").join("&");
      history.replaceState(
        history.state,
        "",
        IS_ONE_FILE ? addressOf("", this.#path.slice(1), fragment) : `#${fragment}`,
      );
      this.#written = placeOf(location).fragment;
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

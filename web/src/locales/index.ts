/**
 * Every word a person reads or hears is a Fluent message in web/locales. English is always there; another language is
 * laid over it, so that a message it lacks appears in English rather than not at all.
 */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { IS_SITE } from "../product.js";
import { Bundle, type MessageArguments } from "./bundle.js";
import { english } from "./english.js";

export type { MessageArguments };

interface Language {
  tag: string;
  direction: "ltr" | "rtl";
  bundles: Bundle[];
  /** Wraps whole messages; only the pseudo-locale does. */
  frame: (message: string) => string;
}

const IN_ENGLISH: Language = { tag: "en", direction: "ltr", bundles: [], frame: (message) => message };
let texts = english;
let inEnglish = new Bundle("en", texts);
let language = IN_ENGLISH;
const listeners = new Set<() => void>();

/** What only one room says, and the others do without. Before anything of it is rendered. */
export function addMessages(more: string): void {
  texts = `${texts}\n${more}`;
  inEnglish = new Bundle("en", texts);
}

export function locale(): string {
  return language.tag;
}

export function direction(): "ltr" | "rtl" {
  return language.direction;
}

/** Resolves when the language is there and every listening element has been asked to render. Unknown tags mean English. */
export async function setLocale(tag: string): Promise<void> {
  language = await load(tag);
  for (const changed of listeners) changed();
}

async function load(tag: string): Promise<Language> {
  if (!IS_SITE || tag !== "xx-pseudo") return IN_ENGLISH;
  const { lengthen, frame } = await import("./pseudo.js");
  return { ...IN_ENGLISH, tag, bundles: [new Bundle("en", texts, lengthen)], frame };
}

export function hasMessage(id: string): boolean {
  return bundleOf(id) !== undefined;
}

/**
 * The text of message `id`, or of one of its attributes (`unknown_function.hint`). Numbers that a student reads as
 * numbers are passed as strings of scene/numbers; a JavaScript number is a count and chooses the plural.
 */
export function msg(id: string, args: MessageArguments = {}): string {
  const bundle = bundleOf(id);
  return bundle ? language.frame(bundle.format(id, args)) : id;
}

function bundleOf(id: string): Bundle | undefined {
  return [...language.bundles, inEnglish].find((bundle) => bundle.has(id));
}

/** Renders its host again when the language changes. `new LocaleController(this)` in a Lit element is all it takes. */
export class LocaleController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #changed = () => this.#host.requestUpdate();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    listeners.add(this.#changed);
  }

  hostDisconnected(): void {
    listeners.delete(this.#changed);
  }
}

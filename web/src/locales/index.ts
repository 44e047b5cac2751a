/**
 * Every word a person reads or hears is a Fluent message in web/locales. English is always there; another language is
 * laid over it, so that a message it lacks appears in English rather than not at all.
 */
import { FluentBundle } from "@fluent/bundle";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { english } from "./english.js";

export type MessageArguments = Record<string, string | number>;

interface Language {
  tag: string;
  direction: "ltr" | "rtl";
  bundles: FluentBundle[];
  /** Wraps whole messages; only the pseudo-locale does. */
  frame: (message: string) => string;
}

// Numbers, names and formulas would drag the invisible isolation marks into copied text and into assertions.
const ENGLISH = new FluentBundle("en", { useIsolating: false });
ENGLISH.addResource({ body: english });

const IN_ENGLISH: Language = { tag: "en", direction: "ltr", bundles: [ENGLISH], frame: (message) => message };
let language = IN_ENGLISH;
const listeners = new Set<() => void>();

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
  if (tag !== "xx-pseudo") return IN_ENGLISH;
  const { lengthen, frame } = await import("./pseudo.js");
  const bundle = new FluentBundle("en", { useIsolating: false, transform: lengthen });
  bundle.addResource({ body: english });
  return { ...IN_ENGLISH, tag, bundles: [bundle], frame };
}

export function hasMessage(id: string): boolean {
  return pattern(id) !== null;
}

/**
 * The text of message `id`, or of one of its attributes (`unknown_function.hint`). Numbers that a student reads as
 * numbers are passed as strings of scene/numbers; a JavaScript number is a count and chooses the plural.
 */
export function msg(id: string, args?: MessageArguments): string {
  const found = pattern(id);
  if (found === null) return id;
  return language.frame(found.bundle.formatPattern(found.value, args ?? null, []));
}

function pattern(id: string) {
  const [name = "", attribute] = id.split(".");
  for (const bundle of language.bundles.includes(ENGLISH) ? language.bundles : [...language.bundles, ENGLISH]) {
    const message = bundle.getMessage(name);
    const value = attribute === undefined ? message?.value : message?.attributes[attribute];
    if (value) return { bundle, value };
  }
  return null;
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

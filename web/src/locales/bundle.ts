/**
 * One language's messages at run time. They arrive as scripts/vite/fluent-messages.ts compiles them from Fluent, one a line:
 * `id=pattern` or `id.attribute=pattern`. In a pattern `{name}` is an argument, and `{name|text|key|text|key|text}` chooses
 * by one: the text after the key that is its value or its plural category, else the first.
 */
export type MessageArguments = Record<string, string | number>;

const PARTS = /\{(\w+)(?:\|((?:[^{}]|\{\w+\})*))?\}|[^{]+/g;

export class Bundle {
  readonly #patterns: Map<string, string>;
  readonly #plurals: Intl.PluralRules;
  readonly #numbers: Intl.NumberFormat;
  readonly #transform: (text: string) => string;

  /** `transform` is applied to the texts of each message, not to its arguments. */
  constructor(locale: string, messages: string, transform = (text: string) => text) {
    this.#patterns = new Map(messages.split("\n").map(entry));
    this.#plurals = new Intl.PluralRules(locale);
    this.#numbers = new Intl.NumberFormat(locale);
    this.#transform = transform;
  }

  has(id: string): boolean {
    return this.#patterns.has(id);
  }

  format(id: string, args: MessageArguments): string {
    return this.#write(this.#patterns.get(id) ?? id, args);
  }

  #write(pattern: string, args: MessageArguments): string {
    return pattern.replace(PARTS, (text: string, name?: string, variants?: string) => {
      if (name === undefined) return this.#transform(text);
      const value = args[name];
      if (variants !== undefined) return this.#write(this.#choose(variants.split("|"), value), args);
      return typeof value === "number" ? this.#numbers.format(value) : (value ?? text);
    });
  }

  #choose(variants: string[], value: string | number | undefined): string {
    const category = typeof value === "number" && this.#plurals.select(value);
    const key = variants.findIndex((key, i) => i % 2 === 1 && (key === String(value) || key === category));
    return variants[key + 1] as string;
  }
}

function entry(line: string): [id: string, pattern: string] {
  const sign = line.indexOf("=");
  return [line.slice(0, sign), line.slice(sign + 1)];
}

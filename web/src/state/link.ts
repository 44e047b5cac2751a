/**
 * Links as readable text, `key=content&key=content`: how a fragment is cut into pairs, and how the content of a key is read and
 * written. A space travels as `~`, which the language does not use; `+` is plus, never a space. Whatever cannot be understood is
 * left out, never guessed.
 */
import type { Value } from "../engine/protocol.js";

/** How the content of a key is spelled. What `read` does not give back as it was is not written. */
export interface Key<T> {
  read(text: string): T | undefined;
  write(value: T): string;
}
/** The keys of a link by field, in the order in which they are written. */
export type Keys<L> = { [Field in keyof L]-?: readonly [key: string, Key<NonNullable<L[Field]>>] };

export const NAME = /^[A-Za-z_]\w{0,63}$/;

export function oneOf<const T extends string>(...values: T[]): Key<T> {
  return { read: (text) => values.find((value) => value === text), write: (value) => value };
}
export const text: Key<string> = { read: (value) => value, write: (value) => value };
export const name: Key<string> = { read: (value) => (NAME.test(value) ? value : undefined), write: (value) => value };
export const count: Key<number> = {
  read: (value) => (/^\d{1,7}$/.test(value) ? Number(value) : undefined),
  write: String,
};
export const value: Key<Value> = { read: readValue, write: writeValue };
export const number: Key<number> = {
  read(content) {
    const read = readValue(content);
    return typeof read === "number" ? read : undefined;
  },
  write: writeValue,
};

/** Reads a fragment or a query, with or without its `#` or `?`, as pairs of a key and its content. */
export function parsePairs(fragment: string): [key: string, content: string][] {
  return fragment
    .replace(/^[#?]/, "")
    .split("&")
    .filter((pair) => pair.includes("="))
    .map((pair) => {
      const separator = pair.indexOf("=");
      return [decode(pair.slice(0, separator)), decode(pair.slice(separator + 1))];
    });
}

/** The inverse, without `#`. */
export function formatPairs(pairs: readonly (readonly [key: string, content: string])[]): string {
  return pairs.map(([key, content]) => `${key}=${encode(content)}`).join("&");
}

/** What the keys make of a fragment. */
export function readKeys<L>(keys: Keys<L>, fragment: string): Partial<L> {
  const contents = new Map(parsePairs(fragment));
  const link: Partial<L> = {};
  for (const [field, [key, codec]] of entriesOf(keys)) {
    const content = contents.get(key);
    const read = content === undefined ? undefined : codec.read(content);
    if (read !== undefined) Object.assign(link, { [field]: read });
  }
  return link;
}

/** One pair a field that says something. A default that has no spelling of its own (`off`, `auto`) is not written. */
export function pairsOf<L>(keys: Partial<Keys<L>>, link: Partial<L>): [field: keyof L, key: string, content: string][] {
  return entriesOf(keys).flatMap(([field, [key, codec]]) => {
    const content = link[field];
    if (content === undefined || content === null) return [];
    const written = codec.write(content);
    return codec.read(written) === undefined ? [] : [[field, key, written] as [keyof L, string, string]];
  });
}

/** The inverse of `readKeys`. */
export function writeKeys<L>(keys: Keys<L>, link: Partial<L>): string {
  return formatPairs(pairsOf(keys, link).map(([, key, content]) => [key, content]));
}

function entriesOf<L>(keys: Partial<Keys<L>>): [field: keyof L, [key: string, Key<unknown>]][] {
  return Object.entries(keys) as unknown as [keyof L, [string, Key<unknown>]][];
}

const LARGEST_MATRIX = 10_000;

/** A number, `[a,b]` (a column) or `[[a,b],[c,d]]` (rows). */
export function readValue(content: string): Value | undefined {
  if (content.length > 20 * LARGEST_MATRIX) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(content);
  } catch {
    parsed = Number(content.trim() === "" ? Number.NaN : content);
  }
  if (isNumber(parsed)) return parsed;
  if (!Array.isArray(parsed) || parsed.length === 0) return undefined;
  const rows: unknown[] = parsed.every(isNumber) ? parsed.map((entry) => [entry]) : parsed;
  const columns = Array.isArray(rows[0]) ? rows[0].length : 0;
  const isMatrix = rows.every((row) => Array.isArray(row) && row.length === columns && row.every(isNumber));
  return isMatrix && columns > 0 ? (rows as number[][]) : undefined;
}

function isNumber(candidate: unknown): candidate is number {
  return typeof candidate === "number" && Number.isFinite(candidate);
}

export function writeValue(number: Value): string {
  if (typeof number === "number") return writeNumber(number);
  const rows = number.map((row) =>
    row.length === 1 ? writeNumber(row[0] as number) : `[${row.map(writeNumber).join(",")}]`,
  );
  return `[${rows.join(",")}]`;
}

function writeNumber(number: number): string {
  return Object.is(number, -0) ? "-0" : String(number);
}

// What browsers, mail programs and chats leave as it is in a fragment; the rest is percent-encoded.
const READABLE = /[\w\-.!$'()*+,;=:@/?[\]^|{}]/;

function encode(content: string): string {
  return [...content.toWellFormed()]
    .map((letter) => {
      if (letter === " ") return "~";
      if (letter === "~") return "%7E";
      return READABLE.test(letter) ? letter : encodeURIComponent(letter);
    })
    .join("");
}

function decode(content: string): string {
  const spaced = content.replaceAll("~", " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

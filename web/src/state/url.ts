/**
 * The link: everything of a circuit that can be shared, as readable text.
 *
 *     e=(x+y)*z&x=-2&y=5&z=-4&step=3&cover=next
 *
 * Keys that are not reserved are inputs; an input named like a reserved key is written `at.e=3`. A space travels as `~`,
 * which the language does not use; `+` is plus, never a space. Whatever cannot be understood is left out, never guessed.
 */
import type { EntryOf, NodeId, Value } from "../engine/protocol.js";
import { IS_SITE } from "../product.js";
import type { CoverMode, MatrixLayout } from "../scene/model.js";

/** "matrices" is stages with the shape of every matrix. */
export type Zoom = "gates" | "stages" | "matrices";
export type Theme = "light" | "dark" | "auto";

export interface Link {
  program?: string;
  /** Inputs by name, only those the program does not define. */
  at: Map<string, Value>;
  output?: string;
  /** What the backward pass starts with. */
  outputAdjoint?: Value;
  zoom?: Zoom;
  /** What stands open, as state/picture.ts reads it. Absent: the defaults. */
  open?: string[];
  /** Steps done; absent: all. */
  step?: number;
  /** What moves in forward mode; absent: backprop. */
  along?: EntryOf;
  cover?: CoverMode;
  layout?: MatrixLayout;
  /** What is wrong with the backward pass, on purpose; on the site alone. */
  bug?: BugLink;
  language?: string;
  theme?: Theme;
}

/** A rule that is broken at one node; a secret one is for the reader to find. */
export interface BugLink {
  rule: string;
  node: NodeId;
  isSecret: boolean;
}

interface Key<T> {
  read(text: string): T | undefined;
  write(value: T): string;
}

function oneOf<const T extends string>(...values: T[]): Key<T> {
  return { read: (text) => values.find((value) => value === text), write: (value) => value };
}
const text: Key<string> = { read: (value) => value, write: (value) => value };
const name: Key<string> = { read: (value) => (NAME.test(value) ? value : undefined), write: (value) => value };
const names: Key<string[]> = {
  read: (value) => value.split(",").filter((part) => NAME.test(part) || /^-\d{1,6}$/.test(part)),
  write: (value) => value.join(","),
};
const count: Key<number> = { read: (value) => (/^\d{1,7}$/.test(value) ? Number(value) : undefined), write: String };
const tag: Key<string> = {
  read: (value) => (/^[A-Za-z]{2,3}(-\w{2,8})*$/.test(value) ? value : undefined),
  write: (value) => value,
};
/** `x`, or the entry `W[3]`, counted row by row. */
const entry: Key<EntryOf> = {
  read(value) {
    const [, input, index = 0] = /^([A-Za-z_]\w{0,63})(?:\[(\d{1,6})])?$/.exec(value) ?? [];
    return input === undefined ? undefined : { input, entry: Number(index) };
  },
  write: ({ input, entry }) => (entry > 0 ? `${input}[${entry}]` : input),
};
const value: Key<Value> = { read: readValue, write: writeValue };
const bug: Key<BugLink> = {
  read(content) {
    const [, rule, node, secret] = /^([a-z_]{1,64})\.(\d{1,5})(\.secret)?$/.exec(content) ?? [];
    return rule === undefined ? undefined : { rule, node: Number(node), isSecret: secret !== undefined };
  },
  write: ({ rule, node, isSecret }) => `${rule}.${node}${isSecret ? ".secret" : ""}`,
};

const NAME = /^[A-Za-z_]\w{0,63}$/;

/** Every reserved key, in the order in which a link is written; inputs stand after `e`. */
const KEYS: { [Field in Exclude<keyof Link, "at">]?: readonly [key: string, Key<NonNullable<Link[Field]>>] } = {
  program: ["e", text],
  output: ["output", name],
  outputAdjoint: ["start", value],
  zoom: ["mode", oneOf("gates", "stages", "matrices")],
  open: ["open", names],
  step: ["step", count],
  ...(IS_SITE && { along: ["along", entry] as const }),
  cover: ["cover", oneOf("next", "gradients", "all")],
  ...(IS_SITE && { layout: ["layout", oneOf("numerator")] as const }),
  ...(IS_SITE && { bug: ["bug", bug] as const }),
  language: ["lang", tag],
  theme: ["theme", oneOf("light", "dark")],
};
const RESERVED = new Map(
  Object.entries(KEYS).map(([field, [key, codec]]) => [key, { field, codec: codec as Key<unknown> }]),
);

/** Reads a fragment or a query, with or without its `#` or `?`. */
export function parseLink(fragment: string): Link {
  const link: Link = { at: new Map() };
  for (const pair of fragment.replace(/^[#?]/, "").split("&")) {
    const separator = pair.indexOf("=");
    if (separator < 0) continue;
    const key = decode(pair.slice(0, separator));
    const content = decode(pair.slice(separator + 1));
    const reserved = RESERVED.get(key);
    if (reserved) {
      const read = reserved.codec.read(content);
      if (read !== undefined) Object.assign(link, { [reserved.field]: read });
      continue;
    }
    const input = key.replace(/^at\./, "");
    const read = readValue(content);
    if (NAME.test(input) && read !== undefined) link.at.set(input, read);
  }
  return link;
}

/** The fragment of a link, without `#`. The inverse of `parseLink`. */
export function formatLink(link: Link): string {
  const pairs: string[] = [];
  for (const [field, [key, codec]] of Object.entries(KEYS)) {
    const content = link[field as keyof typeof KEYS];
    if (content !== undefined) {
      const written = (codec as Key<unknown>).write(content);
      // `off` and `auto` are the defaults and have no spelling of their own
      if ((codec as Key<unknown>).read(written) !== undefined) pairs.push(`${key}=${encode(written)}`);
    }
    if (field !== "program") continue;
    for (const [input, number] of link.at) {
      pairs.push(`${RESERVED.has(input) ? "at." : ""}${input}=${writeValue(number)}`);
    }
  }
  return pairs.join("&");
}

/** Whether a link carries a circuit, as opposed to settings alone. */
export function carriesCircuit(link: Link): boolean {
  return link.program !== undefined || link.at.size > 0 || link.step !== undefined;
}

const LARGEST_MATRIX = 10_000;

/** A number, `[a,b]` (a column) or `[[a,b],[c,d]]` (rows). */
function readValue(content: string): Value | undefined {
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

function writeValue(number: Value): string {
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

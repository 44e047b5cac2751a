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
import {
  count,
  formatPairs,
  type Key,
  type Keys,
  NAME,
  name,
  oneOf,
  pairsOf,
  parsePairs,
  readValue,
  text,
  value,
  writeValue,
} from "./link.js";

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

const names: Key<string[]> = {
  read: (value) => value.split(",").filter((part) => NAME.test(part) || /^-\d{1,6}$/.test(part)),
  write: (value) => value.join(","),
};
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
const bug: Key<BugLink> = {
  read(content) {
    const [, rule, node, secret] = /^([a-z_]{1,64})\.(\d{1,5})(\.secret)?$/.exec(content) ?? [];
    return rule === undefined ? undefined : { rule, node: Number(node), isSecret: secret !== undefined };
  },
  write: ({ rule, node, isSecret }) => `${rule}.${node}${isSecret ? ".secret" : ""}`,
};

/** Every reserved key, in the order in which a link is written; inputs stand after `e`. */
const KEYS: Partial<Keys<Omit<Link, "at">>> = {
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
  for (const [key, content] of parsePairs(fragment)) {
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
export function formatLink({ at, ...link }: Link): string {
  const inputs = [...at].map(([input, number]) => [`${RESERVED.has(input) ? "at." : ""}${input}`, writeValue(number)]);
  const reserved = pairsOf(KEYS, link);
  const begin = link.program === undefined ? 0 : 1;
  const pairs = reserved.map(([, key, content]) => [key, content]);
  return formatPairs([...pairs.slice(0, begin), ...inputs, ...pairs.slice(begin)] as [string, string][]);
}

/** Whether a link carries a circuit, as opposed to settings alone. */
export function carriesCircuit(link: Link): boolean {
  return link.program !== undefined || link.at.size > 0 || link.step !== undefined;
}

/** Messages of the scenes in the reader's language: as text, as parts whose words are linked to nodes, as speech. */
import type { Diagnostic, Value } from "../engine/protocol.js";
import type { Message, NodeWords, Words } from "../scene/message.js";
import { plainDigits } from "../scene/numbers.js";
import { withoutZeros } from "../scene/sentence-parts.js";
import { diagnosticWords } from "./diagnostics.js";
import { type MessageArguments, msg } from "./index.js";

export type SentencePart = string | NodeWords;

/** The sentence in order; words that name a node are kept apart. */
export function sentenceParts(message: Message): SentencePart[] {
  const linked: NodeWords[] = [];
  return write(message, (word) => mark(linked.push(word) - 1))
    .split(MARK)
    .map((part, position) => (position % 2 === 0 ? part : (linked[Number(part)] as NodeWords)))
    .filter((part) => part !== "");
}

/** The sentence as plain text, to be read or to be spoken. */
export function sentenceText(message: Message): string {
  return write(message, (word) => word.text);
}

/** A value for the ear: "minus 4", "4.5 times 10 to the minus 5". A matrix is read row by row while it is small. */
export function spokenValue(value: Value): string {
  if (typeof value === "number") return spokenNumber(value);
  const rows = value.length;
  const columns = value[0]?.length ?? 0;
  if (rows * columns > SPOKEN_ENTRIES) return msg("spoken-matrix", { rows, columns });
  return value.flat().map(spokenNumber).join(", ");
}

const SPOKEN_ENTRIES = 4;

function spokenNumber(value: number): string {
  if (Number.isNaN(value)) return msg("spoken-nan");
  if (value < 0) return msg("spoken-minus", { number: spokenNumber(-value) });
  if (value === Number.POSITIVE_INFINITY) return msg("spoken-infinity");
  const [digits = "", power] = withoutZeros(plainDigits(value, 2), value).split("e");
  if (power === undefined) return digits;
  return msg("spoken-power-of-ten", { number: digits, power: spokenNumber(Number(power)) });
}

/** Signs that voices leave out or read differently, in the order in which they are replaced. */
const SIGNS: readonly (readonly [pattern: RegExp, id: string])[] = [
  [/ − /g, "spoken-sign-minus"],
  [/−/g, "spoken-sign-negative"],
  [/\+/g, "spoken-sign-plus"],
  [/×/g, "spoken-sign-times"],
  [/÷/g, "spoken-sign-over"],
  [/@/g, "spoken-sign-matrix-times"],
  [/\//g, "spoken-sign-over"],
  [/\^/g, "spoken-sign-power"],
  [/\.T\b/g, "spoken-sign-transposed"],
  [/ᵀ/g, "spoken-sign-transposed"],
  [/…/g, "spoken-sign-more"],
  [/</g, "spoken-sign-less"],
  [/≤/g, "spoken-sign-less-equal"],
  [/>/g, "spoken-sign-greater"],
  [/≥/g, "spoken-sign-greater-equal"],
  [/=/g, "spoken-sign-equal"],
  [/≈/g, "spoken-sign-about"],
  [/≠/g, "spoken-sign-not-equal"],
  [/(?<=\w)\(/g, "spoken-sign-of"],
  [/(?<=[\w)])\[/g, "spoken-sign-at"],
];

/** A formula or a sentence for the ear: "x plus y", "exp of n", "x to the power 2". A closing bracket is a short pause. */
export function speakable(written: string): string {
  let spoken = written.replace(/[⁻⁰¹²³⁴-⁹]+/g, (power) => `^${plainPower(power)}`);
  for (const [pattern, id] of SIGNS) spoken = spoken.replace(pattern, () => ` ${msg(id)} `);
  return spoken
    .replace(/[([]/g, "")
    .replace(/[)\]]/g, ",")
    .replace(/\s+/g, " ")
    .replace(/[ ,]+([,.:;?])(?= |$)/g, "$1")
    .replace(/,? *$/, "")
    .trim();
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
function plainPower(power: string): string {
  return [...power].map((glyph) => (glyph === "⁻" ? "−" : SUPERSCRIPTS.indexOf(glyph))).join("");
}

function write({ id, args }: Message, link: (word: NodeWords) => string): string {
  const plain: MessageArguments = {};
  for (const [name, words] of Object.entries(args)) plain[name] = argument(words, link);
  return msg(id, plain);
}

function argument(words: Words, link: (word: NodeWords) => string): string | number {
  if (typeof words === "string" || typeof words === "number") return words;
  if ("say" in words) return spoken(words.say);
  if ("diagnostic" in words) return diagnosticText(words.diagnostic);
  if ("id" in words) return write(words, link);
  if ("node" in words) return link(words);
  return words.map((word) => (typeof word === "string" ? word : link(word))).join("");
}

function diagnosticText(diagnostic: Diagnostic): string {
  const { message, hint } = diagnosticWords(diagnostic);
  return hint === "" ? message : `${message} ${hint}`;
}

function spoken(words: Value | string | null): string {
  if (words === null) return msg("spoken-covered");
  return typeof words === "string" ? speakable(words) : spokenValue(words);
}

// Private-use characters: neither messages nor names of the language contain them.
const MARK = /\uE000(\d+)\uE001/;
function mark(index: number): string {
  return `\uE000${index}\uE001`;
}

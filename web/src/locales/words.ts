/** Messages of the scenes in the reader's language: as text, as parts whose words are linked to nodes, as speech. */
import type { Value } from "../engine/protocol.js";
import type { Message, NodeWords, Words } from "../scene/message.js";
import { plainDigits } from "../scene/numbers.js";
import { type MessageArguments, msg } from "./index.js";

export type SentencePart = string | NodeWords;

/** The sentence in order; words that name a node are kept apart. */
export function sentenceParts({ id, args }: Message): SentencePart[] {
  const linked: NodeWords[] = [];
  const plain: MessageArguments = {};
  for (const [name, words] of Object.entries(args)) {
    plain[name] = typeof words === "number" ? words : flatten(words, (word) => mark(linked.push(word) - 1));
  }
  return msg(id, plain)
    .split(MARK)
    .map((part, position) => (position % 2 === 0 ? part : (linked[Number(part)] as NodeWords)))
    .filter((part) => part !== "");
}

/** The sentence as plain text, to be read or to be spoken. */
export function sentenceText({ id, args }: Message): string {
  const plain: MessageArguments = {};
  for (const [name, words] of Object.entries(args)) {
    plain[name] = typeof words === "number" ? words : flatten(words, (word) => word.text);
  }
  return msg(id, plain);
}

/** A number for the ear: "minus 4", "4.5 times 10 to the minus 5". A matrix is read row by row while it is small. */
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
  const [digits = "", power] = plainDigits(value, 2).split("e");
  if (power === undefined) return digits;
  return msg("spoken-power-of-ten", { number: digits, power: spokenNumber(Number(power)) });
}

function flatten(words: Exclude<Words, number>, link: (word: NodeWords) => string): string {
  if (typeof words === "string") return words;
  if ("say" in words) return spokenValue(words.say);
  if ("node" in words) return link(words);
  return words.map((word) => (typeof word === "string" ? word : link(word))).join("");
}

// Private-use characters: neither messages nor names of the language contain them.
const MARK = /\uE000(\d+)\uE001/;
function mark(index: number): string {
  return `\uE000${index}\uE001`;
}

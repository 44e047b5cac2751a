/** The keys of a link to Walking downhill: which part, and where its student was. What was only guessed is not in it. */
import { count, type Key, type Keys, number, oneOf, text, writeValue } from "./link.js";

export const PARTS = ["fog", "rate", "map", "race", "sign"] as const;
export type PartName = (typeof PARTS)[number];

export interface DescentLink {
  part: PartName;
  hill: string;
  /** Where w starts. */
  start: number;
  rate: number;
  updates: number;
  fog: "off";
  bowl: string;
  /** Rates that were tried, in that order. */
  tried: number[];
  told: "yes";
  surface: string;
  x: number;
  y: number;
  /** Of optimisers whose updates have a length of their own. */
  own: number;
}

const MOST_TRIED = 40;
const rates: Key<number[]> = {
  read: (content) => {
    const found = content.split(",").map(Number);
    return found.length <= MOST_TRIED && found.every((rate) => rate > 0 && Number.isFinite(rate)) ? found : undefined;
  },
  write: (tried) => tried.map(writeValue).join(","),
};
const rate: Key<number> = {
  read: (content) => rates.read(content)?.[0],
  write: writeValue,
};

export const DESCENT_KEYS: Keys<DescentLink> = {
  part: ["part", oneOf(...PARTS)],
  hill: ["hill", text],
  start: ["start", number],
  rate: ["rate", rate],
  updates: ["updates", count],
  fog: ["fog", oneOf("off")],
  bowl: ["bowl", text],
  tried: ["tried", rates],
  told: ["told", oneOf("yes")],
  surface: ["f", text],
  x: ["x", number],
  y: ["y", number],
  own: ["own", rate],
};

/** What a link to the lab of starting weights says: the experiment, the guesses made so far, and what can be changed in each. */
import { DATA_KEYS, type DataLink } from "./data-link.js";
import { count, type Key, type Keys, name, number, oneOf, readKeys, writeKeys } from "./link.js";

export const EXPERIMENT_NAMES = ["zero", "constant", "break", "deep", "xavier"] as const;
export type ExperimentName = (typeof EXPERIMENT_NAMES)[number];
export const PAGES = [...EXPERIMENT_NAMES, "free"] as const;
export type PageName = (typeof PAGES)[number];

/** By experiment, the name of a choice. */
export type Guesses = Partial<Record<ExperimentName, string>>;

/** Weights of a unit that can be broken: the two that come in, and the one that goes out. */
export const WEIGHTS = ["w1", "w2", "v"] as const;
export type WeightName = (typeof WEIGHTS)[number];

export interface StartLink extends DataLink {
  page: PageName;
  guesses: Guesses;
  seed: number;
  update: number;
  /** Which unit, counted from 1, which weight of it, and by how much. */
  unit: number;
  weight: WeightName;
  by: number;
  units: "relu" | "tanh";
  widths: number[];
  activation: "tanh" | "sigmoid" | "relu";
  schemes: string[];
  seeds: number;
  rate: number;
  optimizer: string;
  /** Samples an update. */
  batch: number;
  chart: "cost" | "accuracy";
  /** Of the scheme "scaled", and all weights and biases of the scheme "hand". */
  scale: number;
  hand: number[];
}

const guesses: Key<Guesses> = {
  read(text) {
    const found: Guesses = {};
    for (const pair of text.split(",")) {
      const [experiment, choice] = pair.split(".");
      const name = EXPERIMENT_NAMES.find((known) => known === experiment);
      if (name && choice && /^[a-z]{1,20}$/.test(choice)) found[name] = choice;
    }
    return Object.keys(found).length > 0 ? found : undefined;
  },
  write: (made) =>
    Object.entries(made)
      .map((pair) => pair.join("."))
      .join(","),
};

/** `6-3`: the units of each hidden layer; `24x50` is 50 of 24. */
const widths: Key<number[]> = {
  read: (text) =>
    /^\d{1,2}(x\d{1,2})?(-\d{1,2}(x\d{1,2})?){0,49}$/.test(text)
      ? text.split("-").flatMap((part) => {
          const [units = 0, layers = 1] = part.split("x").map(Number);
          return Array<number>(layers).fill(units);
        })
      : undefined,
  write: (list) =>
    list.length > 3 && list.every((units) => units === list[0]) ? `${list[0]}x${list.length}` : list.join("-"),
};
const numbers: Key<number[]> = {
  read(text) {
    const read = text.split(",").map((one) => number.read(one));
    return read.length <= 100 && read.every((one) => one !== undefined) ? read : undefined;
  },
  write: (list) => list.map(number.write).join(","),
};
const names: Key<string[]> = {
  read: (text) => (/^[a-z_]{1,30}(,[a-z_]{1,30}){0,5}$/.test(text) ? text.split(",") : undefined),
  write: (list) => list.join(","),
};

const KEYS: Keys<StartLink> = {
  page: ["lab", oneOf(...PAGES)],
  guesses: ["guesses", guesses],
  seed: ["seed", count],
  update: ["update", count],
  unit: ["unit", count],
  weight: ["weight", oneOf(...WEIGHTS)],
  by: ["by", number],
  units: ["units", oneOf("relu", "tanh")],
  ...DATA_KEYS,
  widths: ["layers", widths],
  activation: ["act", oneOf("tanh", "sigmoid", "relu")],
  schemes: ["schemes", names],
  seeds: ["seeds", count],
  rate: ["rate", number],
  optimizer: ["opt", name],
  batch: ["batch", count],
  chart: ["chart", oneOf("cost", "accuracy")],
  scale: ["scale", number],
  hand: ["hand", numbers],
};

export function readStart(fragment: string): Partial<StartLink> {
  return readKeys(KEYS, fragment);
}

export function writeStart(link: Partial<StartLink>): string {
  return writeKeys(KEYS, link);
}

/** What a link to the lab of starting weights says: the experiment, the guesses made so far, and what can be changed in each. */
import { count, type Key, type Keys, oneOf, readKeys, value, writeKeys } from "./link.js";

export const EXPERIMENT_NAMES = ["zero", "constant", "break", "deep", "xavier"] as const;
export type ExperimentName = (typeof EXPERIMENT_NAMES)[number];
export const PAGES = [...EXPERIMENT_NAMES, "free"] as const;
export type PageName = (typeof PAGES)[number];

/** By experiment, the name of a choice. */
export type Guesses = Partial<Record<ExperimentName, string>>;

/** Weights of a unit that can be broken: the two that come in, and the one that goes out. */
export const WEIGHTS = ["w1", "w2", "v"] as const;
export type WeightName = (typeof WEIGHTS)[number];

export interface StartLink {
  page: PageName;
  guesses: Guesses;
  seed: number;
  update: number;
  /** Which unit, counted from 1, which weight of it, and by how much. */
  unit: number;
  weight: WeightName;
  by: number;
  units: "relu" | "tanh";
  data: string;
  widths: number[];
  activation: "tanh" | "sigmoid" | "relu";
  schemes: string[];
  seeds: number;
  rate: number;
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

const number: Key<number> = {
  read(text) {
    const read = value.read(text);
    return typeof read === "number" ? read : undefined;
  },
  write: (written) => value.write(written),
};

/** `6-3`: the units of each hidden layer. */
const widths: Key<number[]> = {
  read: (text) => (/^\d{1,2}(-\d{1,2}){0,19}$/.test(text) ? text.split("-").map(Number) : undefined),
  write: (list) => list.join("-"),
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
  data: ["data", oneOf("circle", "moons", "checkerboard", "gaussians", "spiral", "xor_quadrants")],
  widths: ["layers", widths],
  activation: ["act", oneOf("tanh", "sigmoid", "relu")],
  schemes: ["schemes", names],
  seeds: ["seeds", count],
  rate: ["rate", number],
};

export function readStart(fragment: string): Partial<StartLink> {
  return readKeys(KEYS, fragment);
}

export function writeStart(link: Partial<StartLink>): string {
  return writeKeys(KEYS, link);
}

/** What a link to One network says: the net, its data, how it is trained, where the run is, and what is looked at. */
import { count, type Key, type Keys, oneOf, readKeys, value, writeKeys } from "./link.js";

export const VIEWS = ["neurons", "matrices", "circuit", "layer"] as const;
export type ViewName = (typeof VIEWS)[number];
export const SIGNS = ["positive", "negative", "zero"] as const;
export type SignName = (typeof SIGNS)[number];

export interface NetworkLink {
  /** A task by its name. */
  task: string;
  sizes: number[];
  activations: string[];
  bias: "on" | "off";
  loss: string;
  optimizer: string;
  rate: number;
  schedule: string;
  batch: number;
  shuffle: "on" | "off";
  /** What the optimiser, the schedule and the penalties are set to. */
  momentum: number;
  beta1: number;
  beta2: number;
  alpha: number;
  epsilon: number;
  weight_decay: number;
  factor: number;
  every: number;
  warm_up: number;
  l1: number;
  l2: number;
  scheme: string;
  seed: number;
  /** Of samples that are drawn: how many, and their noise; how many are kept for testing; inputs that are made of two. */
  count: number;
  noise: number;
  test: number;
  features: string[];
  /** Of the samples, row by row, where they are not the task's. */
  inputs: number[];
  targets: number[];
  /** Where the run begins, if its weights are not those of the seed: layer by layer, W row by row and then b; and how many updates were made before. */
  weights: number[];
  begin: number;
  update: number;
  /** Stages of the update that are done. */
  stage: number;
  guess: SignName;
  /** The number that is looked at. */
  chosen: string;
  sample: number;
  views: ViewName[];
}

const number: Key<number> = {
  read(text) {
    const read = value.read(text);
    return typeof read === "number" ? read : undefined;
  },
  write: (written) => value.write(written),
};
const MOST_NUMBERS = 4000;
const numbers: Key<number[]> = {
  read(text) {
    const read = text.split(",").map((part) => (part === "" ? Number.NaN : Number(part)));
    return read.length <= MOST_NUMBERS && read.every(Number.isFinite) ? read : undefined;
  },
  write: (list) => list.map((one) => value.write(one)).join(","),
};
const name: Key<string> = {
  read: (text) => (/^[a-z_0-9]{1,30}$/.test(text) ? text : undefined),
  write: (text) => text,
};
const names: Key<string[]> = {
  read: (text) => (/^[a-z_]{1,30}(,[a-z_]{1,30}){0,9}$/.test(text) ? text.split(",") : undefined),
  write: (list) => list.join(","),
};
const labels: Key<string[]> = {
  read: (text) => (/^[a-z0-9]{1,10}(,[a-z0-9]{1,10}){0,9}$/.test(text) ? text.split(",") : undefined),
  write: (list) => list.join(","),
};
const views: Key<ViewName[]> = {
  read(text) {
    const read = text.split(",");
    const known = VIEWS.filter((view) => read.includes(view));
    return known.length === read.length ? known : undefined;
  },
  write: (list) => list.join(","),
};
/** `2-3-1` */
const sizes: Key<number[]> = {
  read: (text) => (/^\d{1,3}(-\d{1,3}){1,9}$/.test(text) ? text.split("-").map(Number) : undefined),
  write: (list) => list.join("-"),
};
const id: Key<string> = {
  read: (text) => (/^[A-Zb]\d{0,2}(\[\d{1,3}\]){0,2}$/.test(text) ? text : undefined),
  write: (text) => text,
};

const KEYS: Keys<NetworkLink> = {
  task: ["task", name],
  sizes: ["layers", sizes],
  activations: ["act", names],
  bias: ["bias", oneOf("on", "off")],
  loss: ["loss", name],
  optimizer: ["opt", name],
  rate: ["rate", number],
  momentum: ["momentum", number],
  beta1: ["beta1", number],
  beta2: ["beta2", number],
  alpha: ["alpha", number],
  epsilon: ["eps", number],
  weight_decay: ["decay", number],
  schedule: ["schedule", name],
  factor: ["factor", number],
  every: ["every", count],
  warm_up: ["warm", count],
  l1: ["l1", number],
  l2: ["l2", number],
  batch: ["batch", count],
  shuffle: ["shuffle", oneOf("on", "off")],
  scheme: ["scheme", name],
  seed: ["seed", count],
  count: ["n", count],
  noise: ["noise", number],
  test: ["test", count],
  features: ["features", labels],
  inputs: ["x", numbers],
  targets: ["y", numbers],
  weights: ["w", numbers],
  begin: ["begin", count],
  update: ["update", count],
  stage: ["stage", count],
  guess: ["guess", oneOf(...SIGNS)],
  chosen: ["of", id],
  sample: ["sample", count],
  views: ["view", views],
};

export function readNetwork(fragment: string): Partial<NetworkLink> {
  return readKeys(KEYS, fragment);
}
export function writeNetwork(link: Partial<NetworkLink>): string {
  return writeKeys(KEYS, link);
}

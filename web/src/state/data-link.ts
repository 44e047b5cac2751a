/** What is trained on, in a link: keys that every lab with data shares. */
import { changeData, DATA_LIMITS, type DataChoice, type DataSet, usualOf } from "./data-choice.js";
import { count, type Key, type Keys, name, number, writeKeys } from "./link.js";
import { type OwnData, writeOwn } from "./own-data.js";

export interface DataLink {
  data: string;
  samples: number;
  noise: number;
  dataSeed: number;
  own: string;
}

/** A link stays short enough to be sent. */
const LINKED_LENGTH = 4000;

/** Rows end with `|`, which stays readable in an address; a table that has one in a name travels as it is. */
const table: Key<string> = {
  read: (text) =>
    text.length > 2 * LINKED_LENGTH ? undefined : text.includes("\n") ? text : text.replaceAll("|", "\n"),
  write: (text) => (text.includes("|") ? text : text.replaceAll("\n", "|")),
};

export const DATA_KEYS: Keys<DataLink> = {
  data: ["data", name],
  samples: ["samples", count],
  noise: ["noise", number],
  dataSeed: ["dataseed", count],
  own: ["own", table],
};

/** Only what is not as usual. Own data that are too many for a link leave nothing behind but `data=own`. */
export function linkOf(choice: DataChoice, usual: DataChoice, sets: readonly DataSet[]): Partial<DataLink> {
  const { made, own, isOwn } = choice;
  if (isOwn && own.data) return { data: "own", ...(isLinked(own.data) && { own: writeOwn(own.data) }) };
  const set = sets.find(({ name }) => name === made.name);
  const { samples, noise, seed } = set ? usualOf(set) : made;
  return {
    ...(made.name !== usual.made.name && { data: made.name }),
    ...(made.samples !== samples && { samples: made.samples }),
    ...(made.noise !== noise && { noise: made.noise }),
    ...(made.seed !== seed && { dataSeed: made.seed }),
  };
}

/** Whether they are few enough to travel in a link. */
export function isLinked(data: OwnData): boolean {
  if (data.inputs.length * data.names.length > LINKED_LENGTH) return false;
  return writeKeys(DATA_KEYS, { own: writeOwn(data) }).length <= LINKED_LENGTH;
}

/** A link of somebody else's making is not believed: what is out of bounds is as usual. */
export function linkedData(link: Partial<DataLink>, usual: DataChoice, sets: readonly DataSet[]): DataChoice {
  const { data = usual.made.name, own, samples = 0, noise = 0, dataSeed = 0 } = link;
  const set = sets.find(({ name }) => name === data) ?? sets.find(({ name }) => name === usual.made.name);
  const made = set ? usualOf(set) : usual.made;
  const choice = {
    ...usual,
    made: {
      ...made,
      ...(isSamples(samples) && { samples }),
      ...(isNoise(noise) && { noise }),
      ...(isSeed(dataSeed) && { seed: dataSeed }),
    },
  };
  if (data !== "own") return choice;
  return own === undefined ? { ...choice, isOwn: true } : changeData(choice, { text: own }, sets);
}

function isSamples(samples: number): boolean {
  return Number.isInteger(samples) && samples >= 1 && samples <= DATA_LIMITS.samples;
}
function isNoise(noise: number): boolean {
  return noise >= 0 && noise <= DATA_LIMITS.noise;
}
function isSeed(seed: number): boolean {
  return Number.isInteger(seed) && seed >= 1 && seed <= DATA_LIMITS.seed;
}

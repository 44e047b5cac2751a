/** What nets of a lab are trained on: one of the engine's data sets, or samples of a person's own. Values and functions of them; no DOM. */
import type { TrainingTables, TrainRequest } from "../engine/protocol.js";
import { type OwnData, type OwnReading, readOwn, standardised, writeOwn } from "./own-data.js";

export type DataSet = TrainingTables["data"][number];

/** A data set of the engine's, as its `train` takes it. */
export interface MadeData {
  name: string;
  samples: number;
  /** Standard deviation of what is added to the inputs of classes, or to targets that are numbers. */
  noise: number;
  seed: number;
}
export interface DataChoice {
  made: MadeData;
  /** The text as it was typed, what was read of it, and the last of it that could be used. */
  own: { text: string; reading: OwnReading | null; data: OwnData | null };
  /** Which of the two is chosen. Own data are used as soon as there are some. */
  isOwn: boolean;
}
export type DataChange =
  | { made: Partial<MadeData> }
  | { text: string; target?: number | null }
  | { isOwn: boolean }
  /** Own columns are brought to mean 0 and deviation 1, in their text. */
  | { isStandard: true };

/** What a choice comes to. */
export interface UsedData {
  request: TrainRequest["data"];
  names: string[];
  target: string;
  /** Columns of the targets, and so units of the last layer. */
  outputs: number;
  /** By number; null where targets are numbers to be met. */
  classes: string[] | null;
}

export const DATA_LIMITS = { samples: 1000, noise: 5, seed: 9_999_999 } as const;
/** Of a data set unless asked otherwise: more cost time and show nothing more. */
const USUAL = 100;

export function usualOf({ name, samples }: DataSet): MadeData {
  return { name, samples: Math.min(samples, USUAL), noise: 0, seed: 1 };
}

export function firstChoice(set: DataSet): DataChoice {
  return { made: usualOf(set), own: { text: "", reading: null, data: null }, isOwn: false };
}

/** Another data set comes with a number of samples of its own; seed and noise stay. What cannot be read keeps what was read before. */
export function changeData(choice: DataChoice, change: DataChange, sets: readonly DataSet[]): DataChoice {
  if ("isOwn" in change) return { ...choice, isOwn: change.isOwn };
  if ("made" in change) {
    const set = sets.find(({ name }) => name === change.made.name);
    const samples = set ? { samples: usualOf(set).samples } : {};
    return { ...choice, isOwn: false, made: { ...choice.made, ...samples, ...change.made } };
  }
  if ("isStandard" in change) {
    const { data } = choice.own;
    return data ? changeData(choice, { text: writeOwn(standardised(data)), target: null }, sets) : choice;
  }
  const { text, target = targetIn(text, choice.own.reading) } = change;
  if (text.trim() === "") return { ...choice, isOwn: true, own: { ...choice.own, text, reading: null } };
  const reading = readOwn(text, target);
  return { ...choice, isOwn: true, own: { text, reading, data: reading.data ?? choice.own.data } };
}

/** The column that was chosen stays chosen while there are as many of them. */
function targetIn(text: string, before: OwnReading | null): number | null {
  return before && readOwn(text).columns.length === before.columns.length ? before.target : null;
}

export function usedOf({ made, own, isOwn }: DataChoice, sets: readonly DataSet[]): UsedData {
  if (isOwn && own.data) {
    const { inputs, targets, names, target, classes } = own.data;
    return { request: { inputs, targets }, names, target, outputs: targets[0]?.length ?? 1, classes };
  }
  const { inputs = 2, classes = true } = sets.find(({ name }) => name === made.name) ?? {};
  const names = inputs === 1 ? ["x"] : Array.from({ length: inputs }, (_, i) => `x${i + 1}`);
  return { request: { ...made }, names, target: "y", outputs: 1, classes: classes ? ["0", "1"] : null };
}

/** The weights a net begins with, and how a link lists them: layer by layer, W row by row and then b. */

import type { Layer, TrainRequest } from "../../engine/protocol.js";
import type { TrainingEngine } from "../../engine/training.js";
import { type NetId, placeOf } from "../../scene/net.js";
import { type Data, dataOf } from "./data.js";
import { Run } from "./run.js";
import type { Setting } from "./setting.js";
import { readable, taskOf } from "./tasks.js";

/** Drawn by the engine from the seed, rounded to two digits so that they can be read; or those of the task. */
export function initialLayers(engine: Pick<TrainingEngine, "train">, setting: Setting): Layer[] {
  const { sizes, bias, scheme, seed, task } = setting;
  const given = taskOf(task).layers;
  if (scheme === "given" && given) return given.map(({ W, b }) => ({ W, ...(bias && { b: b ?? W.map(() => [0]) }) }));
  const reply = engine.train<TrainRequest>({
    layers: [...sizes],
    activations: sizes.slice(1).map(() => "linear"),
    bias,
    loss: "mse",
    data: {
      inputs: [sizes.slice(0, 1).flatMap((inputs) => Array<number>(inputs).fill(0))],
      targets: [Array<number>(sizes.at(-1) ?? 1).fill(0)],
    },
    initial: { scheme: scheme === "given" ? "xavier_normal" : scheme, seed },
    optimizer: { name: "gd", learning_rate: 0 },
    steps: 0,
    record: ["parameters"],
  });
  if (!reply.ok || !("frames" in reply)) return [];
  return (reply.frames[0]?.layers ?? []).map(({ W, b }) => ({
    W: W.map((row) => row.map(readable)),
    ...(b && { b }),
  }));
}

/** A run from the weights of the seed, on the samples of the task unless there are others. */
export function firstRun(
  engine: Pick<TrainingEngine, "train" | "explain">,
  setting: Setting,
  data: Data | null = null,
): Run {
  const used = data ?? dataOf(engine, setting);
  // a batch of as many as there are is all of them
  const isBatch = setting.batch < used.samples.inputs.length;
  return new Run(engine, {
    begin: 0,
    layers: initialLayers(engine, setting),
    ...used,
    setting: isBatch ? setting : { ...setting, batch: 0 },
  });
}

export function flatten(layers: readonly Layer[]): number[] {
  return layers.flatMap(({ W, b = [] }) => [...W.flat(), ...b.flat()]);
}

/** The inverse, for a net of these sizes; null where there are too few numbers, or too many. */
export function unflatten(numbers: readonly number[], sizes: readonly number[], bias: boolean): Layer[] | null {
  let next = 0;
  const take = (rows: number, columns: number) =>
    Array.from({ length: rows }, () => numbers.slice(next, (next += columns)));
  const layers = sizes
    .slice(1)
    .map((units, i) => ({ W: take(units, sizes[i] as number), ...(bias && { b: take(units, 1) }) }));
  return next === numbers.length ? layers : null;
}

/** A weight or a bias by its id; null where there is none. */
export function weightIn(layers: readonly Layer[], id: NetId): number | null {
  const place = placeOf(id);
  const [, kind, digits] = /^([Wb])(\d+)$/.exec(place?.name ?? "") ?? [];
  const layer = layers[Number(digits) - 1];
  if (!place?.entry || !layer) return null;
  return (kind === "W" ? layer.W : layer.b)?.[place.entry[0]]?.[place.entry[1]] ?? null;
}

/** With one number changed. */
export function withEntry(
  matrix: readonly (readonly number[])[],
  row: number,
  column: number,
  value: number,
): number[][] {
  return matrix.map((entries, i) => entries.map((entry, j) => (i === row && j === column ? value : entry)));
}

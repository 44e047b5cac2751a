/** Batch sizes raced against each other: the same losses over updates, over epochs, or over gradients that were computed. */
import type { Series } from "./chart.js";

export type Measure = "updates" | "epochs" | "gradients";
export const MEASURES: readonly Measure[] = ["updates", "epochs", "gradients"];

export interface Racer {
  batch: number;
  /** Of all points. */
  samples: number;
  /** After each update, from 0. */
  losses: readonly number[];
}
/** When a racer first was below the goal; null where it never was. */
export interface Lap {
  batch: number;
  reached: Record<Measure, number> | null;
  /** How far it came. */
  last: Record<Measure, number> & { loss: number };
}

/** One update costs as many gradients as its batch has points. */
export function counted(
  { batch, samples }: Pick<Racer, "batch" | "samples">,
  updates: number,
): Record<Measure, number> {
  return { updates, epochs: (updates * batch) / samples, gradients: updates * batch };
}

export function lapsOf(racers: readonly Racer[], goal: number): Lap[] {
  return racers.map((racer) => {
    const update = racer.losses.findIndex((loss) => loss < goal);
    const last = racer.losses.length - 1;
    return {
      batch: racer.batch,
      reached: update < 0 ? null : counted(racer, update),
      last: { ...counted(racer, last), loss: racer.losses[last] ?? Number.NaN },
    };
  });
}

/** Who needed least. */
export function winnerBy(laps: readonly Lap[], measure: Measure): Lap | null {
  const arrived = laps.filter(({ reached }) => reached !== null);
  const need = ({ reached }: Lap) => reached?.[measure] ?? Number.POSITIVE_INFINITY;
  return arrived.reduce<Lap | null>((best, lap) => (best === null || need(lap) < need(best) ? lap : best), null);
}

/** As far along the axis as `most`. */
export function seriesBy(
  racers: readonly Racer[],
  measure: Measure,
  most: number,
  name: (batch: number) => string,
): Series[] {
  return racers.map((racer) => ({
    name: name(racer.batch),
    points: racer.losses
      .map((loss, updates) => ({ x: counted(racer, updates)[measure], y: loss }))
      .filter(({ x }) => x <= most),
  }));
}

/** The setting of the free lab as a link says it: only what is not as usual. */
import type { StartLink } from "../../state/start-link.js";
import {
  ACTIVATIONS,
  areWidths,
  BATCHES,
  CHARTS,
  FREE_DEFAULT,
  type FreeSetting,
  isRate,
  isScale,
  MOST_BY_HAND,
  MOST_SCHEMES,
  OPTIMIZERS,
  SCHEMES,
  SEEDS,
} from "./free-setting.js";

export function linkOfSetting(setting: FreeSetting): Partial<StartLink> {
  const hasHand = setting.schemes.includes("hand");
  const changed = Object.entries(setting).filter(
    ([name, value]) =>
      String(value) !== String(FREE_DEFAULT[name as keyof FreeSetting]) && (name !== "hand" || hasHand),
  );
  return Object.fromEntries(changed);
}

/** What cannot be used is as usual. */
export function settingOf(link: Partial<StartLink>): FreeSetting {
  const usual = FREE_DEFAULT;
  const schemes = SCHEMES.filter((scheme) => link.schemes?.includes(scheme)).slice(0, MOST_SCHEMES);
  return {
    widths: link.widths && areWidths(link.widths) ? link.widths : usual.widths,
    activation: ACTIVATIONS.find((name) => name === link.activation) ?? usual.activation,
    rate: link.rate && isRate(link.rate) ? link.rate : usual.rate,
    optimizer: OPTIMIZERS.find((name) => name === link.optimizer) ?? usual.optimizer,
    batch: BATCHES.find((count) => count === link.batch) ?? usual.batch,
    chart: CHARTS.find((name) => name === link.chart) ?? usual.chart,
    scale: link.scale !== undefined && isScale(link.scale) ? link.scale : usual.scale,
    schemes: schemes.length > 0 ? schemes : usual.schemes,
    seed: link.seed ?? usual.seed,
    seeds: SEEDS.find((count) => count === link.seeds) ?? usual.seeds,
    hand: link.hand && link.hand.length <= MOST_BY_HAND ? link.hand : usual.hand,
  };
}

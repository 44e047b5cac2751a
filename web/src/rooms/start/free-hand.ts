/** Weights by hand: one list of all weights and biases of a net that has few of them. */
import type { Layer } from "../../engine/protocol.js";
import type { Trainer } from "../../engine/trainer.js";
import type { UsedData } from "../../state/data-choice.js";
import {
  type FreeSetting,
  layersOf,
  MOST_BY_HAND,
  numbersOf,
  parametersOf,
  requestOf,
  type Scheme,
  shapeOf,
} from "./free-setting.js";

type Net = Pick<FreeSetting, "widths" | "hand">;

/** Whether a net's weights are few enough to be typed. */
export function isByHand(setting: Pick<FreeSetting, "widths">, used: UsedData): boolean {
  return parametersOf(shapeOf(setting, used)) <= MOST_BY_HAND;
}

/** Whether it is to start by hand, and the weights are not there yet or those of another net. */
export function lacksHand(setting: FreeSetting, used: UsedData): boolean {
  const isChosen = setting.schemes.includes("hand") && isByHand(setting, used);
  return isChosen && setting.hand.length !== parametersOf(shapeOf(setting, used));
}

/** How another scheme would start. */
export async function weightsOf(
  train: Trainer["train"],
  scheme: Scheme,
  setting: FreeSetting,
  used: UsedData,
): Promise<number[]> {
  const reply = await train({ ...requestOf(scheme, setting, used), steps: 0, record: ["parameters"] });
  return reply.ok ? numbersOf(reply.frames[0]?.layers ?? []) : [];
}

/** The layers of such a list: the same ones until a number changes, so that a field that is typed into is left alone. */
export function rememberedLayers(): (setting: Net, used: UsedData) => Layer[] {
  let known: { hand: number[]; shape: string; layers: Layer[] } | null = null;
  return ({ hand, widths }, used) => {
    const shape = shapeOf({ widths }, used);
    if (known?.hand !== hand || known.shape !== String(shape))
      known = { hand, shape: String(shape), layers: layersOf(hand, shape) };
    return known.layers;
  };
}

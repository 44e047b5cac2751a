/** What a net answers all over the picture of its samples, and to the samples themselves, asked of the engine: of two inputs in squares, of one along a line. */
import type { Layer, TrainRequest } from "../../engine/protocol.js";
import type { Trainer } from "../../engine/trainer.js";
import { percentRight } from "../../scene/accuracy.js";
import type { Range } from "../../scene/curve.js";
import { rangesOf, type Samples } from "../../scene/samples.js";
import type { UsedData } from "../../state/data-choice.js";
import { type FreeSetting, requestOf, type Scheme } from "./free-setting.js";

/** Squares along an edge of a picture; points of a line. */
export const GRID = 32;
const POINTS = 81;

export interface Places {
  x: Range;
  y: Range;
  inputs: number[][];
}

/** Null where there are more inputs than a picture has. */
export function placesOf({ inputs, targets }: Samples): Places | null {
  const width = inputs[0]?.length ?? 0;
  if (width < 1 || width > 2) return null;
  const [x, y] = rangesOf(
    inputs.map(([first = 0]) => first),
    width === 2 ? inputs.map(([, second = 0]) => second) : targets.map(([target = 0]) => target),
  );
  return { x, y, inputs: width === 2 ? squaresOf(x, y) : pointsOf(x) };
}

/** Their middles, row by row from the top. */
export function squaresOf(x: Range, y: Range): number[][] {
  const middle = ([low, high]: Range, i: number) => low + ((i + 0.5) / GRID) * (high - low);
  return Array.from({ length: GRID * GRID }, (_, i) => [
    middle(x, i % GRID),
    middle(y, GRID - 1 - Math.floor(i / GRID)),
  ]);
}

function pointsOf([low, high]: Range): number[][] {
  return Array.from({ length: POINTS }, (_, i) => [low + (i / (POINTS - 1)) * (high - low)]);
}

/** By scheme, a row of outputs a place. */
export type Answers = ReadonlyMap<Scheme, readonly number[][]>;

/** What is to be drawn: nets of one setting, and where they are asked. */
export interface Drawn {
  nets: readonly { scheme: Scheme; layers: Layer[] }[];
  places: Places;
  samples: Samples;
  setting: FreeSetting;
  used: UsedData;
}

/** The answers at the update that is shown. While they are asked for only the last wish is kept, and a net that has not changed is not asked. */
export class FreeAnswers {
  by: Answers = new Map();
  /** By scheme, how many of a hundred samples are told right; of classes only. */
  right: ReadonlyMap<Scheme, number> = new Map();
  readonly #train: Trainer["train"];
  readonly #changed: () => void;
  #wanted: Drawn | null = null;
  #isDrawing = false;
  /** Of which layers and places the answers are. */
  #known = new Map<Scheme, { layers: Layer[]; places: Places }>();

  constructor(train: Trainer["train"], changed: () => void) {
    this.#train = train;
    this.#changed = changed;
  }

  clear(): void {
    this.#wanted = null;
    this.#known = new Map();
    this.by = new Map();
    this.right = new Map();
  }

  async draw(wanted: Drawn): Promise<void> {
    this.#wanted = wanted;
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    for (let drawn = this.#take(); drawn; drawn = this.#take()) await this.#draw(drawn);
    this.#isDrawing = false;
  }

  #take(): Drawn | null {
    const wanted = this.#wanted;
    this.#wanted = null;
    return wanted;
  }

  async #draw(drawn: Drawn): Promise<void> {
    const { nets, places, samples } = drawn;
    const known = this.#known;
    const changed = nets.filter(({ scheme, layers }) => {
      const before = known.get(scheme);
      return before?.layers !== layers || before.places !== places;
    });
    const answers = await Promise.all(changed.map(({ layers }) => answersOf(this.#train, layers, drawn)));
    // cleared meanwhile
    if (known !== this.#known || changed.length === 0) return;
    const by = new Map(this.by);
    const right = new Map(this.right);
    for (const [i, { scheme, layers }] of changed.entries()) {
      const found = answers[i] ?? [];
      const [ofPlaces, ofSamples] = [found.slice(0, places.inputs.length), found.slice(places.inputs.length)];
      known.set(scheme, { layers, places });
      by.set(scheme, ofPlaces);
      right.set(
        scheme,
        percentRight(isCurve(drawn) ? ofSamples.map(([p = 0]) => [p - 0.5]) : ofSamples, samples.targets),
      );
    }
    this.by = by;
    this.right = drawn.used.classes === null ? new Map() : right;
    this.#changed();
  }
}

/** Whether it is drawn among targets of 0 and 1, where answers are probabilities. */
function isCurve({ places, used }: Drawn): boolean {
  return places.inputs[0]?.length === 1 && used.classes !== null && used.outputs === 1;
}

/** A row of outputs a place, then one a sample. Empty where there are none. */
async function answersOf(train: Trainer["train"], layers: Layer[], drawn: Drawn): Promise<number[][]> {
  if (!areFinite(layers)) return [];
  const { places, samples, setting, used } = drawn;
  const request = requestOf("zero", setting, used);
  const inputs = [...places.inputs, ...samples.inputs.map((row) => [...row])];
  const reply = await train<TrainRequest>({
    ...request,
    ...(isCurve(drawn) && { activations: [...request.activations.slice(0, -1), "sigmoid"], loss: "bce" }),
    data: { inputs, targets: inputs.map(() => Array<number>(used.outputs).fill(0)) },
    initial: { layers },
    steps: 0,
    record: ["outputs"],
  });
  return reply.ok && "frames" in reply ? (reply.frames[0]?.outputs ?? []) : [];
}

export function areFinite(layers: readonly Layer[]): boolean {
  return layers.every(({ W, b = [] }) => [...W, ...b].every((row) => row.every(Number.isFinite)));
}

/** How much an answer speaks for a class: of one output, for class 1 or against it; of several, how far it is before the next. */
export function margin(outputs: readonly number[], shown: number): number {
  if (outputs.length === 1) return outputs[0] as number;
  return (outputs[shown] ?? 0) - Math.max(...outputs.filter((_, i) => i !== shown));
}

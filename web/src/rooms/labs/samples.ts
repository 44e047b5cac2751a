/** The samples that the engine trains on, as they are shown: of its own data sets they are asked of it, so that nothing is made twice. */
import type { TrainRequest, TrainRun } from "../../engine/protocol.js";
import type { Trainer } from "../../engine/trainer.js";
import type { Samples } from "../../scene/samples.js";
import type { UsedData } from "../../state/data-choice.js";

type Train = Trainer["train"];
type Data = TrainRequest["data"];

/** Empty where the engine does not make them. */
export async function samplesOf(train: Train, { request, names }: UsedData): Promise<Samples> {
  if ("inputs" in request) return request;
  const columns = await Promise.all(names.map((_, i) => inputsOf(train, request, names.length, i)));
  const targets = await targetsOf(train, request, names.length, request.samples ?? 0);
  return { inputs: targets.map((_, i) => columns.map((column) => column[i] ?? Number.NaN)), targets };
}

/** One linear unit hands on one input. */
async function inputsOf(train: Train, data: Data, width: number, which: number): Promise<number[]> {
  const { frames } = await run(train, {
    ...plain(data),
    layers: [width, 1],
    activations: ["linear"],
    bias: false,
    initial: { layers: [{ W: [unit(width, which)] }] },
    steps: 0,
    record: ["outputs"],
  });
  return (frames[0]?.outputs ?? []).flat();
}

/** A dead unit hands on nothing, so that each update moves only the last bias, and with η = ½ to the very target of its one sample. */
async function targetsOf(train: Train, data: Data, width: number, count: number): Promise<number[][]> {
  const dead = { W: [Array<number>(width).fill(0)], b: [[-1]] };
  const { frames } = await run(train, {
    ...plain(data),
    layers: [width, 1, 1],
    activations: ["relu", "linear"],
    initial: { layers: [dead, { W: [[0]], b: [[0]] }] },
    optimizer: { name: "gd", learning_rate: 0.5 },
    batch: 1,
    shuffle: false,
    steps: count,
    record: ["parameters"],
  });
  return frames.slice(1).map(({ layers }) => [layers?.[1]?.b?.[0]?.[0] ?? Number.NaN]);
}

function plain(data: Data): Pick<TrainRequest, "loss" | "data" | "optimizer"> {
  return { loss: "mse", data, optimizer: { name: "gd", learning_rate: 0 } };
}

function unit(width: number, which: number): number[] {
  return Array.from({ length: width }, (_, i) => (i === which ? 1 : 0));
}

async function run(train: Train, request: TrainRequest): Promise<Pick<TrainRun, "frames">> {
  const reply = await train<TrainRequest>(request);
  return reply.ok && "frames" in reply ? reply : { frames: [] };
}

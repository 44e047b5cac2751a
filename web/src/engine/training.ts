/** The module of the labs: what trains, and what samples the curves and surfaces that are walked down. Opened once on a page, or in a worker. */
import { wasmBytes } from "virtual:wasm/training";
import createModule from "./generated/training.mjs";
import { type Instance, openInstance } from "./instance.mjs";
import { decodeReply, encodeRequest, type SampleReply, type SampleRequest } from "./protocol.js";
import {
  type DescentRequest,
  decodeTraining,
  type TrainingDescription,
  type TrainReply,
  type TrainRequest,
} from "./protocol-train.js";
import { sampled } from "./sampled.js";

export interface TrainingEngine {
  /** A net, or a program, trained for some updates. */
  train<Request extends TrainRequest | DescentRequest>(request: Request): TrainReply<Request>;
  /** A program's values, and its derivatives if asked for, at all points of a curve or a surface. */
  sample(request: SampleRequest): SampleReply;
  describe(): TrainingDescription;
}

let opening: Promise<TrainingEngine> | null = null;

export function createTrainingEngine(): Promise<TrainingEngine> {
  opening ??= wasmBytes().then(async (module) => trainingOf(await openInstance(createModule, module)));
  // who asks again after a broken connection gets another try
  opening.catch(() => (opening = null));
  return opening;
}

function trainingOf(instance: Instance): TrainingEngine {
  return {
    train(request) {
      const reply = instance.call("train", encodeRequest({ format: "binary", ...request }));
      return decodeTraining(reply, instance.numbers());
    },
    sample: (request) => sampled(instance, request),
    describe: () => decodeReply<TrainingDescription>(instance.call("describe")),
  };
}

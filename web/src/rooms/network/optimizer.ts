/** An optimiser as `train` takes it, and what the engine makes of a learning rate as updates go by. */
import type { OptimizerChoice, TrainRequest } from "../../engine/protocol.js";
import type { TrainingEngine } from "../../engine/training.js";
import { isScheduled, OPTIMIZERS, SCHEDULES, type Training } from "./training.js";

export function optimizerOf(training: Training): OptimizerChoice {
  const of = (names: readonly (keyof Training)[]) => Object.fromEntries(names.map((name) => [name, training[name]]));
  const { optimizer, schedule, rate } = training;
  return {
    name: optimizer,
    learning_rate: rate,
    ...of(OPTIMIZERS[optimizer]),
    ...(isScheduled(training) && { schedule: { name: schedule, ...of([...SCHEDULES[schedule], "warm_up"]) } }),
  };
}

/** The learning rate of the update that follows so many: how far a slope of 1 moves a weight that is next to nothing. */
export function rateAfter(engine: Pick<TrainingEngine, "train">, training: Training, updates: number): number {
  if (!isScheduled(training)) return training.rate;
  const { learning_rate = training.rate, schedule } = optimizerOf(training);
  const layers = [{ W: [[Number.MIN_VALUE]] }];
  const reply = engine.train<TrainRequest>({
    layers: [1, 1],
    activations: ["linear"],
    bias: false,
    loss: "mse",
    data: { inputs: [[0]], targets: [[0]] },
    initial: { layers },
    state: { step: updates, layers, slots: [], order: { generator: ["1", "1", "1", "1"], taken: 0 } },
    optimizer: { name: "gd", learning_rate, ...(schedule && { schedule }) },
    l1: 1,
    steps: 1,
    record: ["parameters"],
  });
  if (!reply.ok || !("frames" in reply)) return training.rate;
  return -(reply.state.layers[0]?.W[0]?.[0] ?? -training.rate);
}

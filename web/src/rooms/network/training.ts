/** How a net is trained beside its learning rate: what an optimiser can be set to, schedules of the rate, penalties. Names are the engine's. */

interface Amount {
  usual: number;
  least: number;
  most: number;
  whole?: boolean;
  /** More than the least. */
  above?: boolean;
  /** Less than the most. */
  below?: boolean;
}
/** More updates than this are made by nobody. */
const LONGEST = 2000;
const share = { least: 0, most: 1, below: true };

export const AMOUNTS = {
  momentum: { usual: 0.9, ...share },
  beta1: { usual: 0.9, ...share },
  beta2: { usual: 0.999, ...share },
  alpha: { usual: 0.99, ...share },
  epsilon: { usual: 1e-8, least: 0, most: 1 },
  weight_decay: { usual: 0.01, least: 0, most: 10 },
  factor: { usual: 0.5, least: 0, most: 2, above: true },
  every: { usual: 100, least: 1, most: LONGEST, whole: true },
  warm_up: { usual: 0, least: 0, most: LONGEST, whole: true },
  l1: { usual: 0, least: 0, most: 10 },
  l2: { usual: 0, least: 0, most: 10 },
} as const satisfies Record<string, Amount>;
export type AmountName = keyof typeof AMOUNTS;
export const AMOUNT_NAMES = Object.keys(AMOUNTS) as AmountName[];

/** With what each can be set to. */
export const OPTIMIZERS = {
  gd: [],
  momentum: ["momentum"],
  nesterov: ["momentum"],
  adagrad: ["epsilon"],
  rmsprop: ["alpha", "epsilon"],
  adam: ["beta1", "beta2", "epsilon"],
  adamw: ["beta1", "beta2", "epsilon", "weight_decay"],
} as const satisfies Record<string, readonly AmountName[]>;
export type OptimizerName = keyof typeof OPTIMIZERS;

export const SCHEDULES = {
  constant: [],
  step: ["factor", "every"],
  exponential: ["factor"],
  cosine: ["every"],
} as const satisfies Record<string, readonly AmountName[]>;
export type ScheduleName = keyof typeof SCHEDULES;

export interface Training extends Record<AmountName, number> {
  optimizer: OptimizerName;
  schedule: ScheduleName;
  rate: number;
  /** Samples an update; 0 for all. */
  batch: number;
  /** Whether every epoch takes them in another order; else they are taken in their own. */
  shuffle: boolean;
}

export const USUAL_TRAINING: Omit<Training, "rate"> = {
  optimizer: "gd",
  schedule: "constant",
  batch: 0,
  shuffle: false,
  ...(Object.fromEntries(AMOUNT_NAMES.map((name) => [name, AMOUNTS[name].usual])) as Record<AmountName, number>),
};

export function isAmount(name: AmountName, value: number): boolean {
  const { least, most, whole = false, above = false, below = false }: Amount = AMOUNTS[name];
  if (!(value >= least && value <= most) || (whole && !Number.isInteger(value))) return false;
  return !(above && value === least) && !(below && value === most);
}

/** Half of the rate every update would be the end of it. */
export function factorFor(schedule: ScheduleName): number {
  return schedule === "exponential" ? 0.99 : AMOUNTS.factor.usual;
}

export function isScheduled({ schedule, warm_up }: Pick<Training, "schedule" | "warm_up">): boolean {
  return schedule !== "constant" || warm_up > 0;
}

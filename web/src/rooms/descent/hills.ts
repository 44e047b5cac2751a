/** The hills of the lab: of one number w. Their programs are walked down by the engine; what else is here only says where to begin. */
import type { Range } from "../../scene/curve.js";

export interface Hill {
  program: string;
  /** Of the program by w, as a program: what the engine's `derivatives` say of it. */
  derivative: string;
  start: number;
  rate: number;
  /** What the picture shows of the axis. */
  window: Range;
}

export const HILLS = {
  bowl: { program: "(w - 3)^2 / 2", derivative: "w - 3", start: 0, rate: 0.1, window: [-1, 7] },
  square: { program: "w^2", derivative: "2 * w", start: 1, rate: 0.1, window: [-2, 2] },
  valleys: {
    program: "w^4 / 4 - w^2 + w / 4",
    derivative: "w^3 - 2 * w + 1 / 4",
    start: 2,
    rate: 0.05,
    window: [-2.5, 2.5],
  },
  corner: { program: "abs(w)", derivative: "sign(w)", start: 2, rate: 0.3, window: [-2.5, 2.5] },
} satisfies Record<string, Hill>;
export type HillName = keyof typeof HILLS;

export const HILL_NAMES = Object.keys(HILLS) as HillName[];
/** Those with one curvature everywhere: of them a largest learning rate can be told. */
export const BOWLS = ["bowl", "square"] as const satisfies readonly HillName[];
export type BowlName = (typeof BOWLS)[number];

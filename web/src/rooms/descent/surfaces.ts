/** Functions of x and y that optimisers are tried on, each with a place to begin and learning rates at which there is something to see. */
import type { Range } from "../../scene/curve.js";

export interface SurfaceChoice {
  program: string;
  x: Range;
  y: Range;
  start: readonly [x: number, y: number];
  /** Of gradient descent and momentum; of those whose updates have a length of their own. */
  rate: number;
  ownRate: number;
}

export const SURFACES = {
  bowl: {
    program: "(x^2 + 20 * y^2) / 2",
    ...{ x: [-5, 5], y: [-5, 5], start: [-4, 2.5], rate: 0.08, ownRate: 0.2 },
  },
  rosenbrock: {
    program: "(1 - x)^2 + 100 * (y - x^2)^2",
    ...{ x: [-2, 2], y: [-1, 3], start: [-1.2, 1], rate: 0.001, ownRate: 0.05 },
  },
  beale: {
    program: "(1.5 - x + x * y)^2 + (2.25 - x + x * y^2)^2 + (2.625 - x + x * y^3)^2",
    ...{ x: [-4.5, 4.5], y: [-4.5, 4.5], start: [1, 1.5], rate: 0.01, ownRate: 0.1 },
  },
  himmelblau: {
    program: "(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
    ...{ x: [-5, 5], y: [-5, 5], start: [0, -1], rate: 0.01, ownRate: 0.1 },
  },
  matyas: {
    program: "0.26 * (x^2 + y^2) - 0.48 * x * y",
    ...{ x: [-10, 10], y: [-10, 10], start: [-8, 3], rate: 1, ownRate: 0.3 },
  },
  mccormick: {
    program: "sin(x + y) + (x - y)^2 - 1.5 * x + 2.5 * y + 1",
    ...{ x: [-3, 4], y: [-3, 4], start: [3, 0], rate: 0.1, ownRate: 0.1 },
  },
  rastrigin: {
    program: "20 + x^2 - 10 * cos(2 * pi * x) + y^2 - 10 * cos(2 * pi * y)",
    ...{ x: [-3, 3], y: [-3, 3], start: [2.3, 1.7], rate: 0.002, ownRate: 0.1 },
  },
  styblinski: {
    program: "(x^4 - 16 * x^2 + 5 * x + y^4 - 16 * y^2 + 5 * y) / 2",
    ...{ x: [-5, 5], y: [-5, 5], start: [0.5, 4], rate: 0.01, ownRate: 0.1 },
  },
  goldstein: {
    program:
      "(1 + (x + y + 1)^2 * (19 - 14 * x + 3 * x^2 - 14 * y + 6 * x * y + 3 * y^2)) * " +
      "(30 + (2 * x - 3 * y)^2 * (18 - 32 * x + 12 * x^2 + 48 * y - 36 * x * y + 27 * y^2))",
    ...{ x: [-2, 2], y: [-2, 2], start: [-0.5, 0.2], rate: 0.0001, ownRate: 0.05 },
  },
} satisfies Record<string, SurfaceChoice>;
export type SurfaceName = keyof typeof SURFACES;
export const SURFACE_NAMES = Object.keys(SURFACES) as SurfaceName[];

/** The loss of the race as a function of the two weights alone, for a map: its bias stays where the best one is. */
import { type Surface, type SurfacePoint, surfaceOf } from "../../scene/surface.js";
import { POINTS } from "./points.js";
import type { Engine } from "./walks.js";

/** About the least squares' of these points. */
export const BIAS = 0.5;
const AXES = { x: [-1.5, 4.5], y: [-4, 2] } as const;
const SIDE = 61;

const rows = POINTS.map(([x1, x2]) => `[${x1}, ${x2}]`).join(", ");
const PROGRAM = `X = [${rows}]
t = [${POINTS.map(([, , target]) => target).join(", ")}]
mean((X @ w + b - t)^2)`;

export function lossSurface(engine: Engine): Surface {
  const axis = (entry: number, [from, to]: readonly [number, number]) => ({ input: "w", entry, from, to, count: SIDE });
  const reply = engine.sample({
    program: PROGRAM,
    at: { w: [0, 0], b: BIAS },
    axes: [axis(0, AXES.x), axis(1, AXES.y)],
    include: ["gradient"],
  });
  if (!reply.ok) throw new Error(reply.error.message);
  return surfaceOf(reply, AXES.x, AXES.y);
}

/** At one place, with its slope. */
export function lossStanding(engine: Engine, { x, y }: { x: number; y: number }): SurfacePoint {
  const reply = engine.train({
    program: PROGRAM,
    parameters: ["w"],
    at: { w: [x, y], b: BIAS },
    optimizer: { name: "gd" },
    steps: 0,
    record: ["loss", "gradients"],
  });
  if (!reply.ok) throw new Error(reply.error.message);
  const [frame] = reply.frames;
  const [byX = Number.NaN, byY = Number.NaN] = [frame?.gradients?.w].flat(2) as number[];
  return { x, y, value: frame?.loss ?? Number.NaN, gradient: [byX, byY] };
}

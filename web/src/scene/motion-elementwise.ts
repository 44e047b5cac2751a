/**
 * Grids in motion where a gate works entry by entry: a copy of the gradient meets the grid of local derivatives, cell on
 * cell, and becomes their product. What was spread over rows or columns slides together again before it travels on.
 */
import type { BackwardStep, Value } from "../engine/protocol.js";
import { along } from "./curves.js";
import { gridWidth } from "./gates.js";
import { bracketMark, cellMark, cellMarks, cellPlace } from "./grids.js";
import type { PlacedGate, Wire } from "./layout.js";
import { inflate, type Mark, rect, text, union } from "./marks.js";
import { BRACKET, CELL_HEIGHT, GRID_ENTRIES, type Point, type Rect } from "./metrics.js";
import { landingPlace, totalMotion, wayBack } from "./motion-backward.js";
import { copy, type Motion } from "./motion-forward.js";
import { formatNumber } from "./numbers.js";
import { gateAt, gradientKey, isCovered, isSpread, type Picture, partialKey, SPREAD, wireOf } from "./picture.js";
import { numberMiddle, type Side } from "./places.js";
import { phase, travel } from "./timeline.js";
import { activeWire, outline, ring, tagMarks } from "./trace.js";

/** A copy of a number or of a small matrix, its middle at a point; null where it is too large to be carried. */
export function copyOf(key: string, side: Side, at: Point, value: Value, opacity: number): Mark[] | null {
  if (typeof value === "number") return [copy(key, side, at, formatNumber(value), opacity)];
  if (value.flat().length > GRID_ENTRIES) return null;
  const grid = gridAround(at, value);
  return [
    rect(
      `${key}-plate`,
      side === "value" ? "plate forward" : "plate backward",
      inflate(grid, BRACKET + 2, 3),
      4,
      opacity,
    ),
    bracketMark(key, `bracket ${side}`, grid, opacity),
    ...cellMarks(key, side, grid, value, opacity),
  ];
}

export function elementwiseBackward(picture: Picture, step: BackwardStep, elapsed: number): Motion | null {
  const [gate, target, wire] = [gateAt(picture, step.node), gateAt(picture, step.target), wireOf(picture, step)];
  const { adjoint, partial, contribution } = step;
  if (!gate || !target || !wire || partial === undefined || gate.matrix?.as !== "grid" || !Array.isArray(adjoint))
    return null;
  const hiding = [gradientKey(step.node), gradientKey(step.target), partialKey(step.node, step.input)];
  if (hiding.some((key) => isCovered(picture, key))) return null;

  const lit = phase(elapsed, 0, 120);
  const inside = { x: gate.x, y: gate.y };
  const meeting = meetingPlace(picture, gate, wire, adjoint);
  const marks = [ring(gate, "backward", lit), ...outline(picture, step.node, "gradient", "backward", lit)];
  if (elapsed > 370 && elapsed < 970)
    marks.push(...factorMarks(picture, step, wire, meeting, phase(elapsed, 370, 490) * (1 - phase(elapsed, 850, 900))));
  if (elapsed > 120 && elapsed < 900) {
    const way = [numberMiddle(gate, "gradient"), inside];
    const at =
      elapsed < 720
        ? along(way, travel(phase(elapsed, 120, 370)))
        : along([inside, meeting], travel(phase(elapsed, 720, 845)));
    marks.push(...(copyOf("copy-adjoint", "gradient", at, adjoint, 1 - phase(elapsed, 845, 900)) ?? []));
  }
  const product = productOf(adjoint, partial);
  const leaves = 970 + (isSpread(step) ? SPREAD : 0);
  if (elapsed > 850 && elapsed < leaves) {
    const appears = phase(elapsed, 850, 970);
    marks.push(
      ...(elapsed < 970 || !isSpread(step)
        ? (copyOf("copy-product", "gradient", meeting, product, appears) ?? [])
        : collapse(meeting, product, contribution, phase(elapsed, 970, leaves - 60))),
    );
  }
  if (elapsed >= leaves && elapsed < leaves + 480) {
    const way = [meeting, ...wayBack(target, wire, landingPlace(target, step))];
    const at = along(way, travel(phase(elapsed, leaves, leaves + 400)));
    const leaving = 1 - phase(elapsed, leaves + 400, leaves + 480);
    marks.push(...(copyOf("copy-contribution", "gradient", at, contribution, leaving) ?? []));
  }
  const hidden = new Set<string>();
  if (elapsed > leaves + 400) {
    hidden.add(`gradient${step.target}`);
    marks.push(...totalMotion(picture, step, target, elapsed - leaves + 970));
    if (step.arrived > 1) hidden.add(`ledger${step.target}`);
  }
  return { wires: activeWire(picture, wire, "backward", phase(elapsed, 370, 490)), marks, hidden };
}

/** `∘` and the local derivatives, cell by cell; one number for all of them on its usual tag. */
function factorMarks(picture: Picture, step: BackwardStep, wire: Wire, at: Point, opacity: number): Mark[] {
  const { partial } = step;
  if (!Array.isArray(partial)) return tagMarks(picture, step, wire, undefined, opacity);
  const grid = gridAround(at, partial);
  const box = inflate(grid, BRACKET + 4, 5);
  return [
    rect("tag", "tag", { ...box, x: box.x - 18, width: box.width + 18 }, 6, opacity),
    text("tag-text", "tag-text", { x: box.x - 6, y: at.y + 4.5 }, "∘", opacity),
    bracketMark("tag", "bracket value", grid, opacity),
    ...cellMarks("tag", "value", grid, partial, opacity),
  ];
}

/** Rows or columns slide together until each lies on the entry it came from, and their sum is there. */
function collapse(at: Point, product: number[][], sum: Value, progress: number): Mark[] {
  const sums = Array.isArray(sum) ? sum : [[sum]];
  const [from, to] = [gridAround(at, product), gridAround(at, sums)];
  const together = travel(phase(progress, 0.1, 0.75));
  const fading = phase(progress, 0.45, 0.8);
  const place = (i: number, j: number) => cellPlace(to, sums.length === 1 ? 0 : i, sums[0]?.length === 1 ? 0 : j);
  return [
    rect("collapse-plate", "plate backward", inflate(union([from, to]), BRACKET + 2, 3), 4),
    bracketMark("collapse-from", "bracket gradient", from, 1 - phase(progress, 0, 0.3)),
    bracketMark("collapse-to", "bracket gradient", to, fading),
    ...(fading < 1
      ? product.flatMap((entries, i) =>
          entries.map((entry, j) =>
            cellMark(
              `collapse-${i}-${j}`,
              "gradient",
              along([cellPlace(from, i, j), place(i, j)], together),
              entry,
              1 - fading,
            ),
          ),
        )
      : []),
    ...cellMarks("sum", "gradient", to, sums, fading),
  ];
}

/** The product, entry by entry; a local derivative of one number, one row or one column is that of all of them. */
function productOf(adjoint: readonly (readonly number[])[], partial: Value): number[][] {
  const factors = Array.isArray(partial) ? partial : [[partial]];
  return adjoint.map((entries, i) =>
    entries.map((entry, j) => {
      const row = factors[factors.length === 1 ? 0 : i] as number[];
      return entry === 0 ? 0 : entry * (row[row.length === 1 ? 0 : j] as number);
    }),
  );
}

/** At the tag, as far off the gate as the grid is high, and within the picture. */
function meetingPlace({ layout }: Picture, gate: PlacedGate, wire: Wire, value: readonly (readonly number[])[]): Point {
  const { width, height } = gridAround(wire.tag, value);
  const [across, off] = [width / 2 + 34, gate.height / 2 + height / 2 + 16];
  const above = gate.y - off;
  const isAbove = wire.tag.y < gate.y ? above > height / 2 + 6 : gate.y + off > layout.height - height / 2 - 6;
  return { x: Math.min(Math.max(gate.x, across), layout.width - across), y: isAbove ? above : gate.y + off };
}

function gridAround({ x, y }: Point, value: readonly (readonly number[])[]): Rect {
  const [width, height] = [gridWidth(value[0]?.length ?? 1), value.length * CELL_HEIGHT];
  return { x: x - width / 2, y: y - height / 2, width, height };
}

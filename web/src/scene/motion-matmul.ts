/** Z = W X cell by cell, and its backward steps: the other operand is flipped, and the product fills the grid under the target. */
import type { BackwardStep, ForwardStep, Value } from "../engine/protocol.js";
import { isTurned, transposed } from "./arranged.js";
import { along } from "./curves.js";
import { shapeText } from "./expressions.js";
import { gridWidth } from "./gates.js";
import { bracketMark, cellMark, cellMarks, cellPlace } from "./grids.js";
import type { PlacedGate, Wire } from "./layout.js";
import { inflate, type Mark, rect, text } from "./marks.js";
import { CELL_HEIGHT, type Rect } from "./metrics.js";
import type { Motion } from "./motion-forward.js";
import { nodeAt } from "./names.js";
import { formatNumber } from "./numbers.js";
import { gateAt, gradientKey, isCovered, type Picture, valueKey, wireOf } from "./picture.js";
import { gridRect, numberMiddle, numberPlace } from "./places.js";
import { phase, travel } from "./timeline.js";
import { activeWire, otherFactor, outline, ring, tagMarks } from "./trace.js";

/** The first cell in full, the second at double speed, the rest swept. */
const FIRST_CELL = { begin: 120, duration: 800 };
const SECOND_CELL = { begin: 920, duration: 400 };
const SWEEP = { begin: 1320, end: 2260 };

interface Product {
  gate: PlacedGate;
  left: PlacedGate;
  right: PlacedGate;
  w: number[][];
  x: number[][];
  z: number[][];
}

/** Null where the operands are not both drawn as grids; then the step moves like any other. */
export function matmulForward(picture: Picture, step: ForwardStep, elapsed: number): Motion | null {
  const product = productOf(picture, step);
  if (product === null) return null;
  const { gate, left, right, z } = product;
  const wires = picture.layout.into.get(step.node) ?? [];
  const lit = phase(elapsed, 0, 120);
  const columns = z[0]?.length ?? 1;
  const cells = z.flatMap((_, i) => Array.from({ length: columns }, (_, j) => [i, j] as const));
  const done = cells.filter((_, index) => elapsed >= cellTime(index, cells.length).end).length;
  const marks: Mark[] = [
    ring(gate, "forward", lit),
    ...[left, right].flatMap(({ node }) => outline(picture, node, "value", "forward", lit)),
    ...computedMarks(gate, z, done),
  ];
  const current = cells[done];
  if (current !== undefined && elapsed > FIRST_CELL.begin) {
    const { begin, end } = cellTime(done, cells.length);
    const progress = phase(elapsed, begin, end);
    if (done < 2) marks.push(...cellMotion(product, current, progress));
    else marks.push(plate("row", left, current[0], 1, undefined, "outline forward"));
  }
  return {
    wires: wires.flatMap((wire) => activeWire(picture, wire, "forward", lit)),
    marks,
    hidden: new Set([`value${step.node}`]),
  };
}

function productOf(picture: Picture, { node, value }: ForwardStep): Product | null {
  const { explanation, moment } = picture;
  const gate = gateAt(picture, node);
  if (nodeAt(explanation, node).op !== "matmul" || gate === undefined || gate.operands.length !== 2) return null;
  const [left, right] = gate.operands.map((operand) => gateAt(picture, operand.node));
  if (left?.matrix?.as !== "grid" || right?.matrix?.as !== "grid" || gate.matrix?.as === "tile") return null;
  if ([node, left.node, right.node].some((other) => isCovered(picture, valueKey(other)))) return null;
  const matrix = (known: Value | null | undefined) => (Array.isArray(known) ? known : [[known as number]]);
  return {
    gate,
    left,
    right,
    w: matrix(moment.nodes[left.node]?.value),
    x: matrix(moment.nodes[right.node]?.value),
    z: matrix(value),
  };
}

function cellTime(index: number, count: number): { begin: number; end: number } {
  if (index === 0) return { begin: FIRST_CELL.begin, end: FIRST_CELL.begin + FIRST_CELL.duration };
  if (index === 1) return { begin: SECOND_CELL.begin, end: SECOND_CELL.begin + SECOND_CELL.duration };
  const each = (SWEEP.end - SWEEP.begin) / Math.max(1, count - 2);
  return { begin: SWEEP.begin + (index - 2) * each, end: SWEEP.begin + (index - 1) * each };
}

/** Column j of X lifts and lies along row i of W; pairs multiply; the sum drops into Z[i, j]. */
function cellMotion(
  { gate, left, right, w, x, z }: Product,
  [i, j]: readonly [number, number],
  progress: number,
): Mark[] {
  const [from, onto] = [gridRect(right, "value"), gridRect(left, "value")];
  const row = w[i] ?? [];
  const lifted = travel(phase(progress, 0, 0.375));
  const multiplied = phase(progress, 0.42, 0.6);
  const dropped = travel(phase(progress, 0.625, 1));
  const marks: Mark[] = [plate("row", left, i, 2, 1 - phase(progress, 0.8, 1))];
  for (const [k, factor] of row.entries()) {
    const at = cellPlace(onto, i, k);
    const below = { x: at.x, y: at.y + CELL_HEIGHT };
    const entry = x[k]?.[j] as number;
    marks.push(cellMark(`w${k}`, "value", at, factor));
    if (multiplied < 1) {
      const copied = along([cellPlace(from, k, j), below], lifted);
      marks.push(cellMark(`lift${k}`, "value copy", copied, entry, 1 - multiplied));
    }
    if (multiplied > 0 && dropped < 0.3) {
      const shown = Math.min(multiplied, 1 - phase(dropped, 0, 0.3));
      marks.push(cellMark(`pair${k}`, "value product", below, factor * entry, shown));
    }
  }
  if (dropped > 0) {
    const start = { x: onto.x + onto.width / 2, y: cellPlace(onto, i, 0).y + CELL_HEIGHT };
    const end = gate.matrix === null ? numberMiddle(gate, "value") : cellPlace(gridRect(gate, "value"), i, j);
    marks.push(cellMark("sum", "value copy", along([start, end], dropped), z[i]?.[j] as number));
  }
  return marks;
}

/** The tinted strip over row i of W, with room below it for the column that was lifted. */
function plate(key: string, gate: PlacedGate, i: number, rows: number, opacity?: number, role = "plate forward"): Mark {
  const grid = gridRect(gate, "value");
  const strip: Rect = { x: grid.x, y: grid.y + i * CELL_HEIGHT, width: grid.width, height: rows * CELL_HEIGHT };
  return rect(key, role, inflate(strip, 3, 0), 4, opacity);
}

/** What Z holds already. */
function computedMarks(gate: PlacedGate, z: number[][], done: number): Mark[] {
  const key = `value${gate.node}`;
  if (gate.matrix === null)
    return done === 0 ? [] : [text(key, "value", numberPlace(gate, "value"), formatNumber(z[0]?.[0] as number))];
  const grid = gridRect(gate, "value");
  const columns = z[0]?.length ?? 1;
  const cells = Array.from({ length: done }, (_, index) => [Math.floor(index / columns), index % columns] as const);
  return [
    bracketMark(key, "bracket value", grid),
    ...cells.map(([i, j]) => cellMark(`${key}-${i}-${j}`, "value", cellPlace(grid, i, j), z[i]?.[j] as number)),
  ];
}

/** 120–620 the other operand flips over its diagonal (in numerator layout it is needed as it is), 620–970 the shapes snap together, then the target's grid fills. */
export function matmulBackward(picture: Picture, step: BackwardStep, elapsed: number): Motion | null {
  const [gate, target, wire] = [gateAt(picture, step.node), gateAt(picture, step.target), wireOf(picture, step)];
  const other = otherFactor(picture, step);
  if (gate === undefined || target?.matrix?.as !== "grid" || wire === undefined || other === null) return null;
  const factor = gateAt(picture, other.from);
  const value = picture.moment.nodes[other.from]?.value ?? null;
  if (nodeAt(picture.explanation, step.node).op !== "matmul" || factor?.matrix?.as !== "grid" || !Array.isArray(value))
    return null;
  const hiding = [valueKey(other.from), gradientKey(step.node), gradientKey(step.target)];
  if (hiding.some((key) => isCovered(picture, key)) || !Array.isArray(step.total)) return null;

  const lit = phase(elapsed, 0, 120);
  const filled = phase(elapsed, 970, 2170);
  const marks: Mark[] = [
    ring(gate, "backward", lit),
    ...outline(picture, step.node, "gradient", "backward", lit),
    ...outline(picture, other.from, "value", "forward", lit),
    ...(elapsed > 120 && elapsed < 1100 && !isTurned(picture.explanation)
      ? flipMarks(factor, value, travel(phase(elapsed, 120, 620)), 1 - phase(elapsed, 970, 1100))
      : []),
    ...dominoMarks(picture, step, wire, value, elapsed),
  ];
  const hidden = new Set<string>();
  if (filled > 0) {
    hidden.add(`gradient${step.target}`);
    marks.push(...fillMarks(target, step.total, filled));
  }
  return { wires: activeWire(picture, wire, "backward", phase(elapsed, 370, 490)), marks, hidden };
}

/** Copies of the cells move to their transposed places, around the middle of their grid. */
function flipMarks(gate: PlacedGate, value: number[][], progress: number, opacity: number): Mark[] {
  const from = gridRect(gate, "value");
  const [rows, columns] = [value[0]?.length ?? 1, value.length];
  const middle = numberMiddle(gate, "value");
  const size = { width: gridWidth(columns), height: rows * CELL_HEIGHT };
  const to: Rect = { x: middle.x - size.width / 2, y: middle.y - size.height / 2, ...size };
  const cover: Rect = {
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    width: Math.max(from.width, to.width),
    height: Math.max(from.height, to.height),
  };
  return [
    rect("flip-plate", "plate backward", inflate(cover, 8, 4), 6, opacity),
    ...value.flatMap((entries, i) =>
      entries.map((entry, j) =>
        cellMark(
          `flip-${i}-${j}`,
          "value",
          along([cellPlace(from, i, j), cellPlace(to, j, i)], progress),
          entry,
          opacity,
        ),
      ),
    ),
    bracketMark("flip", "bracket value", to, opacity * phase(progress, 0.8, 1)),
  ];
}

/** `4×1 · 1×2`, which snaps to `4×2`. */
function dominoMarks(picture: Picture, step: BackwardStep, wire: Wire, factor: number[][], elapsed: number): Mark[] {
  if (elapsed < 620) return [];
  const isAsItIs = isTurned(picture.explanation);
  const shape = (value: Value) => (typeof value === "number" ? "1×1" : shapeText(value));
  const shapes = [shape(step.adjoint), shape(isAsItIs ? factor : transposed(factor))];
  if ((step.input === 1) !== isAsItIs) shapes.reverse();
  const shown = elapsed < 970 ? shapes.join(" · ") : undefined;
  return tagMarks(picture, step, wire, shown, phase(elapsed, 620, 700));
}

function fillMarks(target: PlacedGate, total: number[][], filled: number): Mark[] {
  const key = `gradient${target.node}`;
  const grid = gridRect(target, "gradient");
  const count = total.length * (total[0]?.length ?? 1);
  const all = cellMarks(key, "gradient", grid, total);
  return [bracketMark(key, "bracket gradient", grid), ...all.slice(0, Math.ceil(filled * count))];
}

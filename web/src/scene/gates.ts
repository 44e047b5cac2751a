/** What each box of the view looks like before it has a place: its shape, its label, the operands that are wires. */
import type { Box, Explanation, NodeId, Shape } from "../engine/protocol.js";
import { isShaped, isTurned } from "./arranged.js";
import { BRACKET, CELL_GAP, CELL_HEIGHT, CELL_WIDTH, GATE, GRID_ENTRIES, STEM, TILE, textWidth } from "./metrics.js";
import { isRegion, nodeAt, regionName } from "./names.js";
import { formatNumber, fullPrecision, SLOT_CHARACTERS, superscript } from "./numbers.js";

/** Circles carry long labels in a smaller size. */
export function hasSmallLabel({ shape, label }: Pick<Gate, "shape" | "label">): boolean {
  return shape === "circle" && textWidth(label, LABEL_SIZE) > CIRCLE_LABEL - 4;
}

export type BoxShape = "pill" | "number" | "circle" | "function" | "group";

export interface MatrixSize {
  rows: number;
  columns: number;
  as: "grid" | "tile";
  /** Whether its shape is written beside it; always so beside a tile. */
  hasCaption: boolean;
}

export interface Gate {
  node: NodeId;
  /** The operation; null for a closed group or a stage. */
  op: string | null;
  shape: BoxShape;
  label: string;
  width: number;
  height: number;
  /** What is drawn as a wire, in text order; a constant drawn inside the gate is not. `input` is the position in the box. */
  operands: { node: NodeId; input: number }[];
  /** How a matrix is drawn on the stem; null for a number. */
  matrix: MatrixSize | null;
  /** The same of its gradient: turned over in numerator layout. */
  gradient: MatrixSize | null;
  stem: number;
  /** The program's name for the node, written above its value; a pill carries it inside. */
  name: string | null;
  group: number | null;
}

/** A label that is wider stands in a rounded rectangle; one that is nearly as wide is set smaller. */
const CIRCLE_LABEL = 34;
const LABEL_SIZE = 16;
export const SMALL_LABEL = 13;
/** In an n-ary gate ports are at least this far apart. */
const PORT_PITCH = 14;

/** Every box that is drawn, by ascending id. */
export function gatesOf(explanation: Explanation): Gate[] {
  const inside = constantsInside(explanation);
  const gates = explanation.view.boxes
    .filter((box) => !inside.has(box.node))
    .map((box) => gateOf(explanation, box, inside));
  return gates.sort((a, b) => a.node - b.node);
}

/** The nodes that have no box of their own: constant operands, and negated ones, are drawn inside the gate that reads them. */
export function constantsInside(explanation: Explanation): Set<NodeId> {
  const inside = new Set<NodeId>();
  for (const box of explanation.view.boxes) {
    if (isRegion(explanation, box) || !(nodeAt(explanation, box.node).op in LABELS)) continue;
    const numbers = box.inputs.filter((input) => literal(explanation, input) !== null);
    // 1/2 keeps its 1 as a bare number and becomes a gate ÷2: something has to flow into it.
    for (const input of numbers.length === box.inputs.length ? numbers.slice(1) : numbers) {
      inside.add(input);
      for (const inner of nodeAt(explanation, input).inputs) inside.add(inner);
    }
  }
  return inside;
}

/** The number a constant or a negated constant stands for; null for anything else, and for a stage with a name. */
function literal(explanation: Explanation, id: NodeId): number | null {
  const node = nodeAt(explanation, id);
  const isConstant =
    node.op === "constant" ||
    (node.op === "neg" && node.name === undefined && nodeAt(explanation, node.inputs[0] as number).op === "constant");
  const value = explanation.primals[id];
  return isConstant && typeof value === "number" ? value : null;
}

/**
 * A gate's label with its operands in it: a number where a constant is drawn inside, null where a wire comes in. Names
 * of the functions that are not here are their own labels.
 */
const LABELS: Record<string, (operands: (string | null)[]) => string> = {
  add: ([a, b]) => ((a ?? b) === null ? "+" : `+${bracketed((a ?? b) as string)}`),
  sub: ([a, b]) => infix(a, "−", b),
  mul: ([a, b]) => ((a ?? b) === null ? "×" : `×${bracketed((a ?? b) as string)}`),
  div: ([a, b]) => (a != null ? `${a}/x` : infix(null, "÷", b)),
  pow: ([a, b]) =>
    b != null
      ? /^−?\d+$/.test(b)
        ? `x${superscript(b.replace("−", "-"))}`
        : `x^${bracketed(b)}`
      : a != null
        ? `${bracketed(a)}ˣ`
        : "xʸ",
  max: (operands) => router("max", operands),
  min: (operands) => router("min", operands),
  clamp: (operands) => router("clamp", operands),
  log_base: (operands) => router("log", operands),
  less: ([a, b]) => infix(a, "<", b),
  less_equal: ([a, b]) => infix(a, "≤", b),
  greater: ([a, b]) => infix(a, ">", b),
  greater_equal: ([a, b]) => infix(a, "≥", b),
  equal: ([a, b]) => infix(a, "=", b),
  not_equal: ([a, b]) => infix(a, "≠", b),
};
/** Gates without room for a constant. `step` would read as a step of the timeline. */
const PLAIN_LABELS: Record<string, string> = {
  neg: "−1·",
  identity: "=",
  matmul: "@",
  transpose: "xᵀ",
  exp2: "2ˣ",
  sqrt: "√",
  cbrt: "∛",
  floor: "⌊x⌋",
  abs: "|x|",
  sum: "Σ",
  norm: "‖x‖",
  step: "x>0",
};

function infix(left: string | null | undefined, sign: string, right: string | null | undefined): string {
  if (left == null && right == null) return sign;
  return left != null ? `${left}${sign}x` : `${sign}${bracketed(right as string)}`;
}

function router(name: string, operands: (string | null)[]): string {
  if (operands.every((operand) => operand === null)) return name;
  const wires = operands.filter((operand) => operand === null).length;
  return `${name}(${operands.map((operand) => operand ?? (wires === 1 ? "x" : "·")).join(", ")})`;
}

function bracketed(number: string): string {
  return number.startsWith("−") ? `(${number})` : number;
}

function gateOf(explanation: Explanation, box: Box, inside: ReadonlySet<NodeId>): Gate {
  const node = nodeAt(explanation, box.node);
  const region = isRegion(explanation, box);
  const operands =
    region || node.op !== "input"
      ? box.inputs.map((id, input) => ({ node: id, input })).filter(({ node: id }) => !inside.has(id))
      : [];
  const label = labelOf(explanation, box, inside);
  const matrix = matrixOf(node.shape, isShaped(explanation));
  const gradient = matrix && isTurned(explanation) ? { ...matrix, rows: matrix.columns, columns: matrix.rows } : matrix;
  return {
    node: box.node,
    op: region ? null : node.op,
    ...outline(shapeOf(node.op, region, label, operands.length), label, operands.length),
    label,
    operands,
    matrix,
    gradient,
    stem: Math.max(
      STEM,
      matrix === null
        ? 0
        : matrix.as === "tile"
          ? TILE + 2 * BRACKET
          : gridWidth(Math.max(matrix.columns, gradient?.columns ?? 0)) + 4 * BRACKET,
    ),
    name: isNamedElsewhere(explanation, box.node) ? null : (node.name ?? null),
    group: box.group ?? null,
  };
}

/** A pill and a number carry their name inside, the output has it on its flag. */
function isNamedElsewhere(explanation: Explanation, id: NodeId): boolean {
  const { op } = nodeAt(explanation, id);
  return op === "input" || op === "constant" || id === explanation.output.node;
}

function labelOf(explanation: Explanation, box: Box, inside: ReadonlySet<NodeId>): string {
  const node = nodeAt(explanation, box.node);
  if (isRegion(explanation, box)) return regionName(explanation, box);
  if (node.op === "input") return node.name ?? "";
  if (node.op === "constant") return node.name ?? constantText(explanation, box.node);
  if (node.op === "index") return `[${(node.index ?? []).join(", ")}]`;
  const write = LABELS[node.op];
  if (write === undefined) return PLAIN_LABELS[node.op] ?? node.op;
  return write(box.inputs.map((input) => (inside.has(input) ? constantText(explanation, input) : null)));
}

function constantText(explanation: Explanation, id: NodeId): string {
  const node = nodeAt(explanation, id);
  const value = explanation.primals[id];
  if (node.name !== undefined || typeof value !== "number") return node.name ?? "";
  const written = fullPrecision(value);
  return written.length <= SLOT_CHARACTERS ? written : formatNumber(value);
}

/** 1/x and x² are functions of one thing; what is left are the gates that combine, and those that add to or scale one wire. */
const CIRCLES = /^([@]|max|min|−1·|[+×−÷][^x]*)$/u;

function shapeOf(op: string, region: boolean, label: string, operands: number): BoxShape {
  if (region) return "group";
  if (op === "input") return "pill";
  if (op === "constant") return "number";
  return CIRCLES.test(label) && operands <= 4 && textWidth(label, SMALL_LABEL) <= CIRCLE_LABEL ? "circle" : "function";
}

const GRIP = 14;
/** Beside the label: the double edge of a group on the left. */
const GROUP_EDGES = 28;

function outline(shape: BoxShape, label: string, operands: number): Pick<Gate, "shape" | "width" | "height"> {
  const text = textWidth(label, LABEL_SIZE);
  const height = Math.max(GATE, 24 + PORT_PITCH * (operands - 1));
  switch (shape) {
    case "circle":
      return { shape, width: GATE, height: GATE };
    case "pill":
      return { shape, width: Math.max(44, Math.ceil(text) + GRIP + 22), height: 32 };
    case "number":
      return { shape, width: Math.max(24, Math.ceil(text) + 8), height: 24 };
    case "group":
      return { shape, width: Math.max(52, Math.ceil(text) + GROUP_EDGES), height };
    case "function":
      return { shape, width: Math.max(GATE, Math.ceil(text) + 16), height };
  }
}

function matrixOf([rows, columns]: Shape, isShaped: boolean): MatrixSize | null {
  if (rows === 1 && columns === 1) return null;
  const isTile = rows * columns > GRID_ENTRIES;
  return { rows, columns, as: isTile ? "tile" : "grid", hasCaption: isTile || isShaped };
}

/** Height that a value or a gradient takes above or below the wire. */
export function stackHeight({ matrix, gradient }: Gate): number {
  if (matrix === null || gradient === null) return 20;
  const height = (size: MatrixSize) =>
    (size.as === "tile" ? tileSize(size).height : size.rows * CELL_HEIGHT) + captionRoom(size, 26, 10);
  return Math.max(height(matrix), height(gradient));
}

/** Room for the shape of a matrix, over or under it. */
export function captionRoom({ as, hasCaption }: MatrixSize, withCaption: number, without: number): number {
  return hasCaption ? withCaption + (as === "grid" ? 6 : 0) : without;
}

export function gridWidth(columns: number): number {
  return columns * (CELL_WIDTH + CELL_GAP) - CELL_GAP;
}

/** The longer side of a tile is 64 px; no side is thinner than 8. */
export function tileSize({ rows, columns }: { rows: number; columns: number }): { width: number; height: number } {
  const longest = Math.max(rows, columns);
  return { width: Math.max(8, (TILE * columns) / longest), height: Math.max(8, (TILE * rows) / longest) };
}

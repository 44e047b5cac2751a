/** A forward step and the start in motion: copies of the inputs travel to the ports, the gate shows what it computes, the result slides out. */
import type { ForwardStep, NodeId, StartStep, Value } from "../engine/protocol.js";
import { IS_SITE } from "../product.js";
import { along, sample } from "./curves.js";
import { gateExpression, shapeText } from "./expressions.js";
import { sideMarks } from "./labels.js";
import type { PlacedGate, Wire } from "./layout.js";
import { around, type Mark, rect, text } from "./marks.js";
import { CAPTION_SIZE, type Point, textWidth } from "./metrics.js";
import { gateAt, isCovered, type Picture, valueKey } from "./picture.js";
import { numberMiddle, type Side, stemMiddle } from "./places.js";
import { arrive, phase, travel } from "./timeline.js";
import { activeWire, outline, ring, type Trace } from "./trace.js";

export interface Motion extends Trace {
  /** Keys of numbers at rest that are not drawn meanwhile. */
  hidden: ReadonlySet<string>;
}

export function forwardMotion(picture: Picture, step: ForwardStep, elapsed: number): Motion {
  const gate = gateAt(picture, step.node);
  if (gate === undefined) return { wires: [], marks: [], hidden: new Set() };
  const wires = picture.layout.into.get(step.node) ?? [];
  const lit = phase(elapsed, 0, 120);
  const marks: Mark[] = [
    ring(gate, "forward", lit),
    ...[...new Set(wires.map(({ from }) => from))].flatMap((from) => outline(picture, from, "value", "forward", lit)),
  ];

  const way = travel(phase(elapsed, 120, 520));
  if (elapsed > 120 && elapsed < 600) {
    const leaving = 1 - phase(elapsed, 520, 600);
    for (const wire of wires)
      marks.push(...copied(picture, `copy${wire.input}`, along(wayForward(picture, wire), way), wire.from, leaving));
  }
  if (elapsed > 520 && elapsed < 1000) {
    const shown = Math.min(phase(elapsed, 520, 600), 1 - phase(elapsed, 900, 1000));
    marks.push(
      ...badge("expression", { x: gate.x, y: gate.y - gate.height / 2 - 18 }, expression(picture, gate), shown),
    );
  }
  const hidden = new Set<string>();
  if (elapsed > 770) {
    const out = arrive(phase(elapsed, 770, 1000));
    const [from, to] = [{ x: gate.x, y: gate.y }, numberMiddle(gate, "value")];
    hidden.add(`value${step.node}`);
    if (elapsed < 1000) marks.push(...copied(picture, "result", along([from, to], out), step.node, 1, step.value));
    else marks.push(...sideMarks(picture, gate, "value", step.value));
  }
  return { wires: wires.flatMap((wire) => activeWire(picture, wire, "forward", lit)), marks, hidden };
}

/** 1 fades in under the output, or in forward mode under the input that moves. */
export function startMotion(picture: Picture, { node, adjoint }: StartStep, elapsed: number): Motion {
  const gate = gateAt(picture, node);
  if (gate === undefined) return { wires: [], marks: [], hidden: new Set() };
  const shown = phase(elapsed, 120, 400);
  return {
    wires: [],
    marks: [
      ...sideMarks(picture, gate, "gradient", adjoint, shown),
      ...outline(picture, node, "gradient", "backward", phase(elapsed, 0, 120)),
    ],
    hidden: new Set([`gradient${node}`]),
  };
}

/** From the number down onto the wire, and along it to the port. */
function wayForward({ layout }: Picture, wire: Wire): Point[] {
  const gate = layout.at.get(wire.from) as PlacedGate;
  return [numberMiddle(gate, "value"), stemMiddle(gate), ...sample(wire.curves)];
}

export function copy(key: string, role: string, { x, y }: Point, content: string, opacity: number): Mark {
  return text(key, `copy ${role}`, { x, y: y + 5.5 }, content, opacity);
}

/** A text on a plate of its own, over whatever is there. */
export function badge(key: string, at: Point, content: string, opacity: number): Mark[] {
  if (content === "") return [];
  return [
    rect(key, "badge", around(at, textWidth(content, CAPTION_SIZE + 2) + 14, 22), 6, opacity),
    text(`${key}-text`, "badge-text", { x: at.x, y: at.y + 5.5 }, content, opacity),
  ];
}

/** A copy of a value on its way: a small matrix as a grid, anything else as `written`. */
export function carried(
  { grids }: Picture,
  key: string,
  side: Side,
  at: Point,
  value: Value | null,
  written: string,
  opacity: number,
): Mark[] {
  const grid = IS_SITE && Array.isArray(value) && grids?.copyOf(key, side, at, value, opacity);
  return grid || [copy(key, side, at, written, opacity)];
}

/** A copy of a node's value at a point; a covered one keeps its secret. */
function copied(
  picture: Picture,
  key: string,
  at: Point,
  node: NodeId,
  opacity: number,
  value = knownValue(picture, node),
): Mark[] {
  const seen = isCovered(picture, valueKey(node)) ? null : value;
  return carried(picture, key, "value", at, seen, writtenValue(picture, node, value), opacity);
}

export function writtenValue(picture: Picture, node: NodeId, value = knownValue(picture, node)): string {
  return isCovered(picture, valueKey(node)) ? "?" : shapeText(value);
}

function knownValue({ moment }: Picture, node: NodeId): Value | null {
  return moment.nodes[node]?.value ?? null;
}

function expression(picture: Picture, gate: PlacedGate): string {
  return gate.operands.some(({ node }) => isCovered(picture, valueKey(node))) ? "" : gateExpression(picture, gate.node);
}

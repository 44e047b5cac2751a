/** The static trace of a step: what it read is outlined, its wire is thick with one arrowhead, what it wrote is outlined. */
import type { BackpropStep, BackwardStep, ForwardStep, NodeId, Step, TangentStep } from "../engine/protocol.js";
import { IS_SITE } from "../product.js";
import { show } from "./curves.js";
import { factorText } from "./expressions.js";
import { edgeOf } from "./forward-mode.js";
import { numberText } from "./labels.js";
import type { PlacedGate, Wire } from "./layout.js";
import { around, circle, inflate, type Mark, path, rect, text } from "./marks.js";
import { CAPTION_SIZE, type Point, textWidth } from "./metrics.js";
import { nodeAt } from "./names.js";
import { gateAt, gradientKey, isCovered, type Picture, partialKey, valueKey, wireOf } from "./picture.js";
import { numberRect, type Side } from "./places.js";
import { boxRect } from "./still.js";
import { isUnderBug } from "./under-bug.js";
import { firstNotFinite } from "./values.js";
import { isRouter, isTaken, stemPath } from "./wires.js";

export interface Trace {
  /** Under the boxes. */
  wires: Mark[];
  /** Over everything. */
  marks: Mark[];
}

type Phase = "forward" | "backward";

export function traceOf(picture: Picture, known: Step): Trace {
  if (IS_SITE && known.phase === "tangent") return tangentTrace(picture, known);
  const step = known as BackpropStep;
  switch (step.phase) {
    case "start":
      return { wires: [], marks: outline(picture, step.node, "gradient", "backward") };
    case "forward":
      return forwardTrace(picture, step);
    case "backward":
      return backwardTrace(picture, step);
  }
}

function forwardTrace(picture: Picture, { node }: ForwardStep): Trace {
  const gate = gateAt(picture, node);
  if (gate === undefined) return { wires: [], marks: [] };
  const wires = flowing(picture, node);
  return {
    wires: wires.flatMap((wire) => activeWire(picture, wire, "forward")),
    marks: [
      ring(gate, "forward"),
      ...wires.map((wire) => arrow(wire, "forward", wire.port, 1)),
      ...[...new Set(gate.operands.map((operand) => operand.node))].flatMap((operand) =>
        outline(picture, operand, "value", "forward"),
      ),
      ...outline(picture, node, "value", "forward"),
    ],
  };
}

function backwardTrace(picture: Picture, step: BackwardStep): Trace {
  const gate = gateAt(picture, step.node);
  const wire = wireOf(picture, step);
  const target = gateAt(picture, step.target);
  if (gate === undefined || wire === undefined || target === undefined) return { wires: [], marks: [] };
  const factor = otherFactor(picture, step);
  return {
    wires: activeWire(picture, wire, "backward"),
    marks: [
      ring(gate, "backward"),
      arrow(wire, "backward", { x: target.stemX, y: target.y }, -1),
      ...outline(picture, step.node, "gradient", "backward"),
      ...(factor === null ? [] : outline(picture, factor.from, "value", "forward")),
      ...outline(picture, step.target, "gradient", "backward"),
      ...tagMarks(picture, step, wire),
    ],
  };
}

function tangentTrace(picture: Picture, step: TangentStep): Trace {
  const gate = gateAt(picture, step.node);
  const wire = tangentWire(picture, step);
  if (gate === undefined || wire === undefined) return { wires: [], marks: [] };
  const edge = edgeOf(step);
  const factor = otherFactor(picture, edge);
  return {
    wires: activeWire(picture, wire, "forward"),
    marks: [
      ring(gate, "forward"),
      arrow(wire, "forward", wire.port, 1),
      ...outline(picture, step.source, "gradient", "forward"),
      ...(factor === null ? [] : outline(picture, factor.from, "value", "forward")),
      ...outline(picture, step.node, "gradient", "forward"),
      ...tagMarks(picture, edge, wire),
    ],
  };
}

/** The wire of a step of forward mode. Its tag stands over the gate: below may be the sum of what arrives. */
export function tangentWire(picture: Picture, step: TangentStep): Wire | undefined {
  const wire = wireOf(picture, step);
  const gate = gateAt(picture, step.node);
  if (wire === undefined || gate === undefined) return undefined;
  return { ...wire, tag: { x: wire.tag.x, y: gate.y - Math.abs(wire.tag.y - gate.y) } };
}

/** The wires over which a gate's value comes: all of them, but for a router that has chosen. */
export function flowing(picture: Picture, node: NodeId): Wire[] {
  const wires = picture.layout.into.get(node) ?? [];
  if (!isRouter(picture, node) || picture.moment.nodes[node]?.value === null) return wires;
  return wires.filter((wire) => isTaken(picture, wire));
}

/** In a product of two wires the local derivative is the other operand's value: here is its wire. Under a bug nobody knows. */
export function otherFactor({ explanation, layout }: Picture, step: BackwardStep): Wire | null {
  const wires = layout.into.get(step.node) ?? [];
  const { op } = nodeAt(explanation, step.node);
  if (
    isUnderBug(explanation) ||
    (op !== "mul" && op !== "matmul") ||
    wires.length !== 2 ||
    layout.at.get(step.node)?.shape === "group"
  )
    return null;
  return wires.find(({ input }) => input !== step.input) ?? null;
}

/** The wire of a step with the stem it leaves, both thick. */
export function activeWire(picture: Picture, wire: Wire, role: Phase, opacity?: number): Mark[] {
  const source = gateAt(picture, wire.from) as PlacedGate;
  return [
    path(`active-stem${wire.to}.${wire.input}`, `wire active ${role}`, stemPath(source), opacity),
    path(`active${wire.to}.${wire.input}`, `wire active ${role}`, wire.path, opacity),
  ];
}

function arrow({ to, input }: Wire, role: Phase, { x, y }: Point, direction: 1 | -1, opacity?: number): Mark {
  const back = show(x - direction * 9);
  return path(
    `arrow${to}.${input}`,
    `arrow ${role}`,
    `M${show(x)} ${show(y)}L${back} ${show(y - 5)}V${show(y + 5)}Z`,
    opacity,
  );
}

/** The gate's own outline, thicker and in the colour of the phase. */
export function ring(gate: PlacedGate, role: string, opacity?: number, grow = 0): Mark {
  const key = `ring${gate.node}-${role.replaceAll(" ", "-")}`;
  if (gate.shape === "circle") return circle(key, `ring ${role}`, gate, gate.width / 2 + grow, opacity);
  const box = inflate(boxRect(gate), grow);
  const radius = { pill: box.height / 2, group: 12 + grow, function: 8 + grow, number: 6, circle: 0 }[gate.shape];
  return rect(key, `ring ${role}`, box, radius, opacity);
}

export function outline(picture: Picture, node: NodeId, side: Side, role: Phase, opacity?: number): Mark[] {
  const gate = gateAt(picture, node);
  if (gate === undefined) return [];
  if (side === "gradient" && (picture.explanation.adjoints[node] ?? null) === null) return [];
  if (gate.shape === "number") return [ring(gate, role, opacity)];
  const shown = picture.moment.nodes[node]?.[side] ?? null;
  const covered = isCovered(picture, side === "value" ? valueKey(node) : gradientKey(node));
  const content = typeof shown === "number" && !covered ? numberText(shown) : covered ? "----" : "";
  return [
    rect(
      `outline-${side}${node}`,
      `outline ${role}`,
      inflate(numberRect(gate, side, content), gate.matrix === null ? 4 : 5, gate.matrix === null ? 1.5 : 4),
      5,
      opacity,
    ),
  ];
}

/** The local derivative on its tag, at the port of its wire. */
export function tagMarks(picture: Picture, step: BackwardStep, wire: Wire, content?: string, opacity?: number): Mark[] {
  const covered = isCovered(picture, partialKey(step.node, step.input));
  const written = content ?? (covered ? "× ?" : factorText(picture, step));
  if (written === "") return [];
  const width = textWidth(written, CAPTION_SIZE) + 12;
  // the ring around NaN begins where the stem does
  const isBesideRing = IS_SITE && firstNotFinite(picture.moment.nodes[step.node]?.value ?? 0) !== undefined;
  const stem = isBesideRing ? (gateAt(picture, step.node)?.stemX ?? 0) : Number.POSITIVE_INFINITY;
  const x = Math.min(wire.tag.x, stem - 2 - width / 2);
  const { y } = wire.tag;
  const box = around({ x, y }, width, 20);
  return [rect("tag", "tag", box, 6, opacity), text("tag-text", "tag-text", { x, y: y + 4.5 }, written, opacity)];
}

/** Where a max or min has switched to: an arm from the chosen port to the stem. */
export function switchMarks(picture: Picture, gate: PlacedGate): Mark[] {
  if (!isRouter(picture, gate.node) || picture.moment.nodes[gate.node]?.value === null || gate.shape !== "circle")
    return [];
  return flowing(picture, gate.node).map((wire) => {
    const offset = wire.port.y - gate.y;
    return path(
      `switch${gate.node}.${wire.input}`,
      "switch",
      `M${show(wire.port.x)} ${show(wire.port.y)}L${show(gate.x - 9)} ${show(gate.y + Math.sign(offset) * 11)}H${show(gate.x + 9)}L${show(gate.x + gate.width / 2)} ${show(gate.y)}`,
    );
  });
}

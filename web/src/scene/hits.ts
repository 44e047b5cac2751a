/** The places of the picture that can be pointed at. Later hits lie over earlier ones. */
import type { BackwardStep, NodeId, TangentStep } from "../engine/protocol.js";
import { IS_SITE } from "../product.js";
import { cellPlace } from "./grids.js";
import type { PlacedGate, Wire } from "./layout.js";
import { around, type Hit } from "./marks.js";
import { CELL_HEIGHT, CELL_WIDTH, type Rect, textWidth } from "./metrics.js";
import type { NumberKey } from "./model.js";
import { once } from "./once.js";
import { gradientKey, isCovered, type Picture, partialKey, valueKey, wireOf } from "./picture.js";
import { gridRect, numberRect, type Side } from "./places.js";
import { togglePlace } from "./still.js";
import { tangentWire } from "./trace.js";

/** A finger's width; numbers are as tall as the wire between them leaves room for. */
const FINGER = 44;
const NUMBER_HEIGHT = 26;

export function hitsOf(picture: Picture): Hit[] {
  const { layout } = picture;
  const hits: Hit[] = layout.gates.map((gate) => hitsOfGate(gate).node);
  for (const gate of layout.gates) {
    const value = gate.shape === "number" ? null : numberHit(picture, gate, "value");
    if (value) hits.push(value);
    if (gate.shape === "pill" && gate.matrix?.as === "grid") hits.push(...entryHits(picture, gate));
    const gradient = numberHit(picture, gate, "gradient");
    if (gradient) hits.push(gradient);
  }
  hits.push(...tagHit(picture), ...toggleHits(picture));
  return hits;
}

interface GateHits {
  node: Hit;
  /** Of each side the shown and the covered number. */
  value: readonly [Hit, Hit];
  gradient: readonly [Hit, Hit];
}

/** The same objects in every scene, so that a drag neither makes, compares nor writes them again. */
const hitsOfGate = once((gate: PlacedGate): GateHits => {
  const { node, shape, matrix, x, y, width, height } = gate;
  const draggable = shape === "pill" && matrix === null;
  const place = around({ x, y }, Math.max(FINGER, width), Math.max(FINGER, height));
  const numbers = (side: Side) =>
    [false, true].map((covered): Hit => {
      const number = side === "value" ? valueKey(node) : gradientKey(node);
      return { key: `hit-${number}`, on: "number", node, number, covered, ...numberArea(gate, side) };
    }) as [Hit, Hit];
  return {
    node: { key: `hit${node}`, on: "node", node, draggable, ...place },
    value: numbers("value"),
    gradient: numbers("gradient"),
  };
});

/** Whether a gate can be opened into its definition. */
export function isOpenable({ ops }: Picture, { shape, op }: PlacedGate): boolean {
  return shape === "function" && op !== null && ops?.get(op)?.definition !== undefined;
}

/** Null where no number stands. */
function numberHit(picture: Picture, gate: PlacedGate, side: Side): Hit | null {
  const covered = isCovered(picture, side === "value" ? valueKey(gate.node) : gradientKey(gate.node));
  const value = picture.moment.nodes[gate.node]?.[side] ?? null;
  return value === null && !covered ? null : hitsOfGate(gate)[side][covered ? 1 : 0];
}

/** The whole stem's width, whatever number stands there: a drag moves no hit area. */
function numberArea(gate: PlacedGate, side: Side): Rect {
  if (gate.matrix !== null) return numberRect(gate, side, "");
  return {
    x: gate.stemX,
    y: side === "value" ? gate.y - 2 - NUMBER_HEIGHT : gate.y + 2,
    width: gate.stem,
    height: NUMBER_HEIGHT,
  };
}

function entryHits({ explanation }: Picture, gate: PlacedGate): Hit[] {
  const grid = gridRect(gate, "value");
  const value = explanation.primals[gate.node];
  if (!Array.isArray(value)) return [];
  return value.flatMap((entries, row) =>
    entries.map(
      (_, column): Hit => ({
        key: `hit-entry${gate.node}.${row}.${column}`,
        on: "entry",
        node: gate.node,
        entry: [row, column],
        ...around(cellPlace(grid, row, column), CELL_WIDTH, CELL_HEIGHT),
      }),
    ),
  );
}

function tagHit(picture: Picture): Hit[] {
  const { action, elapsed } = picture;
  if (elapsed !== null) return [];
  if (IS_SITE && action?.phase === "tangent") return tagHitAt(picture, action, tangentWire(picture, action));
  return action?.phase === "backward" ? tagHitAt(picture, action, wireOf(picture, action)) : [];
}

function tagHitAt(picture: Picture, action: BackwardStep | TangentStep, wire: Wire | undefined): Hit[] {
  if (wire === undefined || action.partial === undefined) return [];
  const number: NumberKey = partialKey(action.node, action.input);
  return [
    {
      key: `hit-${number}`,
      on: "number",
      node: action.node,
      number,
      covered: isCovered(picture, number),
      ...around(wire.tag, 60, 24),
    },
  ];
}

function toggleHits(picture: Picture): Hit[] {
  const { layout } = picture;
  const open = layout.frames.map(
    (frame): Hit =>
      toggle(frame.node, frame.group, true, {
        x: frame.x + 4,
        y: frame.y,
        width: textWidth(frame.name, 13) + 40,
        height: 26,
      }),
  );
  const closed = layout.gates.filter((gate) => gate.group !== null || isOpenable(picture, gate)).map(closedToggle);
  return [...open, ...closed];
}

const closedToggle = once((gate: PlacedGate) =>
  toggle(gate.node, gate.group, false, around(togglePlace(gate), 26, 26)),
);

function toggle(
  node: NodeId,
  group: number | null,
  open: boolean,
  at: { x: number; y: number; width: number; height: number },
): Hit {
  return { key: `toggle${open ? `-open${group}` : node}`, on: "toggle", node, group, open, ...at };
}

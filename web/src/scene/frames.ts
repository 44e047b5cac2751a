/** An open group is a frame around its gates, if nothing else stands between them. */
import type { Explanation } from "../engine/protocol.js";
import { stackHeight } from "./gates.js";
import type { PlacedGate } from "./layout.js";
import { overlap, type Rect } from "./metrics.js";
import { nodeAt } from "./names.js";

export interface Frame extends Rect {
  group: number;
  name: string;
  /** The group's output: what closing it leaves. */
  node: number;
}

const PADDING = 10;
/** Room for the title, above the tags of the gates. */
const TITLE = 34;

/** Outermost first. */
export function framesOf(explanation: Explanation, gates: readonly PlacedGate[]): Frame[] {
  const { groups } = explanation.graph;
  const frames: Frame[] = [];
  const depth = (id: number): number => {
    let levels = 0;
    for (let parent = groups[id]?.parent ?? null; parent !== null; parent = groups[parent]?.parent ?? null) levels++;
    return levels;
  };
  for (const { id, name, output } of groups) {
    const isMember = (gate: PlacedGate) => gate.group !== id && nodeAt(explanation, gate.node).group.includes(id);
    const members = gates.filter(isMember);
    if (members.length === 0) continue;
    const inner = Math.max(0, ...groups.map((other) => depth(other.id))) - depth(id);
    const rect = inflate(union(members.map(extent)), PADDING + 4 * inner);
    const frame = { ...rect, y: rect.y - TITLE, height: rect.height + TITLE, group: id, name, node: output };
    if (!gates.some((gate) => !isMember(gate) && overlap(extent(gate), frame))) frames.push(frame);
  }
  return frames.sort((a, b) => depth(a.group) - depth(b.group));
}

/** The box with its stem, value and gradient. */
export function extent(gate: PlacedGate): Rect {
  const half = Math.max(gate.height / 2, stackHeight(gate));
  const left = gate.stemX - gate.width;
  return { x: left, y: gate.y - half, width: gate.dotX - left, height: 2 * half };
}

function union(rects: readonly Rect[]): Rect {
  const x = Math.min(...rects.map((rect) => rect.x));
  const y = Math.min(...rects.map((rect) => rect.y));
  return {
    x,
    y,
    width: Math.max(...rects.map((rect) => rect.x + rect.width)) - x,
    height: Math.max(...rects.map((rect) => rect.y + rect.height)) - y,
  };
}

function inflate({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

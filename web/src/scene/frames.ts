/** An open group is a frame around its gates; where others stand between them, only its title over its output. */
import type { Explanation } from "../engine/protocol.js";
import { stackHeight } from "./gates.js";
import type { PlacedGate } from "./layout.js";
import { inflate, union } from "./marks.js";
import { CAPTION_SIZE, overlap, type Rect, textWidth } from "./metrics.js";
import { nodeAt } from "./names.js";

export interface Frame extends Rect {
  group: number;
  name: string;
  /** The group's output: what closing it leaves. */
  node: number;
  /** Whether it goes around the gates. */
  isWhole: boolean;
}

const PADDING = 10;
/** Room for the title, above the tags of the gates. */
const TITLE = 34;

/** Outermost first. */
export function framesOf(explanation: Explanation, gates: readonly PlacedGate[]): Frame[] {
  const { groups } = explanation.graph;
  const frames: Frame[] = [];
  const titles = new Map<number, Frame>();
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
    const last = gates.find(({ node }) => node === output);
    if (!gates.some((gate) => !isMember(gate) && overlap(extent(gate), frame)))
      frames.push({ ...frame, isWhole: true });
    else if (last !== undefined) titles.set(output, { ...frame, ...titleOver(last, name), isWhole: false });
  }
  return [...frames, ...titles.values()].sort((a, b) => depth(a.group) - depth(b.group));
}

/** As wide as a title with its − and the room before it; of groups with one output, one title. */
function titleOver({ x, y, height }: PlacedGate, name: string): Rect {
  const width = textWidth(name, CAPTION_SIZE) + 46;
  return { x: x - width / 2, y: y - height / 2 - 28, width, height: 26 };
}

/** The box with its stem, value and gradient. */
export function extent(gate: PlacedGate): Rect {
  const half = Math.max(gate.height / 2, stackHeight(gate));
  const left = gate.stemX - gate.width;
  return { x: left, y: gate.y - half, width: gate.dotX - left, height: 2 * half };
}

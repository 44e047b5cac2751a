/** A scene: plain marks in painting order, and the places that can be pointed at. No DOM, no colours: roles are classes. */
import type { NodeId } from "../engine/protocol.js";
import { show } from "./curves.js";
import type { Point, Rect } from "./metrics.js";
import type { Moment, NumberKey } from "./model.js";

interface Keyed {
  /** Unique in its scene; the same mark keeps its key from scene to scene. */
  key: string;
  /** Words the style sheet knows, such as `value outlined`. */
  role: string;
  opacity?: number;
}
export interface TextMark extends Keyed {
  kind: "text";
  x: number;
  /** Of the baseline. */
  y: number;
  text: string;
}
export interface PathMark extends Keyed {
  kind: "path";
  d: string;
}
export interface RectMark extends Keyed, Rect {
  kind: "rect";
  radius: number;
}
export interface CircleMark extends Keyed {
  kind: "circle";
  x: number;
  y: number;
  radius: number;
}
export type Mark = TextMark | PathMark | RectMark | CircleMark;

/** What a place does when it is clicked, hovered or dragged. */
export type Hit = Rect & { key: string } & (
    | { on: "node"; node: NodeId; draggable: boolean }
    | { on: "number"; node: NodeId; number: NumberKey; covered: boolean }
    /** One entry of an input's matrix: a small pill. */
    | { on: "entry"; node: NodeId; entry: readonly [row: number, column: number] }
    | { on: "toggle"; node: NodeId; group: number | null; open: boolean }
  );

export interface Scene {
  width: number;
  height: number;
  /** The four layers in painting order. Ground and boxes are the same arrays as long as the layout is the same. */
  ground: readonly Mark[];
  wires: readonly Mark[];
  boxes: readonly Mark[];
  marks: readonly Mark[];
  hits: readonly Hit[];
  moment: Moment;
  /** The active gate with its stem and its inputs: what a camera holds. */
  focus: Rect;
}

/** Every mark of a scene, in painting order. */
export function allMarks({ ground, wires, boxes, marks }: Scene): Mark[] {
  return [...ground, ...wires, ...boxes, ...marks];
}

export function text(key: string, role: string, { x, y }: Point, content: string, opacity?: number): TextMark {
  return faded({ kind: "text", key, role, x: show(x), y: show(y), text: content }, opacity);
}

export function path(key: string, role: string, d: string, opacity?: number): PathMark {
  return faded({ kind: "path", key, role, d }, opacity);
}

export function rect(
  key: string,
  role: string,
  { x, y, width, height }: Rect,
  radius: number,
  opacity?: number,
): RectMark {
  return faded(
    { kind: "rect", key, role, x: show(x), y: show(y), width: show(width), height: show(height), radius },
    opacity,
  );
}

export function circle(key: string, role: string, { x, y }: Point, radius: number, opacity?: number): CircleMark {
  return faded({ kind: "circle", key, role, x: show(x), y: show(y), radius }, opacity);
}

function faded<M extends Mark>(mark: M, opacity: number | undefined): M {
  if (opacity !== undefined && opacity < 1) mark.opacity = show(opacity);
  return mark;
}

export function inflate({ x, y, width, height }: Rect, horizontal: number, vertical = horizontal): Rect {
  return { x: x - horizontal, y: y - vertical, width: width + 2 * horizontal, height: height + 2 * vertical };
}

export function around({ x, y }: Point, width: number, height: number): Rect {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

export function union(rects: readonly Rect[]): Rect {
  const x = Math.min(...rects.map((r) => r.x));
  const y = Math.min(...rects.map((r) => r.y));
  return {
    x,
    y,
    width: Math.max(...rects.map((r) => r.x + r.width)) - x,
    height: Math.max(...rects.map((r) => r.y + r.height)) - y,
  };
}

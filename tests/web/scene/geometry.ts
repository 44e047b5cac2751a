/** Looks for what must not happen in a picture: boxes or labels on each other, wires through boxes, wires in the wrong port. */
import { sample } from "../../../web/src/scene/curves.js";
import type { Layout, Wire } from "../../../web/src/scene/layout.js";
import { allMarks, type Mark, type Scene } from "../../../web/src/scene/marks.js";
import { overlap, type Point, type Rect, textRect } from "../../../web/src/scene/metrics.js";
import { boxRect } from "../../../web/src/scene/still.js";

/** Every fault in words; an empty list is a good picture. */
export function faults(scene: Scene, layout: Layout): string[] {
  return [
    ...boxesOnBoxes(layout),
    ...wiresThroughBoxes(layout),
    ...labelsOnLabels(scene),
    ...labelsOnBoxes(scene, layout),
    ...outside(scene),
    ...sameKeys(scene),
  ];
}

function boxesOnBoxes({ gates }: Layout): string[] {
  return gates.flatMap((a, i) =>
    gates
      .slice(i + 1)
      .filter((b) => overlap(boxRect(a), boxRect(b)))
      .map((b) => `box ${a.node} lies on box ${b.node}`),
  );
}

function wiresThroughBoxes({ wires, gates, flag }: Layout): string[] {
  const flagBox = { name: "the flag", node: -1, rect: flag as Rect };
  const boxes = [...gates.map((gate) => ({ name: `box ${gate.node}`, node: gate.node, rect: boxRect(gate) })), flagBox];
  return wires.flatMap((wire) => {
    const points = finely(wire);
    return boxes
      .filter(({ node, rect }) => node !== wire.to && node !== wire.from && points.some((point) => inside(rect, point)))
      .map(({ name }) => `wire ${wire.from}→${wire.to} runs through ${name}`);
  });
}

/** Points at most 3 px apart. */
function finely({ curves }: Wire): Point[] {
  const points = sample(curves);
  return points.flatMap((a, i) => {
    const b = points[i + 1];
    if (b === undefined) return [a];
    const pieces = Math.max(1, Math.ceil(Math.hypot(b.x - a.x, b.y - a.y) / 3));
    return Array.from({ length: pieces }, (_, k) => ({
      x: a.x + ((b.x - a.x) * k) / pieces,
      y: a.y + ((b.y - a.y) * k) / pieces,
    }));
  });
}

const SIZES: [role: RegExp, size: number][] = [
  [/^(value|gradient)( |$)/, 15],
  [/^(caption|name|tag-text|covered-sign)/, 13],
  [/^(frame-title|legend)/, 13],
  [/^cell.*(gradient|long)/, 10.5],
  [/^cell/, 12],
];

function labels(scene: Scene): { key: string; rect: Rect }[] {
  return allMarks(scene).flatMap((mark) => {
    const rect = labelRect(mark);
    return rect === null ? [] : [{ key: mark.key, rect }];
  });
}

function labelRect(mark: Mark): Rect | null {
  if (mark.kind === "rect" && /^slot/.test(mark.role)) return mark;
  if (mark.kind !== "text") return null;
  const size = / long$/.test(mark.role) ? 12 : SIZES.find(([role]) => role.test(mark.role))?.[1];
  if (size === undefined) return null;
  const starts = /legend|frame-title/.test(mark.role);
  // the metrics are those of the widest system font; neighbours may come within its slack
  const { x, y, width, height } = textRect(mark.text, mark.x, mark.y, size, starts ? "start" : "middle");
  return { x: x + 0.04 * width, y: y + 1, width: 0.92 * width, height: height - 3 };
}

function labelsOnLabels(scene: Scene): string[] {
  const all = labels(scene).sort((a, b) => a.rect.x - b.rect.x);
  return all.flatMap((a, i) => {
    const found: string[] = [];
    for (let j = i + 1; j < all.length; j++) {
      const b = all[j] as (typeof all)[number];
      if (b.rect.x > a.rect.x + a.rect.width) break;
      if (overlap(a.rect, b.rect) && !belongTogether(a.key, b.key)) found.push(`label ${a.key} lies on label ${b.key}`);
    }
    return found;
  });
}

/** A sign in its own slot. */
function belongTogether(a: string, b: string): boolean {
  return `${a}-slot` === b || `${b}-slot` === a;
}

function labelsOnBoxes(scene: Scene, { gates, flag }: Layout): string[] {
  const boxes = [
    ...gates.map((gate) => ({ key: `box${gate.node}`, rect: boxRect(gate) })),
    { key: "the flag", rect: flag as Rect },
  ];
  return labels(scene).flatMap((label) =>
    boxes.filter((box) => overlap(label.rect, box.rect)).map((box) => `label ${label.key} lies on ${box.key}`),
  );
}

function outside(scene: Scene): string[] {
  return labels(scene)
    .filter(
      ({ rect }) =>
        rect.x < 0 || rect.y < 0 || rect.x + rect.width > scene.width || rect.y + rect.height > scene.height,
    )
    .map(({ key }) => `label ${key} lies outside the picture`);
}

function sameKeys(scene: Scene): string[] {
  const keys = allMarks(scene).map(({ key }) => key);
  const hits = scene.hits.map(({ key }) => key);
  return [keys, hits].flatMap((list) =>
    list.filter((key, i) => list.indexOf(key) !== i).map((key) => `key ${key} is used twice`),
  );
}

function inside(rect: Rect, { x, y }: Point): boolean {
  return x > rect.x && x < rect.x + rect.width && y > rect.y && y < rect.y + rect.height;
}

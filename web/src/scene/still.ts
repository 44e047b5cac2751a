/** What depends on the layout alone: frames, stems, boxes, the flag and the legend's wire. */
import { show } from "./curves.js";
import { hasSmallLabel } from "./gates.js";
import type { Layout, PlacedGate } from "./layout.js";
import { circle, type Mark, path, rect, text } from "./marks.js";
import { CAPTION_SIZE, type Point, type Rect, textWidth } from "./metrics.js";
import { once } from "./once.js";
import { namePlace } from "./places.js";

interface StillMarks {
  ground: readonly Mark[];
  boxes: readonly Mark[];
}

/** The same arrays for the same layout: what lies under the wires, and the boxes over them. */
export const stillMarks = once(
  (layout: Layout): StillMarks => ({
    ground: [
      ...layout.frames.flatMap(frameMarks),
      path("flag-wire", "wire", layout.flag.path),
      ...layout.gates.flatMap(stemMarks),
    ],
    boxes: [...layout.gates.flatMap((gate) => boxMarks(gate, null)), ...flagMarks(layout)],
  }),
);

function frameMarks(frame: Layout["frames"][number]): Mark[] {
  const key = `frame${frame.group}`;
  return [
    ...(frame.isWhole ? [rect(key, "frame", frame, 12)] : []),
    text(`${key}-title`, "frame-title", { x: frame.x + 34, y: frame.y + 18 }, frame.name),
    ...toggleMarks(key, { x: frame.x + 20, y: frame.y + 13 }, true),
  ];
}

function stemMarks(gate: PlacedGate): Mark[] {
  const marks: Mark[] = [path(`stem${gate.node}`, "wire", `M${show(gate.stemX)} ${show(gate.y)}H${show(gate.dotX)}`)];
  if (gate.readers > 1) marks.push(circle(`dot${gate.node}`, "dot", { x: gate.dotX, y: gate.y }, 3.5));
  if (gate.name !== null) marks.push(text(`name${gate.node}`, "name", namePlace(gate), gate.name));
  return marks;
}

/** The box over its wires. `tint` is the phase of the step under way in it. */
export function boxMarks(gate: PlacedGate, tint: "forward" | "backward" | null): Mark[] {
  const key = `box${gate.node}`;
  const role = `box ${gate.shape}${tint === null ? "" : ` ${tint}`}`;
  const box = boxRect(gate);
  switch (gate.shape) {
    case "circle":
      return [circle(key, role, gate, gate.width / 2), ...glyphMarks(gate)];
    case "pill":
      return [
        rect(key, role, box, box.height / 2),
        text(`${key}-label`, "label", { x: gate.x + (gate.matrix === null ? 6 : 0), y: gate.y + 5.5 }, gate.label),
        ...(gate.matrix === null ? gripMarks(gate) : []),
      ];
    case "number":
      return [text(`${key}-label`, "label number", { x: gate.x, y: gate.y + 5.5 }, gate.label)];
    case "function":
      return [rect(key, role, box, 8), text(`${key}-label`, "label", { x: gate.x, y: gate.y + 5.5 }, gate.label)];
    case "group": {
      const toggle = gate.group === null ? [] : toggleMarks(key, togglePlace(gate), false);
      const edge = `M${show(box.x + 5)} ${show(box.y + (toggle.length > 0 ? 12 : 6))}V${show(box.y + box.height - 6)}`;
      return [
        rect(key, role, box, 12),
        path(`${key}-edge`, "edge", edge),
        text(`${key}-label`, "label", { x: gate.x + 3, y: gate.y + 5.5 }, gate.label),
        ...toggle,
      ];
    }
  }
}

export function boxRect({ x, y, width, height }: PlacedGate): Rect {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** The + that opens a box, on its upper left corner. */
export function togglePlace({ x, y, width, height }: PlacedGate): Point {
  return { x: x - width / 2 + 3, y: y - height / 2 + 3 };
}

/** Where the signs of arithmetic are drawn, their strokes point at the ports. */
function glyphMarks(gate: PlacedGate): Mark[] {
  const { node, label, x, y } = gate;
  const key = `glyph${node}`;
  const at = (d: string) =>
    d.replace(/[-\d.]+ [-\d.]+/g, (pair) =>
      pair
        .split(" ")
        .map((number, i) => show(Number(number) + (i === 0 ? x : y)))
        .join(" "),
    );
  switch (label) {
    case "+":
      return [path(key, "glyph", at("M-8 0L8 0M0 -8L0 8"))];
    case "×":
      return [path(key, "glyph", at("M-7 -6L7 6M-7 6L7 -6"))];
    case "−":
      return [path(key, "glyph", at("M-8 0L8 0"))];
    default:
      return [
        hasSmallLabel(gate)
          ? text(key, "label small", { x, y: y + 4.5 }, label)
          : text(key, "label", { x, y: y + 5.5 }, label),
      ];
  }
}

function gripMarks({ node, x, y, width }: PlacedGate): Mark[] {
  const left = x - width / 2 + 10;
  const dots = [-5, 0, 5].map((dy) => `M${show(left)} ${show(y + dy)}h0M${show(left + 4.5)} ${show(y + dy)}h0`);
  return [path(`grip${node}`, "grip", dots.join(""))];
}

export function toggleMarks(key: string, { x, y }: Point, isOpen: boolean): Mark[] {
  const strokes = `M${show(x - 4)} ${show(y)}h8${isOpen ? "" : `M${show(x)} ${show(y - 4)}v8`}`;
  return [circle(`${key}-toggle`, "toggle", { x, y }, 8), path(`${key}-sign`, "toggle-sign", strokes)];
}

function flagMarks({ flag }: Layout): Mark[] {
  const { x, y, width, height } = flag;
  const d = `M${show(x)} ${show(y)}H${show(x + width)}L${show(x + width - 8)} ${show(y + height / 2)}L${show(x + width)} ${show(y + height)}H${show(x)}Z`;
  return [
    path("flag", "box flag", d),
    text("flag-label", "label", { x: x + width / 2 - 4, y: y + height / 2 + 5 }, flag.label),
  ];
}

/** A wire with "value" above and "gradient ∂f/∂·" below: how every number of the picture is to be read. */
export function legendMarks({ legend: { x, y } }: Layout, value: string, gradient: string): Mark[] {
  const middle = y + 24;
  return [
    text("legend-value", "legend value", { x, y: middle - 7 }, value),
    path(
      "legend-wire",
      "wire",
      `M${x} ${middle}H${show(x + Math.max(...[value, gradient].map((caption) => textWidth(caption, CAPTION_SIZE))))}`,
    ),
    text("legend-gradient", "legend gradient", { x, y: middle + 16 }, gradient),
  ];
}

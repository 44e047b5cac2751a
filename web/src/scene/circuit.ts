/** The circuit at any moment, as plain marks: a pure function of the state, its layout and the reader's words. */

import { show } from "./curves.js";
import { extent } from "./frames.js";
import { hitsOf, isOpenable } from "./hits.js";
import { culpritMarks, labelMarks } from "./labels.js";
import type { Layout, PlacedGate } from "./layout.js";
import { type Mark, path, type Scene, union } from "./marks.js";
import type { Rect } from "./metrics.js";
import type { CircuitState } from "./model.js";
import { backwardMotion } from "./motion-backward.js";
import { forwardMotion, type Motion, startMotion } from "./motion-forward.js";
import { gateAt, type Picture, type PictureOptions, pictureOf } from "./picture.js";
import { numberRect } from "./places.js";
import { boxMarks, flagMarks, legendMarks, stillMarks } from "./still.js";
import { ring, switchMarks, traceOf } from "./trace.js";
import { draggedStems, wireMarks } from "./wires.js";

export function circuitScene(state: CircuitState, layout: Layout, options: PictureOptions): Scene {
  const picture = pictureOf(state, layout, options);
  const motion = motionOf(picture);
  const boxes = layout.gates.flatMap((gate) => [
    ...boxMarks(gate, tintOf(picture, gate), isOpenable(picture, gate)),
    ...switchMarks(picture, gate),
  ]);
  const labels = layout.gates.flatMap((gate) => labelMarks(picture, gate)).filter(({ key }) => !isHidden(motion, key));
  return {
    width: layout.width,
    height: layout.height,
    still: stillMarks(layout),
    marks: [
      ...wireMarks(picture),
      ...draggedStems(picture),
      ...motion.wires,
      ...boxes,
      ...flagMarks(layout),
      ...legendMarks(layout, options.words.value, options.words.gradient),
      ...labels,
      ...changedUnderlines(picture),
      ...culpritMarks(picture),
      ...pointerMarks(picture),
      ...motion.marks,
    ],
    hits: hitsOf(picture),
    focus: focusOf(picture),
  };
}

function motionOf(picture: Picture): Motion {
  const { action, elapsed } = picture;
  if (action === null) return { wires: [], marks: [], hidden: new Set() };
  if (elapsed === null) return { ...traceOf(picture, action), hidden: new Set() };
  switch (action.phase) {
    case "forward":
      return forwardMotion(picture, action, elapsed);
    case "start":
      return startMotion(picture, action, elapsed);
    case "backward":
      return backwardMotion(picture, action, elapsed);
  }
}

function isHidden({ hidden }: Motion, key: string): boolean {
  return hidden.size > 0 && hidden.has(key.split("-", 1)[0] as string);
}

/** The gate of the step under way has the tint of its phase. */
function tintOf({ action }: Picture, gate: PlacedGate): "forward" | "backward" | null {
  if (action === null || action.phase === "start" || action.node !== gate.node) return null;
  return action.phase;
}

/** Hover and focus are ink, never a colour. */
function pointerMarks(picture: Picture): Mark[] {
  const { linked, selected } = picture.state;
  const marks: Mark[] = [];
  for (const [node, role] of [
    [selected, "selected"],
    [linked, "linked"],
  ] as const) {
    const gate = node === null ? undefined : gateAt(picture, node);
    if (gate) marks.push(ring(gate, role, undefined, 4));
  }
  return marks;
}

/** Gradients off the paths of the dragged input that have changed all the same. */
function changedUnderlines({ state, layout, before, dragged, moment }: Picture): Mark[] {
  if (state.dragged === null || before == null) return [];
  return layout.gates.flatMap((gate) => {
    const [now, then] = [moment.nodes[gate.node]?.gradient ?? null, before.adjoints[gate.node] ?? null];
    if (dragged.has(gate.node) || typeof now !== "number" || then === null || Object.is(now, then)) return [];
    const { x, y, width, height } = numberRect(gate, "gradient", "");
    return [path(`changed${gate.node}`, "underline changed", `M${show(x)} ${show(y + height)}h${show(width)}`)];
  });
}

function focusOf({ layout, action }: Picture): Rect {
  const gate = layout.at.get(action?.node ?? layout.flag.node) ?? layout.gates[0];
  if (gate === undefined) return { x: 0, y: 0, width: layout.width, height: layout.height };
  return union([gate, ...gate.operands.flatMap(({ node }) => layout.at.get(node) ?? [])].map(extent));
}

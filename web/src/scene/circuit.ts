/** The circuit at any moment, as plain marks: a pure function of the state, its layout and the reader's words. */

import type { BackpropStep, TangentStart, TangentStep } from "../engine/protocol.js";
import { IS_SITE } from "../product.js";
import { show } from "./curves.js";
import { belowWords, isOfForwardMode } from "./forward-mode.js";
import { extent } from "./frames.js";
import { hitsOf, isOpenable } from "./hits.js";
import { culpritMarks, labelMarks } from "./labels.js";
import type { Layout, PlacedGate } from "./layout.js";
import { type Mark, path, type Scene, union } from "./marks.js";
import type { Rect } from "./metrics.js";
import type { CircuitState } from "./model.js";
import { backwardMotion } from "./motion-backward.js";
import { forwardMotion, type Motion, startMotion } from "./motion-forward.js";
import { matmulBackward, matmulForward } from "./motion-matmul.js";
import { tangentMotion } from "./motion-tangent.js";
import { once } from "./once.js";
import { gateAt, type Picture, type PictureOptions, pictureOf } from "./picture.js";
import { numberRect } from "./places.js";
import { boxMarks, legendMarks, stillMarks, toggleMarks, togglePlace } from "./still.js";
import { stepsOf } from "./timeline.js";
import { ring, switchMarks, traceOf } from "./trace.js";
import { thickStems, wireMarks } from "./wires.js";

export function circuitScene(state: CircuitState, layout: Layout, options: PictureOptions): Scene {
  const picture = pictureOf(state, layout, options);
  const motion = motionOf(picture);
  const labels = layout.gates.flatMap((gate) => labelsOf(picture, gate));
  const { hidden } = motion;
  const over = IS_SITE ? options.over?.(picture) : null;
  return {
    width: layout.width,
    height: layout.height,
    ...stillMarks(layout),
    wires: [...wireMarks(picture), ...thickStems(picture), ...motion.wires],
    marks: [
      ...activeBox(picture),
      ...layout.gates.flatMap((gate) => (isOpenable(picture, gate) ? openMarks(gate) : switchMarks(picture, gate))),
      ...legendMarks(layout, options.words.value, belowWords(picture)),
      ...(hidden.size === 0 ? labels : labels.filter(({ key }) => !hidden.has(key.split("-", 1)[0] as string))),
      ...changedUnderlines(picture),
      ...culpritMarks(picture),
      ...pointerMarks(picture),
      ...motion.marks,
      ...(over?.marks ?? []),
    ],
    hits: hitsOf(picture),
    focus: over?.focus ?? focusOf(picture),
    moment: picture.moment,
  };
}

function labelsOf(picture: Picture, gate: PlacedGate): readonly Mark[] {
  const draw = () => labelMarks(picture, gate);
  return IS_SITE && picture.labels ? picture.labels(gate, draw) : draw();
}

function motionOf(picture: Picture): Motion {
  const { action, elapsed } = picture;
  if (action === null) return { wires: [], marks: [], hidden: new Set() };
  if (elapsed === null) return { ...traceOf(picture, action), hidden: new Set() };
  if (IS_SITE && isOfForwardMode(action)) return forwardModeMotion(picture, action, elapsed);
  return backpropMotion(picture, action as BackpropStep, elapsed);
}

function forwardModeMotion(picture: Picture, action: TangentStart | TangentStep, elapsed: number): Motion {
  if (action.phase === "tangent") return tangentMotion(picture, action, elapsed);
  return startMotion(picture, { ...action, adjoint: action.tangent }, elapsed);
}

function backpropMotion(picture: Picture, action: BackpropStep, elapsed: number): Motion {
  switch (action.phase) {
    case "forward":
      return matmulForward(picture, action, elapsed) ?? forwardMotion(picture, action, elapsed);
    case "start":
      return startMotion(picture, action, elapsed);
    case "backward":
      return (
        (IS_SITE && picture.grids?.elementwiseBackward(picture, action, elapsed)) ||
        (matmulBackward(picture, action, elapsed) ?? backwardMotion(picture, action, elapsed))
      );
  }
}

/** The gate of the step under way, once more in the tint of its phase. */
function activeBox(picture: Picture): Mark[] {
  const { action } = picture;
  if (action === null || action.phase === "start") return [];
  const gate = gateAt(picture, action.node);
  const tint = IS_SITE && action.phase === "tangent" ? "forward" : (action.phase as "forward" | "backward");
  return gate === undefined
    ? []
    : boxMarks(gate, tint).map((mark) => ({
        ...mark,
        key: `active-${mark.key}`,
      }));
}

/** The + of a built-in function that has a definition. No router has one. */
const openMarks = once((gate: PlacedGate) => toggleMarks(`open${gate.node}`, togglePlace(gate), false));

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
  const gradients = (IS_SITE && before.tangents) || before.adjoints;
  const isChanged = ({ node }: PlacedGate) => {
    const [now, then] = [moment.nodes[node]?.gradient, gradients[node] ?? null];
    return !dragged.has(node) && typeof now === "number" && then !== null && !Object.is(now, then);
  };
  return layout.gates.filter(isChanged).map((gate) => {
    const { x, y, width, height } = numberRect(gate, "gradient", "");
    return path(`changed${gate.node}`, "underline changed", `M${show(x)} ${show(y + height)}h${show(width)}`);
  });
}

/** The gate of the step, at the start that of the first; with no step to show the output's. */
function focusOf({ state, layout, action }: Picture): Rect {
  const first = state.time === 0 ? stepsOf(state.explanation)[0] : undefined;
  const gate = layout.at.get((action ?? first ?? layout.flag).node) ?? layout.gates[0];
  if (gate === undefined) return { x: 0, y: 0, width: layout.width, height: layout.height };
  return union([gate, ...gate.operands.flatMap(({ node }) => layout.at.get(node) ?? [])].map(extent));
}

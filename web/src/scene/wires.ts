/** Wires at rest: dashed where nothing flows, thick on the paths of the input in the student's hand and on one pointed at. */
import type { NodeId } from "../engine/protocol.js";
import { IS_SITE } from "../product.js";
import { show } from "./curves.js";
import { isForwardMode } from "./forward-mode.js";
import type { PlacedGate, Wire } from "./layout.js";
import { type Mark, path } from "./marks.js";
import type { Arrival, NodeMoment } from "./model.js";
import { nodeAt } from "./names.js";
import { once } from "./once.js";
import { gateAt, type Picture } from "./picture.js";
import { isZero } from "./values.js";

export function wireMarks(picture: Picture): Mark[] {
  return picture.layout.wires.map((wire) => {
    const isDragged = picture.dragged.has(wire.from) && picture.dragged.has(wire.to);
    const isThick = isDragged || isOnRoute(picture, wire);
    return looksOf(wire)[(isIdle(picture, wire) ? 1 : 0) + (isThick ? 2 : 0)] as Mark;
  });
}

/** The same marks in every scene: a drag changes few wires. */
const looksOf = once((wire: Wire) =>
  ["", " dashed", " thick", " dashed thick"].map((look) => path(wireKey(wire), `wire${look}`, wire.path)),
);

/** A path goes over a wire when it has its two ends one after the other. */
function isOnRoute({ state }: Picture, { from, to }: Wire): boolean {
  return state.route?.some((node, i) => node === to && state.route?.[i + 1] === from) ?? false;
}

/** The stems on thick paths, over the thin ones. */
export function thickStems(picture: Picture): Mark[] {
  const nodes = new Set([...picture.dragged, ...(picture.state.route ?? [])]);
  if (nodes.size === 0) return [];
  const stems: Mark[] = [];
  for (const node of nodes) {
    const gate = gateAt(picture, node);
    if (gate) stems.push(thickStem(gate));
  }
  return [...stems, path("thick-flag", "wire thick", picture.layout.flag.path)];
}
const thickStem = once((gate: PlacedGate) => path(`thick-stem${gate.node}`, "wire thick", stemPath(gate)));

export function wireKey({ to, input }: Wire): string {
  return `wire${to}.${input}`;
}

export function stemPath(gate: PlacedGate): string {
  return `M${show(gate.stemX)} ${show(gate.y)}H${show(gate.dotX)}`;
}

/** A contribution of exactly 0 has arrived over it, or the router in front of it is switched away. */
function isIdle(picture: Picture, wire: Wire): boolean {
  const { moment } = picture;
  const arrival =
    (IS_SITE && forwardArrival(picture, wire)) ||
    moment.nodes[wire.from]?.arrivals.find(({ from, input }) => from === wire.to && input === wire.input);
  if (arrival !== undefined) return isZero(arrival.amount);
  return isRouter(picture, wire.to) && moment.nodes[wire.to]?.value !== null && !isTaken(picture, wire);
}

/** In forward mode it arrives at the gate that the wire leads to. */
function forwardArrival({ explanation, moment }: Picture, wire: Wire): Arrival | undefined {
  if (!isForwardMode(explanation)) return undefined;
  return moment.nodes[wire.to]?.arrivals.find(({ input }) => input === wire.input);
}

/** A gate that hands on one of its operands: max and min. */
export function isRouter({ explanation }: Picture, node: NodeId): boolean {
  const { op } = nodeAt(explanation, node);
  return op === "max" || op === "min";
}

/** Whether a router's switch is at this wire. Both wires of a tie are taken. */
export function isTaken({ moment }: Picture, { from, to }: Wire): boolean {
  const [operand, result] = [moment.nodes[from] as NodeMoment, moment.nodes[to] as NodeMoment];
  return typeof operand.value === "number" && operand.value === result.value;
}

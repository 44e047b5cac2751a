/** Wires at rest: dashed where nothing flows, thick on the paths of the input in the student's hand. */
import type { NodeId } from "../engine/protocol.js";
import { show } from "./curves.js";
import type { PlacedGate, Wire } from "./layout.js";
import { type Mark, path } from "./marks.js";
import type { NodeMoment } from "./model.js";
import { nodeAt } from "./names.js";
import { gateAt, type Picture } from "./picture.js";

export function wireMarks(picture: Picture): Mark[] {
  return picture.layout.wires.map((wire) => {
    const dragged = picture.dragged.has(wire.from) && picture.dragged.has(wire.to);
    return path(wireKey(wire), `wire${isZero(picture, wire) ? " dashed" : ""}${dragged ? " dragged" : ""}`, wire.path);
  });
}

/** The stems on the paths of the dragged input, over the thin ones. */
export function draggedStems(picture: Picture): Mark[] {
  if (picture.dragged.size === 0) return [];
  const stems = [...picture.dragged].flatMap((node) => {
    const gate = gateAt(picture, node);
    return gate ? [path(`dragged-stem${node}`, "wire dragged", stemPath(gate))] : [];
  });
  return [...stems, path("dragged-flag", "wire dragged", picture.layout.flag.path)];
}

export function wireKey({ to, input }: Wire): string {
  return `wire${to}.${input}`;
}

export function stemPath(gate: PlacedGate): string {
  return `M${show(gate.stemX)} ${show(gate.y)}H${show(gate.dotX)}`;
}

/** A contribution of exactly 0 has arrived over it, or the router in front of it is switched away. */
function isZero(picture: Picture, wire: Wire): boolean {
  const { moment } = picture;
  const arrival = moment.nodes[wire.from]?.arrivals.find(({ from, input }) => from === wire.to && input === wire.input);
  if (arrival !== undefined) return [arrival.amount].flat(2).every((amount) => amount === 0);
  return isRouter(picture, wire.to) && moment.nodes[wire.to]?.value !== null && !isTaken(picture, wire);
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

/** One `+=` of forward mode in motion: how the source moves travels with the wire, meets the local derivative, and the product joins the gate's stem. */
import type { TangentStep } from "../engine/protocol.js";
import { along, sample } from "./curves.js";
import { contributionText } from "./expressions.js";
import { edgeOf } from "./forward-mode.js";
import type { Mark } from "./marks.js";
import { factorMotion, landingPlace, totalMotion } from "./motion-backward.js";
import { carried, type Motion } from "./motion-forward.js";
import { gateAt, type Picture } from "./picture.js";
import { numberMiddle, stemMiddle } from "./places.js";
import { phase, travel } from "./timeline.js";
import { activeWire, outline, ring, tangentWire } from "./trace.js";

export function tangentMotion(picture: Picture, step: TangentStep, elapsed: number): Motion {
  const gate = gateAt(picture, step.node);
  const source = gateAt(picture, step.source);
  const wire = tangentWire(picture, step);
  if (gate === undefined || source === undefined || wire === undefined)
    return { wires: [], marks: [], hidden: new Set() };
  const lit = phase(elapsed, 0, 120);
  const edge = edgeOf(step);
  const marks: Mark[] = [
    ring(gate, "forward", lit),
    ...outline(picture, step.source, "gradient", "forward", lit),
    ...factorMotion(picture, edge, gate, wire, elapsed),
  ];
  if (elapsed > 120 && elapsed < 845) {
    const way = [numberMiddle(source, "gradient"), stemMiddle(source), ...sample(wire.curves)];
    const at =
      elapsed < 720
        ? along(way, travel(phase(elapsed, 120, 520)))
        : along([wire.port, wire.tag], travel(phase(elapsed, 720, 845)));
    const { tangent } = step;
    const leaving = 1 - phase(elapsed, 800, 845);
    marks.push(...carried(picture, "copy-tangent", "gradient", at, tangent, contributionText(tangent), leaving));
  }
  // what arrives at the gate is added up there, as it is at a node in the backward pass
  const arriving = { ...edge, target: step.node };
  if (elapsed > 970 && elapsed < 1450) {
    const way = [wire.tag, { x: gate.x, y: gate.y }, stemMiddle(gate), landingPlace(gate, arriving)];
    const at = along(way, travel(phase(elapsed, 970, 1370)));
    const { contribution } = step;
    const leaving = 1 - phase(elapsed, 1370, 1450);
    const written = contributionText(contribution);
    marks.push(...carried(picture, "copy-contribution", "gradient", at, contribution, written, leaving));
  }
  const hidden = new Set<string>();
  if (elapsed > 1370) {
    hidden.add(`gradient${step.node}`);
    marks.push(...totalMotion(picture, arriving, gate, elapsed));
    if (step.arrived > 1) hidden.add(`ledger${step.node}`);
  }
  return { wires: activeWire(picture, wire, "forward", phase(elapsed, 120, 240)), marks, hidden };
}

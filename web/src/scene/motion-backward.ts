/** One `+=` in motion: the gate's gradient enters, meets the local derivative at the port, and their product travels to the child. */
import type { BackwardStep, Value } from "../engine/protocol.js";
import { along, sample, show } from "./curves.js";
import { contributionText, productText, sumTerm } from "./expressions.js";
import { sideMarks } from "./labels.js";
import type { PlacedGate, Wire } from "./layout.js";
import { type Mark, path, text } from "./marks.js";
import { GRADIENT_LANE, NUMBER_SIZE, type Point, textWidth } from "./metrics.js";
import { copy, type Motion, writtenValue } from "./motion-forward.js";
import { contributionKey, gateAt, gradientKey, isCovered, type Picture, partialKey, wireOf } from "./picture.js";
import { ledgerPlace, numberMiddle, stemMiddle } from "./places.js";
import { phase, travel } from "./timeline.js";
import { activeWire, otherFactor, outline, ring, tagMarks } from "./trace.js";
import { isUnderBug } from "./under-bug.js";

export function backwardMotion(picture: Picture, step: BackwardStep, elapsed: number): Motion {
  const gate = gateAt(picture, step.node);
  const target = gateAt(picture, step.target);
  const wire = wireOf(picture, step);
  if (gate === undefined || target === undefined || wire === undefined)
    return { wires: [], marks: [], hidden: new Set() };
  const lit = phase(elapsed, 0, 120);
  const marks: Mark[] = [ring(gate, "backward", lit), ...outline(picture, step.node, "gradient", "backward", lit)];
  marks.push(...factorMotion(picture, step, gate, wire, elapsed));

  const written = (value: Value, covered: boolean) => (covered ? "?" : contributionText(value));
  const incoming = written(step.adjoint, isCovered(picture, gradientKey(step.node)));
  const product = written(
    step.contribution,
    isCovered(picture, contributionKey(step.node, step.input)) || isCovered(picture, gradientKey(step.target)),
  );
  if (elapsed > 120 && elapsed < 845) {
    const way = wayIn(gate, incoming);
    const at =
      elapsed < 720
        ? along(way, travel(phase(elapsed, 120, 370)))
        : along([way.at(-1) as Point, wire.tag], travel(phase(elapsed, 720, 845)));
    marks.push(copy("copy-adjoint", "gradient", at, incoming, 1 - phase(elapsed, 800, 845)));
  }
  const arrival = landingPlace(target, step);
  if (elapsed > 970 && elapsed < 1450) {
    const at = along([wire.tag, ...wayBack(target, wire, arrival)], travel(phase(elapsed, 970, 1370)));
    marks.push(copy("copy-contribution", "gradient", at, product, 1 - phase(elapsed, 1370, 1450)));
  }
  const hidden = new Set<string>();
  if (elapsed > 1370) {
    hidden.add(`gradient${step.target}`);
    marks.push(...totalMotion(picture, step, target, elapsed));
    if (step.arrived > 1) hidden.add(`ledger${step.target}`);
  }
  return { wires: activeWire(picture, wire, "backward", phase(elapsed, 370, 490)), marks, hidden };
}

/** 370–970: the tag appears at the port, then shows the whole product, then its result. */
export function factorMotion(
  picture: Picture,
  step: BackwardStep,
  gate: PlacedGate,
  wire: Wire,
  elapsed: number,
): Mark[] {
  const other = otherFactor(picture, step);
  const marks: Mark[] = [];
  if (other !== null && elapsed > 370 && elapsed < 720) {
    // the other operand crosses inside the gate, along the strokes of its × sign
    const track = [other.port, { x: gate.x, y: gate.y }, wire.port];
    marks.push(
      path("swap", "swap", `M${track.map(({ x, y }) => `${show(x)} ${show(y)}`).join("L")}`, phase(elapsed, 370, 450)),
    );
    marks.push(
      copy(
        "copy-factor",
        "value",
        along([...track, wire.tag], travel(phase(elapsed, 370, 690))),
        writtenValue(picture, other.from),
        1 - phase(elapsed, 660, 720),
      ),
    );
  }
  const appears = other === null ? phase(elapsed, 370, 490) : phase(elapsed, 660, 720);
  if (appears === 0) return marks;
  const covered = isCovered(picture, partialKey(step.node, step.input)) || isCovered(picture, gradientKey(step.node));
  const whole = covered ? "" : productText(step);
  if (elapsed < 800 || elapsed > 970 || whole === "")
    return [...marks, ...tagMarks(picture, step, wire, undefined, appears)];
  const hidesResult =
    isCovered(picture, gradientKey(step.target)) || isCovered(picture, contributionKey(step.node, step.input));
  return [
    ...marks,
    ...tagMarks(picture, step, wire, elapsed < 900 || hidesResult ? whole : contributionText(step.contribution)),
  ];
}

/** The sum below the child's stem: the first contribution is the sum; a further one docks, then "+", then the new sum. */
export function totalMotion(picture: Picture, step: BackwardStep, target: PlacedGate, elapsed: number): Mark[] {
  const before = picture.moment.nodes[step.target]?.gradient ?? null;
  if (step.arrived === 1) return sideMarks(picture, target, "gradient", step.total, phase(elapsed, 1370, 1490));
  const term = isCovered(picture, gradientKey(step.target))
    ? ""
    : isUnderBug(picture.explanation)
      ? contributionText(step.contribution)
      : sumTerm(step.contribution);
  const docked = text("docked", "caption", ledgerPlace(target), term, phase(elapsed, 1370, 1470));
  const old = phase(elapsed, 1570, 1670);
  const sum =
    old < 1
      ? sideMarks(picture, target, "gradient", before, 1 - old)
      : sideMarks(picture, target, "gradient", step.total, phase(elapsed, 1670, 1770));
  return [...sum, docked];
}

/** Along the lane under the gate's stem and half into the gate: the other half is for what the gate does. */
function wayIn(gate: PlacedGate, incoming: string): Point[] {
  const left = gate.x + gate.width / 2 - (gate.shape === "circle" ? 14 : 6);
  const inside = { x: left + textWidth(incoming, NUMBER_SIZE) / 2, y: gate.y };
  return [numberMiddle(gate, "gradient"), { x: inside.x + 12, y: gate.y + GRADIENT_LANE }, inside];
}

/** Back along the wire, below it, to the child's stem. */
export function wayBack(target: PlacedGate, wire: Wire, arrival: Point): Point[] {
  const lane = sample(wire.curves)
    .reverse()
    .map(({ x, y }) => ({ x, y: y + GRADIENT_LANE }));
  return [...lane, { x: stemMiddle(target).x, y: target.y + GRADIENT_LANE }, arrival];
}

export function landingPlace(target: PlacedGate, { arrived }: BackwardStep): Point {
  if (arrived === 1) return numberMiddle(target, "gradient");
  const { x, y } = ledgerPlace(target);
  return { x, y: y - 5 };
}

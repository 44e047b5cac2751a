/** The numbers at rest: value and gradient of each node, slots for what is not there, the ledger of what has arrived. */
import type { Value } from "../engine/protocol.js";
import { show } from "./curves.js";
import { printedOperands } from "./equations.js";
import { gridMarks } from "./grids.js";
import type { PlacedGate } from "./layout.js";
import { around, inflate, type Mark, path, rect, text } from "./marks.js";
import { CAPTION_SIZE, LEDGER_LINE, type Point, SLOT_HEIGHT, SLOT_WIDTH, textWidth } from "./metrics.js";
import type { NodeMoment } from "./model.js";
import { formatNumber, parenthesized } from "./numbers.js";
import { gradientKey, isCovered, type Picture, valueKey } from "./picture.js";
import { isLong, isMatrix, ledgerPlace, numberMiddle, numberPlace, numberRect, type Side } from "./places.js";
import { isUnderBug } from "./under-bug.js";
import { firstNotFinite } from "./values.js";

const COVERED_WIDTH = 44;
/** Above this many contributions the ledger only counts them. */
const LEDGER_LONGEST = 4;

export function labelMarks(picture: Picture, gate: PlacedGate): Mark[] {
  const node = picture.moment.nodes[gate.node] as NodeMoment;
  const marks = gate.shape === "number" ? [] : sideMarks(picture, gate, "value", node.value);
  if ((picture.explanation.adjoints[gate.node] ?? null) === null) return marks;
  marks.push(...sideMarks(picture, gate, "gradient", node.gradient));
  if (node.of > 1 && node.gradient !== null) marks.push(...ledgerMarks(picture, gate, node));
  return marks;
}

/** What stands on one side of a stem: a number, a grid, a dotted slot. */
export function sideMarks(
  picture: Picture,
  gate: PlacedGate,
  side: Side,
  value: Value | null,
  opacity?: number,
): Mark[] {
  const number = side === "value" ? valueKey(gate.node) : gradientKey(gate.node);
  const key = `${side}${gate.node}`;
  if (isCovered(picture, number)) return coveredMarks(picture, gate, side);
  if (gate.matrix !== null) return gridMarks(gate, side, isMatrix(value) ? value : null, opacity);
  if (value === null || isMatrix(value)) return [slot(key, "slot", numberMiddle(gate, side), SLOT_WIDTH)];
  const state = side === "gradient" ? incomplete(picture, gate) : "";
  const written = numberText(value);
  const role = `${side}${state}${Number.isFinite(value) ? "" : " error"}${isLong(written) ? " long" : ""}`;
  const mark = text(key, role, numberPlace(gate, side, written), written, opacity);
  return state === "" ? [mark] : [mark, underline(key, gate, written)];
}

/** NaN and the infinities carry a sign of their own. */
export function numberText(value: number): string {
  return Number.isFinite(value) ? formatNumber(value) : `⚠ ${formatNumber(value)}`;
}

export function slot(key: string, role: string, middle: Point, width: number, opacity?: number): Mark {
  return rect(`${key}-slot`, role, around(middle, width, SLOT_HEIGHT), 4, opacity);
}

function coveredMarks({ asked }: Picture, gate: PlacedGate, side: Side): Mark[] {
  const key = `${side}${gate.node}`;
  const isAsked = asked === (side === "value" ? valueKey(gate.node) : gradientKey(gate.node));
  const middle = numberMiddle(gate, side);
  if (gate.matrix !== null)
    return [
      rect(`${key}-slot`, `slot covered ${side}`, numberRect(gate, side, ""), 4),
      text(key, "covered-sign", { x: middle.x, y: middle.y + 5 }, "?"),
    ];
  return [
    slot(key, `slot covered ${side}${isAsked ? " asked" : ""}`, middle, COVERED_WIDTH),
    text(key, "covered-sign", { x: middle.x, y: middle.y + 5 }, "?"),
  ];
}

function incomplete({ moment }: Picture, gate: PlacedGate): string {
  return moment.nodes[gate.node]?.progress === "incomplete" ? " incomplete" : "";
}

/** Dashed under a sum that still waits for contributions. */
function underline(key: string, gate: PlacedGate, written: string): Mark {
  const { x, width, y, height } = numberRect(gate, "gradient", written);
  return path(`${key}-underline`, "underline dashed", `M${show(x)} ${show(y + height - 2)}h${show(width)}`);
}

/** `1 of 2` while contributions are missing, `1 + (−4)` for good once all are there. */
function ledgerMarks(picture: Picture, gate: PlacedGate, node: NodeMoment): Mark[] {
  const at = ledgerPlace(gate);
  const key = `ledger${gate.node}`;
  if (isCovered(picture, gradientKey(gate.node))) return [];
  if (node.progress === "incomplete")
    return [text(key, "caption counter", at, picture.words.arrived(node.arrivals.length, node.of))];
  const lines = ledgerLines(picture, gate, node);
  const left = gate.dotX - 3 - Math.max(...lines.map((line) => textWidth(line, CAPTION_SIZE)));
  return lines.map((line, i) => {
    const half = textWidth(line, CAPTION_SIZE) / 2;
    return text(
      i === 0 ? key : `${key}-${i}`,
      "caption",
      { x: Math.min(at.x, Math.max(left, gate.dotX - 3) - half), y: at.y + i * LEDGER_LINE },
      line,
    );
  });
}

/** At most as many lines as the layout left room for, or only the count. */
function ledgerLines(
  { words, explanation }: Picture,
  gate: PlacedGate,
  { arrivals, of, gradient }: NodeMoment,
): string[] {
  const counted = [words.sumOf(of)];
  const amounts = arrivals.map(({ amount }) => amount).filter((amount) => typeof amount === "number");
  if (of > LEDGER_LONGEST || amounts.length < of || typeof gradient !== "number" || !Number.isFinite(gradient))
    return counted;
  const isApart = isUnderBug(explanation);
  const { operands, relation } = isApart
    ? { operands: amounts.map((amount) => formatNumber(amount)), relation: "=" }
    : printedOperands("add", amounts, gradient);
  const room = gate.width + gate.stem + (gate.operands.length === 0 ? 16 : 4);
  const lines: string[] = [];
  for (const [i, operand] of operands.entries()) {
    const part = isApart
      ? operand + (i < of - 1 ? "," : "")
      : i === 0
        ? relation === "≈"
          ? `≈ ${operand}`
          : operand
        : `+ ${parenthesized(operand)}`;
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${part}`, CAPTION_SIZE) <= room)
      lines[lines.length - 1] = `${last} ${part}`;
    else lines.push(part);
  }
  return lines.length <= gate.ledgerLines && lines.every((line) => textWidth(line, CAPTION_SIZE) <= room)
    ? lines
    : counted;
}

/** The ring and the words at the first number that is not finite. */
export function culpritMarks(picture: Picture): Mark[] {
  const culprit = firstCulprit(picture);
  if (culprit === null) return [];
  const { gate, side, value } = culprit;
  const at = numberRect(gate, side, numberText(value));
  // above name and tag, or below the ledger
  const y = side === "value" ? at.y - 28 : at.y + at.height + 30;
  return [
    rect("culprit", "ring error", inflate(at, 3, 0), 6),
    text("culprit-words", "caption error", { x: at.x + at.width / 2, y }, picture.words.first(formatNumber(value))),
  ];
}

function firstCulprit({
  explanation,
  layout,
  moment,
}: Picture): { gate: PlacedGate; side: Side; value: number } | null {
  for (const side of ["value", "gradient"] as const) {
    const gates = side === "value" ? layout.gates : [...layout.gates].reverse();
    for (const gate of gates) {
      const shown = moment.nodes[gate.node]?.[side] ?? null;
      const wrong = shown === null ? undefined : firstNotFinite(shown);
      if (wrong !== undefined && (side === "value" || explanation.adjoints[gate.node] !== null))
        return { gate, side, value: wrong };
    }
  }
  return null;
}

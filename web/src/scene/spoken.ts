/** What is spoken of a step: messages of their own, without glyphs, colours or sides. */

import type { BackpropStep, BackwardStep, Box, Explanation, NodeId, Value } from "../engine/protocol.js";
import { IS_SITE } from "../product.js";
import { isTurned } from "./arranged.js";
import { COMPARISONS } from "./comparisons.js";
import { isForwardMode } from "./forward-mode.js";
import { boxAt } from "./keys.js";
import { type Message, message, type SpokenWords, type Words } from "./message.js";
import type { NumberKey, Time } from "./model.js";
import { gateFormula, isNamed, isRegion, nodeAt, nodeName, phraseText, regionName } from "./names.js";
import { stepAt } from "./sentence.js";
import { isNumber, shapeOf } from "./sentence-parts.js";
import { spokenInForwardMode } from "./spoken-tangent.js";
import { isUnderBug, spokenUnderBug } from "./under-bug.js";

/** `result` is said always, `detail` only by those who want the full text. */
export interface Spoken {
  result: Message;
  detail: Message | null;
}

/** Null at time 0 and where the engine left the single steps out. */
export function spokenAt(explanation: Explanation, time: Time, covered: ReadonlySet<NumberKey>): Spoken | null {
  const index = stepAt(explanation, time);
  const step = index === null ? undefined : explanation.steps?.[index];
  if (index === null || step === undefined) return null;
  const speaker = new Speaker(explanation, covered);
  if (IS_SITE && isForwardMode(explanation))
    return spokenInForwardMode(explanation, step, index, (known) => speaker.step(known, index));
  return speaker.step(step as BackpropStep, index);
}

class Speaker {
  readonly explanation: Explanation;
  readonly covered: ReadonlySet<NumberKey>;

  constructor(explanation: Explanation, covered: ReadonlySet<NumberKey>) {
    this.explanation = explanation;
    this.covered = covered;
  }

  step(step: BackpropStep, index: number): Spoken {
    switch (step.phase) {
      case "start":
        return {
          result: message("spoken-start", { node: this.name(step.node), adjoint: { say: step.adjoint } }),
          detail: null,
        };
      case "forward":
        return {
          result: message("spoken-value", {
            node: this.name(step.node),
            value: this.number(`value:${step.node}`, step.value),
          }),
          detail: this.forwardDetail(step.node),
        };
      case "backward":
        return { result: this.arrival(step), detail: this.backwardDetail(step, index) };
    }
  }

  name(node: NodeId): SpokenWords {
    return { say: nodeName(this.explanation, node) };
  }

  number(key: NumberKey, value: Value): SpokenWords {
    return { say: this.covered.has(key) ? null : value };
  }

  forwardDetail(node: NodeId): Message | null {
    const box = boxAt(this.explanation, node);
    const [input] = box.inputs;
    if (input === undefined) return null;
    // An unnamed gate has just been called by its formula.
    if (!isNamed(this.explanation, node))
      return message("spoken-gate-alone", { gate: gateName(this.explanation, box) });
    const formula = { say: phraseText(gateFormula(this.explanation, node)) };
    return message("spoken-gate-computes", { gate: gateName(this.explanation, box), formula });
  }

  arrival({ target, total, arrived, of }: BackwardStep): Message {
    const node = this.name(target);
    if (!isNumber(total)) {
      const [rows, columns] = shapeOf(total);
      return message(arrived === of ? "spoken-gradient-matrix" : "spoken-gradient-matrix-so-far", {
        node,
        rows,
        columns,
        arrived,
        of,
      });
    }
    const gradient = this.number(`gradient:${target}`, total);
    if (of === 1) return message("spoken-gradient", { node, gradient });
    return message(arrived === of ? "spoken-gradient-last" : "spoken-gradient-so-far", { node, gradient, arrived, of });
  }

  backwardDetail(step: BackwardStep, index: number): Message {
    if (isUnderBug(this.explanation)) {
      return spokenUnderBug(gateName(this.explanation, boxAt(this.explanation, step.node)), step);
    }
    if (step.arrived > 1 && isNumber(step.total)) return this.sum(step, index);
    const box = boxAt(this.explanation, step.node);
    const { op } = nodeAt(this.explanation, step.node);
    const incoming = this.number(`gradient:${step.node}`, step.adjoint);
    const args: Record<string, Words> = { gate: gateName(this.explanation, box), incoming };
    if (isRegion(this.explanation, box)) return this.product(step, args);
    if (op === "matmul") return this.matrixProduct(step, box);
    if (STRUCTURE.has(op)) return message(`spoken-hands-${op}`, args);
    if (op === "add" && isNumber(step.adjoint)) return message("spoken-passes", args);
    if (op === "mul" && isNumber(step.partial)) {
      const other = box.inputs[1 - step.input] as NodeId;
      return message("spoken-swaps", {
        ...args,
        other: this.name(other),
        partial: this.number(`value:${other}`, step.partial),
      });
    }
    if ((op === "max" || op === "min") && isNumber(step.partial) && (step.partial === 0 || step.partial === 1)) {
      const taken = box.inputs.find((input) => this.explanation.primals[input] === this.explanation.primals[step.node]);
      if (taken !== undefined) return message("spoken-chose", { ...args, node: this.name(taken) });
    }
    return this.product(step, args);
  }

  product(step: BackwardStep, args: Record<string, Words>): Message {
    if (!isNumber(step.partial) || !isNumber(step.adjoint)) return message("spoken-entries", args);
    const partial = this.number(`partial:${step.node}.${step.input}`, step.partial);
    return message("spoken-product", { ...args, partial });
  }

  matrixProduct(step: BackwardStep, box: Box): Message {
    const other = box.inputs[1 - step.input] as NodeId;
    const { op, name, inputs } = nodeAt(this.explanation, other);
    const isTurnedOver = isTurned(this.explanation);
    const side = (step.input === 0) !== isTurnedOver ? "left" : "right";
    if (isTurnedOver) return message(`spoken-matmul-${side}-as-it-is`, { other: this.name(other) });
    // the transpose of a transpose is what it was made of
    if (op === "transpose" && name === undefined) {
      return message(`spoken-matmul-${side}-as-it-is`, { other: this.name(inputs[0] as NodeId) });
    }
    return message(`spoken-matmul-${side}`, { other: this.name(other) });
  }

  /** "1 plus minus 4." */
  sum(step: BackwardStep, index: number): Message {
    const before = (this.explanation.steps ?? [])
      .slice(0, index)
      .findLast((earlier) => earlier.phase === "backward" && earlier.target === step.target) as BackwardStep;
    return message("spoken-sum", {
      before: this.number(`gradient:${step.target}`, before.total),
      amount: this.number(`contribution:${step.node}.${step.input}`, step.contribution),
    });
  }
}

/** "Plus gate", "s gate". */
export function gateName(explanation: Explanation, box: Box): Message {
  const { op, name } = nodeAt(explanation, box.node);
  if (isRegion(explanation, box)) return message("spoken-gate", { name: regionName(explanation, box) });
  if (GATES.has(op)) return message(`spoken-gate-${op}`);
  if (op in COMPARISONS) return message("spoken-gate-comparison");
  return message("spoken-gate", { name: op === "identity" ? (name ?? op) : op });
}

/** Gates that only move entries about. */
const STRUCTURE = new Set(["sum", "index", "stack", "transpose"]);

/** Gates whose sign is not a word; the others are called by their function. */
const GATES = new Set([
  "add",
  "sub",
  "mul",
  "div",
  "pow",
  "neg",
  "matmul",
  "transpose",
  "index",
  "stack",
  "step",
  "max",
  "min",
  "if",
]);

/**
 * How matrices are shown. In numerator layout every derivative of the page is turned over: the engine answers in the shape of the value, which is denominator
 * layout; here its answer is copied with the gradients transposed, and with the rules that are true of them then. At zoom
 * "matrices" every grid is captioned with its shape.
 */
import type { Explanation, MathTree, ShapeReason, Step, Value } from "../engine/protocol.js";
import { IS_SITE } from "../product.js";
import type { MatrixLayout } from "./model.js";
import { once } from "./once.js";

/** An explanation as it is shown; the engine's own says nothing of a layout. */
interface Arranged extends Explanation {
  layout?: MatrixLayout;
  /** Every matrix is captioned with its shape. */
  shaped?: boolean;
}

export function isShaped(explanation: Explanation): boolean {
  return IS_SITE && (explanation as Arranged).shaped === true;
}

export function hasMatrices({ graph }: Explanation): boolean {
  return graph.nodes.some(({ shape: [rows, columns] }) => rows * columns > 1);
}

export function isTurned(explanation: Explanation): boolean {
  return IS_SITE && (explanation as Arranged).layout === "numerator";
}

/** The same object for the same answer, so that whoever compares sees no change. */
export function arranged(explanation: Explanation, layout: MatrixLayout, isShaped = false): Explanation {
  // by a single number everything has the shape of its value in numerator layout
  const isOver = layout === "numerator" && explanation.tangents === undefined;
  const over = isOver ? turned(explanation) : explanation;
  return isShaped ? shaped(over) : over;
}

const shaped = once((whole: Explanation): Arranged => ({ ...whole, shaped: true }));

const turned = once((explanation: Explanation): Arranged => {
  const { adjoints, inputs, steps, view } = explanation;
  return {
    ...explanation,
    layout: "numerator",
    adjoints: adjoints.map(transposed),
    inputs: inputs.map((input) => ({ ...input, gradient: transposed(input.gradient) })),
    view: { ...view, boxes: view.boxes.map((box) => ({ ...box, partials: box.partials.map(transposed) })) },
    ...(steps && { steps: steps.map(turnedStep) }),
  };
});

function turnedStep(step: Step): Step {
  if (step.phase === "start" && "adjoint" in step) return { ...step, adjoint: transposed(step.adjoint) };
  if (step.phase !== "backward") return step;
  const { adjoint, partial, contribution, total, rule } = step;
  return {
    ...step,
    adjoint: transposed(adjoint),
    contribution: transposed(contribution),
    total: transposed(total),
    ...(partial !== undefined && { partial: transposed(partial) }),
    ...(rule !== undefined && { rule: turnedRule(rule) }),
  };
}

export function transposed<T extends Value | null>(value: T): T {
  if (!Array.isArray(value)) return value;
  return (value[0] ?? []).map((_, column) => value.map((row) => row[column])) as T;
}

/**
 * The rules of the engine's matrix gates, for gradients that are transposed: (G Xᵀ)ᵀ is X Gᵀ, and Gᵀ is what is shown. A rule
 * that is not here reads the same in either layout.
 */
const TURNED: Readonly<Record<string, string>> = {
  "adjoint @ b.T": "b @ adjoint",
  "a.T @ adjoint": "adjoint @ a",
  "adjoint @ b": "b.T @ adjoint",
  "adjoint.T @ a": "a.T @ adjoint.T",
  "adjoint * b": "adjoint * b.T",
  "adjoint * a": "adjoint * a.T",
  "adjoint * x / out": "adjoint * x.T / out",
  "adjoint in every entry of its row": "adjoint in every entry of its column",
  "adjoint in every entry of its column": "adjoint in every entry of its row",
  "its rows of adjoint": "its columns of adjoint",
  "adjoint at those rows, 0 elsewhere": "adjoint at those columns, 0 elsewhere",
  "adjoint in the shape of x": "adjoint.T in the shape of x, transposed",
  "out * (adjoint - sum(out * adjoint))": "out.T * (adjoint - sum(out.T * adjoint))",
  "adjoint - softmax(x) * sum(adjoint)": "adjoint - softmax(x).T * sum(adjoint)",
  "adjoint * softmax(x)": "adjoint * softmax(x).T",
  "adjoint * 2/n * (output - target)": "adjoint * 2/n * (output - target).T",
  "adjoint * 2/n * (target - output)": "adjoint * 2/n * (target - output).T",
  "adjoint / n * ((1 - target) / (1 - output) - target / output)":
    "adjoint / n * ((1 - target) / (1 - output) - target / output).T",
  "adjoint / n * (log(1 - output) - log(output))": "adjoint / n * (log(1 - output) - log(output)).T",
  "adjoint / n * (sigmoid(z) - target)": "adjoint / n * (sigmoid(z) - target).T",
  "-adjoint / n * z": "-adjoint / n * z.T",
  "-adjoint / samples * target / output": "-adjoint / samples * (target / output).T",
  "-adjoint / samples * log(output)": "-adjoint / samples * log(output).T",
  "adjoint / samples * (softmax(z) * sum(target) - target)":
    "adjoint / samples * (softmax(z) * sum(target) - target).T",
  "-adjoint / samples * log_softmax(z)": "-adjoint / samples * log_softmax(z).T",
};

/** Why a gradient has its shape: what was summed and multiplied is turned over too. */
export function turnedReason(reason: ShapeReason): Pick<ShapeReason, "code" | "args"> {
  const args = Object.fromEntries(
    Object.entries(reason.args).map(([name, text]) => [name, text.replace(/^(\d+)×(\d+)$/, "$2×$1")]),
  );
  const { left, right } = args;
  if (left !== undefined && right !== undefined) Object.assign(args, { left: right, right: left });
  // one number is summed of all entries in either layout
  return { code: reason.code === "summed" ? reason.code : `${reason.code}-turned`, args };
}

/** A formula of the engine, which has the shape of the value, transposed as a whole. */
export function turnedFormula(formula: MathTree): MathTree {
  return ["msup", ["mrow", ["mo", "("], formula, ["mo", ")"]], ["mo", "⊤"]];
}
/** The same of its program: only what follows the last separator is the formula itself. */
export function turnedProgram(text: string): string {
  const begin = Math.max(text.lastIndexOf("\n"), text.lastIndexOf(";")) + 1;
  return `${text.slice(0, begin)}(${text.slice(begin).trim()}).T`;
}

export function turnedRule(rule: string): string {
  return TURNED[rule] ?? rule;
}

/**
 * Printed equations that are true as printed. Numbers rounded one by one make false equations (0.20 × 2 is not 0.39),
 * so the digits of an equation are chosen together.
 */
import { formatDigits, parenthesized, plainDigits } from "./numbers.js";
import type { Rational } from "./rational.js";
import * as rational from "./rational.js";

/**
 * What stands between the operands. `add` and `mul` take any number of them, `pow` a base and an exponent.
 * A function is given as what it does to doubles; it is checked in doubles, all others exactly.
 */
export type Operation =
  | "add"
  | "sub"
  | "mul"
  | "div"
  | "pow"
  | "neg"
  | "max"
  | "min"
  | ((...operands: number[]) => number);

export interface PrintedEquation {
  /** Without parentheses: `−0.1966`. */
  operands: string[];
  result: string;
  /** `≈` as soon as one printed number is rounded. */
  relation: "=" | "≈";
}

/** Significant digits in the order they are tried; 2 stands for the two decimals of a number on its own. */
const DIGITS = [2, 3, 4, 5, 6];
/** A long product, or the difference of nearly equal numbers, may need more digits in than out. */
const MORE_DIGITS = [6, 8, 10, 12, 14, 17];
const FEWER_DIGITS = 4;
/** A double this near to its printed text is noise, not rounding: 0.1 + 0.2 prints as 0.30. */
const NOISE = 1e-12;

/** The equation `operands → result` in the fewest digits at which its printed operands give its printed result. */
export function printedEquation(operation: Operation, operands: readonly number[], result: number): PrintedEquation {
  const gives = (digits: number, shown: number) => isTrue(operation, operands, digits, resultIn(result, shown));
  const same = DIGITS.find((digits) => gives(digits, digits));
  if (same !== undefined) return equationIn(same, same, operation, operands, result);
  const more = MORE_DIGITS.find((digits) => gives(digits, FEWER_DIGITS)) ?? 17;
  return equationIn(more, FEWER_DIGITS, operation, operands, result);
}

/**
 * The operands in the fewest digits at which they give `result` as it is printed on its own, for a place that shows the
 * result already: the ledger under a gradient.
 */
export function printedOperands(
  operation: Operation,
  operands: readonly number[],
  result: number,
): Omit<PrintedEquation, "result"> {
  const shown = resultIn(result, 2);
  const digits = [...DIGITS, ...MORE_DIGITS].find((candidate) => isTrue(operation, operands, candidate, shown)) ?? 17;
  const { operands: texts, relation } = equationIn(digits, 2, operation, operands, result);
  return { operands: texts, relation };
}

const SIGNS: Record<string, string> = { add: " + ", sub: " − ", mul: " × ", div: " / " };

/** `0.1966 × 2 ≈ 0.3932`; for the four operations of arithmetic. */
export function equationText(operation: "add" | "sub" | "mul" | "div", equation: PrintedEquation): string {
  return `${operandsText(operation, equation.operands)} ${equation.relation} ${equation.result}`;
}

/** `3 × (−4)`: the first operand stands free, the others in parentheses when negative. */
export function operandsText(operation: "add" | "sub" | "mul" | "div", operands: readonly string[]): string {
  return operands.map((operand, i) => (i === 0 ? operand : parenthesized(operand))).join(SIGNS[operation]);
}

function print(numbers: readonly number[], digits: number): string[] {
  return numbers.map((x) => plainDigits(x, digits));
}

function equationIn(
  digits: number,
  resultDigits: number,
  operation: Operation,
  operands: readonly number[],
  result: number,
): PrintedEquation {
  const printed = print(operands, digits);
  const shown = plainDigits(result, resultDigits);
  const exact = [...operands, result].every((x, i) =>
    isExactly(x, i < printed.length ? (printed[i] as string) : shown),
  );
  return {
    operands: operands.map((x) => formatDigits(x, digits)),
    result: formatDigits(result, resultDigits),
    relation: exact && (typeof operation === "function" || gives(operation, printed, shown, true)) ? "=" : "≈",
  };
}

/** Whether nothing but noise was lost in print; `printed` in the notation of JavaScript. */
export function isExactly(x: number, printed: string): boolean {
  return Object.is(x, Number(printed)) || Math.abs(x - Number(printed)) <= NOISE * Math.abs(x);
}

function isTrue(operation: Operation, operands: readonly number[], digits: number, result: string): boolean {
  return gives(operation, print(operands, digits), result);
}

/** The result as it is checked: an integer among rounded numbers must come out as 12.00, not as anything near 12. */
function resultIn(result: number, digits: number): string {
  const printed = plainDigits(result, digits);
  if (!Number.isInteger(result) || printed.includes("e")) return printed;
  const magnitude = Math.max(1, Math.abs(result));
  return result.toFixed(Math.max(magnitude < 100 ? 2 : 1, digits - 1 - Math.floor(Math.log10(magnitude))));
}

/** Whether the printed operands give the printed result: exactly, or rounded to the result's last printed place. */
function gives(operation: Operation, operands: readonly string[], result: string, exactly = false): boolean {
  if (typeof operation === "function") return agreesInDoubles(operation(...operands.map(Number)), result);
  const numbers = operands.map(rational.readDecimal);
  const shown = rational.readDecimal(result);
  if (shown === null || !numbers.every((number) => number !== null)) return true; // ∞ and NaN are what they are
  const value = evaluate(operation, numbers);
  if (value === null) return operation === "pow" && agreesInDoubles(Number(operands[0]) ** Number(operands[1]), result);
  const error = rational.absolute(rational.add(value, rational.negate(shown)));
  return exactly ? error.numerator === 0n : rational.compare(error, halfUnit(result)) <= 0;
}

function evaluate(
  operation: Exclude<Operation, (...operands: number[]) => number>,
  operands: readonly Rational[],
): Rational | null {
  const [first, second] = operands as [Rational, Rational];
  switch (operation) {
    case "add":
      return operands.reduce(rational.add);
    case "mul":
      return operands.reduce(rational.multiply);
    case "sub":
      return rational.add(first, rational.negate(second));
    case "div":
      return rational.divide(first, second);
    case "neg":
      return rational.negate(first);
    case "max":
      return operands.reduce((a, b) => (rational.compare(a, b) >= 0 ? a : b));
    case "min":
      return operands.reduce((a, b) => (rational.compare(a, b) <= 0 ? a : b));
    case "pow": {
      const exponent = Number(second.numerator) / Number(second.denominator);
      return Number.isInteger(exponent) && Math.abs(exponent) <= 64 ? rational.power(first, exponent) : null;
    }
  }
}

function agreesInDoubles(value: number, result: string): boolean {
  const shown = Number(result);
  if (!Number.isFinite(shown) || !Number.isFinite(value)) return Object.is(shown, value);
  const { numerator, denominator } = halfUnit(result);
  return Math.abs(value - shown) <= (Number(numerator) / Number(denominator)) * (1 + NOISE);
}

/** Half a unit in the last printed place. */
function halfUnit(printed: string): Rational {
  const [mantissa = "", exponent = "0"] = printed.split("e");
  const decimals = mantissa.split(".")[1]?.length ?? 0;
  const unit = rational.readDecimal(`1e${Number(exponent) - decimals}`) as Rational;
  return { numerator: unit.numerator, denominator: unit.denominator * 2n };
}

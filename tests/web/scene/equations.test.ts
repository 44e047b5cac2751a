import { describe, expect, test } from "vitest";
import type { PrintedEquation } from "../../../web/src/scene/equations.js";
import { equationText, operandsText, printedEquation, printedOperands } from "../../../web/src/scene/equations.js";
import { generator, operand } from "./random.js";

const text = (operation: "add" | "sub" | "mul" | "div", operands: number[], result: number) =>
  equationText(operation, printedEquation(operation, operands, result));

describe("printed equations", () => {
  test.each([
    ["mul", [3, -4], -12, "3 × (−4) = −12"],
    ["mul", [0.19661193324148188, 2], 0.39322386648296376, "0.1966 × 2 ≈ 0.3932"],
    ["add", [1, -4], -3, "1 + (−4) = −3"],
    ["add", [0.1, 0.2], 0.1 + 0.2, "0.10 + 0.20 = 0.30"],
    ["mul", [0.125, 2], 0.25, "0.125 × 2 = 0.250"],
    ["mul", [12 ** 0.5, 12 ** 0.5], 12, "3.464 × 3.464 ≈ 12"],
    ["div", [1, 3], 1 / 3, "1 / 3 ≈ 0.33"],
    ["mul", [0, 0.3717], 0, "0 × 0.37 ≈ 0"],
    ["div", [1, 0], Infinity, "1 / 0 = ∞"],
    ["mul", [Infinity, 0], Number.NaN, "∞ × 0 = NaN"],
    ["mul", [1e200, 1e200], Infinity, "1×10²⁰⁰ × 1×10²⁰⁰ = ∞"],
    ["sub", [1.23456789, 1.2345678], 1.23456789 - 1.2345678, "1.234567890 − 1.234567800 ≈ 9.000×10⁻⁸"],
  ] as const)("%s %j", (operation, operands, result, expected) =>
    expect(text(operation, [...operands], result)).toBe(expected),
  );

  test("powers, signs, larger of two and functions", () => {
    expect(printedEquation("pow", [-1.5, 2], 2.25)).toEqual({
      operands: ["−1.50", "2"],
      result: "2.25",
      relation: "=",
    });
    expect(printedEquation("pow", [2, 0.5], Math.SQRT2)).toEqual({
      operands: ["2", "0.50"],
      result: "1.41",
      relation: "≈",
    });
    expect(printedEquation("neg", [0.731], -0.731)).toEqual({ operands: ["0.73"], result: "−0.73", relation: "≈" });
    expect(printedEquation("max", [3, 1.001], 3)).toEqual({ operands: ["3", "1.00"], result: "3", relation: "≈" });
    expect(printedEquation(Math.exp, [-1], Math.exp(-1))).toEqual({ operands: ["−1"], result: "0.37", relation: "≈" });
    expect(printedEquation(Math.exp, [0], 1)).toEqual({ operands: ["0"], result: "1", relation: "=" });
    expect(printedEquation(Math.exp, [0.6931], Math.exp(0.6931))).toEqual({
      operands: ["0.693"],
      result: "2.00",
      relation: "≈",
    } satisfies PrintedEquation);
  });
});

/** A reader's check, written apart from the code under test: digits as integers over a power of ten. */
function exactly(printed: string): [bigint, number] {
  const [mantissa = "", exponent = ""] = printed.replace("−", "-").split("×10");
  const power = Number(
    [...exponent]
      .map((c) => "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c))
      .map((digit) => (digit < 0 ? "-" : digit))
      .join("") || 0,
  );
  const [whole = "", fraction = ""] = mantissa.split(".");
  return [BigInt(whole + fraction), power - fraction.length];
}
function scaled([digits, power]: [bigint, number], to: number): bigint {
  return digits * 10n ** BigInt(power - to);
}
const magnitude = (x: bigint) => (x < 0n ? -x : x);

function holds(operation: "add" | "mul", { operands, result }: PrintedEquation): boolean {
  const numbers = operands.map(exactly);
  const shown = exactly(result);
  const product = numbers.reduce(([a, p], [b, q]) => [a * b, p + q]);
  const lowest = Math.min(shown[1], ...numbers.map(([, power]) => power), product[1]);
  const value =
    operation === "mul" ? scaled(product, lowest) : numbers.reduce((sum, number) => sum + scaled(number, lowest), 0n);
  return 2n * magnitude(value - scaled(shown, lowest)) <= 10n ** BigInt(shown[1] - lowest);
}

describe("over thousands of random operands", () => {
  test.each(["mul", "add"] as const)("%s is true as printed, and = only when nothing is rounded", (operation) => {
    const random = generator(operation === "mul" ? 11 : 12);
    for (let i = 0; i < 6000; i++) {
      const operands = Array.from({ length: 2 + (i % 3) }, () => operand(random));
      const result = operands.reduce((a, b) => (operation === "mul" ? a * b : a + b));
      const equation = printedEquation(operation, operands, result);
      if (operation === "mul") expect(holds(operation, equation), JSON.stringify([operands, equation])).toBe(true);
      else if (cancels(operands, result)) continue;
      else expect(holds(operation, equation), JSON.stringify([operands, equation])).toBe(true);
      const numbers = [...operands, result];
      const rounded = [...equation.operands, equation.result].some(
        (printed, j) =>
          Math.abs(Number(plain(printed)) - (numbers[j] as number)) > 1e-11 * Math.abs(numbers[j] as number),
      );
      if (rounded) expect(equation.relation).toBe("≈");
    }
  });

  test("two decimals alone would often be false: the check has teeth", () => {
    const random = generator(13);
    let wrong = 0;
    for (let i = 0; i < 1000; i++) {
      const [a, b] = [6 * random() - 3, 6 * random() - 3];
      const two = (x: number) => x.toFixed(2).replace("-", "−");
      if (!holds("mul", { operands: [two(a), two(b)], result: two(a * b), relation: "≈" })) wrong++;
    }
    expect(wrong).toBeGreaterThan(300);
  });
});

const plain = (printed: string) => {
  const [digits, power] = exactly(printed);
  return `${digits}e${power}`;
};
/** Doubles that lose more than they keep: no decimals of theirs add up. */
const cancels = (operands: number[], result: number) => Math.max(...operands.map(Math.abs)) > 1e9 * Math.abs(result);

describe("the ledger under a gradient", () => {
  test("contributions are printed so that they add up to the number above them", () => {
    const sum = printedOperands("add", [0.19661, -0.39322], 0.19661 - 0.39322);
    expect(`${sum.relation} ${operandsText("add", sum.operands)}`).toBe("≈ 0.197 + (−0.393)");
    expect(printedOperands("add", [1, -4], -3)).toEqual({ operands: ["1", "−4"], relation: "=" });
  });
});

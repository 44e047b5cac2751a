import { describe, expect, test } from "vitest";
import {
  alignOnPoint,
  copyText,
  formatCell,
  formatDigits,
  formatNumber,
  formatOperand,
  formatValue,
  fullPrecision,
} from "../../../web/src/scene/numbers.js";
import { generator, operand } from "./random.js";

describe("a number on a wire", () => {
  test.each([
    [0, "0"],
    [-0, "0"],
    [3, "3"],
    [-12, "−12"],
    [9_999_999, "9999999"],
    [2e6, "2000000"],
    [10_000_000, "1×10⁷"],
    [12_345_678, "1.2×10⁷"],
    [0.1966119, "0.20"],
    [-0.589, "−0.59"],
    [0.005, "0.01"],
    [0.004999, "5.0×10⁻³"],
    [4.54e-5, "4.5×10⁻⁵"],
    [-1e-5, "−1×10⁻⁵"],
    [99.994, "99.99"],
    [99.996, "100.0"],
    [123.45, "123.5"],
    [999.96, "1000"],
    [12345.6, "12346"],
    [99999.7, "1.0×10⁵"],
    [123456.7, "1.2×10⁵"],
    [9.96e-5, "1.0×10⁻⁴"],
    [5e-324, "5×10⁻³²⁴"],
    [1e300, "1×10³⁰⁰"],
    [Number.NaN, "NaN"],
    [Infinity, "∞"],
    [-Infinity, "−∞"],
  ])("%d is %s", (x, text) => expect(formatNumber(x)).toBe(text));

  test("never looks like zero unless it is zero, nor like a hyphenated number", () => {
    const random = generator(1);
    for (let i = 0; i < 20_000; i++) {
      const x = operand(random);
      const text = formatNumber(x);
      if (x !== 0) expect(text).toMatch(/[1-9]/);
      expect(text).not.toMatch(/[-e]/);
    }
  });

  test("is nearer to the number than half a unit of its last place", () => {
    const random = generator(2);
    for (let i = 0; i < 20_000; i++) {
      const x = 100 * (2 * random() - 1);
      if (Math.abs(x) < 0.005) continue;
      expect(Math.abs(Number(formatNumber(x).replace("−", "-")) - x)).toBeLessThanOrEqual(
        Math.abs(x) < 99.995 ? 0.005 + 1e-12 : 0.05 + 1e-12,
      );
    }
  });
});

test("more digits never print fewer", () => {
  expect([2, 3, 4, 5, 6].map((digits) => formatDigits(57.2913, digits))).toEqual([
    "57.29",
    "57.29",
    "57.29",
    "57.291",
    "57.2913",
  ]);
  expect([2, 3, 4].map((digits) => formatDigits(0.19661193, digits))).toEqual(["0.20", "0.197", "0.1966"]);
  expect(formatDigits(-4, 6)).toBe("−4");
});

test("negative operands stand in parentheses", () => {
  expect(formatOperand(-4)).toBe("(−4)");
  expect(formatOperand(4)).toBe("4");
  expect(formatOperand(-Infinity)).toBe("(−∞)");
});

test("Why shows every digit, and the copy reads back as the same double", () => {
  expect(fullPrecision(0.19661193324148188)).toBe("0.19661193324148188");
  expect(fullPrecision(-1e-7)).toBe("−1×10⁻⁷");
  const random = generator(3);
  for (let i = 0; i < 5000; i++) {
    const x = operand(random);
    expect(Number(copyText(x))).toBe(x === 0 ? 0 : x);
  }
});

test("cells of a grid hold five characters", () => {
  expect([-0.389, 0.00407, 12.345, -123.4, 1234, 123456.5, -4.5e-5, 0, 9.999].map(formatCell)).toEqual([
    "−0.39",
    "0.004",
    "12.3",
    "−123",
    "1234",
    "1×10⁵",
    "−5×10⁻⁵",
    "0",
    "10.0",
  ]);
});

test("matrices are written as the language reads them", () => {
  expect(formatValue([[2], [-3]])).toBe("[2, −3]");
  expect(formatValue([[1, 2]])).toBe("[[1, 2]]");
  expect(
    formatValue([
      [1, 2],
      [3, 0.5],
    ]),
  ).toBe("[[1, 2], [3, 0.50]]");
});

test("decimal points of a column stand above each other", () => {
  const aligned = alignOnPoint(["3", "−0.39", "12.50"]);
  expect(aligned.map((text) => text.length)).toEqual([5, 5, 5]);
  expect(aligned).toEqual(["\u20073\u2008\u2007\u2007", "−0.39", "12.50"]);
});

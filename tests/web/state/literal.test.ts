import { describe, expect, it } from "vitest";
import { defines, printNumber, replaceNumber } from "../../../web/src/state/literal.js";

const within = (program: string, literal: string): [number, number] => {
  const begin = program.indexOf(literal);
  return [begin, begin + literal.length];
};

describe("writing a number back into the program", () => {
  it.each([
    ["x = -2\nf = x", "-2", 0, 3.5, "x = 3.5\nf = x"],
    ["x = - 2; f = x", "- 2", 0, -1, "x = -1; f = x"],
    ["x = .5e-3", ".5e-3", 0, 1e-7, "x = 1e-7"],
    ["x = −2", "−2", 0, 2, "x = 2"],
    ["w = [2, -3]; w[0]", "[2, -3]", 1, -2.9, "w = [2, -2.9]; w[0]"],
    ["W = [[1, 2], [3, 4]]", "[[1, 2], [3, 4]]", 2, 30, "W = [[1, 2], [30, 4]]"],
    ["w = [2, # was 7\n  -3]", "[2, # was 7\n  -3]", 1, 5, "w = [2, # was 7\n  5]"],
  ])("%j", (program, literal, index, number, expected) => {
    expect(replaceNumber(program, within(program, literal), index, number)).toBe(expected);
  });

  it("leaves the program alone when there is no such number", () => {
    expect(replaceNumber("x = 1", [4, 5], 3, 9)).toBe("x = 1");
  });

  it("prints the shortest text that reads back as the same double", () => {
    for (const number of [0.1 + 0.2, 1 / 3, -0, 5e-324, 1e21, 123456789.25]) {
      expect(Object.is(Number(printNumber(number)), number)).toBe(true);
    }
    expect(printNumber(0.1 + 0.2)).toBe("0.30000000000000004");
    expect(printNumber(-0)).toBe("-0");
  });
});

describe("whether the text gives a name a value", () => {
  it.each([
    ["x = 3; x * x", "x", true],
    ["y = 1\r\n  x=2", "x", true],
    ["f = max = 2", "f", true],
    ["x * x", "x", false],
    ["if(x == 1, 2, 3)", "x", false],
    ["xx = 3; x", "x", false],
    ["y = 2 # z; x = 3", "x", false],
    ["x(a) = a + 1; x(2)", "x", false],
  ])("%j, %s: %s", (program, name, expected) => {
    expect(defines(program, name)).toBe(expected);
  });
});

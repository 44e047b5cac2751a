import { expect, test } from "vitest";
import { CORNERS } from "../../../web/src/scene/corners.js";
import { hasCurve, matches, operandsOf, programOf } from "../../../web/src/scene/operands.js";
import { ops } from "../explained.js";

const op = (name: string) => {
  const found = ops.get(name);
  if (!found) throw new Error(name);
  return found;
};
const found = (words: string) => [...ops.values()].filter((op) => matches(op, words)).map(({ name }) => name);

test("operands and the program of an op are read from its notation", () => {
  expect(operandsOf(op("mul"))).toEqual(["a", "b"]);
  expect(operandsOf(op("max"))).toEqual(["a", "b"]);
  expect(operandsOf(op("if"))).toEqual(["c", "a", "b"]);
  expect(operandsOf(op("transpose"))).toEqual(["x"]);
  expect(operandsOf(op("reshape"))).toEqual(["x"]);
  expect(programOf(op("max"))).toBe("max(a, b)");
  expect(programOf(op("identity"))).toBe("f = x");
});

test("a notation has as many operands as the op, each once", () => {
  for (const op of ops.values()) {
    const operands = operandsOf(op);
    if (op.arity !== null) expect(operands, op.name).toHaveLength(op.arity);
    expect(new Set(operands).size, op.name).toBe(operands.length);
  }
});

test("an op is found by its name, another spelling, its sign and words about it", () => {
  expect(found("sigm")).toContain("sigmoid");
  expect(found("σ")).toEqual(["sigmoid"]);
  expect(found("LOGISTIC")).toEqual(["sigmoid"]);
  expect(found("@")).toEqual(["matmul"]);
  expect(found("smooth relu")).toEqual(["silu", "softplus"]);
  expect(found("no such gate")).toEqual([]);
});

test("what others choose is told of ops that there are", () => {
  for (const name of Object.keys(CORNERS)) expect(ops.has(name), name).toBe(true);
  expect(hasCurve(op("relu")) && !hasCurve(op("less")) && !hasCurve(op("matmul"))).toBe(true);
});

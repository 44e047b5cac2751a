import { expect, test } from "vitest";
import { createEngine } from "../../../web/src/engine/client.js";
import { findOp, slugOf, wordOf } from "../../../web/src/scene/slugs.js";

const { ops } = (await createEngine()).describe();

test("an abbreviation is called by its word, everything else by its name", () => {
  expect(["mul", "matmul", "tanh", "leaky_relu", "bce_logits"].map(wordOf)).toEqual([
    "multiply",
    "matrix product",
    "tanh",
    "leaky relu",
    "binary cross entropy of logits",
  ]);
  expect(slugOf("matmul")).toBe("matrix-product");
});

test("every gate has an address of its own that leads to it, as do its name and every other spelling", () => {
  expect(new Set(ops.map(({ name }) => slugOf(name))).size).toBe(ops.length);
  for (const { name } of ops) {
    expect(slugOf(name), name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(findOp(ops, slugOf(name))?.name).toBe(name);
    expect(findOp(ops, name)?.name).toBe(name);
  }
  expect(findOp(ops, "ln")?.name).toBe("log");
  expect(findOp(ops, "nosuch")).toBeUndefined();
});

import { expect, test } from "vitest";
import { isTooLarge, sizeOf } from "../../../web/src/state/picture.js";
import { explained } from "../explained.js";

const stack = (entries: number) => explained(`sum([x${", x".repeat(entries - 1)}])`);
const chain = (gates: number) => explained(`${"exp(".repeat(gates)}x${")".repeat(gates)}`);

test("a circuit of many gates is not drawn", () => {
  expect(isTooLarge(chain(250))).toBe(false);
  expect(isTooLarge(explained(`x${"+x".repeat(300)}`))).toBe(true);
});

test("nor is one of few gates with many wires", () => {
  expect(sizeOf(stack(999))).toEqual({ boxes: 3, wires: 1000 });
  expect(isTooLarge(stack(999))).toBe(false);
  expect(isTooLarge(stack(1000))).toBe(true);
});

import { expect, test } from "vitest";
import { columnsOf, walked } from "../../../web/src/scene/net-walk.js";

const columns = columnsOf({ sizes: [2, 3, 1] }, 1);

test("across: neurons, the weights they send into, neurons, to the loss", () => {
  expect(columns).toEqual([
    ["X[0][1]", "X[1][1]"],
    ["W1[0][0]", "W1[0][1]", "W1[1][0]", "W1[1][1]", "W1[2][0]", "W1[2][1]"],
    ["A1[0][1]", "A1[1][1]", "A1[2][1]"],
    ["W2[0][0]", "W2[0][1]", "W2[0][2]"],
    ["A2[0][1]"],
    ["L"],
  ]);
});

test("arrow keys lead to what is beside, and stay at the edges", () => {
  const way = (id: string, ...keys: string[]) => keys.reduce((at, key) => walked(columns, at, key) ?? "nowhere", id);
  expect(way("X[0][1]", "ArrowRight")).toBe("W1[0][0]");
  expect(way("X[1][1]", "ArrowRight", "ArrowRight")).toBe("A1[2][1]");
  expect(way("A1[1][1]", "ArrowDown", "ArrowDown", "ArrowUp")).toBe("A1[1][1]");
  expect(way("X[0][1]", "ArrowLeft", "ArrowUp")).toBe("X[0][1]");
  expect(way("A2[0][1]", "ArrowRight", "ArrowRight")).toBe("L");
  expect(way("A1[0][7]", "ArrowDown")).toBe("X[1][1]");
  expect(walked(columns, "L", "a")).toBeNull();
});

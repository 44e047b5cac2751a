import { expect, test } from "vitest";
import { idOf, isEditable, isKnown, layerOf, placeOf, stagesOf, valuesName } from "../../../web/src/scene/net.js";

test("a number has one name, and the name its place", () => {
  for (const [id, name, entry] of [
    ["W2[1][3]", "W2", [1, 3]],
    ["b12[4]", "b12", [4, 0]],
    ["X[0][2]", "X", [0, 2]],
    ["W2", "W2", null],
    ["L", "L", null],
  ] as const) {
    expect(placeOf(id)).toEqual({ name, entry });
    if (entry) expect(idOf(name, entry[0], entry[1])).toBe(id);
  }
  for (const id of ["", "w1[0][0]", "W1[0", "W1[0][0][0]", "W1[-1][0]", "constructor"]) expect(placeOf(id)).toBeNull();
});

test("what layer a number belongs to", () => {
  expect(["X", "W1", "b2", "Z3", "A4", "Y", "L"].map(layerOf)).toEqual([0, 1, 2, 3, 4, null, null]);
  expect([valuesName(0), valuesName(2)]).toEqual(["X", "A2"]);
  expect(["W1[0][0]", "b1[0]", "X[0][0]", "Y[0][0]", "A1[0][0]", "L", "W1"].map(isEditable)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test("an update goes forward, to the loss, backward and then moves the weights", () => {
  expect(stagesOf({ sizes: [2, 2, 1] }).map(({ phase, layer }) => `${phase}${layer ?? ""}`)).toEqual([
    "forward1",
    "forward2",
    "loss",
    "backward2",
    "backward1",
    "update",
  ]);
});

/** From which stage on something is known. */
function since(name: string, side: "value" | "gradient"): number {
  return Array.from({ length: 7 }, (_, done) => done).findIndex((done) => isKnown(name, side, done, 2));
}

test("values become known forward, gradients backward", () => {
  expect(["X", "W1", "W2", "b2", "Y"].map((name) => since(name, "value"))).toEqual([0, 0, 0, 0, 0]);
  expect(["Z1", "A1", "Z2", "A2", "L"].map((name) => since(name, "value"))).toEqual([1, 1, 2, 2, 3]);
  expect(["L", "A2", "Z2", "W2", "b2", "A1"].map((name) => since(name, "gradient"))).toEqual([4, 4, 4, 4, 4, 4]);
  expect(["Z1", "W1", "b1", "X"].map((name) => since(name, "gradient"))).toEqual([5, 5, 5, 5]);
  expect(since("Y", "gradient")).toBe(-1);
});

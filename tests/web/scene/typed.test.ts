import { expect, test } from "vitest";
import { fieldText, typedNumber } from "../../../web/src/scene/typed.js";

test.each([
  ["1.5", 1.5],
  [" 0,5 ", 0.5],
  ["−3", -3],
  ["+.5", 0.5],
  ["5.", 5],
  ["1e-3", 0.001],
  ["2,5E+2", 250],
  ["1e−3", 0.001],
])("“%s” is %d", (text, number) => expect(typedNumber(text)).toBe(number));

test.each(["", " ", "abc", "1.234,5", "1,2,3", "0x10", "1 2", "NaN", "Infinity", "--1", "e5", "."])(
  "“%s” is no number",
  (text) => expect(typedNumber(text)).toBeNaN(),
);

test("what is too large is infinite", () => expect(typedNumber("-1e999")).toBe(Number.NEGATIVE_INFINITY));

test("what stands in a field is read back", () => {
  for (const number of [0, -0.01, 1e-7, -1e-7, 1e21, 123.456]) expect(typedNumber(fieldText(number))).toBe(number);
  expect(fieldText(-1e-7)).toBe("−1e-7");
});

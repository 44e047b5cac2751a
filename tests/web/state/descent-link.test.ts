import { expect, test } from "vitest";
import { DESCENT_KEYS, type DescentLink } from "../../../web/src/state/descent-link.js";
import { readKeys, writeKeys } from "../../../web/src/state/link.js";

test.each<Partial<DescentLink>>([
  { part: "fog", hill: "valleys", start: -2.2, rate: 0.05, updates: 12, fog: "off" },
  { part: "rate", bowl: "square", rate: 0.99, tried: [0.5, 1, 1.1], told: "yes" },
  { part: "map", surface: "beale", x: 1, y: -1.5, rate: 0.01, own: 0.1 },
])("a link says where somebody was: %o", (link) => {
  expect(readKeys(DESCENT_KEYS, writeKeys(DESCENT_KEYS, link))).toEqual(link);
});

test("what cannot be understood is left out", () => {
  expect(readKeys(DESCENT_KEYS, "part=moon&rate=-1&own=x&tried=1,0&start=[1,2]&updates=-3&fog=on&told=no")).toEqual({});
  expect(readKeys(DESCENT_KEYS, `tried=${Array(41).fill("1").join(",")}`)).toEqual({});
});

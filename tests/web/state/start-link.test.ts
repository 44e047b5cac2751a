import { expect, test } from "vitest";
import { readStart, writeStart } from "../../../web/src/state/start-link.js";

test("a link is read back as it was written", () => {
  const link = {
    page: "break" as const,
    guesses: { zero: "nothing", break: "two" },
    seed: 7,
    update: 120,
    unit: 3,
    weight: "v" as const,
    by: -0.01,
    widths: [6, 3],
    schemes: ["zero", "he_normal"],
    rate: 0.1,
  };
  const text = writeStart(link);
  expect(text).toBe(
    "lab=break&guesses=zero.nothing,break.two&seed=7&update=120&unit=3&weight=v&by=-0.01&layers=6-3&schemes=zero,he_normal&rate=0.1",
  );
  expect(readStart(`#${text}`)).toEqual(link);
});

test("what cannot be understood is left out", () => {
  expect(
    readStart("lab=nine&guesses=zero,<b>.x,ten.one&seed=-1&weight=w3&by=[1]&layers=6-&schemes=A&data=0&act=2"),
  ).toEqual({});
  expect(readStart("guesses=zero.<b>,constant.one")).toEqual({ guesses: { constant: "one" } });
});

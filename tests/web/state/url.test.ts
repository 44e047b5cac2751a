import { describe, expect, it } from "vitest";
import { formatLink, type Link, parseLink } from "../../../web/src/state/url.js";

const link = (parts: Partial<Link>): Link => ({ at: new Map(), ...parts });

describe("the link", () => {
  it("is readable", () => {
    const at = new Map<string, number | number[][]>([
      ["x", -2],
      ["w", [[2], [-3]]],
      [
        "W",
        [
          [1, 2],
          [3, 4.5],
        ],
      ],
    ]);
    expect(formatLink(link({ program: "(x+y)*z", at, step: 3, cover: "next" }))).toBe(
      "e=(x+y)*z&x=-2&w=[2,-3]&W=[[1,2],[3,4.5]]&step=3&cover=next",
    );
  });

  it("leaves out what is the default", () => {
    expect(formatLink(link({ program: "x", cover: "off", theme: "auto" }))).toBe("e=x");
  });

  it("reads what people write by hand, with plus as plus", () => {
    expect(parseLink("?e=(x+y)*z&x=5e-1")).toEqual(link({ program: "(x+y)*z", at: new Map([["x", 0.5]]) }));
    expect(parseLink(`#e=${encodeURIComponent("a = x + y\nf = a * z")}`).program).toBe("a = x + y\nf = a * z");
  });

  it("tells an input from a reserved key of the same name", () => {
    const at = new Map([
      ["e", 3],
      ["step", 1],
      ["x", 2],
    ]);
    const text = formatLink(link({ program: "e*step+x", at, step: 4 }));
    expect(text).toBe("e=e*step+x&at.e=3&at.step=1&x=2&step=4");
    expect(parseLink(text)).toEqual(link({ program: "e*step+x", at, step: 4 }));
  });

  it.each([
    "(x + y) * z",
    "s(r) = 1 / (1 + exp(-r))  # 100 % & more\r\nw = [2, -3]; f = s(w.T @ x)",
    "a ~ b%20c%",
    'θ·π σ(x) "<>" \\ `',
    "\u0000\u202e",
  ])("brings back every character of %j", (program) => {
    expect(parseLink(`#${formatLink(link({ program }))}`).program).toBe(program);
  });

  it("brings back every field and every double", () => {
    const full = link({
      program: "f = x",
      at: new Map([
        ["x", -0],
        ["y", 5e-324],
        ["z", 1.7976931348623157e308],
        ["v", 0.1],
      ]),
      output: "f",
      outputAdjoint: [[1], [-2.5]],
      zoom: "stages",
      open: ["s", "-3"],
      step: 12,
      along: { input: "W", entry: 3 },
      cover: "all",
      language: "en-GB",
      theme: "dark",
    });
    const back = parseLink(formatLink(full));
    expect(back).toEqual(full);
    expect(Object.is(back.at.get("x"), -0)).toBe(true);
  });

  it("brings back that everything is closed", () => {
    expect(parseLink(formatLink(link({ program: "x", open: [] }))).open).toEqual([]);
  });

  it("names what moves in forward mode as people write it", () => {
    const along = (text: string) => parseLink(`along=${text}`).along;
    expect(along("x")).toEqual({ input: "x", entry: 0 });
    expect(along("W[3]")).toEqual({ input: "W", entry: 3 });
    expect(formatLink(link({ along: { input: "x", entry: 0 } }))).toBe("along=x");
    expect(formatLink(link({ along: { input: "W", entry: 3 } }))).toBe("along=W[3]");
    expect(formatLink(link({ program: "along", at: new Map([["along", 2]]) }))).toBe("e=along&at.along=2");
  });

  it.each([
    "step=-1",
    "along=3",
    "along=W[1,2]",
    "along=W[-1]",
    "step=1e9",
    "cover=peek",
    "theme=<script>",
    "x=NaN",
    "x=1e400",
    "x=[1,[2]]",
    "x=[[1],[2,3]]",
    "x=[]",
    "x=",
    "2x=3",
    "lang=..%2F..%2Fetc",
    "x",
    "",
    "=&==&&",
  ])("leaves out %j", (fragment) => {
    expect(parseLink(`#${fragment}`)).toEqual(link({}));
  });

  it("takes no input for a property of every object", () => {
    const { at } = parseLink("#__proto__=1&constructor=[1,2]");
    expect([...at.keys()]).toEqual(["__proto__", "constructor"]);
  });
});

import { expect, test } from "vitest";
import { changeData, type DataChoice, type DataSet, firstChoice, usedOf } from "../../../web/src/state/data-choice.js";
import { isLinked, linkedData, linkOf } from "../../../web/src/state/data-link.js";
import { readStart, writeStart } from "../../../web/src/state/start-link.js";

const set = (name: string, samples: number, inputs = 2, classes = true): DataSet => ({
  name,
  samples,
  inputs,
  classes,
  formula: "",
  summary: "",
});
const SETS = [set("circle", 200), set("xor", 4), set("sine", 50, 1, false)];
const FIRST = firstChoice(SETS[0] as DataSet);
const typed = (text: string, before = FIRST) => changeData(before, { text }, SETS);

test("another data set comes with a number of samples of its own; noise and seed stay", () => {
  const noisy = changeData(FIRST, { made: { noise: 0.1, seed: 7 } }, SETS);
  expect(changeData(noisy, { made: { name: "xor" } }, SETS).made).toEqual({
    name: "xor",
    samples: 4,
    noise: 0.1,
    seed: 7,
  });
  expect(FIRST.made).toEqual({ name: "circle", samples: 100, noise: 0, seed: 1 });
});

test("what cannot be read keeps the last good samples in use, and its text", () => {
  const good = typed("1,2,0\n3,4,1");
  const bad = typed("1,2,0\n3,four,1", good);
  expect(bad.own.text).toBe("1,2,0\n3,four,1");
  expect(bad.own.reading?.problems).toHaveLength(1);
  expect(usedOf(bad, SETS)).toEqual(usedOf(good, SETS));
  expect(usedOf(good, SETS)).toEqual({
    request: {
      inputs: [
        [1, 2],
        [3, 4],
      ],
      targets: [[0], [1]],
    },
    names: ["x1", "x2"],
    target: "y",
    outputs: 1,
    classes: ["0", "1"],
  });
});

test("before there is anything good, the made data stay in use", () => {
  const empty = changeData(FIRST, { isOwn: true }, SETS);
  expect(usedOf(empty, SETS)).toEqual(usedOf(FIRST, SETS));
  expect(usedOf(typed("what?"), SETS).request).toEqual({ name: "circle", samples: 100, noise: 0, seed: 1 });
  expect(usedOf(changeData(FIRST, { made: { name: "sine" } }, SETS), SETS)).toMatchObject({
    names: ["x"],
    classes: null,
  });
});

test("a chosen target stays while its text is mended, and goes with other columns", () => {
  const chosen = changeData(typed("a,b,c\n1,2,3\n4,5,6"), { text: "a,b,c\n1,2,3\n4,5,6", target: 0 }, SETS);
  expect(usedOf(chosen, SETS).target).toBe("a");
  expect(usedOf(typed("a,b,c\n1,2,3\n4,5,7", chosen), SETS).target).toBe("a");
  expect(usedOf(typed("a,b\n1,2\n4,5", chosen), SETS).target).toBe("b");
});

test("standardised columns replace the text, so that a link carries them", () => {
  const large = typed("m2;price\n100;200000\n50;100000");
  const standard = changeData(large, { isStandard: true }, SETS);
  expect(standard.own.text).toBe("m2,price\n1,1\n-1,-1");
  expect(changeData(FIRST, { isStandard: true }, SETS)).toBe(FIRST);
});

test("an emptied field says nothing, and loses nothing that is in use", () => {
  const emptied = typed("  ", typed("1,2,0\n3,4,1"));
  expect(emptied.own).toMatchObject({ text: "  ", reading: null });
  expect(usedOf(emptied, SETS).names).toEqual(["x1", "x2"]);
});

function sent(choice: DataChoice): DataChoice {
  return linkedData(readStart(writeStart(linkOf(choice, FIRST, SETS))), FIRST, SETS);
}

test("a link carries what is not as usual", () => {
  expect(writeStart(linkOf(FIRST, FIRST, SETS))).toBe("");
  const made = changeData(FIRST, { made: { name: "xor", samples: 8, noise: 0.25, seed: 3 } }, SETS);
  expect(writeStart(linkOf(made, FIRST, SETS))).toBe("data=xor&samples=8&noise=0.25&dataseed=3");
  expect(sent(made)).toEqual(made);
});

test("own data travel as a table that can be read", () => {
  const own = typed("x 1;kind\n0,5;no\n1,5;yes");
  expect(writeStart(linkOf(own, FIRST, SETS))).toBe("data=own&own=%22x~1%22,kind|0.5,no|1.5,yes");
  expect(usedOf(sent(own), SETS)).toEqual(usedOf(own, SETS));
  const barred = typed("x,a|b\n1,no\n2,yes");
  expect(usedOf(sent(barred), SETS)).toEqual(usedOf(barred, SETS));
});

test("too many of them stay behind; the link asks for them", () => {
  const many = typed("0.123456,0.654321,1\n".repeat(300));
  expect(many.own.data && isLinked(many.own.data)).toBe(false);
  expect(linkOf(many, FIRST, SETS)).toEqual({ data: "own" });
  expect(sent(many)).toMatchObject({ isOwn: true, own: { text: "", data: null } });
});

test("a link of somebody else's making is not believed", () => {
  const link = readStart("data=mnist&samples=0&noise=Infinity&dataseed=99999999");
  expect(linkedData(link, FIRST, SETS)).toEqual(FIRST);
  expect(linkedData(readStart("samples=1000000&noise=-1&dataseed=0"), FIRST, SETS)).toEqual(FIRST);
  expect(linkedData(readStart(`data=own&own=${"1,2|".repeat(3000)}`), FIRST, SETS).own.text).toBe("");
});

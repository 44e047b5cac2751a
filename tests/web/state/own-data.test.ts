import { expect, test } from "vitest";
import { largeColumn, readOwn, standardised, writeOwn } from "../../../web/src/state/own-data.js";

test("the last column is the target, a first row of names is used", () => {
  expect(readOwn("w,h,price\n1,2,10\n3,4,20.5").data).toEqual({
    names: ["w", "h"],
    target: "price",
    inputs: [
      [1, 2],
      [3, 4],
    ],
    targets: [[10], [20.5]],
    classes: null,
  });
});

test("without a row of names columns are x1, x2 and y, wherever the target is", () => {
  const { data } = readOwn("1,2,3\n4,5,6", 0);
  expect(data).toMatchObject({ names: ["x1", "x2"], target: "y", targets: [[1], [4]] });
  expect(data?.inputs).toEqual([
    [2, 3],
    [5, 6],
  ]);
});

test("texts are classes in alphabetical order: two are 0 and 1, more have a column each", () => {
  expect(readOwn("x,is\n1,yes\n2,no\n3,yes").data).toMatchObject({ classes: ["no", "yes"], targets: [[1], [0], [1]] });
  expect(readOwn("x,is\n1,c\n2,a\n3,b").data).toMatchObject({
    classes: ["a", "b", "c"],
    targets: [
      [0, 0, 1],
      [1, 0, 0],
      [0, 1, 0],
    ],
  });
  expect(readOwn("1,0\n2,1").data?.classes).toEqual(["0", "1"]);
  expect(readOwn("1,0\n2,2").data?.classes).toBeNull();
});

test("every bad row is named with what is wrong with it, in its order", () => {
  const { data, problems, more } = readOwn("x1,x2,y\n1,abc,0\n1,2\n,3,1\n4,NaN,1\n1e999,5,0\n1e13,5,0\n6,7,oops");
  expect(data).toBeNull();
  expect(more).toBe(0);
  expect(problems).toEqual([
    { code: "no_number", args: { row: "2", column: "x2", text: "abc" } },
    { code: "ragged", args: { row: "3", found: "2", wanted: "3", first: "1" } },
    { code: "empty_cell", args: { row: "4", column: "x1" } },
    { code: "not_finite", args: { row: "5", column: "x2", text: "NaN" } },
    { code: "too_large", args: { row: "6", column: "x1", text: "1e999" } },
    { code: "too_large", args: { row: "7", column: "x1", text: "1e13" } },
    { code: "no_number", args: { row: "8", column: "y", text: "oops" } },
  ]);
});

test("a hundred bad rows are counted, a dozen of them listed", () => {
  const { problems, more } = readOwn(`x,y\n${"a,1\n".repeat(100)}`);
  expect([problems.length, more]).toEqual([12, 88]);
});

test("too many classes, or one, are told apart by nothing", () => {
  const rows = Array.from({ length: 9 }, (_, i) => `${i},t${i}`).join("\n");
  expect(readOwn(rows).problems).toEqual([{ code: "too_many_classes", args: { column: "y", found: "9", most: "8" } }]);
  expect(readOwn("x,kind\n1,a\n2,a").problems).toEqual([
    { code: "one_class", args: { column: "kind", found: "1", text: "a" } },
  ]);
});

test("the columns are known even where something is wrong, so that another one can be the target", () => {
  expect(readOwn("kind,x,y\na,1,2\nb,3,4")).toMatchObject({ columns: ["kind", "x", "y"], target: 2, data: null });
  expect(readOwn("kind,x,y\na,1,2\nb,3,4", 0).data).toMatchObject({
    target: "kind",
    names: ["x", "y"],
    classes: ["a", "b"],
  });
});

test("at most 2000 samples, whether there are names or not", () => {
  expect(readOwn("1,2\n".repeat(2000)).data?.inputs).toHaveLength(2000);
  expect(readOwn(`x,y\n${"1,2\n".repeat(2000)}`).data?.inputs).toHaveLength(2000);
  expect(readOwn("1,2\n".repeat(2001)).problems).toEqual([{ code: "too_many_rows", args: { most: "2000" } }]);
});

test.each([
  "w,h,price\n1,-2,10\n3,1e-7,20.5",
  "1 2 0\n3 4 1",
  'x;"a;b, ""c"""\n1,5;no\n2;"yes, it is"',
  "x,kind\n1,c\n2,a\n3,b\n4,c",
])("written and read again, %j is the same", (text) => {
  const { data } = readOwn(text);
  expect(data).not.toBeNull();
  if (data) expect(readOwn(writeOwn(data)).data).toEqual(data);
});

const own = (text: string) => {
  const { data } = readOwn(text);
  if (!data) throw new Error("not read");
  return data;
};

test("columns are brought to mean 0 and deviation 1; classes stay", () => {
  expect(standardised(own("a,b,y\n1000,5,no\n2000,5,yes\n3000,5,no"))).toMatchObject({
    inputs: [
      [-1.22474, 0],
      [0, 0],
      [1.22474, 0],
    ],
    targets: [[0], [1], [0]],
  });
  expect(standardised(own("1,10\n2,30")).targets).toEqual([[-1], [1]]);
});

test("the first column that is too large is named, a target only where it is a number", () => {
  expect(largeColumn(own("a,b,y\n1,-21,0\n2,3,1"))).toBe("b");
  expect(largeColumn(own("a,b,price\n1,20,300\n2,3,100"))).toBe("price");
  expect(largeColumn(own("1,0\n20,1"))).toBeNull();
});

import { expect, test } from "vitest";
import { CSV_LIMITS, readRows } from "../../../web/src/state/csv.js";

const cells = (text: string) => {
  const rows = readRows(text);
  return Array.isArray(rows) ? rows.map((row) => row.cells) : rows;
};
const THREE = [
  ["a", "b", "c"],
  ["1", "2.5", "-3"],
  ["4", "5", "6e2"],
];

test.each([
  ["a comma", "a,b,c\n1,2.5,-3\n4,5,6e2"],
  ["a comma and spaces", "a, b, c\n1, 2.5, -3\n4, 5, 6e2\n"],
  ["a semicolon", "a;b;c\n1;2.5;-3\n4;5;6e2"],
  ["a tab", "a\tb\tc\n1\t2.5\t-3\n4\t5\t6e2"],
  ["spaces", "  a b   c  \n1 2.5 -3 \n 4    5 6e2"],
  ["spaces and tabs", "a \t b c\n1 2.5\t\t-3\n4 5 6e2"],
  ["Windows", "\uFEFFa,b,c\r\n1,2.5,-3\r\n4,5,6e2\r\n"],
  ["an old Macintosh", "a,b,c\r1,2.5,-3\r4,5,6e2"],
  ["quotes", '"a","b","c"\n"1","2.5","-3"\n4,5,"6e2"'],
])("cells by %s", (_, text) => expect(cells(text)).toEqual(THREE));

test("a decimal comma is no separator where something else is", () => {
  expect(cells("0,5;1,25;0\n1,5;2,5;1")).toEqual([
    ["0,5", "1,25", "0"],
    ["1,5", "2,5", "1"],
  ]);
  expect(cells("0,5 1,25 0\n1,5 2,5 1")).toEqual([
    ["0,5", "1,25", "0"],
    ["1,5", "2,5", "1"],
  ]);
  expect(cells('"0,5","1,25",0\n"1,5","2,5",1')).toEqual([
    ["0,5", "1,25", "0"],
    ["1,5", "2,5", "1"],
  ]);
});

test("quotes hold separators, line breaks and quotes; rows are counted as in an editor", () => {
  expect(readRows('name,y\n\n"a, ""b""",1\n"two\nlines",0\nc,1')).toEqual([
    { row: 1, cells: ["name", "y"] },
    { row: 3, cells: ['a, "b"', "1"] },
    { row: 4, cells: ["two\nlines", "0"] },
    { row: 6, cells: ["c", "1"] },
  ]);
});

test("empty lines are no rows, empty cells are cells", () => {
  expect(cells("\n1,,3\n,,\n   \n4,5,\n")).toEqual([
    ["1", "", "3"],
    ["4", "5", ""],
  ]);
});

test.each([
  ["", { code: "empty", args: {} }],
  [" \n\n", { code: "empty", args: {} }],
  ["\n1\n2", { code: "one_column", args: { row: "2" } }],
  ['1,2\n"3,4', { code: "open_quote", args: { row: "2" } }],
  [`1,2\n${Array(40).fill(1)}`, { code: "too_many_columns", args: { row: "2", most: "32" } }],
])("%j is refused", (text, problem) => expect(readRows(text)).toEqual(problem));

test("limits hold before anything is made of a text", () => {
  expect(readRows("1,2\n".repeat(CSV_LIMITS.rows + 2))).toEqual({ code: "too_many_rows", args: { most: "2000" } });
  expect(readRows("1".repeat(200_001))).toEqual({ code: "too_long", args: { characters: "200001", most: "200000" } });
  const begun = performance.now();
  readRows(",".repeat(200_000));
  readRows('"'.repeat(200_000));
  readRows("\n".repeat(200_000));
  expect(performance.now() - begun).toBeLessThan(2000);
});

import { expect, test } from "vitest";
import { chartOf, readAt, type Series } from "../../../web/src/scene/chart.js";

const falling: Series = {
  name: "He",
  points: [0, 1, 2, 3, 4].map((x) => ({ x, y: 1 / (1 + x) })),
};
const X = { title: "update" };
const Y = { title: "cost" };

test("a cost has its foot at 0, and ticks are round", () => {
  const { y, x, lines } = chartOf([falling], X, Y, 640);
  expect(y.range[0]).toBe(0);
  expect(y.ticks.map(({ text }) => text)).toEqual(["0", "0.2", "0.4", "0.6", "0.8", "1"]);
  expect(x.ticks.map(({ text }) => text)).toEqual(["0", "0.5", "1", "1.5", "2", "2.5", "3", "3.5", "4"]);
  expect(lines[0]?.line.startsWith(`M${x.place(0)} ${y.place(1)}L`)).toBe(true);
  expect(x.read(x.place(3))).toBeCloseTo(3);
});

test("powers of ten lie in equal distances, and 0 at the edge rather than nowhere", () => {
  const points = [1e-4, 1e-2, 1, 0].map((y, x) => ({ x, y }));
  const { y, frame } = chartOf([{ name: "", points }], X, { title: "", isLog: true }, 640);
  expect(y.ticks.map(({ text }) => text)).toEqual(["10⁻⁴", "10⁻³", "0.01", "0.1", "1"]);
  expect(y.place(1e-2) - y.place(1)).toBeCloseTo((frame.bottom - frame.top) / 2, 1);
  expect(y.place(0)).toBeGreaterThan(frame.bottom);
  expect(y.read(y.place(0.1))).toBeCloseTo(0.1);
});

test("what is not finite interrupts its line; what lies beyond a fixed range says where it went", () => {
  const points = [1, Number.NaN, 2, 1e9].map((y, x) => ({ x, y }));
  const [line] = chartOf([{ name: "too large", points }], X, { title: "", range: [0, 3] }, 640).lines;
  expect(line?.line.match(/M/g)).toHaveLength(2);
  expect(line?.beyond).toBe("above");
});

test("points of their own have no line, and are read only where they are", () => {
  const dots: Series = { name: "samples", isDots: true, points: [0.5, 2].map((x) => ({ x, y: x / 4 })) };
  const { lines, x, y } = chartOf([falling, dots], X, Y, 640);
  expect(lines[1]).toMatchObject({ line: "", dots: dots.points.map((at) => ({ x: x.place(at.x), y: y.place(at.y) })) });
  expect(lines[0]?.dots).toEqual([]);
  expect(readAt([falling, dots], 2)).toEqual([
    { x: 2, y: 1 / 3 },
    { x: 2, y: 0.5 },
  ]);
  expect(readAt([falling, dots], 1)[1]).toBeNull();
});

test("an axis never has one tick alone", () => {
  for (const extent of [1, 2.5, 4.08, 4.9, 7, 9.9]) {
    const { x } = chartOf([falling], { title: "", range: [-extent, extent] }, Y, 280);
    expect(x.ticks.length, `${extent}`).toBeGreaterThan(1);
  }
});

test("names at the ends of lines never stand on each other, and on a narrow picture not beside them", () => {
  const series = Array.from({ length: 6 }, (_, i) => ({ ...falling, name: `run ${i}` }));
  const labels = chartOf(series, X, Y, 640).lines.map(({ label }) => label as number);
  const sorted = [...labels].sort((a, b) => a - b);
  for (let i = 1; i < sorted.length; i++) {
    expect((sorted[i] as number) - (sorted[i - 1] as number)).toBeGreaterThanOrEqual(18 - 1e-9);
  }
  expect(chartOf(series, X, Y, 320).lines.every(({ label }) => label === null)).toBe(true);
});

test("a long name has room beside its line, though never more than the lines themselves", () => {
  const right = (name: string) => chartOf([falling, { ...falling, name }], X, Y, 640).frame.right;
  expect([right("He"), right("mini-batch of 8"), right("m".repeat(99))]).toEqual([520, 513, 440]);
});

test("a band goes there above and back below", () => {
  const band = [0, 1].map((x) => ({ x, low: 0, high: 1 }));
  const { lines, x, y } = chartOf([{ ...falling, band }], X, { ...Y, range: [0, 1] }, 640);
  const at = (cx: number, cy: number) => `${x.place(cx)} ${y.place(cy)}`;
  expect(lines[0]?.band).toBe(`M${at(0, 1)}L${at(1, 1)}L${at(1, 0)}L${at(0, 0)}Z`);
});

test("a chart of nothing has axes all the same", () => {
  const chart = chartOf([], X, { ...Y, isLog: true }, 640);
  expect(chart.lines).toEqual([]);
  expect(chart.y.ticks.length).toBeGreaterThan(1);
  expect(readAt([{ name: "", points: [] }], 3)).toEqual([null]);
});

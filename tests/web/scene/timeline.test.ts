import { describe, expect, test } from "vitest";
import {
  arrive,
  momentAt,
  phase,
  restFrom,
  stepDuration,
  toMilliseconds,
  toTime,
  totalDuration,
  travel,
} from "../../../web/src/scene/timeline.js";
import { explained } from "../explained.js";
import { explain } from "./scaffold.js";

const first = explained("(x + y) * z + x", { at: { x: -2, y: 5, z: -4 } });
const steps = first.steps ?? [];
const start = steps.findIndex(({ phase: name }) => name === "start");
const x = first.inputs.find(({ name }) => name === "x")?.node as number;

describe("what is known", () => {
  test("at 0: the inputs, nothing else", () => {
    const { nodes, step, done, progress } = momentAt(first, 0);
    expect([step, done, progress]).toEqual([null, 0, 1]);
    for (const { id, op } of first.graph.nodes) expect(nodes[id]?.value === null).toBe(op !== "input");
    expect(nodes.every(({ gradient, progress: known }) => gradient === null && known === "none")).toBe(true);
  });

  test("after the forward pass: every value, no gradient; after the start: the output's", () => {
    expect(momentAt(first, start).nodes.map(({ value }) => value)).toEqual(first.primals);
    expect(momentAt(first, start).nodes.every(({ gradient }) => gradient === null)).toBe(true);
    expect(momentAt(first, start + 1).nodes[first.output.node]).toMatchObject({ gradient: 1, progress: "final" });
  });

  test("x is added to twice: 1 of 2, then final", () => {
    const seen = steps.flatMap((step, i) =>
      step.phase === "backward" && step.target === x ? [momentAt(first, i + 1).nodes[x]] : [],
    );
    expect(seen.map((node) => [node?.gradient, node?.progress, node?.arrivals.length, node?.of])).toEqual([
      [1, "incomplete", 1, 2],
      [-3, "final", 2, 2],
    ]);
    expect(seen[1]?.arrivals.map(({ amount }) => amount)).toEqual([1, -4]);
  });

  test("at the end everything is what the engine says", () => {
    const { nodes } = momentAt(first, steps.length);
    expect(nodes.map(({ gradient }) => gradient)).toEqual(first.adjoints);
    expect(nodes.every(({ progress }) => progress === "final")).toBe(true);
  });

  test("while a step is under way its result is not known yet", () => {
    const under = momentAt(first, start + 0.5);
    expect([under.step, under.done, under.progress]).toEqual([start, start, 0.5]);
    expect(under.nodes[first.output.node]?.gradient).toBeNull();
  });

  test("times beyond the ends, and no times, are the ends", () => {
    expect(momentAt(first, -3).done).toBe(0);
    expect(momentAt(first, 1e9).done).toBe(steps.length);
    expect(momentAt(first, Number.NaN).done).toBe(0);
  });

  test("what does not reach the output gets its zero at the end; constants get nothing", () => {
    const beyond = explained("a = 2 * x\nb = a * a", { at: { x: 3 }, output: "a" });
    const b = beyond.graph.nodes.findIndex(({ name }) => name === "b");
    const all = beyond.steps?.length ?? 0;
    expect(momentAt(beyond, all - 1).nodes[b]?.gradient).toBeNull();
    expect(momentAt(beyond, all).nodes[b]).toMatchObject({ gradient: 0, progress: "final" });
    const two = beyond.graph.nodes.findIndex(({ op }) => op === "constant");
    expect(momentAt(beyond, all).nodes[two]?.gradient).toBeNull();
  });
});

describe("time", () => {
  test("a forward step and the start take 2.4 s, a backward step 3.6 s", () => {
    expect(steps.map((step, i) => [step.phase, stepDuration(first, i)])).toEqual(
      steps.map(({ phase: name }) => [name, name === "backward" ? 3600 : 2400]),
    );
    expect(totalDuration(first)).toBe(steps.reduce((sum, _, i) => sum + stepDuration(first, i), 0));
  });

  test("milliseconds and time are each other's inverse", () => {
    for (let time = 0; time <= steps.length; time += 0.125)
      expect(toTime(first, toMilliseconds(first, time))).toBeCloseTo(time, 12);
    expect(toTime(first, 1e9)).toBe(steps.length);
  });

  test("the minus of a constant that is drawn inside its gate takes no time, and no rest stops at it", () => {
    const folded = explain([
      ["x", 2],
      ["", 2],
      ["", "neg", 1],
      ["", "pow", 0, 2],
    ]);
    const hidden = (folded.steps ?? []).flatMap(({ node }, i) => (folded.graph.nodes[node]?.op === "neg" ? [i] : []));
    expect(hidden).toHaveLength(1);
    const [step = 0] = hidden;
    expect(stepDuration(folded, step)).toBe(0);
    expect(restFrom(folded, step, 1)).toBe(step + 2);
    expect(restFrom(folded, step + 2, -1)).toBe(Math.max(0, step));
  });

  test("rests are the integers", () => {
    expect([restFrom(first, 1.5, 1), restFrom(first, 1.5, -1), restFrom(first, 2, 1), restFrom(first, 2, -1)]).toEqual([
      2, 1, 3, 1,
    ]);
    expect([restFrom(first, 0, -1), restFrom(first, steps.length, 1)]).toEqual([0, steps.length]);
  });
});

test("eases are exact at their ends, never run back, and are CSS's own", () => {
  for (const ease of [travel, arrive]) {
    expect([ease(-1), ease(0), ease(1), ease(2)]).toEqual([0, 0, 1, 1]);
    for (let i = 0; i < 100; i++) expect(ease((i + 1) / 100)).toBeGreaterThanOrEqual(ease(i / 100));
  }
  // values of cubic-bezier(.4,0,.2,1) and cubic-bezier(0,0,.2,1), computed from their definition by hand at t = 1/2
  expect(travel(0.35)).toBeCloseTo(0.5, 6);
  expect(arrive(0.2)).toBeCloseTo(0.5, 6);
  expect([phase(50, 100, 200), phase(150, 100, 200), phase(250, 100, 200)]).toEqual([0, 0.5, 1]);
});

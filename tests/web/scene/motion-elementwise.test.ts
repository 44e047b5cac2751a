import { describe, expect, test } from "vitest";
import type { BackwardStep, Explanation } from "../../../web/src/engine/protocol.js";
import { circuitScene } from "../../../web/src/scene/circuit.js";
import { layoutCircuit } from "../../../web/src/scene/layout.js";
import { allMarks, type TextMark } from "../../../web/src/scene/marks.js";
import type { NumberKey } from "../../../web/src/scene/model.js";
import * as elementwise from "../../../web/src/scene/motion-elementwise.js";
import { stepDuration } from "../../../web/src/scene/timeline.js";
import { stateOf } from "../components/support.js";
import { explained } from "../explained.js";
import { WORDS } from "./words.js";

const layer = explained("W = [[0.5, -1], [1, 2]]; b = [0.25, -1]; s = W + b; h = relu(s); f = sum(h * h)");
const node = (name: string) => layer.graph.nodes.findIndex((each) => each.name === name);
const stepTo = (name: string) =>
  (layer.steps ?? []).findIndex((step) => step.phase === "backward" && step.target === node(name));

const backwardStep = (step: number) => (layer.steps ?? [])[step] as BackwardStep;

function draw(step: number, ms: number, covered: NumberKey[] = [], explanation: Explanation = layer) {
  const time = step + ms / stepDuration(explanation, step);
  const state = stateOf(explanation, { time, covered: new Set(covered) });
  return allMarks(circuitScene(state, layoutCircuit(explanation), { words: WORDS, grids: elementwise }));
}
const cells = (marks: ReturnType<typeof draw>, key: string) =>
  marks.filter((mark): mark is TextMark => mark.kind === "text" && mark.key.startsWith(`${key}-`));
const written = (marks: ReturnType<typeof draw>, key: string) => cells(marks, key).map(({ text }) => text);

describe("a gate that works entry by entry", () => {
  test("backward: a copy of the gradient's grid meets the local derivatives, cell by cell, and their product travels left", () => {
    const step = stepTo("s");
    const { adjoint, partial, contribution } = backwardStep(step);
    expect([adjoint, partial, contribution]).toEqual([
      [
        [1.5, 0],
        [0, 2],
      ],
      [
        [1, 0],
        [0, 1],
      ],
      [
        [1.5, 0],
        [0, 2],
      ],
    ]);
    const meeting = draw(step, 600);
    expect(written(meeting, "copy-adjoint")).toEqual(["1.50", "0", "0", "2"]);
    expect(written(meeting, "tag").filter((each) => each !== "∘")).toEqual(["1", "0", "0", "1"]);
    expect(written(meeting, "tag")).toContain("∘");
    // the original stays
    expect(written(meeting, `gradient${node("h")}`)).toEqual(["1.50", "0", "0", "2"]);
    const places = [980, 1100, 1200, 1300, 1369].map(
      (ms) => cells(draw(step, ms), "copy-contribution")[0]?.x as number,
    );
    for (let i = 1; i < places.length; i++) expect(places[i]).toBeLessThanOrEqual(places[i - 1] as number);
    expect(places.at(-1)).toBeLessThan((places[0] as number) - 60);
  });

  test("what was spread over columns slides together, and their sum travels on", () => {
    const step = stepTo("b");
    expect(backwardStep(step).contribution).toEqual([[1.5], [2]]);
    const across = (ms: number) => {
      const [first, second] = cells(draw(step, ms), "collapse-0");
      return (second as TextMark).x - (first as TextMark).x;
    };
    expect(across(980)).toBeCloseTo(44, 0);
    expect(across(1150)).toBeLessThan(across(1050));
    expect(written(draw(step, 1350), "sum")).toEqual(["1.50", "2"]);
    expect(written(draw(step, 1500), "copy-contribution")).toEqual(["1.50", "2"]);
    expect(written(draw(step, 1300), `gradient${node("b")}`)).toEqual([]);
    expect(written(draw(step, 1880), `gradient${node("b")}`)).toEqual(["1.50", "2"]);
  });

  test("forward: copies of the grids travel", () => {
    const step = (layer.steps ?? []).findIndex((each) => each.phase === "forward" && each.node === node("s"));
    expect(written(draw(step, 300), "copy0")).toEqual(["0.50", "−1", "1", "2"]);
    expect(written(draw(step, 300), "copy1")).toEqual(["0.25", "−1"]);
    expect(written(draw(step, 900), "result")).toEqual(["0.75", "−0.75", "0", "1"]);
  });

  test("a covered grid is not carried", () => {
    const step = stepTo("s");
    const covered: NumberKey[] = [`gradient:${node("s")}`];
    for (const ms of [300, 600, 900, 1000, 1200, 1400])
      expect(draw(step, ms, covered).filter(({ key }) => /^(copy|sum|collapse).*-\d+-\d+$/.test(key))).toEqual([]);
  });
});

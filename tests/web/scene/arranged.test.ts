import { expect, test } from "vitest";
import { createWorkbench } from "../../../web/src/engine/client.js";
import type { BackwardStep, ExplainRequest, Explanation, Value } from "../../../web/src/engine/protocol.js";
import "../../../web/src/locales/index.js";
import { sentenceText } from "../../../web/src/locales/words.js";
import {
  arranged,
  isTurned,
  transposed,
  turnedFormula,
  turnedProgram,
  turnedReason,
  turnedRule,
} from "../../../web/src/scene/arranged.js";
import { circuitScene } from "../../../web/src/scene/circuit.js";
import { ruleText } from "../../../web/src/scene/expressions.js";
import { layoutCircuit, layoutKey } from "../../../web/src/scene/layout.js";
import type { MatrixLayout } from "../../../web/src/scene/model.js";
import { sentenceAt } from "../../../web/src/scene/sentence.js";
import { spokenAt } from "../../../web/src/scene/spoken.js";
import { tableRows } from "../../../web/src/scene/table.js";
import { whyOf } from "../../../web/src/scene/why.js";
import { faults } from "./geometry.js";
import { WORDS } from "./words.js";

const engine = await createWorkbench();
const { ops } = engine.describe();
const options = { ops: new Map(ops.map((op) => [op.name, op])), covered: new Set<never>() };

function explain(request: ExplainRequest): Explanation {
  const reply = engine.explain({ include: ["steps"], ...request });
  if (!reply.ok) throw new Error(`${request.program}: ${reply.error.message}`);
  return reply;
}
const valueAt = (program: string, at: Record<string, Value>) => explain({ program, at }).output.value;

const LAYER = explain({ program: "W = [[1, 2], [3, 4], [5, 6]]\nx = [1, -1]\nz = W @ x\nL = sum(z^2)" });
const layers: Record<MatrixLayout, Explanation> = { denominator: LAYER, numerator: arranged(LAYER, "numerator") };
const node = (name: string) => LAYER.graph.nodes.find((node) => node.name === name)?.id as number;
const stepTo = (name: string) =>
  (LAYER.steps ?? []).findIndex((step) => step.phase === "backward" && step.target === node(name)) + 1;

test("the engine's own answer is the default, and the other one is made once", () => {
  expect(arranged(LAYER, "denominator")).toBe(LAYER);
  expect(arranged(LAYER, "numerator")).toBe(layers.numerator);
  expect([isTurned(LAYER), isTurned(layers.numerator)]).toEqual([false, true]);
});

test("gradients are turned over, values are not", () => {
  expect(LAYER.adjoints[node("z")]).toEqual([[-2], [-2], [-2]]);
  expect(layers.numerator.adjoints[node("z")]).toEqual([[-2, -2, -2]]);
  expect(layers.numerator.adjoints[node("W")]).toEqual(transposed(LAYER.adjoints[node("W")] as Value));
  expect(layers.numerator.primals).toBe(LAYER.primals);
  expect(layers.numerator.adjoints[node("L")]).toBe(1);
});

test("the sentence gives the product in the order and the shapes that are true of what is drawn", () => {
  const said = (layout: MatrixLayout, name: string) =>
    sentenceAt(layers[layout], stepTo(name), options)?.lines.map(sentenceText);
  expect(said("denominator", "W")).toEqual([
    "W gets G xᵀ: 3×1 · 1×2 = 3×2, the shape of W",
    "For Z = W X with gradient G at Z: W gets G Xᵀ, and X gets Wᵀ G.",
  ]);
  expect(said("numerator", "W")).toEqual([
    "W gets x G: 2×1 · 1×3 = 2×3, the shape of W transposed",
    "For Z = W X with gradient G at Z, in numerator layout: W gets X G, and X gets G W.",
  ]);
  expect(said("denominator", "x")?.[0]).toBe("x gets Wᵀ G: 2×3 · 3×1 = 2×1, the shape of x");
  expect(said("numerator", "x")?.[0]).toBe("x gets G W: 1×3 · 3×2 = 1×2, the shape of x transposed");
});

test("the same is spoken, and stands in the table and in Why", () => {
  const spoken = (layout: MatrixLayout, name: string) => {
    const { result, detail } = spokenAt(layers[layout], stepTo(name), new Set()) ?? {};
    return [result, detail].map((message) => message && sentenceText(message)).join(" ");
  };
  expect(spoken("denominator", "W")).toBe("W: gradient final, 3 by 2. G times x transposed.");
  expect(spoken("numerator", "W")).toBe("W: gradient final, 2 by 3. x times G.");
  expect(spoken("numerator", "x")).toBe("x: gradient final, 1 by 2. G times W.");
  const state = {
    explanation: layers.numerator,
    time: LAYER.steps?.length ?? 0,
    covered: new Set<never>(),
    selected: null,
    linked: null,
    dragged: null,
  };
  const gradient = (name: string) => tableRows(state).find((row) => row.name === name)?.gradient;
  expect(gradient("z")).toEqual([[-2, -2, -2]]);
  const why = whyOf(layers.numerator, `gradient:${node("W")}`, options);
  expect(why.value).toEqual([
    [-2, -2, -2],
    [2, 2, 2],
  ]);
  expect(why.contributions.map(({ equation }) => equation)).toEqual(["x G"]);
  expect(ruleText(layers.numerator, why.contributions[0]?.step as BackwardStep)).toBe("x G");
});

test("in the picture the gradient of a column is a row, and nothing lies over anything", () => {
  const [upright, turned] = (["denominator", "numerator"] as const).map((layout) => {
    const placed = layoutCircuit(layers[layout]);
    for (const time of [0, 1, 2, 3, 4, 5, 6, 7, 8]) {
      const state = { explanation: layers[layout], time, covered: new Set<never>(), selected: null, linked: null };
      const scene = circuitScene({ ...state, dragged: null }, placed, { words: WORDS });
      expect(faults(scene, placed), `${layout}, t = ${time}`).toEqual([]);
    }
    return placed;
  });
  expect(upright?.at.get(node("z"))).toMatchObject({
    matrix: { rows: 3, columns: 1 },
    gradient: { rows: 3, columns: 1 },
  });
  expect(turned?.at.get(node("z"))).toMatchObject({
    matrix: { rows: 3, columns: 1 },
    gradient: { rows: 1, columns: 3 },
  });
  expect(layoutKey(layers.numerator)).not.toBe(layoutKey(LAYER));
});

test("at zoom matrices each grid is captioned with its shape, its gradient with the shape of that", () => {
  const captions = (layout: MatrixLayout) => {
    const explanation = arranged(LAYER, layout, true);
    const placed = layoutCircuit(explanation);
    const state = { explanation, time: 8, covered: new Set<never>(), selected: null, linked: null, dragged: null };
    const scene = circuitScene(state, placed, { words: WORDS });
    expect(faults(scene, placed)).toEqual([]);
    return scene.marks.flatMap((mark) =>
      mark.key.endsWith("-shape") && "text" in mark ? [[mark.key.replace("-shape", ""), mark.text]] : [],
    );
  };
  const [W, z] = [node("W"), node("z")];
  expect(captions("denominator")).toEqual(
    expect.arrayContaining([
      [`value${W}`, "3×2"],
      [`gradient${W}`, "3×2"],
      [`gradient${z}`, "3×1"],
    ]),
  );
  expect(captions("numerator")).toEqual(
    expect.arrayContaining([
      [`value${W}`, "3×2"],
      [`gradient${W}`, "2×3"],
      [`gradient${z}`, "1×3"],
    ]),
  );
});

/** Rules that are words, and read the same in either layout. */
const SAME = new Set([
  "adjoint.T",
  "adjoint on the diagonal, 0 elsewhere",
  "adjoint in every entry",
  "adjoint divided by how many entries, in every entry",
  "adjoint at that entry, 0 elsewhere",
  "its entry of adjoint",
]);
/** Words in which rows and columns change places. */
const WORDED = /^(its|adjoint(\.T)?) (rows|columns|in|at|of)\b/;

test("every rule of a matrix gate is true of transposed gradients", () => {
  let compared = 0;
  for (const { kind, rules, example, name } of ops) {
    if (!example || kind === "comparison") continue;
    for (const rule of rules) {
      const turned = turnedRule(rule);
      if (SAME.has(rule)) {
        expect(turned).toBe(rule);
        continue;
      }
      expect(turned, `${name}: ${rule}`).not.toBe(rule);
      if (WORDED.test(rule)) continue;
      const at = { ...operandsAt(name, example.operands), n: 6, samples: 1 };
      const result = numbersOf(valueAt(`out = ${named(example.program, name)}\nout`, at));
      const adjoint = result.map((row, r) => row.map((_, c) => 0.3 + r - 0.7 * c));
      const given: Record<string, Value> = { ...at, adjoint: scalarOr(adjoint), out: scalarOr(result) };
      const upright = valueAt(`f = ${rule}`, given);
      const over = valueAt(`f = ${turned}`, { ...given, adjoint: transposed(scalarOr(adjoint)) });
      expect(numbersOf(over).flat(), `${name}: ${turned}`).toEqual(
        numbersOf(transposed(upright))
          .flat()
          .map((x) => expect.closeTo(x, 12)),
      );
      expect(numbersOf(over).length, `${name}: ${turned}`).toBe(numbersOf(transposed(upright)).length);
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(15);
});

const numbersOf = (value: Value): number[][] => (typeof value === "number" ? [[value]] : value);
const scalarOr = (rows: number[][]): Value =>
  rows.length === 1 && rows[0]?.length === 1 ? (rows[0][0] as number) : rows;
const NAMES: Record<string, [string, string]> = {
  mse: ["output", "target"],
  bce: ["output", "target"],
  cross_entropy: ["output", "target"],
  bce_logits: ["z", "target"],
  cross_entropy_logits: ["z", "target"],
};
/** The example in the names of the op's rules. */
function named(program: string, op: string): string {
  const [first, second] = NAMES[op] ?? ["a", "b"];
  return program.replace(/\b(a|b)\b/g, (name) => (name === "a" ? first : second));
}
/** A column a sample, so that a sum of a column is a sum of all. */
function operandsAt(op: string, shapes: Record<string, readonly [number, number]>): Record<string, Value> {
  const isColumnwise = ["softmax", "log_softmax", "logsumexp"].includes(op) || op in NAMES;
  const at: Record<string, Value> = {};
  for (const [name, shape] of Object.entries(shapes)) {
    // the rule of outer is that of columns
    const [rows, columns] = op === "outer" ? [Math.max(...shape), 1] : shape;
    const wide = isColumnwise ? 1 : columns;
    at[named(name, op)] = Array.from({ length: rows }, (_, r) =>
      Array.from({ length: wide }, (_, c) => 0.2 + 0.1 * r + 0.15 * c),
    );
  }
  return at;
}

test("reasons for shapes and formulas are turned over as well", () => {
  const product = { code: "product", args: { left: "3×1", right: "1×2", shape: "3×2" }, message: "" };
  expect(turnedReason(product)).toEqual({ code: "product-turned", args: { left: "2×1", right: "1×3", shape: "2×3" } });
  const sum = { code: "summed_columns", args: { adjoint: "3×4", shape: "3×1" }, message: "" };
  expect(turnedReason(sum)).toEqual({ code: "summed_columns-turned", args: { adjoint: "4×3", shape: "1×3" } });
  expect(turnedFormula(["mi", "x"])).toEqual(["msup", ["mrow", ["mo", "("], ["mi", "x"], ["mo", ")"]], ["mo", "⊤"]]);
  expect(turnedProgram("G @ x.T")).toBe("(G @ x.T).T");
});

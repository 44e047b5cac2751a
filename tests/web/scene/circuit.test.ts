import { describe, expect, test } from "vitest";
import type { BackwardStep, Explanation } from "../../../web/src/engine/protocol.js";
import { circuitScene } from "../../../web/src/scene/circuit.js";
import { GALLERY } from "../../../web/src/scene/gallery.js";
import { type Layout, layoutCircuit } from "../../../web/src/scene/layout.js";
import { allMarks, type Mark, type Scene, type TextMark } from "../../../web/src/scene/marks.js";
import type { CircuitState, NumberKey } from "../../../web/src/scene/model.js";
import type { PictureOptions } from "../../../web/src/scene/picture.js";
import { stepDuration } from "../../../web/src/scene/timeline.js";
import { explained } from "../explained.js";
import { WORDS } from "./words.js";

function draw(
  explanation: Explanation,
  time: number,
  state: Partial<CircuitState> = {},
  options: Partial<PictureOptions> = {},
): Scene {
  const whole = {
    explanation,
    time,
    covered: new Set<NumberKey>(),
    selected: null,
    linked: null,
    dragged: null,
    ...state,
  };
  return circuitScene(whole, layoutOf(explanation), { words: WORDS, ...options });
}
const layouts = new Map<Explanation, Layout>();
function layoutOf(explanation: Explanation): Layout {
  const layout = layouts.get(explanation) ?? layoutCircuit(explanation);
  layouts.set(explanation, layout);
  return layout;
}
function marks(scene: Scene, role: RegExp): Mark[] {
  return allMarks(scene).filter((mark) => role.test(mark.role));
}
function texts(scene: Scene, role: RegExp): string[] {
  return marks(scene, role).flatMap((mark) => (mark.kind === "text" ? [mark.text] : []));
}
const textOf = (scene: Scene, key: string) =>
  (allMarks(scene).find((mark) => mark.key === key) as TextMark | undefined)?.text;
/** The time `ms` into step k. */
const into = (explanation: Explanation, step: number, ms: number) => step + ms / stepDuration(explanation, step);
const stepTo = (explanation: Explanation, name: string, arrived = 1) => {
  const target = explanation.graph.nodes.findIndex((node) => node.name === name);
  return (explanation.steps ?? []).findIndex(
    (step) => step.phase === "backward" && step.target === target && step.arrived === arrived,
  );
};

const product = explained("(x + y) * z", { at: { x: -2, y: 5, z: -4 } });
const end = product.steps?.length ?? 0;
const reuse = explained("(x + y) * z + x", { at: { x: -2, y: 5, z: -4 } });

describe("at rest", () => {
  test("at the start a camera looks at the first gate, then at that of each step, without steps at the output", () => {
    const middle = ({ focus }: Scene) => focus.x + focus.width / 2;
    const { gates } = layoutOf(product);
    const gate = (op: string) => gates.find((placed) => placed.op === op)?.x ?? Number.NaN;
    expect(middle(draw(product, 0))).toBeLessThan(gate("add"));
    expect(draw(product, 0).focus).toEqual(draw(product, 1).focus);
    expect(middle(draw(product, 2))).toBeGreaterThan(gate("add"));
    const { steps: _, ...stepless } = product;
    // the third step starts the backward pass, at the output
    expect(draw(stepless, 0).focus).toEqual(draw(product, 3).focus);
  });

  test("every number of the finished circuit is on the drawing, to two decimals", () => {
    const neuron = explained("1 / (1 + exp(-(w0*x0 + w1*x1 + w2)))", { at: { w0: 2, x0: -1, w1: -3, x1: -2, w2: -3 } });
    const scene = draw(neuron, neuron.steps?.length ?? 0);
    const gradient = (name: string) =>
      textOf(scene, `gradient${neuron.inputs.find((input) => input.name === name)?.node}`);
    expect(textOf(scene, `value${neuron.output.node}`)).toBe("0.73");
    expect(["w0", "x0", "w1", "x1", "w2"].map(gradient)).toEqual(["−0.20", "0.39", "−0.39", "−0.59", "0.20"]);
  });

  test("before a number is computed its place is a dotted slot 32 px wide, never a zero", () => {
    const scene = draw(product, 0);
    expect(texts(scene, /^value$/)).toEqual(["−2", "5", "−4"]);
    expect(texts(scene, /^gradient$/)).toEqual([]);
    const slots = marks(scene, /^slot$/);
    expect(slots).toHaveLength(7);
    expect(slots.every((slot) => slot.kind === "rect" && slot.width === 32)).toBe(true);
  });

  test("the trace of a forward step: its inputs and its result outlined, its wires thick with an arrowhead each", () => {
    const scene = draw(product, 2);
    expect(marks(scene, /^outline forward/).map(({ key }) => key)).toEqual([
      "outline-value2",
      "outline-value3",
      "outline-value4",
    ]);
    expect(marks(scene, /^wire active forward/).map(({ key }) => key)).toContain("active4.0");
    expect(marks(scene, /^arrow forward/)).toHaveLength(2);
  });

  test("the trace of a backward step: the factor on its tag, one arrowhead, source, factor and result outlined", () => {
    const step = (product.steps ?? []).findIndex((each) => each.phase === "backward" && each.target === 2);
    const scene = draw(product, step + 1);
    expect(texts(scene, /^tag-text/)).toEqual(["× (−4)"]);
    expect(marks(scene, /^arrow backward/)).toHaveLength(1);
    expect(marks(scene, /^outline/).map(({ key }) => key)).toEqual([
      "outline-gradient4",
      "outline-value3",
      "outline-gradient2",
    ]);
  });

  test("an incomplete sum has a dashed underline and says 1 of 2; complete, it keeps its ledger", () => {
    const x = reuse.inputs.find(({ name }) => name === "x")?.node as number;
    const first = draw(reuse, stepTo(reuse, "x") + 1);
    expect([textOf(first, `gradient${x}`), textOf(first, `ledger${x}`)]).toEqual(["1", "1 of 2"]);
    expect(marks(first, /^underline dashed/)).toHaveLength(1);
    const second = draw(reuse, stepTo(reuse, "x", 2) + 1);
    expect([textOf(second, `gradient${x}`), textOf(second, `ledger${x}`)]).toEqual(["−3", "1 + (−4)"]);
    expect(marks(second, /^underline dashed/)).toHaveLength(0);
  });

  test("above four contributions the ledger only counts", () => {
    const many = explained("x + x + x + x + x + x + x", { at: { x: 2 } });
    expect(textOf(draw(many, many.steps?.length ?? 0), "ledger0")).toBe("Σ of 7");
  });

  test("x*x + x draws one x, which receives 1, 3 and 3", () => {
    const square = explained("x*x + x", { at: { x: 3 } });
    const scene = draw(square, square.steps?.length ?? 0);
    expect(texts(scene, /^label/).filter((label) => label === "x")).toHaveLength(1);
    expect([textOf(scene, "gradient0"), textOf(scene, "ledger0")]).toEqual(["7", "1 + 3 + 3"]);
  });

  test("a contribution of exactly zero makes its wire dashed, and so does the open port of a max", () => {
    const max = explained("max(x, y) * z", { at: { x: 3, y: 1, z: 0.5 } });
    const dashed = (time: number) => marks(draw(max, time), /^wire dashed/).map(({ key }) => key);
    expect(dashed(0)).toEqual([]);
    expect(dashed(1)).toEqual(["wire2.1"]);
    expect(marks(draw(max, 1), /^switch/).map(({ key }) => key)).toEqual(["switch2.0"]);
    expect(textOf(draw(max, max.steps?.length ?? 0), "gradient1")).toBe("0");
  });

  test("a tie takes both wires, each with × ½", () => {
    const tie = explained("max(x, y)", { at: { x: 2, y: 2 } });
    expect(marks(draw(tie, 1), /^switch/)).toHaveLength(2);
    expect(texts(draw(tie, tie.steps?.length ?? 0), /^tag-text/)).toEqual(["× ½"]);
  });

  test("a wide tag stands clear of the ring around NaN", () => {
    const broken = explained("x = -1; y = 2; f = log(x) * y");
    const scene = draw(broken, broken.steps?.length ?? 0);
    const [tag, ringed] = ["tag", "culprit"].map((key) => allMarks(scene).find((mark) => mark.key === key));
    if (tag?.kind !== "rect" || ringed?.kind !== "rect") throw new Error("no tag beside a ring");
    expect(tag.x + tag.width).toBeLessThan(ringed.x);
  });

  test("NaN and the infinities look like errors; the first culprit alone is ringed and named", () => {
    const infinite = explained("a = log(x)\nf = a * y", { at: { x: 0, y: 2 } });
    const scene = draw(infinite, infinite.steps?.length ?? 0);
    expect(textOf(scene, "value1")).toBe("⚠ −∞");
    expect(texts(scene, /caption error/)).toEqual(["first −∞ here"]);
    expect(marks(scene, /^ring error/)).toHaveLength(1);
  });

  test("values that only depend on constants have no gradient and no slot for one", () => {
    const half = explained("1/2 * x", { at: { x: 4 } });
    const scene = draw(half, 0);
    expect(allMarks(scene).filter(({ key }) => key.startsWith("gradient2"))).toEqual([]);
    expect(allMarks(scene).filter(({ key }) => key.startsWith("value2"))).toHaveLength(1);
  });
});

describe("in motion", () => {
  const k = (product.steps ?? []).findIndex((step) => step.phase === "forward" && step.node === 4);

  test("copies travel, originals stay", () => {
    const scene = draw(product, into(product, k, 300));
    expect(texts(scene, /^copy value/)).toEqual(["3", "−4"]);
    expect([textOf(scene, "value2"), textOf(scene, "value3")]).toEqual(["3", "−4"]);
    expect(textOf(scene, "value4")).toBeUndefined();
  });

  test("values move to the right on the wire and take the same time however long it is", () => {
    const x = (ms: number, copy: number) => (marks(draw(product, into(product, k, ms)), /^copy/)[copy] as TextMark).x;
    for (const copy of [0, 1])
      for (let ms = 140; ms < 500; ms += 20) expect(x(ms + 20, copy)).toBeGreaterThanOrEqual(x(ms, copy));
    const { into: wires } = layoutCircuit(product);
    const ports = (wires.get(4) ?? []).map(({ port }) => port.x);
    expect([x(519, 0), x(519, 1)].map((place, i) => Math.abs(place - (ports[i] as number)) < 1)).toEqual([true, true]);
  });

  test("the gate shows what it is about to compute", () => {
    expect(texts(draw(product, into(product, k, 650)), /^badge-text/)).toEqual(["3 × (−4)"]);
    expect(texts(draw(product, into(product, k, 1060)), /^badge-text/)).toEqual([]);
  });

  test("from the landing on it is the rest frame, trace and all", () => {
    const landed = draw(product, into(product, k, 1200));
    expect(landed.marks).toEqual(draw(product, k + 1).marks);
  });

  test("a gradient travels to the left, 6 px and more below the wire, and is not there before it has landed", () => {
    const step = (product.steps ?? []).findIndex((each) => each.phase === "backward" && each.target === 2);
    const wire = layoutCircuit(product).into.get(4)?.[0];
    const places = [1050, 1100, 1150, 1200, 1250].map(
      (ms) => marks(draw(product, into(product, step, ms)), /^copy gradient/)[0] as TextMark,
    );
    for (let i = 1; i < places.length; i++)
      expect((places[i] as TextMark).x).toBeLessThan((places[i - 1] as TextMark).x);
    expect((places.at(-1) as TextMark).y - 11).toBeGreaterThan((layoutCircuit(product).at.get(2)?.y ?? 0) + 5);
    expect(wire).toBeDefined();
    expect(textOf(draw(product, into(product, step, 1300)), "gradient2")).toBeUndefined();
    expect(textOf(draw(product, into(product, step, 1480)), "gradient2")).toBe("−4");
  });

  test("in a times gate the other operand crosses along the strokes of its sign and becomes the tag", () => {
    const step = (product.steps ?? []).findIndex((each) => each.phase === "backward" && each.target === 2);
    const crossing = draw(product, into(product, step, 550));
    expect(texts(crossing, /^copy value/)).toEqual(["−4"]);
    expect(marks(crossing, /^swap/)).toHaveLength(1);
    expect(texts(draw(product, into(product, step, 850)), /^tag-text/)).toEqual(["1 × (−4)"]);
    expect(texts(draw(product, into(product, step, 930)), /^tag-text/)).toEqual(["−4"]);
    expect(texts(draw(product, into(product, step, 1100)), /^tag-text/)).toEqual(["× (−4)"]);
  });

  test("the product at the tag is true as printed", () => {
    const neuron = explained("sigmoid(w*x)", { at: { w: 2, x: -1 } });
    const step = stepTo(neuron, "w");
    const { adjoint, partial } = (neuron.steps ?? [])[step] as BackwardStep;
    expect([adjoint, partial]).toEqual([expect.any(Number), -1]);
    expect(texts(draw(neuron, into(neuron, step, 850)), /^tag-text/)).toEqual(["0.10 × (−1)"]);
  });

  test("a second contribution docks in the ledger, then the sum changes", () => {
    const x = reuse.inputs.find(({ name }) => name === "x")?.node as number;
    const step = stepTo(reuse, "x", 2);
    const docked = draw(reuse, into(reuse, step, 1500));
    expect([textOf(docked, `gradient${x}`), textOf(docked, "docked")]).toEqual(["1", "+ (−4)"]);
    expect(textOf(draw(reuse, into(reuse, step, 1720)), `gradient${x}`)).toBe("−3");
  });

  test("with less motion there are rest frames only", () => {
    for (const time of [k + 0.1, k + 0.3, end - 0.9]) {
      const still = draw(product, time, {}, { still: true });
      expect(still.marks).toEqual(draw(product, Math.ceil(time)).marks);
    }
  });

  test("keys are unique at every moment of every circuit of the gallery", () => {
    for (const { program, at } of GALLERY) {
      const explanation = explained(program, { at: { ...at } });
      for (const [step] of (explanation.steps ?? []).entries()) {
        for (const ms of [60, 300, 450, 650, 750, 850, 950, 1060, 1200, 1420, 1600, 1720, 2000]) {
          const scene = draw(explanation, into(explanation, step, ms));
          const keys = allMarks(scene).map(({ key }) => key);
          expect(
            new Set(keys).size,
            `${program}, step ${step}, ${ms} ms: ${keys.filter((key, i) => keys.indexOf(key) !== i)}`,
          ).toBe(keys.length);
        }
      }
    }
  }, 60_000);
});

describe("covered numbers", () => {
  const covered = new Set<NumberKey>(["gradient:2", "value:3"]);

  test("are dotted slots with a question mark, known or not", () => {
    const scene = draw(product, end, { covered });
    expect([textOf(scene, "gradient2"), textOf(scene, "value3")]).toEqual(["?", "?"]);
    expect(marks(scene, /^slot covered/)).toHaveLength(2);
    expect(scene.hits.filter((hit) => hit.on === "number" && hit.covered).map(({ key }) => key)).toEqual([
      "hit-gradient:2",
      "hit-value:3",
    ]);
  });

  test("are nowhere to be read, at no moment", () => {
    const secret = explained("(x + y) * z", { at: { x: -2.25, y: 5.5, z: -4.75 } });
    const gradient = "−4.75";
    const hidden = new Set<NumberKey>([
      "gradient:2",
      "gradient:0",
      "gradient:1",
      "value:3",
      "partial:4.0",
      "contribution:4.0",
      "contribution:2.0",
      "contribution:2.1",
    ]);
    for (let time = 0; time <= (secret.steps?.length ?? 0); time += 1 / 64) {
      const shown = draw(secret, time, { covered: hidden });
      const leaks = allMarks(shown).filter((mark) => mark.kind === "text" && mark.text.includes(gradient));
      expect(leaks.map(({ key }) => `${key} at ${time}`)).toEqual([]);
    }
  });
});

describe("pointing and dragging", () => {
  test("what is linked or selected has a ring of its own", () => {
    const scene = draw(product, end, { linked: 2, selected: 4 });
    expect(marks(scene, /^ring (linked|selected)/).map(({ key }) => key)).toEqual(["ring4-selected", "ring2-linked"]);
  });

  test("paths from the dragged input to the output are thick, the others are not", () => {
    const scene = draw(product, end, { dragged: 0 });
    expect(marks(scene, /wire.* thick/).map(({ key }) => key)).toEqual([
      "wire4.0",
      "wire2.0",
      "thick-stem0",
      "thick-stem2",
      "thick-stem4",
      "thick-flag",
    ]);
  });

  test("gradients off the paths that change are underlined", () => {
    const before = explained("(x + y) * z", { at: { x: -2.1, y: 5, z: -4 } });
    const scene = draw(product, end, { dragged: 0 }, { before });
    expect(marks(scene, /^underline changed/).map(({ key }) => key)).toEqual(["changed3"]);
  });

  test("of several paths only the one that is pointed at is thick", () => {
    const thickWires = (route: number[]) =>
      marks(draw(reuse, end, { route }), /wire.* thick/).flatMap(({ key }) => (key.startsWith("wire") ? key : []));
    expect(thickWires([5, 0])).toEqual(["wire5.1"]);
    expect(thickWires([5, 4, 2, 0])).toEqual(["wire5.0", "wire4.0", "wire2.0"]);
  });

  test("inputs are dragged by their pills, entries of a matrix one by one, other gates not at all", () => {
    const { hits } = draw(explained("w = [2, -3]\nf = w[0] * x", { at: { x: 1 } }), 0);
    expect(hits.flatMap((hit) => (hit.on === "node" && hit.draggable ? [hit.node] : []))).toHaveLength(1);
    expect(hits.flatMap((hit) => (hit.on === "entry" ? [hit.entry] : []))).toEqual([
      [0, 0],
      [1, 0],
    ]);
  });

  test("groups open and close, and so do functions that have a definition", () => {
    const own = explained("s(r) = r * r\nf = s(x) + sigmoid(x)", { at: { x: 2 }, closed: [0] });
    const toggles = draw(own, 0, {}, { ops: new Map([["sigmoid", { definition: "1/(1 + exp(-x))" }]]) }).hits.flatMap(
      (hit) => (hit.on === "toggle" ? [[hit.group, hit.open]] : []),
    );
    expect(toggles).toEqual([
      [0, false],
      [null, false],
    ]);
    const open = explained("s(r) = r * r + 1\nf = s(x)", { at: { x: 2 } });
    const frame = draw(open, 0).hits.flatMap((hit) => (hit.on === "toggle" ? [[hit.group, hit.open]] : []));
    expect(frame).toEqual([[0, true]]);
  });

  test("a group with other gates between its own has no frame, but a title that closes it", () => {
    const mixed = explained("s(a, b) = (a + 1) * b\nf = s(x, exp(tanh(y)))", { at: { x: 2, y: 1 } });
    const scene = draw(mixed, 0);
    expect(marks(scene, /^frame$/)).toEqual([]);
    expect(marks(scene, /^frame-title/).map((mark) => mark.kind === "text" && mark.text)).toEqual(["s"]);
    const output = mixed.graph.groups[0]?.output;
    expect(scene.hits.filter(({ on }) => on === "toggle")).toMatchObject([{ node: output, group: 0, open: true }]);
  });
});

describe("matrices", () => {
  const layer = explained("W = [[1, 2], [3, 4], [5, 6]]\nX = [[1, 0], [-1, 1]]\nZ = W @ X\nf = sum(Z)");
  const all = layer.steps?.length ?? 0;
  const cells = (scene: Scene, key: string) =>
    allMarks(scene)
      .filter((mark) => mark.key.startsWith(`${key}-`) && /^cell/.test(mark.role))
      .map((mark) => (mark as TextMark).text);

  test("of up to 16 entries are grids, the gradient in the same shape below", () => {
    const scene = draw(layer, all);
    expect(cells(scene, "value0")).toEqual(["1", "2", "3", "4", "5", "6"]);
    expect(cells(scene, "gradient0")).toEqual(["1", "0", "1", "0", "1", "0"]);
  });

  test("a product fills cell by cell: the first in full, the second faster, the rest row by row", () => {
    const filled = (ms: number) => cells(draw(layer, into(layer, 0, ms)), "value2");
    expect([filled(800), filled(1000), filled(1400), filled(2299)].map((list) => list.length)).toEqual([0, 1, 2, 6]);
    expect(filled(2299)).toEqual(["−1", "2", "−1", "4", "−1", "6"]);
    expect(allMarks(draw(layer, into(layer, 0, 500))).filter(({ key }) => key.startsWith("lift"))).toHaveLength(2);
  });

  test("backward the other operand is flipped and the tag snaps from shapes to the rule", () => {
    const step = (layer.steps ?? []).findIndex((each) => each.phase === "backward" && each.target === 0);
    expect(texts(draw(layer, into(layer, step, 800)), /^tag-text/)).toEqual(["3×2 · 2×2"]);
    expect(texts(draw(layer, step + 1), /^tag-text/)).toEqual(["G Xᵀ"]);
    expect(allMarks(draw(layer, into(layer, step, 500))).filter(({ key }) => key.startsWith("flip-"))).toHaveLength(6);
  });

  test("larger ones are heat tiles with their shape", () => {
    const rows = Array.from({ length: 5 }, (_, i) => `[${[1, -2, 0, 4].map((x) => x * (i + 1)).join(", ")}]`);
    const large = explained(`A = [${rows.join(", ")}]\nf = sum(A)`);
    const scene = draw(large, large.steps?.length ?? 0);
    expect(texts(scene, /^caption/)).toEqual(["5×4", "5×4"]);
    expect(marks(scene, /^heat negative/).length).toBeGreaterThan(0);
    expect(marks(scene, /^heat-sign/)).toHaveLength(1);
  });
});

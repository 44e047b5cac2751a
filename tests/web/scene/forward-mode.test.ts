/** Forward mode as it is told, heard, drawn, tabled and asked about. */
import { describe, expect, test } from "vitest";
import { createWorkbench } from "../../../web/src/engine/client.js";
import type { EntryOf, Explanation } from "../../../web/src/engine/protocol.js";
import { sentenceText } from "../../../web/src/locales/words.js";
import { circuitScene } from "../../../web/src/scene/circuit.js";
import { layoutCircuit } from "../../../web/src/scene/layout.js";
import { allMarks, type Mark, type Scene } from "../../../web/src/scene/marks.js";
import type { Message } from "../../../web/src/scene/message.js";
import type { NumberKey } from "../../../web/src/scene/model.js";
import { phraseText } from "../../../web/src/scene/names.js";
import { restInForwardMode, sentenceAt } from "../../../web/src/scene/sentence.js";
import { spokenAt } from "../../../web/src/scene/spoken.js";
import { tableRows } from "../../../web/src/scene/table.js";
import { momentAt, stepDuration } from "../../../web/src/scene/timeline.js";
import { whyOf } from "../../../web/src/scene/why.js";
import { FIRST, ops } from "../explained.js";
import { WORDS } from "./words.js";

const workbench = await createWorkbench();
const covered = new Set<NumberKey>();

function moved(program: string, along?: EntryOf, request = {}): Explanation {
  const reply = workbench.explain({ program, include: ["steps", "tangents"], ...(along && { along }), ...request });
  if (!reply.ok) throw new Error(reply.error.message);
  return reply;
}
function told(explanation: Explanation): string[] {
  return (explanation.steps ?? []).map(
    (_, step) =>
      sentenceAt(explanation, step + 1, { ops, covered })
        ?.lines.map(sentenceText)
        .join(" | ") ?? "",
  );
}
function heard(explanation: Explanation): string[] {
  return (explanation.steps ?? []).map((_, step) => {
    const spoken = spokenAt(explanation, step + 1, covered);
    return [spoken?.result, spoken?.detail].map((message) => (message ? sentenceText(message) : "")).join(" ");
  });
}
function stateOf(explanation: Explanation, time: number) {
  return { explanation, time, covered, selected: null, linked: null, dragged: null };
}
function draw(explanation: Explanation, time: number): Scene {
  return circuitScene(stateOf(explanation, time), layoutCircuit(explanation), { words: WORDS });
}
const texts = (scene: Scene, role: RegExp) =>
  allMarks(scene).flatMap((mark: Mark) => (mark.kind === "text" && role.test(mark.role) ? [mark.text] : []));
const textAt = (scene: Scene, key: string) => {
  const mark = allMarks(scene).find((one) => one.key === key);
  return mark?.kind === "text" ? mark.text : undefined;
};

const first = moved(FIRST);
const fork = moved("x = 3; y = 2; f = (x + y) * x");

describe("in words", () => {
  test("the first circuit along x, from the start to what was found", () => {
    expect(told(first)).toEqual([
      "Start: x moves by 1, ∂x/∂x = 1 | Every other input stays: its ∂·/∂x is 0.",
      "q = x + y: −2 + 5 = 3",
      "x hands + its ∂/∂x: 1 × 1 = 1 | + passes every move on as it is, and adds them up.",
      "f = q × z: 3 × (−4) = −12",
      "q hands × its ∂/∂x: 1 × z (−4) = −4 | ∂f/∂x = −4, one pass for one input; backprop got all 3 in one.",
    ]);
    expect(sentenceText(restInForwardMode(first) as Message)).toBe(
      "Step or play: each value comes with how it moves when x moves by 1.",
    );
  });

  test("a value that nothing moves says so with its value", () => {
    expect(told(moved(FIRST, { input: "z", entry: 0 }))).toEqual([
      "Start: z moves by 1, ∂z/∂z = 1 | Every other input stays: its ∂·/∂z is 0.",
      "q = x + y: −2 + 5 = 3 | Nothing here moves: ∂q/∂z = 0",
      "f = q × z: 3 × (−4) = −12",
      "z hands × its ∂/∂z: 1 × q (3) = 3 | ∂f/∂z = 3, one pass for one input; backprop got all 3 in one.",
    ]);
  });

  test("a gate with two inputs that move adds up what arrives", () => {
    expect(told(fork).slice(-2)).toEqual([
      "(x + y) hands × its ∂/∂x: 1 × x (3) = 3 | 2 inputs of this gate move. This is 1 of 2: ∂f/∂x = 3 so far.",
      "∂f/∂x: this wire adds to it, 3 + 5 = 8 | ∂f/∂x = 8, one pass for one input; backprop got all 2 in one.",
    ]);
  });

  test("a single gradient takes one pass in either mode, and what does not reach the output moves it by 0", () => {
    expect(told(moved("x = 2; f = exp(x)")).at(-1)).toBe(
      "x hands exp its ∂/∂x: 1 × 7.39 ≈ 7.39 | ∂f/∂x ≈ 7.39, one pass for one input; backprop needs one too.",
    );
    expect(told(moved("x = 1; y = 2; u = x * 2; f = y * y"))).toContain(
      "f = y × y: 2 × 2 = 4 | ∂f/∂x = 0, one pass for one input; backprop got all 2 in one.",
    );
  });

  test("matrices are told by rule and shape", () => {
    const layer = moved("W = [[1, -1], [2, 0]]; x = [3, 4]; f = sum(tanh(W @ x))", { input: "W", entry: 1 });
    expect(told(layer).filter((line) => line.includes("hands"))).toEqual([
      "W hands @: ∂W/∂W[0, 1] · x, 2×2 · 2×1 = 2×1 | For Z = W X: a move of W is multiplied by X, a move of X by W.",
      "(W @ x) hands tanh its ∂/∂W[0, 1] × local derivative, entry by entry, 2×1 | Local derivative ∂tanh(W @ x)/∂(W @ x) = 1 − tanh(W @ x)²",
      "tanh(W @ x) hands Σ: sum(∂tanh(W @ x)/∂W[0, 1]), 1×1 | ∂f/∂W[0, 1] ≈ 1.68, one pass for one input; backprop got all 6 in one.",
    ]);
  });
});

test("by ear", () => {
  expect(heard(first)).toEqual([
    "x moves by 1. Forward mode starts. ",
    "q: value 3. Plus gate: x plus y.",
    "q: derivative by x 1, final. x moves by 1, times local derivative 1.",
    "f: value minus 12. Times gate: q times z.",
    "f: derivative by x minus 4. One pass for one input. q moves by 1, times local derivative minus 4.",
  ]);
  expect(heard(moved(FIRST, { input: "z", entry: 0 }))[1]).toBe("q: value 3. It does not move. Plus gate: x plus y.");
  expect(heard(fork).at(-2)).toMatch(/^f: derivative by x 3 so far, 1 of 2\. /);
});

describe("what is known at a moment", () => {
  test("zero, not computed and incomplete are three different things", () => {
    const at = (time: number, name: string) => {
      const node = fork.graph.nodes.find((one) => one.name === name)?.id ?? -1;
      const { gradient, progress } = momentAt(fork, time).nodes[node] ?? {};
      return [gradient, progress];
    };
    expect(at(0, "x")).toEqual([null, "none"]);
    expect(at(1, "x")).toEqual([1, "final"]);
    expect(at(1, "y")).toEqual([0, "final"]);
    expect(at(4, "f")).toEqual([null, "none"]);
    expect(at(5, "f")).toEqual([3, "incomplete"]);
    expect(at(6, "f")).toEqual([8, "final"]);
  });

  test("at the end everything stands there that the engine says, gates off the path too", () => {
    const off = moved("x = 1; y = 2; u = x * 2; f = y * y + x");
    const { nodes } = momentAt(off, 99);
    expect(nodes.map(({ gradient }) => gradient)).toEqual(off.tangents);
  });
});

describe("drawn", () => {
  test("below the stems stand derivatives by x, and the legend says so", () => {
    const scene = draw(first, 99);
    expect(texts(scene, /legend/)).toEqual(["value", "derivative ∂·/∂x"]);
    expect(first.graph.nodes.map(({ id }) => textAt(scene, `gradient${id}`))).toEqual(["1", "0", "0", "1", "−4"]);
  });

  test("a copy travels left to right, meets the tag, and its product joins the stem", () => {
    const last = (first.steps?.length ?? 0) - 1;
    const at = (ms: number) => draw(first, last + ms / stepDuration(first, last));
    const copyAt = (ms: number, key: string) => allMarks(at(ms)).find((mark) => mark.key === key) as { x: number };
    expect(textAt(at(200), "copy-tangent")).toBe("1");
    expect(copyAt(300, "copy-tangent").x).toBeLessThan(copyAt(500, "copy-tangent").x);
    expect(textAt(at(750), "tag-text")).toBe("× (−4)");
    expect(textAt(at(850), "tag-text")).toBe("1 × (−4)");
    expect(textAt(at(1100), "copy-contribution")).toBe("−4");
    expect(copyAt(1000, "copy-contribution").x).toBeLessThan(copyAt(1300, "copy-contribution").x);
    const rest = draw(first, last + 1);
    expect(allMarks(rest).some(({ key }) => key === "copy-tangent")).toBe(false);
    expect(allMarks(rest).some(({ role }) => role.includes("backward"))).toBe(false);
    expect(textAt(rest, "tag-text")).toBe("× (−4)");
  });

  test("the sum of a gate grows under its stem", () => {
    const node = fork.output.node;
    expect(textAt(draw(fork, 5), `ledger${node}`)).toBe("1 of 2");
    expect(textAt(draw(fork, 6), `ledger${node}`)).toBe("3 + 5");
  });

  test("a wire over which exactly 0 has come is dashed", () => {
    const scene = draw(moved("x = 0; y = 2; f = x * x + y"), 99);
    expect(allMarks(scene).filter(({ key, role }) => key.startsWith("wire") && role.includes("dashed"))).toHaveLength(
      3,
    );
  });
});

test("in the table", () => {
  expect(tableRows(stateOf(first, 99)).map(({ name, gradient, phase }) => [name, gradient, phase])).toEqual([
    ["x", 1, null],
    ["y", 0, null],
    ["z", 0, null],
    ["q", 1, null],
    ["f", -4, "forward"],
  ]);
});

describe("Why", () => {
  const why = (explanation: Explanation, key: NumberKey) => {
    const { title, symbol, value, facts, chainRule, contributions, sum } = whyOf(explanation, key, { ops, covered });
    return {
      title: sentenceText(title),
      symbol: phraseText(symbol),
      value,
      facts: facts.map(sentenceText),
      chainRule: chainRule && phraseText(chainRule),
      equations: contributions.map(({ equation }) => equation),
      sum,
    };
  };

  test("a derivative by x is what its inputs hand on", () => {
    expect(why(fork, `gradient:${fork.output.node}`)).toEqual({
      title: "How f moves with x",
      symbol: "∂f/∂x",
      value: 8,
      facts: [
        "If x moves by 0.1, f moves by about 0.8.",
        "Each input that moves adds its own ∂/∂x times the local derivative of the gate.",
      ],
      chainRule: "∂f/∂x = ∂(x + y)/∂x · ∂f/∂(x + y) + ∂x/∂x · (x + y)",
      equations: ["1 × 3 = 3", "1 × 5 = 5"],
      sum: "3 + 5 = 8",
    });
  });

  test("what moves, what stays, and values", () => {
    expect(why(fork, "gradient:0").facts).toEqual(["This is what moves, so it moves by 1."]);
    expect(why(fork, "gradient:1").facts).toEqual(["Another input: in this pass it stays."]);
    expect(why(fork, `value:${fork.output.node}`).title).toBe("Value of f");
  });
});

import { describe, expect, test } from "vitest";
import type { Explanation } from "../../../web/src/engine/protocol.js";
import { circuitScene } from "../../../web/src/scene/circuit.js";
import { sample } from "../../../web/src/scene/curves.js";
import { type Layout, layoutCircuit, layoutKey } from "../../../web/src/scene/layout.js";
import { faults } from "./geometry.js";
import { explain, larger, neuron, product, randomCircuit, square } from "./scaffold.js";
import { WORDS } from "./words.js";

/** At the begin, after the forward pass, at the end. */
function allFaults(explanation: Explanation, layout = layoutCircuit(explanation)): string[] {
  const steps = explanation.steps ?? [];
  const start = steps.findIndex(({ phase }) => phase === "start");
  return [0, start, start + 2, steps.length].flatMap((time) => {
    const state = { explanation, time, covered: new Set<never>(), selected: null, linked: null, dragged: null };
    return faults(circuitScene(state, layout, { words: WORDS }), layout).map((fault) => `t = ${time}: ${fault}`);
  });
}

/** Wires must reach the ports of their gate from top to bottom in text order, each at its port. */
function misordered(layout: Layout): string[] {
  return layout.gates.flatMap((gate) => {
    const wires = layout.into.get(gate.node) ?? [];
    const faults = wires.map(({ from }, i) =>
      from === gate.operands[i]?.node ? "" : `gate ${gate.node}: port ${i} is fed by ${from}`,
    );
    for (const [i, wire] of wires.entries()) {
      const end = sample(wire.curves).at(-1);
      if (end?.x !== wire.port.x || end?.y !== wire.port.y) faults.push(`gate ${gate.node}: wire ${i} misses its port`);
      if (i > 0 && wire.port.y <= (wires[i - 1] as typeof wire).port.y)
        faults.push(`gate ${gate.node}: port ${i} is not below port ${i - 1}`);
    }
    return faults.filter((fault) => fault !== "");
  });
}

describe("operands enter their gate in text order", () => {
  test("in 200 random graphs with shared operands", () => {
    let gates = 0;
    let shared = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const layout = layoutCircuit(randomCircuit(seed, 3 + (seed % 40)));
      expect(misordered(layout), `seed ${seed}`).toEqual([]);
      gates += layout.gates.filter(({ operands }) => operands.length > 1).length;
      shared += layout.gates.filter(({ readers }) => readers > 1).length;
    }
    console.log(`${gates} gates with more than one operand, ${shared} shared operands, 0 exceptions`);
    expect(gates).toBeGreaterThan(1000);
    expect(shared).toBeGreaterThan(500);
  }, 60_000);

  test("the checker sees a swapped port", () => {
    const layout = layoutCircuit(product());
    const [first, second] = layout.into.get(4) as [Layout["wires"][number], Layout["wires"][number]];
    [first.port, second.port] = [second.port, first.port];
    expect(misordered(layout)).not.toEqual([]);
  });
});

describe("nothing overlaps", () => {
  test.each([
    ["(x + y) * z", product],
    ["the neuron", neuron],
    ["x*x + x", square],
    ["max", larger],
  ] as const)("%s", (_, circuit) => {
    expect(allFaults(circuit())).toEqual([]);
    expect(allFaults(circuit(), layoutCircuit(circuit(), { compact: true }))).toEqual([]);
  });

  test("in 100 random graphs", () => {
    for (let seed = 1; seed <= 100; seed++)
      expect(allFaults(randomCircuit(seed, 2 + (seed % 25))), `seed ${seed}`).toEqual([]);
  }, 60_000);

  test("the checker sees a box on a box and a wire through a box", () => {
    const layout = layoutCircuit(product());
    const [x, , sum] = layout.gates;
    if (x && sum) Object.assign(x, { x: sum.x, y: sum.y });
    expect(allFaults(product(), layout).join("\n")).toMatch(/box 0 lies on box 2/);
    expect(allFaults(product(), layout).join("\n")).toMatch(/wire 1→2 runs through box 0/);
  });
});

describe("the layout", () => {
  test("has the pitches of the design where nothing needs more room", () => {
    const { at } = layoutCircuit(
      explain([
        ["x", 1],
        ["", "add", 0, 0],
        ["", "neg", 1],
        ["", "add", 2, 2],
        ["", "neg", 3],
        ["", "neg", 4],
      ]),
    );
    expect([5, 4].map((node) => (at.get(node)?.x ?? 0) - (at.get(node - 1)?.x ?? 0))).toEqual([112, 112]);
    const inputs = [0, 1, 3].map((node) => layoutCircuit(product()).at.get(node)?.y ?? 0);
    expect([(inputs[1] as number) - (inputs[0] as number), (inputs[2] as number) - (inputs[1] as number)]).toEqual([
      88, 88,
    ]);
  });

  test("draws constants inside their gates", () => {
    const labels = layoutCircuit(neuron()).gates.map(({ label }) => label);
    expect(labels).toEqual(["w0", "x0", "×", "w1", "x1", "×", "+", "w2", "+", "−1·", "exp", "+1", "1/x"]);
  });

  test.each([
    ["add", ["+3", "+3"]],
    ["sub", ["−3", "3−x"]],
    ["mul", ["×3", "×3"]],
    ["div", ["÷3", "3/x"]],
    ["pow", ["x³", "3ˣ"]],
    ["max", ["max(x, 3)", "max(3, x)"]],
  ] as const)("a constant of %s", (op, labels) => {
    const label = (...operands: number[]) =>
      layoutCircuit(
        explain([
          ["x", 2],
          ["", 3],
          ["", op, ...operands],
        ]),
      ).at.get(2)?.label;
    expect([label(0, 1), label(1, 0)]).toEqual(labels);
  });

  test("a negated constant is drawn inside too, and a gate of constants keeps something to flow in", () => {
    const power = layoutCircuit(
      explain([
        ["x", 2],
        ["", 2],
        ["", "neg", 1],
        ["", "pow", 0, 2],
      ]),
    );
    expect(power.gates.map(({ label }) => label)).toEqual(["x", "x⁻²"]);
    const half = layoutCircuit(
      explain([
        ["", 1],
        ["", 2],
        ["", "div", 0, 1],
      ]),
    );
    expect(half.gates.map(({ label }) => label)).toEqual(["1", "÷2"]);
  });

  test("equal operands are two separate wires", () => {
    const wires = layoutCircuit(square()).into.get(1) ?? [];
    expect(wires.map(({ from }) => from)).toEqual([0, 0]);
    expect(new Set(wires.map(({ path }) => path)).size).toBe(2);
  });

  test("changes with the structure only", () => {
    expect(
      layoutKey(
        explain([
          ["x", 1],
          ["", "neg", 0],
        ]),
      ),
    ).toBe(
      layoutKey(
        explain([
          ["x", 7],
          ["", "neg", 0],
        ]),
      ),
    );
    expect(
      layoutKey(
        explain([
          ["x", 1],
          ["", "neg", 0],
        ]),
      ),
    ).not.toBe(
      layoutKey(
        explain([
          ["x", 1],
          ["", "exp", 0],
        ]),
      ),
    );
    expect(
      layoutKey(
        explain([
          ["x", 1],
          ["", 2],
          ["", "mul", 0, 1],
        ]),
      ),
    ).not.toBe(
      layoutKey(
        explain([
          ["x", 1],
          ["", 3],
          ["", "mul", 0, 1],
        ]),
      ),
    );
  });
});

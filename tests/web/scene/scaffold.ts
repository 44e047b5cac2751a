/**
 * Scaffolding for tests of scenes: turns a list of scalar ops into an Explanation, so that pictures of made-up graphs can
 * be tested without the engine. Not an engine: its numbers are only as good as Math.
 */
import type { BackwardStep, Box, Explanation, GraphNode, Step } from "../../../web/src/engine/protocol.js";
import { generator } from "./random.js";

interface Rule {
  value: (...a: number[]) => number;
  partials: (out: number, ...a: number[]) => number[];
}
const share = (out: number, a: number[]) => a.map((x) => (x === out ? 1 / a.filter((y) => y === out).length : 0));
const RULES: Record<string, Rule> = {
  add: { value: (a, b) => (a as number) + (b as number), partials: () => [1, 1] },
  sub: { value: (a, b) => (a as number) - (b as number), partials: () => [1, -1] },
  mul: { value: (a, b) => (a as number) * (b as number), partials: (_, a, b) => [b as number, a as number] },
  div: {
    value: (a, b) => (a as number) / (b as number),
    partials: (_, a, b) => [1 / (b as number), -(a as number) / (b as number) ** 2],
  },
  pow: {
    value: (a, b) => (a as number) ** (b as number),
    partials: (_, a, b) => [(b as number) * (a as number) ** ((b as number) - 1), 0],
  },
  neg: { value: (a) => -(a as number), partials: () => [-1] },
  exp: { value: (a) => Math.exp(a as number), partials: (out) => [out] },
  log: { value: (a) => Math.log(a as number), partials: (_, a) => [1 / (a as number)] },
  tanh: { value: (a) => Math.tanh(a as number), partials: (out) => [1 - out * out] },
  sigmoid: { value: (a) => 1 / (1 + Math.exp(-(a as number))), partials: (out) => [out * (1 - out)] },
  max: { value: Math.max, partials: (out, ...a) => share(out, a) },
};

/** `["x", -2]` is an input, `["", 3]` a constant, `["q", "add", 0, 1]` a gate that reads nodes 0 and 1; "" has no name. */
export type Line = readonly [name: string, value: number] | readonly [name: string, op: string, ...operands: number[]];

export function explain(lines: readonly Line[], output = lines.length - 1): Explanation {
  const nodes = lines.map(([name, op, ...operands], id): GraphNode => {
    const leaf = typeof op === "number";
    return {
      id,
      op: leaf ? (name === "" ? "constant" : "input") : op,
      inputs: leaf ? [] : (operands as number[]),
      span: [id, id + 1],
      shape: [1, 1],
      group: [],
      ...(name === "" ? {} : { name }),
    };
  });
  const primals: number[] = [];
  for (const [id, { op, inputs }] of nodes.entries()) {
    primals.push(
      inputs.length === 0
        ? (lines[id]?.[1] as number)
        : (RULES[op] as Rule).value(...inputs.map((i) => primals[i] as number)),
    );
  }
  const partials = nodes.map(
    ({ op, inputs }, id) =>
      RULES[op]?.partials(primals[id] as number, ...inputs.map((i) => primals[i] as number)) ?? [],
  );
  const isVariable: boolean[] = [];
  for (const { op, inputs } of nodes) isVariable.push(op === "input" || inputs.some((i) => isVariable[i]));
  const reaches = nodes.map(({ id }) => id === output);
  for (const { id, inputs } of [...nodes].reverse()) if (reaches[id]) for (const i of inputs) reaches[i] = true;

  const stepped = (id: number, i: number) => reaches[id] && isVariable[nodes[id]?.inputs[i] as number];
  const expected = nodes.map(() => 0);
  for (const { id, inputs } of nodes)
    inputs.forEach((target, i) => stepped(id, i) && (expected[target] = (expected[target] as number) + 1));
  const adjoints: (number | null)[] = nodes.map(({ id }) => (isVariable[id] ? (id === output ? 1 : 0) : null));
  const arrived = nodes.map(() => 0);
  const steps: Step[] = nodes
    .filter(({ inputs }) => inputs.length > 0)
    .map(({ id }) => ({ phase: "forward", node: id, value: primals[id] as number }));
  steps.push({ phase: "start", node: output, adjoint: 1 });
  for (const { id, inputs } of [...nodes].reverse()) {
    inputs.forEach((target, input) => {
      if (!stepped(id, input)) return;
      const adjoint = adjoints[id] as number;
      const partial = partials[id]?.[input] as number;
      const contribution = adjoint * partial;
      const total = (adjoints[target] as number) + contribution;
      adjoints[target] = total;
      const step: BackwardStep = {
        phase: "backward",
        node: id,
        input,
        target,
        adjoint,
        partial,
        contribution,
        total,
        arrived: (arrived[target] as number) + 1,
        of: expected[target] as number,
      };
      arrived[target] = step.arrived;
      steps.push(step);
    });
  }
  const boxes = nodes.map(
    ({ id, inputs }): Box => ({
      node: id,
      inputs,
      partials: inputs.map((i, k) => (isVariable[i] ? (partials[id]?.[k] as number) : null)),
    }),
  );
  return {
    version: 1,
    ok: true,
    graph: { nodes, stages: [], groups: [] },
    inputs: nodes
      .filter(({ op }) => op === "input")
      .map(({ id, name }) => ({
        name: name as string,
        node: id,
        value: primals[id] as number,
        gradient: adjoints[id] as number,
        source: "at",
      })),
    output: { node: output, value: primals[output] as number },
    primals,
    adjoints,
    view: { boxes },
    steps,
    notes: [],
  };
}

/** `(x + y) * z` of the first minute. */
export const product = () =>
  explain([
    ["x", -2],
    ["y", 5],
    ["", "add", 0, 1],
    ["z", -4],
    ["", "mul", 2, 3],
  ]);
/** The neuron `1 / (1 + exp(-(w0*x0 + w1*x1 + w2)))`. */
export const neuron = () =>
  explain([
    ["w0", 2],
    ["x0", -1],
    ["", "mul", 0, 1],
    ["w1", -3],
    ["x1", -2],
    ["", "mul", 3, 4],
    ["", "add", 2, 5],
    ["w2", -3],
    ["", "add", 6, 7],
    ["", "neg", 8],
    ["", "exp", 9],
    ["", 1],
    ["", "add", 11, 10],
    ["", 1],
    ["", "div", 13, 12],
  ]);
/** `x*x + x` at 3: one x, three arrivals. */
export const square = () =>
  explain([
    ["x", 3],
    ["", "mul", 0, 0],
    ["", "add", 1, 0],
  ]);
export const larger = () =>
  explain([
    ["x", 3],
    ["y", 1],
    ["", "max", 0, 1],
    ["z", 0.5],
    ["", "mul", 2, 3],
  ]);

/** A random graph in which operands are shared and sometimes equal; constants now and then. `moved` is added to x0. */
export function randomCircuit(seed: number, gates: number, moved = 0): Explanation {
  const random = generator(seed);
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;
  const lines: Line[] = Array.from({ length: 1 + Math.floor(random() * Math.min(6, gates)) }, (_, i) => [
    `x${i}`,
    Math.round(40 * random() - 20) / 10 + (i === 0 ? moved : 0),
  ]);
  let unused = lines.map((_, i) => i);
  const operand = () => {
    const node =
      unused.length > 0 && random() < 0.6
        ? pick(unused)
        : Math.max(0, lines.length - 1 - Math.floor(random() * random() * lines.length));
    unused = unused.filter((other) => other !== node);
    return node;
  };
  for (let gate = 0; gate < gates; gate++) {
    const op = pick(["add", "add", "mul", "mul", "sub", "max", "tanh", "neg", "sigmoid"]);
    if (random() < 0.1) {
      lines.push(["", Math.ceil(5 * random())]);
      lines.push([
        "",
        pick(["add", "mul"]),
        ...(random() < 0.5 ? [lines.length - 1, operand()] : [operand(), lines.length - 1]),
      ]);
    } else if (op === "tanh" || op === "neg" || op === "sigmoid") lines.push(["", op, operand()]);
    else lines.push(["", op, ...Array.from({ length: op === "max" ? 2 + Math.floor(3 * random()) : 2 }, operand)]);
    unused.push(lines.length - 1);
  }
  return explain(lines);
}

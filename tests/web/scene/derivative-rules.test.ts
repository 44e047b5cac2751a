/** Every row of the tables is tried by the engine, which takes its derivatives by another way. */
import { describe, expect, test } from "vitest";
import { createWorkbench } from "../../../web/src/engine/client.js";
import type { ExplainRequest, Explanation, Value } from "../../../web/src/engine/protocol.js";
import {
  DERIVATIVE_RULES,
  exampleOf,
  functionsOf,
  LAYOUTS,
  lawText,
  MATRIX_RULES,
  RULE_NUMBERS,
} from "../../../web/src/scene/derivative-rules.js";

const engine = await createWorkbench();

function explained(request: ExplainRequest): Explanation {
  const reply = engine.explain(request);
  if (!reply.ok) throw new Error(`${request.program}: ${reply.error.message}`);
  return reply;
}
/** The derivative by x, as a program. */
function derivative(program: string): string {
  const { derivatives } = explained({ program, by: ["x"], include: ["derivatives"], at: { x: 1 } });
  return derivatives?.x?.text ?? "";
}
function near(found: Value, expected: Value): void {
  const [a, b] = [found, expected].map((value) => [value].flat(2));
  expect(a?.length).toBe(b?.length);
  a?.forEach((entry, i) => expect(entry).toBeCloseTo(b?.[i] ?? Number.NaN, 10));
}

describe.each(DERIVATIVE_RULES)("$id", (rule) => {
  test("the rule is the derivative that the engine takes", () => {
    const derived = [`df(x) = ${derivative(rule.f)}`, ...(rule.g ? [`dg(x) = ${derivative(rule.g)}`] : [])];
    const [functions] = exampleOf(rule).split(rule.law);
    const byRule = `${functions}${derived.join("; ")}; ${rule.derivative}`;
    for (const x of [0.3, 0.7, 1.2]) {
      const at = { ...RULE_NUMBERS, x };
      const { inputs } = explained({ program: exampleOf(rule), at });
      near(
        explained({ program: byRule, at }).output.value,
        inputs.find(({ name }) => name === "x")?.gradient ?? Number.NaN,
      );
      const { derivatives } = explained({ program: exampleOf(rule), at, by: ["x"], include: ["derivatives"] });
      near(derivatives?.x?.value ?? Number.NaN, explained({ program: byRule, at }).output.value);
      expect(derivatives?.x?.mathml).toBeDefined();
    }
  });
});

test("laws are printed as a course does", () => {
  const printed = Object.fromEntries(DERIVATIVE_RULES.map(({ id, derivative }) => [id, lawText(derivative)]));
  expect(printed.product).toBe("f′ · g + f · g′");
  expect(printed.quotient).toBe("(f′ · g − f · g′) / g²");
  expect(printed.chain).toBe("f′(g(x)) · g′(x)");
  expect(printed.power).toBe("n · x^(n − 1)");
  expect(DERIVATIVE_RULES.map(functionsOf).slice(2, 4)).toEqual(["", "f = exp(x), g = x^3"]);
});

test.each(MATRIX_RULES)("$program by $by is $gradient", ({ program, by, gradient, at }) => {
  const { inputs } = explained({ program, at });
  const input = inputs.find(({ name }) => name === by);
  const rule = explained({ program: gradient, at });
  near(rule.output.value, input?.gradient ?? Number.NaN);
  expect([rule.output.value].flat().length).toBe([input?.gradient ?? []].flat().length);
});

test("the layouts of every derivative are each other's transpose", () => {
  for (const { id, numerator, denominator } of LAYOUTS) {
    const turned = numerator.shape.split(" · ").map((shape) => shape.split("×").reverse().join("×"));
    expect(denominator.shape, id).toBe(turned.reverse().join(" · "));
  }
});

test("gradients have the denominator layout: the shape of what they are taken by", () => {
  const { inputs } = explained({ program: "a.T @ z", at: { a: [7, 8, 9], z: [1, 1, 1] } });
  expect(inputs.find(({ name }) => name === "z")?.gradient).toEqual([[7], [8], [9]]);
  expect(LAYOUTS.find(({ id }) => id === "dot")?.denominator).toEqual({ formula: "a", shape: "n×1" });
});

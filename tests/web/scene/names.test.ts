import { expect, test } from "vitest";
import { gateFormula, nodeName, nodeWords, phraseText } from "../../../web/src/scene/names.js";
import { explained } from "../explained.js";

/** What the output of a program without a name would be called, were it somewhere inside. */
function called(expression: string): string {
  const explanation = explained(`${expression} + 1`);
  return nodeName(explanation, explanation.graph.nodes.at(-1)?.inputs[0] ?? 0);
}

test.each([
  ["x + y * z", "x + y × z"],
  ["(x + y) * z", "(x + y) × z"],
  ["x - (y - z)", "x − (y − z)"],
  ["x - y - z", "x − y − z"],
  ["x / (y * z)", "x/(y × z)"],
  ["-(x + y)", "−(x + y)"],
  ["-x^2", "−x²"],
  ["(-x)^2", "(−x)²"],
  ["x^-1", "x⁻¹"],
  ["x^y", "x^y"],
  ["exp(-x)", "exp(−x)"],
  ["max(x, y, z, w)", "max(x, y, z, …)"],
  ["step(x)", "heaviside(x)"],
  ["reshape(x, 1, 1)", "reshape(x, 1, 1)"],
  ["eye(3)", "eye(3)"],
  ["0.25 * x", "0.25 × x"],
  ["x * 3.14159265358979", "x × 3.14"],
])("%s is called %s", (expression, name) => {
  expect(called(expression)).toBe(name);
});

test("what lies too deep becomes an ellipsis, of which there are few", () => {
  expect(called("w0*x0 + w1*x1 + w2")).toBe("… + w2");
  expect(called("1 / (1 + exp(-(w0*x0 + w1*x1)))")).toBe("1/(1 + exp(−…))");
  expect(called("sin(x) * log(x) + sqrt(x) * tanh(x)")).toBe("… + …");
});

test("an output without a name is f, unless something else is", () => {
  const plain = explained("x * y");
  expect(nodeName(plain, plain.output.node)).toBe("f");
  expect(phraseText(gateFormula(plain, plain.output.node))).toBe("x × y");
  const taken = explained("f = 3; f * 2");
  expect(nodeName(taken, taken.output.node)).toBe("F");
  const named = explained("cost = 2 * x");
  expect(nodeName(named, named.output.node)).toBe("cost");
});

test("a formula inside a sentence keeps its parentheses", () => {
  const explanation = explained("(x + y) * exp(z)");
  const [sum = 0, exp = 0] = explanation.graph.nodes.at(-1)?.inputs ?? [];
  expect([nodeWords(explanation, sum).text, nodeWords(explanation, exp).text]).toEqual(["(x + y)", "exp(z)"]);
});

test("a closed group is called like the call that it is", () => {
  const explanation = explained("s(r) = 1 / (1 + exp(-r))\ns(x * y) + 1", { closed: [0] });
  expect(nodeName(explanation, explanation.graph.nodes.at(-1)?.inputs[0] ?? 0)).toBe("s(x × y)");
});

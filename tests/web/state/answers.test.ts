import { describe, expect, test } from "vitest";
import type { ExplainRequest } from "../../../web/src/engine/protocol.js";
import { sentenceText } from "../../../web/src/locales/words.js";
import type { NumberKey } from "../../../web/src/scene/model.js";
import { type CoverLevel, checkAnswer } from "../../../web/src/state/answers.js";
import { mistakeIn } from "../../../web/src/state/mistakes.js";
import { engine, explained, FIRST, ops } from "../explained.js";

interface Asked {
  program?: string;
  level?: CoverLevel;
  request?: Partial<ExplainRequest>;
  covered?: NumberKey[];
}

/** `right: Yes: …`, `wrong: …`, `unreadable: …`. `at` names the node by its name and asks for its gradient unless said otherwise. */
function checked(
  place: string,
  text: string,
  { program = FIRST, level = "number", request = {}, covered = [] }: Asked = {},
): string {
  const [name = "", kind = "gradient"] = place.split(" ");
  const explanation = explained(program, request);
  const node = explanation.graph.nodes.find((candidate) => candidate.name === name)?.id ?? explanation.output.node;
  const key = `${kind}:${node}` as NumberKey;
  const full = { include: ["steps"] as ExplainRequest["include"], ...request, program };
  const verdict = checkAnswer(
    {
      key,
      level,
      explanation,
      ops,
      covered: new Set([key, ...covered]),
      request: full as ExplainRequest,
      explain: (asked) => engine.explain(asked),
      mistakeIn,
    },
    text,
  );
  return `${verdict.outcome}: ${sentenceText(verdict.message)}`;
}

describe("right answers", () => {
  test.each([
    ["y", "-4", "right: Yes: + hands the same −4 to both."],
    ["y", " −4.00 ", "right: Yes: + hands the same −4 to both."],
    ["q", "-4", "right: Yes: × hands q: 1 × z (−4) = −4"],
    ["q value", "3", "right: Yes: q = x + y: −2 + 5 = 3"],
    ["q value", "6/2", "right: Yes: q = x + y: −2 + 5 = 3"],
    ["q value", "x + 5", "right: Yes: q = x + y: −2 + 5 = 3"],
  ])("%s: %s", (place, text, said) => {
    expect(checked(place, text)).toBe(said);
  });

  test("praise does not give away what is still covered", () => {
    expect(checked("y", "-4", { covered: ["gradient:0", "contribution:3.0"] })).toBe(
      "right: Yes: + hands y: −4 × 1 = −4",
    );
    expect(checked("y", "-4", { covered: ["gradient:3", "contribution:4.0", "gradient:0"] })).toBe(
      "right: Yes: + hands y: ? × 1 = −4",
    );
  });

  test("as many digits as are shown are asked for", () => {
    const program = "w = 2; x = -1; f = sigmoid(w * x + 3)";
    expect(checked("w", "-0.2", { program })).toBe("right: Yes: × hands w: 0.20 × x (−1) ≈ −0.20");
    expect(checked("w", "-0.1966", { program })).toMatch(/^right/);
    expect(checked("w", "-0.18", { program })).toMatch(/^wrong/);
    expect(checked("x", "0.39", { program })).toMatch(/^right/);
  });

  test("a sum of contributions", () => {
    expect(checked("x", "-3", { program: "x = -2; y = 5; z = -4; (x + y) * z + x" })).toBe(
      "right: Yes: x had 1; this wire adds −4: 1 + (−4) = −3",
    );
  });

  test("a matrix, entry by entry", () => {
    const program = "w = [2, -3]; x = [-1, -2]; f = w.T @ x";
    expect(checked("x", "[2, -3]", { program })).toMatch(/^right/);
    expect(checked("x", "w", { program })).toMatch(/^right/);
    expect(checked("x", "[2, 3]", { program })).toMatch(/^wrong/);
    expect(checked("x", "2", { program })).toMatch(/^wrong/);
    expect(checked("x", "[[2, -3]]", { program })).toMatch(/^wrong/);
  });

  test("zero is only ever exactly zero", () => {
    const program = "x = -3; y = 1; f = relu(x) * y";
    expect(checked("x", "0", { program })).toMatch(/^right/);
    expect(checked("x", "0.001", { program })).toMatch(/^wrong/);
    expect(checked("w", "0", { program: "w = 0.0000001; x = 1; f = w * w * x" })).toMatch(/^wrong/);
  });
});

describe("by its sign", () => {
  test.each([
    ["-", "right"],
    ["−", "right"],
    ["+", "wrong"],
    ["-99", "right"],
    ["0", "wrong"],
  ])("%s", (text, outcome) => {
    expect(checked("y", text, { level: "sign" })).toMatch(new RegExp(`^${outcome}`));
  });

  test("a sign alone is not a number", () => {
    expect(checked("y", "-")).toBe("unreadable: A sign is a good start. Here the number is asked for.");
  });
});

describe("by an expression", () => {
  test("it has to stay right when the inputs change", () => {
    expect(checked("q", "z", { level: "expression" })).toBe("right: Yes: × hands q: 1 × z (−4) = −4");
    expect(checked("q", "2*z - z", { level: "expression" })).toMatch(/^right/);
    expect(checked("q", "-4", { level: "expression" })).toBe(
      "wrong: Right at these inputs. Now find an expression that stays right when they change.",
    );
    expect(checked("z", "x + y", { level: "expression" })).toMatch(/^right/);
  });

  test("a constant gradient is an expression too", () => {
    expect(checked("x", "1", { level: "expression", program: "x = 2; y = 3; f = x + y" })).toMatch(/^right/);
  });
});

describe("one simple mistake is named", () => {
  const twice = "x = -2; y = 5; z = -4; (x + y) * z + x";
  const deep = "x = 2; y = 3; w = 5; f = (x * y) * w";
  test.each([
    ["x", "-4", twice, "That is what one wire brings. x is used 2 times, and its contributions add up."],
    ["x", "1", twice, "That is what one wire brings. x is used 2 times, and its contributions add up."],
    ["x", "3", twice, "The size is right. Look at the sign."],
    ["x", "3", deep, "That is the local derivative alone. Multiply it by the incoming gradient, 5."],
    ["x", "5", deep, "That is the incoming gradient as it came. Multiply it by the local derivative of this gate."],
    ["x", "10", deep, "That is the gradient times x itself. A product hands each input the other one."],
    ["x", "2", deep, "That is the value of x. Its gradient is asked for."],
    ["x", "8", deep, "You added. Incoming gradient and local derivative are multiplied."],
    ["y", "2", "x = 1; y = 7; w = 4; f = (x + y) * w", "Nothing is split: a sum hands each input the whole gradient."],
    [
      "x",
      "0.4",
      "w = 2; x = -1; f = sigmoid(w * x + 3)",
      "Very near: rounded numbers were multiplied. Use more digits, or an expression.",
    ],
    ["q value", "-3", FIRST, "The size is right. Look at the sign."],
  ])("%s: %s", (place, text, program, said) => {
    expect(checked(place, text, { program })).toBe(`wrong: ${said}`);
  });
});

describe("otherwise the rule is given", () => {
  test.each([
    ["y", "17", FIRST, "Not yet. + hands the same gradient to each of its inputs."],
    ["q", "17", FIRST, "Not yet. × swaps: each input gets the gradient times the other one."],
    ["q value", "17", FIRST, "Not yet. q is x + y."],
    ["x", "17", "x = 3; x*x + x", "Not yet. x is used 3 times: add what each wire brings."],
    ["y", "17", "x = 3; y = 2; f = x + 0 * 1", "Not yet. Does a change here reach the output at all?"],
  ])("%s: %s", (place, text, program, said) => {
    expect(checked(place, text, { program })).toBe(`wrong: ${said}`);
  });

  test("also where two mistakes fit: 3 × 3 may be swapped or not", () => {
    expect(checked("x", "-3", { program: "x = 3; y = 3; w = 1; f = x * y * w" })).toBe(
      "wrong: The size is right. Look at the sign.",
    );
    expect(checked("x", "2", { program: "x = 2; y = 5; w = 2; f = (x * y) * w" })).toBe(
      "wrong: Not yet. × swaps: each input gets the gradient times the other one.",
    );
  });
});

describe("what cannot be read is neither", () => {
  test.each([
    ["", "Type an answer, or press Enter to see it."],
    ["k * z", "Nothing here is called k."],
    ["3 +", "The line ends here, but a value is still missing."],
    ["sofplus(z)", "There is no function sofplus. Did you mean softplus?"],
  ])("%s", (text, said) => {
    expect(checked("q", text)).toBe(`unreadable: ${said}`);
  });
});

import { describe, expect, test } from "vitest";
import { sentenceText } from "../../../web/src/locales/words.js";
import type { NumberKey } from "../../../web/src/scene/model.js";
import { sentenceAt } from "../../../web/src/scene/sentence.js";
import { explained, FIRST, ops } from "../explained.js";

/** Every sentence of a program, the two lines of a step apart by a bar. */
function told(
  program: string,
  request: Parameters<typeof explained>[1] = {},
  covered = new Set<NumberKey>(),
): string[] {
  const explanation = explained(program, request);
  return (explanation.steps ?? []).map((_, step) => {
    const sentence = sentenceAt(explanation, step + 1, { ops, covered });
    return sentence?.lines.map(sentenceText).join(" | ") ?? "";
  });
}
/** Only the sentences that begin so. */
const said = (begin: string, ...args: Parameters<typeof told>) =>
  told(...args).filter((line) => line.startsWith(begin));

test("the first circuit, from its first value to its last gradient", () => {
  expect(told(FIRST)).toEqual([
    "q = x + y: −2 + 5 = 3",
    "f = q × z: 3 × (−4) = −12",
    "Start: if f moves by 1, f moves by 1. | Start, ∂f/∂f = 1",
    "× hands q: 1 × z (−4) = −4 | × swaps: each input gets the gradient times the other one.",
    "× hands z: 1 × q (3) = 3 | × swaps: each input gets the gradient times the other one.",
    "+ hands x: −4 × 1 = −4 | + hands the same gradient to each of its inputs.",
    "+ hands y: −4 × 1 = −4 | + hands the same gradient to each of its inputs.",
  ]);
});

test("what nobody named is called by its formula, and the output f", () => {
  expect(told("(x + y) * z", { at: { x: -2, y: 5, z: -4 } }).slice(0, 4)).toEqual([
    "x + y: −2 + 5 = 3",
    "f = (x + y) × z: 3 × (−4) = −12",
    "Start: if f moves by 1, f moves by 1. | Start, ∂f/∂f = 1",
    "× hands (x + y): 1 × z (−4) = −4 | × swaps: each input gets the gradient times the other one.",
  ]);
});

test("a time in flight speaks of the step under way, the begin of none", () => {
  const explanation = explained(FIRST);
  const at = (time: number) => sentenceAt(explanation, time, { ops, covered: new Set() });
  expect(at(0)).toBeNull();
  expect(sentenceText(at(3.4)?.lines[0] ?? { id: "", args: {} })).toBe("× hands q: 1 × z (−4) = −4");
  expect(at(4)).toEqual(at(3.4));
  expect(at(99)).toEqual(at(7));
});

test("contributions add up at a node that is used more than once", () => {
  expect(said("+", "x = -2; y = 5; z = -4; (x + y) * z + x")).toEqual([
    "+ hands ((x + y) × z): 1 × 1 = 1 | + hands the same gradient to each of its inputs.",
    "+ hands x: 1 × 1 = 1 | x is used 2 times. This is 1 of 2: 1 so far.",
    "+ hands x: −4 × 1 = −4 | x had 1; this wire adds −4: 1 + (−4) = −3",
    "+ hands y: −4 × 1 = −4 | + hands the same gradient to each of its inputs.",
  ]);
  const explanation = explained("x = 3; x*x + x");
  expect(sentenceAt(explanation, 7, { ops, covered: new Set() })?.main).toBe(1);
});

describe("each gate by its own rule", () => {
  test.each([
    [
      "x = 2; y = 5; x - y",
      "−",
      [
        "− hands x: 1 × 1 = 1 | The left input gets the gradient, the right one gets its negative.",
        "− hands y: 1 × (−1) = −1 | The left input gets the gradient, the right one gets its negative.",
      ],
    ],
    [
      "x = 2; y = 5; x / y",
      "÷",
      [
        "÷ hands x: 1 × 0.2 = 0.2 | Local derivative ∂f/∂x = 1/y",
        "÷ hands y: 1 × (−0.08) = −0.08 | Local derivative ∂f/∂y = −x/y²",
      ],
    ],
    ["x = 2; 1 / x", "1/x", ["1/x hands x: 1 × (−0.25) = −0.25 | Local derivative ∂f/∂x = −1/x²"]],
    ["x = 2; -x", "−1·", ["−1· hands x: 1 × (−1) = −1 | A minus turns the sign of the gradient."]],
    ["x = 2; 5 * x", "×5", ["×5 hands x: 1 × 5 = 5 | × swaps: each input gets the gradient times the other one."]],
    ["x = 2; x^3", "x³ hands", ["x³ hands x: 1 × 12 = 12 | Local derivative ∂f/∂x = 3 × x²"]],
    ["x = 2; x^-1", "x⁻¹ hands", ["x⁻¹ hands x: 1 × (−0.25) = −0.25 | Local derivative ∂f/∂x = −1 × x^(−2)"]],
    ["x = 2; 2^x", "2^x hands", ["2^x hands x: 1 × 2.77 ≈ 2.77 | Local derivative ∂f/∂x = log(2) × 2^x"]],
    ["n = -1; exp(n)", "exp", ["exp hands n: 1 × 0.37 ≈ 0.37 | Local derivative ∂f/∂n = f"]],
    ["x = 2; log(x)", "log", ["log hands x: 1 × 0.5 = 0.5 | Local derivative ∂f/∂x = 1/x"]],
    ["x = 4; sqrt(x)", "√", ["√ hands x: 1 × 0.25 = 0.25 | Local derivative ∂f/∂x = 1/(2 × f)"]],
    ["x = 0; y = sin(x); y", "sin", ["sin hands x: 1 × 1 = 1 | Local derivative ∂y/∂x = cos(x)"]],
    [
      "z = 1; f = 3 * sigmoid(z)",
      "sigmoid hands",
      ["sigmoid hands z: 3 × 0.1966 ≈ 0.5898 | Local derivative ∂sigmoid(z)/∂z = σ × (1 − σ)"],
    ],
    [
      "x = 3; relu(x)",
      "relu is",
      ["relu is open (3 > 0): x gets 1 × 1 = 1 | relu lets gradients through above 0 and stops them elsewhere."],
    ],
    [
      "x = -3; relu(x)",
      "relu is",
      ["relu is closed (−3 < 0): x gets 1 × 0 = 0 | relu lets gradients through above 0 and stops them elsewhere."],
    ],
    [
      "x = 0; relu(x)",
      "relu is",
      [
        "relu is at its corner, 0; slope 0 is chosen: x gets 1 × 0 = 0 | relu lets gradients through above 0 and stops them elsewhere.",
      ],
    ],
    [
      "x = -3; abs(x)",
      "abs(x) hands",
      ["abs(x) hands x: 1 × (−1) = −1 | The slope is 1 above 0, −1 below, and 0 is chosen at the corner."],
    ],
    [
      "x = -3; step(x)",
      "heaviside(x) hands",
      ["heaviside(x) hands x: 1 × 0 = 0 | Flat on both sides of its jump: the local derivative is 0."],
    ],
    [
      "x = 3; y = 1; z = 0.5; max(x, y) * z",
      "max took",
      [
        "max took x (3 > 1): x gets 0.5 × 1 = 0.5 | max hands everything to the input it took.",
        "max took x (3 > 1): y gets 0.5 × 0 = 0 | max hands everything to the input it took.",
      ],
    ],
    [
      "x = 2; y = 2; max(x, y)",
      "max saw",
      [
        "max saw 2 equal inputs: x gets its share, 1 × 0.5 = 0.5 | Equal inputs share the gradient equally; other texts pick one.",
        "max saw 2 equal inputs: y gets its share, 1 × 0.5 = 0.5 | Equal inputs share the gradient equally; other texts pick one.",
      ],
    ],
    [
      "x = 3; y = 1; if(x > y, x * 2, y)",
      "if took",
      [
        "if took (x × 2): (x × 2) gets 1 × 1 = 1 | if hands everything to the branch it took.",
        "if took (x × 2): y gets 1 × 0 = 0 | if hands everything to the branch it took.",
      ],
    ],
    [
      "x = 3; a = x; a * 2",
      "a hands",
      ["a hands x: 2 × 1 = 2 | A second name changes nothing: the gradient passes as it is."],
    ],
    [
      "x = 3; 0 * x + 0 * (x + 1)",
      "+1 hands",
      ["+1 hands x: 0 × 1 = 0 | x is used 2 times. This is 1 of 2: 0 so far."],
    ],
    [
      "x = 3; 0 * (x + 1)",
      "+1 hands",
      ["+1 hands x: 0 × 1 = 0 | The incoming gradient is 0, so nothing is passed on."],
    ],
  ] as const)("%s", (program, begin, expected) => {
    expect(said(begin, program)).toEqual(expected);
  });
});

describe("forward, each gate in its words", () => {
  test.each([
    ["n = -1; e = exp(n); e", "e = exp(n): exp(−1) ≈ 0.37"],
    ["x = 0; exp(x)", "f = exp(x): exp(0) = 1"],
    ["x = 3; -x^2", "x²: 3² = 9"],
    ["x = 3; -x", "f = −x: the sign of 3 turns, −3"],
    ["x = 3; relu(x)", "f = relu(x): 3 > 0 passes as it is, 3"],
    ["x = -3; relu(x)", "f = relu(x): −3 is not above 0, so 0"],
    ["x = -3; abs(x)", "f = abs(x): |−3| = 3"],
    ["x = 3; y = 1; max(x, y)", "f = max(x, y): takes x, because 3 > 1"],
    ["x = 3.001; y = 3.002; max(x, y)", "f = max(x, y): takes y, because 3.002 > 3.001"],
    ["x = 2; y = 2; max(x, y)", "f = max(x, y): x and y tie at 2"],
    ["x = 2; max(x, x)", "f = max(x, x) = 2"],
    ["x = 3.001; y = 3.002; if(x < y, x, y)", "x < y: 3.001 < 3.002 is true, so 1"],
    ["x = 3; y = 1; if(x > y, x, y)", "x > y: 3 > 1 is true, so 1"],
    ["x = 3; a = x; a * 2", "a = x: the same value, 3"],
  ])("%s", (program, expected) => {
    expect(told(program)[0]).toBe(expected);
  });
});

test("a group that is closed speaks as one gate", () => {
  const program = "s(r) = 1 / (1 + exp(-r))\nz = 1; f = 3 * s(z)";
  const closed = told(program, { closed: [0] });
  expect(closed).toEqual([
    "s takes z = 1 and gives 0.73.",
    "f = 3 × s(z): 3 × 0.73 ≈ 2.19",
    "Start: if f moves by 1, f moves by 1. | Start, ∂f/∂f = 1",
    "×3 hands s(z): 1 × 3 = 3 | × swaps: each input gets the gradient times the other one.",
    "s hands z: 3 × 0.1966 ≈ 0.5898 | ∂s(z)/∂z comes from the gates inside, run backward from 1.",
  ]);
});

test("a stage seen as one gate speaks by its name", () => {
  expect(said("h ", "x = 2; y = 3; h = x * y + 1; f = h * h", { zoom: "stages" })).toEqual([
    "h takes x = 2, y = 3 and gives 7.",
    "h hands x: 14 × 3 = 42 | ∂h/∂x comes from the gates inside, run backward from 1.",
    "h hands y: 14 × 2 = 28 | ∂h/∂y comes from the gates inside, run backward from 1.",
  ]);
});

test("matrices speak of their shapes, their first row and their first entry", () => {
  expect(told("W = [[1, 2], [3, 4], [5, 6]]; x = [1, -1]; b = 0.5; Z = W @ x + b; f = sum(tanh(Z))")).toEqual([
    "W @ x: row 1 of W · x = −1 | 3×2 @ 2×1 gives 3×1: rows of the left times columns of the right.",
    "Z = W @ x + b: entry by entry, 3×1 | First entry: −1 + 0.5 = −0.5",
    "tanh(Z): entry by entry, 3×1 | First entry: tanh(−0.5) ≈ −0.46",
    "f = sum(tanh(Z)): −0.462 + (−0.462) + (−0.462) ≈ −1.39",
    "Start: if f moves by 1, f moves by 1. | Start, ∂f/∂f = 1",
    "Σ hands every entry of tanh(Z) the same 1 | A sum of entries hands the same gradient to each of them.",
    "tanh hands Z: gradient × local derivative, entry by entry, 3×1 | Local derivative ∂tanh(Z)/∂Z = 1 − tanh(Z)²",
    "+ hands (W @ x): gradient × local derivative, entry by entry, 3×1 | + hands the same gradient to each of its inputs.",
    "+ hands b the sum over 3 entries: 2.36 | b was spread over them, so all of them answer to it.",
    "W gets G xᵀ: 3×1 · 1×2 = 3×2, the shape of W | For Z = W X with gradient G at Z: W gets G Xᵀ, and X gets Wᵀ G.",
    "x gets Wᵀ G: 2×3 · 3×1 = 2×1, the shape of x | For Z = W X with gradient G at Z: W gets G Xᵀ, and X gets Wᵀ G.",
  ]);
  expect(said("", "W = [[1, 2], [3, 4]]; X = [[1, 2, 3], [4, 5, 6]]; W @ X").slice(0, 2)).toEqual([
    "f = W @ X: row 1 of W · column 1 of X = 9 | 2×2 @ 2×3 gives 2×3: rows of the left times columns of the right.",
    "Start: 1 in every entry of f, as if they were summed.",
  ]);
});

test("entries go in and out by name", () => {
  expect(told("x = 2; y = 3; v = [x, y]; v[1]")).toEqual([
    "v = [x, y]: 2 numbers become [2, 3]",
    "f = v[1]: reads one entry of v, 3",
    "Start: if f moves by 1, f moves by 1. | Start, ∂f/∂f = 1",
    "v gets 1 at entry [1], 0 elsewhere | The gradient goes back to the entry that was read.",
    "stack hands x its own entry of the gradient: 0 | Each number that was put in gets its own entry back.",
    "stack hands y its own entry of the gradient: 1 | Each number that was put in gets its own entry back.",
  ]);
});

test("another number to start with is said", () => {
  expect(said("Start", FIRST, { output_adjoint: 5 })).toEqual(["Start with 5: every gradient counts 5 times."]);
});

test("a covered number is a question mark wherever it would be told", () => {
  const covered = new Set<NumberKey>(["gradient:0", "value:3", "contribution:3.0"]);
  const lines = told(FIRST, {}, covered);
  expect(lines[0]).toBe("q = x + y: −2 + 5 = ?");
  expect(lines[1]).toBe("f = q × z: ? × (−4) = −12");
  expect(lines[5]).toBe("+ hands x: −4 × 1 = ? | + hands the same gradient to each of its inputs.");
});

import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { cmakeBuild } from "../../scripts/lib/cmake.mjs";
import { CIRCUITS } from "../code/circuits.mjs";

/** Generated code is run, all circuits of a language in one process, and compared with the engine. */

const BUILD = "build/native";
/** Python, C++ and NumPy do the engine's arithmetic; elsewhere differences may stand in for derivatives. */
const EXACT = 1e-9;
const BY_DIFFERENCES = 1e-5;
/** Beside such a value a difference has lost its digits. */
const LARGE = 1e6;

/** @type {{ program: string, value: number[][], inputs: object[], code: Record<string, object> }[]} */
let circuits;

const output = (command, args, input) => execFileSync(command, args, { input, encoding: "utf8", maxBuffer: 1 << 28 });

beforeAll(async () => {
  await cmakeBuild("code", "native");
  circuits = JSON.parse(output(`${BUILD}/gradcircuit_code`, [], JSON.stringify(CIRCUITS)));
}, 600_000);

const PYTHONS = ["python3", "/usr/bin/python3"];

function python() {
  const found = PYTHONS.find((path) => spawnSync(path, ["-c", "import numpy"]).status === 0);
  if (!found) throw new Error("no Python with NumPy: scripts/setup.sh test installs python3-numpy");
  return found;
}

function runPython(targets) {
  const codes = targets.flatMap((target) => circuits.map(({ code }) => ({ target, ...code[target] })));
  const { installed, replies } = JSON.parse(output(python(), ["tests/code/run_code.py"], JSON.stringify(codes)));
  const of = (target) => replies.slice(targets.indexOf(target) * circuits.length).slice(0, circuits.length);
  return { installed, replies: Object.fromEntries(targets.map((target) => [target, of(target)])) };
}

/** One source file for all: a namespace each, and a main that prints what every circuit returns. */
function cppSource() {
  const includes = new Set();
  const bodies = circuits.map(({ code, inputs }, i) => {
    const lines = code.cpp.text.split("\n");
    for (const line of lines) if (line.startsWith("#include")) includes.add(line);
    const literal = (rows) =>
      rows.length === 1 && rows[0].length === 1 ? rows[0][0] : `{{${rows.map((row) => `{${row}}`).join(", ")}}}`;
    const fields = [code.cpp.output, ...code.cpp.gradients].map((name) => `  print(result.${name});`);
    const body = lines.filter((line) => !line.startsWith("#include")).join("\n");
    const values = inputs.map(({ value }) => literal(value)).join(", ");
    return `namespace circuit_${i} {\n${body}\nvoid run() {\n  const Gradients result = circuit(${values});\n${fields.join("\n")}\n  std::puts("");\n}\n}`;
  });
  const calls = circuits.map((_, i) => `  circuit_${i}::run();`).join("\n");
  const print =
    'void print(double a) { std::printf(" [[%.17g]]", a); }\n' +
    'void print(const auto& a) {\n  std::printf(" [");\n  for (const auto& row : a) {\n    std::printf(&row == &a[0] ? "[" : ",[");\n    for (const double& entry : row) std::printf(&entry == &row[0] ? "%.17g" : ",%.17g", entry);\n    std::printf("]");\n  }\n  std::printf("]");\n}';
  return `${[...includes].join("\n")}\n#include <cstdio>\n${print}\n${bodies.join("\n\n")}\n\nint main() {\n${calls}\n}\n`;
}

function runCpp() {
  mkdirSync(BUILD, { recursive: true });
  writeFileSync(`${BUILD}/generated_code.cpp`, cppSource());
  const flags = ["-std=c++20", "-Wall", "-Wextra", "-Wno-unused", "-Wno-unused-parameter", "-Werror", "-O0"];
  output("clang++-19", [...flags, `${BUILD}/generated_code.cpp`, "-o", `${BUILD}/generated_code`]);
  const lines = output(`${BUILD}/generated_code`, []).trim().split("\n");
  return lines.map((line) => {
    const [value, ...gradients] = line
      .trim()
      .split(" ")
      .map((text) => JSON.parse(text));
    return { value, gradients };
  });
}

const agree = (found, expected, tolerance) =>
  found.length === expected.length &&
  found.every(
    (row, r) =>
      row.length === expected[r].length &&
      row.every((entry, c) => Math.abs(entry - expected[r][c]) <= tolerance * Math.max(1, Math.abs(expected[r][c]))),
  );

/** One line for each circuit whose numbers differ. */
function differences(replies, target, tolerance) {
  return circuits.flatMap(({ program, value, inputs, corner, code }, i) => {
    const reply = replies[i];
    const gradients = inputs.map(({ gradient }) => gradient);
    const skip = tolerance !== EXACT && (corner || value.flat().some((entry) => Math.abs(entry) > LARGE));
    const same =
      !reply.error &&
      agree(reply.value, value, EXACT) &&
      (skip || reply.gradients.every((gradient, k) => agree(gradient, gradients[k], tolerance)));
    if (same) return [];
    const found = reply.error ?? JSON.stringify(reply);
    return [`${program}\n${code[target].text}\ngives ${found}\nexpected ${JSON.stringify({ value, gradients })}`];
  });
}

test("every circuit and every op has code in every language", () => {
  expect(circuits.filter(({ error }) => error)).toEqual([]);
  expect(circuits.length).toBeGreaterThan(200);
});

describe("the numbers of generated code are the engine's", () => {
  test("in Python, NumPy, JAX and PyTorch", () => {
    const { installed, replies } = runPython(["python", "numpy", "jax", "pytorch"]);
    for (const [name, title] of [
      ["jax", "JAX"],
      ["torch", "PyTorch"],
    ])
      if (!installed.includes(name)) console.log(`${title} is not installed: stand-in used`);
    expect(differences(replies.python, "python", EXACT)).toEqual([]);
    expect(differences(replies.numpy, "numpy", EXACT)).toEqual([]);
    expect(differences(replies.jax, "jax", BY_DIFFERENCES)).toEqual([]);
    expect(differences(replies.pytorch, "pytorch", BY_DIFFERENCES)).toEqual([]);
  }, 60_000);

  test("in C++", () => expect(differences(runCpp(), "cpp", EXACT)).toEqual([]), 120_000);
});

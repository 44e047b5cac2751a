import { expect, test } from "vitest";
import { sentenceText } from "../../../web/src/locales/words.js";
import type { Worksheet } from "../../../web/src/rooms/circuit/worksheet.js";
import { gradedSession } from "./graded.js";

const until = async (isTrue: () => boolean) => {
  for (let i = 0; i < 200 && !isTrue(); i++) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(isTrue()).toBe(true);
};

async function worksheetOf(program: string, at: Record<string, number> = {}): Promise<Worksheet> {
  const session = gradedSession({ program, at: new Map(Object.entries(at)) });
  session.show("code");
  session.workbench?.choose({ codeView: "worksheet" });
  await until(() => (session.workbench?.worksheet.gaps.length ?? 0) > 0);
  return session.workbench?.worksheet as Worksheet;
}

/** What is said when `text` is typed into the nth gap of `name`. */
async function typed(worksheet: Worksheet, name: string, n: number, text: string): Promise<string> {
  const gap = worksheet.gaps.filter((candidate) => candidate.name === name)[n];
  if (gap === undefined) throw new Error(`${name} has no gap ${n}`);
  await worksheet.answer(gap.id, text);
  const filled = worksheet.states.get(gap.id)?.filled ?? null;
  return `${worksheet.said === null ? "" : sentenceText(worksheet.said)}${filled === null ? "" : ` [${filled}]`}`;
}

test("= and += have a reason, and equivalent formulas are right", async () => {
  const worksheet = await worksheetOf("g = x + y\nh = g * z\nf = h + x*y", { x: -2, y: 5, z: -4 });
  expect(worksheet.gaps.map(({ name, expected }) => `${name} ${expected}`)).toEqual([
    "dx =",
    "dx df * y",
    "dy =",
    "dy df * x",
    "dg =",
    "dg dh * z",
    "dz =",
    "dz dh * g",
    "dx +=",
    "dx dg",
    "dy +=",
    "dy dg",
  ]);
  expect(await typed(worksheet, "dg", 0, "+=")).toBe("Nothing has arrived at dg yet: = begins it.");
  expect(await typed(worksheet, "dg", 0, "plus")).toBe("Type = or +=.");
  expect(await typed(worksheet, "dg", 0, " = ")).toBe("Yes. [=]");
  expect(await typed(worksheet, "dx", 2, "=")).toBe("dx already holds a contribution: += adds to it.");
  expect(await typed(worksheet, "dg", 1, "z*dh")).toBe("Yes. [z*dh]");
  expect(await typed(worksheet, "dz", 1, "dh*(x + y)")).toBe("Yes. [dh*(x + y)]");
  expect(await typed(worksheet, "dx", 3, "dx + dg")).toBe("Write only what arrives. The += adds it to dx.");
  expect(await typed(worksheet, "dg", 1, "dh*(")).toBe("“(” is never closed.");
  expect(await typed(worksheet, "dg", 1, "dq")).toBe(
    "dq is not known here. Use the program’s names and the gradients of the lines above.",
  );
  expect(await typed(worksheet, "dz", 1, "dh*z")).toBe(
    "Not yet. A product handed each factor its own value. Each gets the other one.",
  );
  expect(await typed(worksheet, "dz", 1, "")).toBe(" [dh * g]");
});

test("a missing incoming gradient and the order of matrix factors are named", async () => {
  const neuron = await worksheetOf("z = w*x + b\na = tanh(z)\nL = (a - t)^2", { w: 0.5, x: 2, b: -1, t: 1 });
  expect(await typed(neuron, "dz", 1, "1 - a^2")).toBe(
    "Not yet. That is the local derivative alone. Multiply it by the gradient that arrives.",
  );
  const layer = await worksheetOf("W = [[1,2],[3,4]]\nx = [1,2]\nz = W @ x\na = tanh(z)\nf = sum(a*a)");
  expect(await typed(layer, "dx", 1, "W.T @ dz")).toBe("Yes. [W.T @ dz]");
  expect(await typed(layer, "dx", 1, "(dz.T @ W).T")).toBe("Yes. [(dz.T @ W).T]");
  expect(await typed(layer, "dx", 1, "W @ dz")).toBe(
    "Not yet. The other factor of a matrix product is transposed on the way back.",
  );
  const two = await worksheetOf("A = [[1,2],[3,4]]\nB = [[1,0],[2,1]]\nC = A @ B\nD = tanh(C)\nf = sum(D*D)");
  expect(await typed(two, "dA", 1, "B.T @ dC")).toBe(
    "Not yet. The factors of a matrix product stand in the wrong order.",
  );
});

test("what has no name in the program is worked out in a line of its own, and graded there", async () => {
  const worksheet = await worksheetOf("f = sigmoid(w*x + b)*w");
  expect(await typed(worksheet, "dt1", 1, "t2*(1 - t2)*dt2")).toBe("Yes. [t2*(1 - t2)*dt2]");
  expect(await typed(worksheet, "dx", 1, "dt1*x")).toBe(
    "Not yet. A product handed each factor its own value. Each gets the other one.",
  );
});

test("all gaps are revealed but for those that are filled, and emptied again", async () => {
  const worksheet = await worksheetOf("g = x + y\nh = g * z\nf = h + x");
  await typed(worksheet, "dz", 1, "g*dh");
  worksheet.change("reveal");
  const standing = () => worksheet.gaps.map(({ id }) => worksheet.states.get(id)?.filled ?? "_").join(" ");
  expect(standing()).toBe("= df = dh * z = g*dh += dg = dg");
  worksheet.change("restart");
  expect(standing()).toBe("_ _ _ _ _ _ _ _ _ _");
});

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { NumberKey } from "../../../web/src/scene/model.js";
import { gradedSession, keyOf, said, verdictOn, workbench } from "./graded.js";

const FIRST = "e=q=x%2By;f=q*z&x=-2&y=5&z=-4";
const TWICE = "e=g=x%2By;h=g*z;f=h%2B3*x&x=-2&y=5&z=-4";

const on = (link: string, place: string, text: string) => {
  const session = gradedSession(link);
  return said(session, keyOf(session, place), text);
};

describe("a number", () => {
  test("that is right is recognised at once, without the engine that grades", () => {
    const session = gradedSession(FIRST);
    session.covers.hide("gradient:0");
    session.covers.answer("gradient:0", "-4");
    expect(session.covers.verdict).toMatchObject({ outcome: "right" });
    expect(session.covers.covered().has("gradient:0")).toBe(false);
  });

  test("that is wrong gets the rule at once and its reason a moment later", async () => {
    const session = gradedSession(FIRST);
    session.covers.hide("gradient:2");
    session.covers.answer("gradient:2", "3");
    expect(session.covers.verdict).toMatchObject({ outcome: "wrong", isPending: true, message: { id: "cover-wrong" } });
    expect(await said(session, keyOf(session, "q"), "3")).toBe(
      "wrong: Not yet. A product handed each factor its own value. Each gets the other one.",
    );
  });

  test.each([
    [
      "x",
      "-4",
      "Not yet. Only the last gradient that arrived was kept. What arrives from several wires is added: += instead of =.",
    ],
    ["x", "1", "The size is right. Look at the sign."],
    ["h value", "12", "The size is right. Look at the sign."],
    ["x", "17", "Not yet. x is used 2 times: add what each wire brings."],
  ])("%s: %s", async (place, text, sentence) => {
    expect(await on(TWICE, place, text)).toBe(`wrong: ${sentence}`);
  });

  test("shows the place of the mistake, but no number that is covered", async () => {
    const session = gradedSession(TWICE);
    const wrong = () => said(session, keyOf(session, "y"), "3");
    const belief = "Not yet. A product handed each factor its own value. Each gets the other one.";
    expect(await wrong()).toBe(`wrong: ${belief} It shows at g: 3 instead of −4.`);
    session.covers.hide(keyOf(session, "g"));
    expect(await wrong()).toBe(`wrong: ${belief} It first shows at g.`);
  });

  test("with too few digits is told so", async () => {
    expect(await on("e=f=2*sigmoid(x)&x=1", "x", "0.4")).toBe("wrong: Right as far as it goes. Give one more digit.");
  });
});

test("what one wire brings and its local derivative are graded too", async () => {
  const session = gradedSession("e=q=x*y;f=q*q&x=2&y=3&mode=gates");
  const [x, , q, f] = [0, 1, 2, 3];
  const contribution = (text: string) => said(session, `contribution:${f}.0`, text);
  expect(await contribution("6")).toMatch(/^right: /);
  expect(await contribution("12")).toMatch(/^wrong: Not yet\. /);
  expect(await said(session, `partial:${q}.0`, "2")).toBe(
    "wrong: Not yet. A product handed each factor its own value. Each gets the other one.",
  );
  expect(await said(session, `partial:${q}.0`, "3")).toMatch(/^right: /);
  expect(await said(session, `gradient:${x}`, "3")).toBe(
    "wrong: Not yet. That is the local derivative alone. Multiply it by the gradient that arrives.",
  );
});

describe("an expression", () => {
  const expression = (place: string, text: string) => {
    const session = gradedSession(TWICE);
    session.covers.answerWith("expression");
    return said(session, keyOf(session, place), text);
  };
  test.each([
    ["x", "z + 3", /^right: /],
    ["x", "3 - (-z)", /^right: /],
    ["x", "-1", /^wrong: Right at these inputs\. Now find an expression that stays right when they change\.$/],
    ["g", "g", /^wrong: Not yet\. A product handed each factor its own value\. Each gets the other one\.$/],
    ["x", "z", /^wrong: Not yet\. Only the last gradient that arrived was kept\./],
    ["h value", "h", /^unreadable: h cannot be used here\. Use other names of the program\.$/],
    ["h value", "g*z", /^right: /],
  ])("%s: %s", async (place, text, sentence) => {
    expect(await expression(place, text)).toMatch(sentence);
  });
});

describe("a matrix", () => {
  const LAYER = "e=W=[[1,2],[3,4]];x=[1,2];z=W@x;f=sum(z*z)";
  test.each([
    ["z value", "[5, 11]", /^right: /],
    ["z value", "[5, 12]", /^wrong: Not yet\. .*|^wrong: Not all of it yet\. Look again at entry \[1\]\.$/],
    ["z value", "[[5, 11]]", /^wrong: The entries are right, but rows and columns are exchanged\.$/],
    ["z value", "[5, 11, 0]", /^wrong: This has another shape: 3×1 was typed, 2×1 is asked for\.$/],
    ["x", "[[76, 108]]", /^wrong: Not yet\. The gradient is transposed\. It has the shape of what it is taken by\.$/],
    ["x", "[54, 118]", /^wrong: Not yet\. The other factor of a matrix product is transposed on the way back\.$/],
    ["W", "[[10, 20], [22, 44]]", /^right: /],
    ["W", "[[10, 20], [22, 45]]", /^wrong: Not all of it yet\. Look again at entry \[1, 1\]\.$/],
  ])("%s: %s", async (place, text, sentence) => {
    expect(await on(LAYER, place, text)).toMatch(sentence);
  });
});

test("where the engine that grades cannot be had, the rule stays", async () => {
  const log = console.error;
  console.error = () => {};
  const session = gradedSession(FIRST);
  Object.assign(session.workbench as object, { grade: () => Promise.resolve(null) });
  expect(await said(session, keyOf(session, "q"), "3")).toBe(
    "wrong: Not yet. × swaps: each input gets the gradient times the other one.",
  );
  console.error = log;
});

test("what is done in the meantime is not overwritten", async () => {
  const session = gradedSession(FIRST);
  const key = keyOf(session, "q");
  session.covers.hide(key);
  session.covers.answer(key, "3");
  session.covers.answer(key, "-4");
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(session.covers.verdict).toMatchObject({ outcome: "right" });
});

test("every misconception of the course inventory is the same on the page as in the engine", {
  timeout: 60_000,
}, async () => {
  interface Entry {
    program: string;
    at?: Record<string, number>;
    expression: string;
    mistakes: { wrong: number }[];
  }
  const { exercises } = JSON.parse(readFileSync("tests/data/misconceptions.json", "utf8")) as { exercises: Entry[] };
  const count = { asked: 0, named: 0 };
  for (const { program, at = {}, expression, mistakes } of exercises) {
    const session = gradedSession({ program, at: new Map(Object.entries(at)) });
    const gradient = /^d_(\w+)$/.exec(expression)?.[1];
    const node = session.explanation?.graph.nodes.find(({ name }) => name === (gradient ?? expression))?.id;
    if (node === undefined) continue;
    const key: NumberKey = gradient === undefined ? `value:${node}` : `gradient:${node}`;
    const ask = gradient === undefined ? { value: node } : { gradient: node };
    for (const { wrong } of mistakes) {
      const reply = workbench.grade({ exercise: { program, at, ask }, answer: String(wrong) });
      if (!reply.ok) throw new Error(`${program}: ${reply.error.message}`);
      const { outcome, message } = await verdictOn(session, key, String(wrong));
      const id = (message.args.belief as { id: string } | undefined)?.id;
      const about = `${program}: ${expression} ← ${wrong}`;
      expect(outcome, about).toBe(reply.verdict === "right" ? "right" : "wrong");
      expect(id, about).toBe(reply.misconception && `misconception-${reply.misconception.id}`);
      count.asked++;
      if (reply.misconception) count.named++;
      session.covers.choose("off");
    }
  }
  console.log(`misconceptions typed into the page: ${count.asked}, of which a general rule names ${count.named}`);
  expect(count.asked).toBeGreaterThan(100);
  expect(count.named).toBeGreaterThan(30);
});

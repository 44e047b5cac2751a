import { expect, test } from "vitest";
import { createEngine, createWorkbench } from "../../../web/src/engine/client.js";
import { FIRST_CIRCUIT } from "../../../web/src/rooms/circuit/link.js";
import { Session } from "../../../web/src/rooms/circuit/session.js";
import { parseLink } from "../../../web/src/state/url.js";

const engine = await createEngine();
const larger = await createWorkbench();

async function sessionOf(fragment?: string, workbench = async () => larger) {
  let asked = 0;
  const session = new Session(engine, {
    changed: () => {},
    settled: () => {},
    workbench: () => {
      asked++;
      return workbench();
    },
  });
  session.open(fragment === undefined ? FIRST_CIRCUIT : parseLink(fragment));
  return { session, asked: () => asked };
}

/** Until the answer is there. */
const answered = () => new Promise((resolve) => setTimeout(resolve));

test("nothing is loaded until a panel needs it", async () => {
  const { session, asked } = await sessionOf();
  session.command("back");
  session.point(1);
  expect(asked()).toBe(0);
  session.ask("gradient:0");
  await answered();
  expect(session.workbench?.derivative?.text).toBe("z");
  expect(asked()).toBe(1);
});

test("the same question is not asked twice, and not while a hand moves", async () => {
  const { session, asked } = await sessionOf();
  session.show("code");
  await answered();
  expect(session.workbench?.explanation?.code?.numpy).toContain("x = -2.0");
  session.point(1);
  session.show("code");
  expect(asked()).toBe(1);
  session.drag.handle({ node: 0, entry: [0, 0], value: -1, gesture: "start" });
  session.drag.handle({ node: 0, entry: [0, 0], value: -1, gesture: "move" });
  expect(asked()).toBe(1);
  session.drag.handle({ node: 0, entry: [0, 0], value: -1, gesture: "end" });
  await answered();
  expect(asked()).toBe(2);
  expect(session.workbench?.explanation?.code?.numpy).toContain("x = -1.0");
});

test("another program has no formula of the last one", async () => {
  const { session } = await sessionOf();
  session.ask("gradient:0");
  await answered();
  session.edit("x*x");
  expect(session.workbench?.derivative).toBeNull();
  session.ask("gradient:0");
  await answered();
  expect(session.workbench?.derivative?.text).toBe("2*x");
  session.workbench?.choose({ order: 2 });
  await answered();
  expect(session.workbench?.derivative?.text).toBe("2");
  session.ask("gradient:1");
  expect(session.workbench?.order).toBe(1);
});

test("a closed stage has a formula for each wire into it", async () => {
  const { session } = await sessionOf("e=q=x*y;f=q*q%2Bsin(x)&x=2&y=3&mode=stages");
  const formula = async (key: `partial:${number}.${number}`) => {
    session.ask(key);
    await answered();
    return session.workbench?.derivative?.text;
  };
  const node = session.explanation?.output.node ?? 0;
  const reads = session.explanation?.view.boxes.find((box) => box.node === node)?.inputs ?? [];
  const names = reads.map((id) => session.explanation?.graph.nodes[id]?.name);
  expect(await formula(`partial:${node}.${names.indexOf("q")}`)).toBe("2*q");
  expect(await formula(`partial:${node}.${names.indexOf("x")}`)).toBe("cos(x)");
});

test("without it the panels show what they have, and the next question tries again", async () => {
  const log = console.error;
  console.error = () => {};
  let isBroken = true;
  const { session } = await sessionOf(undefined, () =>
    isBroken ? Promise.reject(new Error("offline")) : Promise.resolve(larger),
  );
  session.show("code");
  await answered();
  console.error = log;
  expect(session.workbench?.failed).toBe(true);
  isBroken = false;
  session.show("code");
  await answered();
  expect(session.workbench?.failed).toBe(false);
  expect(session.workbench?.explanation?.code?.cpp).toContain("double");
});

test("two nodes are related as long as Why is open on the same program", async () => {
  const { session } = await sessionOf("e=W=[[1,2],[3,4]];x=[1,2];z=W@x;f=sum(z)");
  session.ask("gradient:1");
  session.workbench?.choose({ dependence: { of: 2, by: 1 } });
  await answered();
  expect(session.workbench?.jacobian?.entries).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(session.workbench?.derivative?.text).toBe("W.T @ ones(2, 1)");
  session.workbench?.choose({ dependence: { of: 3, by: 0 } });
  expect(session.workbench?.jacobian).toBeNull();
  await answered();
  expect(session.workbench?.jacobian?.columns).toEqual(["W[0, 0]", "W[0, 1]", "W[1, 0]", "W[1, 1]"]);
  session.edit("x*y*z");
  expect(session.workbench?.dependence).toBeNull();
});

test("Check measures the first entry at every step width, then the one that is chosen while there is one", async () => {
  const { session } = await sessionOf("e=w=[2,-3];x=[1,1];w.T@x");
  const swept = () => session.workbench?.explanation?.check_sweep?.sweep;
  session.show("check");
  await answered();
  expect(swept()).toMatchObject({ input: "w", entry: 0 });
  expect(swept()?.points).toHaveLength(25);
  session.workbench?.choose({ checkOf: { input: "x", entry: 1 } });
  await answered();
  expect(swept()).toMatchObject({ input: "x", entry: 1 });
  session.edit("y*y");
  await answered();
  expect(swept()).toMatchObject({ input: "y", entry: 0 });
});

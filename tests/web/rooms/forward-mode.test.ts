import { expect, test } from "vitest";
import { createEngine, createWorkbench } from "../../../web/src/engine/client.js";
import { Session } from "../../../web/src/rooms/circuit/session.js";
import { formatLink, parseLink } from "../../../web/src/state/url.js";

const engine = await createEngine();
const larger = await createWorkbench();
const FIRST = "e=q=x+y;f=q*z&x=-2&y=5&z=-4";
const along = (input: string, entry = 0) => ({ input, entry });

function sessionOf(fragment: string, workbench = async () => larger) {
  const session = new Session(engine, {
    changed: () => {},
    settled: () => {},
    workbench,
    frames: { requestAnimationFrame: () => 0, cancelAnimationFrame: () => {} },
  });
  session.open(parseLink(fragment));
  return session;
}
/** Until the larger engine is there. */
const loaded = () => new Promise((resolve) => setTimeout(resolve));
const linkOf = (session: Session) => formatLink(session.link());
const output = (session: Session) => session.explanation?.tangents?.at(-1);

test("it plays from its start, and leads back to both passes of backprop", async () => {
  const session = sessionOf(FIRST);
  const steps = session.playback.steps;
  await session.forward?.play(along("x"));
  expect(session.forward?.isOn).toBe(true);
  expect(session.explanation?.steps?.map(({ phase }) => phase)).toEqual([
    "start",
    "forward",
    "tangent",
    "forward",
    "tangent",
  ]);
  expect([session.time, session.playback.clock.playing]).toEqual([0, true]);
  session.forward?.end();
  expect(session.explanation?.tangents).toBeUndefined();
  expect(session.time).toBe(steps);
});

test("the link carries it with its step, also while the engine loads, and undo does not", async () => {
  const session = sessionOf(`${FIRST}&step=3&along=z`);
  expect(linkOf(session)).toBe(`${FIRST}&step=3&along=z`);
  await loaded();
  expect(session.time).toBe(3);
  expect(linkOf(session)).toBe(`${FIRST}&step=3&along=z`);
  expect(session.circuit.history.canUndo).toBe(false);
  session.edit("f = x * z");
  session.commit();
  session.undo();
  expect(session.forward?.isOn).toBe(true);
});

test("another entry takes over at the end of its pass", async () => {
  const session = sessionOf("e=w=[2,-3];x=[1,4];w.T@x&along=w[1]");
  await loaded();
  expect(output(session)).toBe(4);
  session.forward?.choose(along("x", 1));
  await loaded();
  expect(output(session)).toBe(-3);
  expect(session.playback.isAtEnd).toBe(true);
  expect(session.forward?.chosen).toEqual(along("x", 1));
});

test("a drag moves everything with it", async () => {
  const session = sessionOf(`${FIRST}&along=x`);
  await loaded();
  const drag = (gesture: "start" | "move" | "end") =>
    session.drag.handle({ node: 3, entry: [0, 0], value: 2, gesture });
  drag("start");
  expect(output(session)).toBe(2);
  drag("end");
  expect(session.circuit.forward?.along).toEqual(along("x"));
  expect(linkOf(session)).toBe("e=q=x+y;f=q*z&x=-2&y=5&z=2&along=x");
});

test("without its input it ends, and with another circuit too", async () => {
  const session = sessionOf(`${FIRST}&along=x`);
  await loaded();
  session.edit("f = y * z");
  expect(session.forward?.isOn).toBe(false);
  expect(session.explanation?.steps?.some(({ phase }) => phase === "backward")).toBe(true);
  await session.forward?.begin(along("y"));
  session.visit("e=x*x&x=3");
  expect(session.forward?.isOn).toBe(false);
});

test("an input that is not there asks for nothing", async () => {
  const session = sessionOf(`${FIRST}&along=nobody`);
  await loaded();
  expect(session.forward?.isOn).toBe(false);
  expect(session.explanation?.output.value).toBe(-12);
});

test("covers are for backprop, and say so", async () => {
  const session = sessionOf(`${FIRST}&along=x&cover=all`);
  await loaded();
  expect(session.covers.mode).toBe("off");
  session.covers.choose("next");
  expect(session.covers.mode).toBe("off");
  expect(session.forward?.notice?.id).toBe("forward-no-cover");
  session.command("back");
  expect(session.forward?.notice).toBeNull();
});

test("of a gate, value and derivative are one step of a clicker", async () => {
  const session = sessionOf(`${FIRST}&along=x&step=1`);
  await loaded();
  session.nextGate();
  expect(session.playback.clock.rest).toBe(3);
  session.playback.clock.go(5);
  session.previousGate();
  expect(session.time).toBe(3);
});

test("Why has no formula for a number that backprop does not know", async () => {
  const session = sessionOf(`${FIRST}&along=x`);
  await loaded();
  session.ask("gradient:0");
  await loaded();
  expect(session.workbench?.derivative).toBeNull();
});

test("without the engine backprop stays, and the panel can say so", async () => {
  const log = console.error;
  console.error = () => {};
  const session = sessionOf(FIRST, () => Promise.reject(new Error("offline")));
  expect(await session.forward?.begin(along("x"))).toBe(false);
  console.error = log;
  expect(session.forward?.failed).toBe(true);
  expect(session.forward?.isOn).toBe(false);
  expect(linkOf(session)).toBe(FIRST);
});

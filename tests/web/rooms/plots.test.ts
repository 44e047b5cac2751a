import { expect, test } from "vitest";
import { createEngine, createWorkbench, type Workbench } from "../../../web/src/engine/client.js";
import type { SampleRequest } from "../../../web/src/engine/protocol.js";
import { Session } from "../../../web/src/rooms/circuit/session.js";
import { parseLink } from "../../../web/src/state/url.js";

const engine = await createEngine();
const larger = await createWorkbench();

async function sessionOf(fragment: string, asked = "gradient:0", open: (sampler: Workbench) => Workbench = (it) => it) {
  const requests: SampleRequest[] = [];
  const sampler: Workbench = {
    ...larger,
    sample(request) {
      requests.push(request);
      return larger.sample(request);
    },
  };
  const session = new Session(engine, { changed: () => {}, settled: () => {}, plots: async () => open(sampler) });
  session.open(parseLink(fragment));
  session.ask(asked as "gradient:0");
  await new Promise((resolve) => setTimeout(resolve));
  const shown = () => {
    const { shown } = session.plots ?? {};
    if (!shown) throw new Error("no plots");
    return shown;
  };
  return { session, shown, counts: () => requests.splice(0).map(({ axes }) => axes.map(({ count }) => count)) };
}
const PRODUCT = "e=x=1;y=2;f=x^2*y";

test("the gradient of an input opens its plot; the gradient of a gate leaves it closed, and nothing is sampled", async () => {
  const { session, shown, counts } = await sessionOf("e=x=1;y=2;q=x*y;f=q^2", "gradient:2");
  expect([shown().isOpen, counts()]).toEqual([false, []]);
  session.ask("gradient:1");
  expect([shown().isOpen, shown().x.input, shown().curve?.x]).toEqual([true, "y", [-3, 7]]);
});

test("the point moves along the curve without another sample, also when the number lands in the text", async () => {
  const { session, shown, counts } = await sessionOf(PRODUCT);
  expect(counts()).toEqual([[401]]);
  for (const gesture of ["start", "move", "end"] as const)
    session.drag.handle({ node: shown().x.node, entry: [0, 0], value: 1.5, gesture });
  expect(counts()).toEqual([]);
  expect([session.circuit.document.program, shown().x.value]).toEqual(["x=1.5;y=2;f=x^2*y", 1.5]);
});

test("another input in the hand samples fewer points, and all of them when it rests", async () => {
  const { session, counts, shown } = await sessionOf(PRODUCT);
  counts();
  const y = session.explanation?.inputs[1]?.node ?? 0;
  session.drag.handle({ node: y, entry: [0, 0], value: 3, gesture: "start" });
  expect(counts()).toEqual([[161]]);
  expect(shown().curve?.points.at(-1)?.value).toBe(27);
  session.drag.handle({ node: y, entry: [0, 0], value: 3, gesture: "end" });
  expect(counts()).toEqual([[401]]);
});

test("the window stays while the point is in it, and follows when it was carried out of it", async () => {
  const { session, shown } = await sessionOf(PRODUCT);
  const move = (value: number, gesture: "start" | "move" | "end") =>
    session.drag.handle({ node: shown().x.node, entry: [0, 0], value, gesture });
  expect(shown().curve?.x).toEqual([-1, 3]);
  move(9, "start");
  expect(shown().curve?.x).toEqual([-1, 3]);
  move(9, "end");
  expect(shown().curve?.x).toEqual([8, 12]);
  session.plots?.change({ kind: "zoom", closer: false });
  expect(shown().curve?.x).toEqual([5, 15]);
  session.plots?.change({ kind: "reset" });
  expect(shown().curve?.x).toEqual([-10, 30]);
});

test("a second input gives a map on one scale; moving on it leaves it as it is", async () => {
  const { session, shown, counts } = await sessionOf(PRODUCT);
  session.plots?.change({ kind: "choose", axis: "y", entry: { input: "y", entry: 0 } });
  const { surface, x, y } = shown();
  expect([surface?.x, surface?.y]).toEqual([
    [-4, 6],
    [-3, 7],
  ]);
  expect(counts()).toEqual([[401], [81, 81]]);
  const also = { node: y?.node ?? 0, entry: [0, 0] as const, value: -1 };
  session.drag.handle({ node: x.node, entry: [0, 0], value: 2, gesture: "move", also });
  session.drag.handle({ node: x.node, entry: [0, 0], value: 2, gesture: "end", also });
  expect(counts()).toEqual([[161], [401]]);
  expect(session.circuit.document.program).toBe("x=2;y=-1;f=x^2*y");
  session.undo();
  expect(session.circuit.document.program).toBe("x=1;y=2;f=x^2*y");
});

test("two entries of one matrix move together too", async () => {
  const { session } = await sessionOf("e=w=[1,-20];f=w[0]*w[1]");
  const also = { node: 0, entry: [1, 0] as const, value: 4 };
  session.drag.handle({ node: 0, entry: [0, 0], value: -30, gesture: "end", also });
  expect(session.circuit.document.program).toBe("w=[-30,4];f=w[0]*w[1]");
});

test("what cannot be drawn says why", async () => {
  const matrix = await sessionOf("e=w=[1,2];f=2*w");
  expect(matrix.shown().problem).toBe("matrix");
  const nowhere = await sessionOf("e=x=2;f=sqrt(-1-x^2)");
  expect(nowhere.shown().problem).toBe("empty");
  const failed = await sessionOf(PRODUCT, "gradient:0", () => {
    throw new Error("no network");
  });
  expect(failed.shown().problem).toBe("failed");
});

test("a jump and a corner are where the program has them", async () => {
  const { shown } = await sessionOf("e=x=0.5;f=relu(x)%2Bstep(x-1.23)");
  expect(shown().curve?.corners).toEqual([0]);
  const gap = shown().curve?.points.filter(({ breaks }) => breaks);
  expect(gap?.map(({ x }) => x.toFixed(2))).toEqual(["1.23"]);
});

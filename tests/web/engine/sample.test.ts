import { expect, test } from "vitest";
import { createWorkbench } from "../../../web/src/engine/client.js";

test("a curve comes with its numbers beside the document", async () => {
  const workbench = await createWorkbench();
  const axes = [{ input: "x", from: -1, to: 2, count: 4 }] as const;
  const reply = workbench.sample({ program: "x^2", axes, include: ["gradient", "breaks"], dead_below: 1 });
  expect(reply).toEqual({
    version: 1,
    ok: true,
    shape: [2, 1, 4],
    numbers: Float64Array.of(1, 0, 1, 4, -2, 0, 2, 4),
    breaks: [],
    dead_zones: [[-0.5, 0.5]],
  });
});

test("numbers stay what they are when the engine is asked again, and may be no numbers", async () => {
  const workbench = await createWorkbench();
  const axes = [{ input: "x", from: -1, to: 1, count: 3 }] as const;
  const first = workbench.sample({ program: "1/x", axes });
  const second = workbench.sample({ program: "sqrt(x)", axes });
  expect(first.ok && first.numbers).toEqual(Float64Array.of(-1, Infinity, 1));
  expect(second.ok && second.numbers).toEqual(Float64Array.of(Number.NaN, 0, 1));
});

test("a surface of 300,000 points comes out whole, and one more point is refused", async () => {
  const workbench = await createWorkbench();
  const y = { input: "y", from: 0, to: 1, count: 500 };
  const surface = workbench.sample({ program: "x + y", axes: [{ ...y, input: "x", count: 600 }, y] });
  expect(surface.ok && surface.shape).toEqual([1, 500, 600]);
  expect(surface.ok && surface.numbers.at(-1)).toBe(2);
  const larger = workbench.sample({ program: "x + y", axes: [{ ...y, input: "x", count: 601 }, y] });
  expect(larger).toMatchObject({ ok: false, error: { code: "bad_request" } });
});

import { beforeAll, describe, expect, test } from "vitest";
import type { CircuitView } from "../../../web/src/components/circuit-view.js";
import type { NumberKey } from "../../../web/src/scene/model.js";
import { explained } from "../explained.js";
import { key, view as plainView, pointer } from "./circuit-view-support.js";

describe("the entries of a matrix", () => {
  beforeAll(async () => {
    const { CircuitView } = await import("../../../web/src/components/circuit-view.js");
    CircuitView.loadMatrices = () => import("../../../web/src/components/circuit-view-matrices.js");
  });
  async function view(...what: Parameters<typeof plainView>): ReturnType<typeof plainView> {
    const shown = await plainView(...what);
    await import("../../../web/src/components/circuit-view-matrices.js");
    await new Promise((resolve) => setTimeout(resolve));
    await shown.element.updateComplete;
    return shown;
  }
  const heat = () => explained("W = [[1, 2, 3, 4, 5, 6], [0.5, 0, -3, 1, 1, 1], [1, 1, 1, 1, 1, 1]]\nf = sum(W * W)");
  const said = ({ drawing, element }: { drawing: Element; element: CircuitView }) => {
    const id = drawing.getAttribute("aria-activedescendant");
    return element.renderRoot.querySelector(`[id="${id}"]`)?.getAttribute("aria-label");
  };
  async function press(shown: { drawing: Element; element: CircuitView }, ...names: string[]) {
    for (const name of names) {
      key(shown.drawing, name);
      await shown.element.updateComplete;
    }
    return said(shown);
  }

  test("F2 goes in, arrows walk and stay inside, Escape leaves", async () => {
    const shown = await view(heat(), { linked: 0 });
    expect(await press(shown, "F2")).toBe("row 1, column 1: 1, gradient 2");
    expect(await press(shown, "ArrowUp", "ArrowRight", "ArrowRight", "ArrowDown")).toBe(
      "row 2, column 3: minus 3, gradient minus 6",
    );
    expect(await press(shown, ...Array(9).fill("ArrowRight"))).toBe("row 2, column 6: 1, gradient 2");
    expect(shown.heard).toEqual([]);
    expect(await press(shown, "Escape")).toBe("W: value 3 by 6 numbers, gradient 3 by 6 numbers");
  });

  test("a heat tile says what the entry holds, covered or not", async () => {
    const shown = await view(heat(), { linked: 0, covered: new Set<NumberKey>(["gradient:0"]) });
    await press(shown, "F2", "ArrowRight");
    const plate = shown.element.scene?.marks.filter(({ key: each }) => /^pointed-\d/.test(each));
    expect(plate?.map((mark) => "text" in mark && mark.text)).toEqual([
      "row 1, column 2",
      "value 2",
      "gradient ∂f/∂· ?",
    ]);
    expect(said(shown)).toBe("row 1, column 2: 2, gradient covered");
  });

  test.each(["F2", "Enter"])("%s types the entry of an input, ↑ nudges it", async (name) => {
    const shown = await view(heat(), { linked: 0 });
    await press(shown, "F2", "ArrowDown", "ArrowRight", "ArrowRight", name);
    const field = shown.element.renderRoot.querySelector("input") as HTMLInputElement;
    expect(field.getAttribute("aria-label")).toBe("Value of W, row 2, column 3");
    key(field, "ArrowUp");
    key(field, "Enter");
    expect(shown.heard.filter(({ name: each }) => each === "input-change").map(({ detail }) => detail)).toEqual([
      { node: 0, entry: [1, 2], value: -2.9, gesture: "start" },
      { node: 0, entry: [1, 2], value: -2.9, gesture: "end" },
    ]);
    await shown.element.updateComplete;
    expect(await press(shown, "ArrowLeft")).toBe("row 2, column 2: 0, gradient 0");
  });

  test("Enter on an entry of a gate asks why", async () => {
    const shown = await view(heat(), { linked: 1 });
    await press(shown, "F2", "Enter");
    expect(shown.heard).toEqual([{ name: "node-select", detail: { node: 1 } }]);
  });

  test("the entry under the pointer is shown, until the pointer leaves", async () => {
    const shown = await view(heat(), { linked: 0 });
    const tile = shown.hit("hit-value:0");
    const { width, height } = shown.element.hitAt("hit-value:0") ?? { width: 0, height: 0 };
    tile.getBoundingClientRect = () => new DOMRect(100, 0, 2 * width, 2 * height);
    pointer(tile, "pointermove", 100 + 2 * 6 + 2 * 64 * (2.5 / 6), { clientY: height });
    await shown.element.updateComplete;
    expect(said(shown)).toBe("row 2, column 3: minus 3, gradient minus 6");
    pointer(shown.drawing, "pointerleave");
    await shown.element.updateComplete;
    expect(said(shown)).toBe("W: value 3 by 6 numbers, gradient 3 by 6 numbers");
  });
});

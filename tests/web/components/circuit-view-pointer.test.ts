import { describe, expect, test } from "vitest";
import type { NumberKey } from "../../../web/src/scene/model.js";
import { explained } from "../explained.js";
import { key, pointer, product, view } from "./circuit-view-support.js";
import { stateOf } from "./support.js";

describe("pointing", () => {
  test("a click on a gate selects it, on a number asks why, on a covered one reveals it", async () => {
    const { hit, heard } = await view(product(), { covered: new Set<NumberKey>(["gradient:1"]) });
    for (const place of ["hit4", "hit-gradient:0", "hit-gradient:1"]) {
      hit(place).dispatchEvent(new MouseEvent("click", { bubbles: true }));
    }
    expect(heard).toEqual([
      { name: "node-select", detail: { node: 4 } },
      { name: "number-why", detail: { key: "gradient:0" } },
      { name: "cover-reveal", detail: { key: "gradient:1" } },
    ]);
  });

  test("hovering links a node, leaving ends it", async () => {
    const { hit, drawing, heard } = await view(product());
    pointer(hit("hit4"), "pointermove");
    pointer(hit("hit4"), "pointermove");
    pointer(hit("hit-value:4"), "pointermove");
    pointer(drawing, "pointerleave");
    expect(heard).toEqual([
      { name: "node-link", detail: { node: 4 } },
      { name: "node-link", detail: { node: null } },
    ]);
  });

  test("a gate with a definition opens, an open group closes", async () => {
    const closed = await view(explained("sigmoid(x)", { at: { x: 1 } }));
    closed.hit("toggle1").dispatchEvent(new MouseEvent("click", { bubbles: true }));
    expect(closed.heard).toEqual([{ name: "group-toggle", detail: { node: 1, group: null } }]);
    const open = await view(explained("sigmoid(x)", { at: { x: 1 }, expand: ["sigmoid"] }));
    open.hit("toggle-open0").dispatchEvent(new MouseEvent("click", { bubbles: true }));
    expect(open.heard.map(({ name }) => name)).toEqual(["group-toggle"]);
  });
});

describe("dragging a pill", () => {
  test("8 px are a step of 0.1; what is sent is start, moves, end", async () => {
    const { hit, heard } = await view(product());
    pointer(hit("hit0"), "pointerdown", 100);
    for (const x of [102, 108, 109, 124, 100]) pointer(hit("hit0"), "pointermove", x);
    pointer(hit("hit0"), "pointerup", 100);
    hit("hit0").dispatchEvent(new MouseEvent("click", { bubbles: true }));
    expect(heard.map(({ detail }) => detail)).toEqual(
      [
        [-1.9, "start"],
        [-1.7, "move"],
        [-2, "move"],
        [-2, "end"],
      ].map(([value, gesture]) => ({ node: 0, entry: [0, 0], value, gesture })),
    );
  });

  test("with Shift the steps are a tenth", async () => {
    const { hit, heard } = await view(product());
    pointer(hit("hit0"), "pointerdown", 0);
    pointer(hit("hit0"), "pointermove", 24, { shiftKey: true });
    expect(heard[0]?.detail).toMatchObject({ value: -1.97, gesture: "start" });
  });

  test("entries of a matrix are dragged one by one; gates are not dragged", async () => {
    const { hit, heard } = await view(explained("w = [2, -3]\nf = sum(w)"));
    pointer(hit("hit-entry0.1.0"), "pointerdown", 0);
    pointer(hit("hit-entry0.1.0"), "pointermove", 16);
    pointer(hit("hit-entry0.1.0"), "pointercancel");
    pointer(hit("hit1"), "pointerdown", 0);
    pointer(hit("hit1"), "pointermove", 80);
    expect(heard.filter(({ name }) => name === "input-change").map(({ detail }) => detail)).toEqual([
      { node: 0, entry: [1, 0], value: -2.8, gesture: "start" },
      { node: 0, entry: [1, 0], value: -2.8, gesture: "end" },
    ]);
  });
});

describe("typing a value", () => {
  async function field() {
    const { element, hit, heard } = await view(product());
    pointer(hit("hit0"), "pointerdown", 100);
    pointer(hit("hit0"), "pointerup", 100);
    await element.updateComplete;
    const input = element.renderRoot.querySelector("input") as HTMLInputElement;
    const changes = () => heard.filter(({ name }) => name === "input-change").map(({ detail }) => detail);
    const type = async (...keys: string[]) => {
      for (const name of keys) key(input, name);
      await element.updateComplete;
    };
    return { element, input, changes, type };
  }

  test("a click opens a field with the value, Enter settles it", async () => {
    const { element, input, changes, type } = await field();
    expect([input.value, input.getAttribute("aria-label")]).toEqual(["-2", "Value of x"]);
    input.value = " −0,5 ";
    await type("Enter");
    expect(changes()).toEqual([
      { node: 0, entry: [0, 0], value: -0.5, gesture: "start" },
      { node: 0, entry: [0, 0], value: -0.5, gesture: "end" },
    ]);
    expect(element.renderRoot.querySelector("input")).toBeNull();
  });

  test("the arrows step, and Escape takes all of it back", async () => {
    const { element, input, changes, type } = await field();
    await type("ArrowUp", "ArrowUp");
    element.state = stateOf(explained("(x + y) * z", { at: { x: -1.8, y: 5, z: -4 } }));
    await element.updateComplete;
    await type("ArrowDown");
    expect(input.value).toBe("-1.9");
    await type("Escape");
    expect(changes().map((detail) => Object.values(detail as object).slice(2))).toEqual([
      [-1.9, "start"],
      [-1.8, "move"],
      [-1.9, "move"],
      [-2, "end"],
    ]);
  });

  test("what is no number stays and is marked", async () => {
    const { element, input, changes, type } = await field();
    input.value = "two";
    await type("Enter");
    expect(input.getAttribute("aria-invalid")).toBe("true");
    expect([changes(), element.renderRoot.querySelector("input")]).toEqual([[], input]);
  });
});

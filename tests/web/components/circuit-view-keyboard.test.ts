import { describe, expect, test } from "vitest";
import { explained } from "../explained.js";
import { key, product, view } from "./circuit-view-support.js";
import { stateOf } from "./support.js";

describe("the keyboard", () => {
  test("is one Tab stop that says where it is", async () => {
    const { element, drawing } = await view(product(), { linked: 2 });
    expect(element.renderRoot.querySelectorAll("[tabindex]")).toHaveLength(1);
    expect(drawing.getAttribute("aria-roledescription")).toBe("circuit");
    const current = element.renderRoot.querySelector(`#${drawing.getAttribute("aria-activedescendant")}`);
    expect(current?.getAttribute("aria-label")).toBe("x plus y: value 3, gradient minus 4");
  });

  test.each([
    ["ArrowLeft", 2, 0],
    ["ArrowRight", 2, 4],
    ["ArrowDown", 0, 1],
    ["ArrowUp", 1, 0],
    ["ArrowDown", 2, 3],
    ["ArrowLeft", 0, 0],
    ["ArrowRight", 4, 4],
  ])("%s from node %d goes to %d", async (name, from, to) => {
    const { drawing, heard } = await view(product(), { linked: from });
    key(drawing, name);
    expect(heard).toEqual([{ name: "node-link", detail: { node: to } }]);
  });

  test("every node can be walked to from the output", async () => {
    const explanation = explained("num = x + sigmoid(y)\nf = num / (sigmoid(x) + (x + y)^2)", { at: { x: 3, y: -4 } });
    const { element, drawing } = await view(explanation);
    const reached = new Set<number | null>([explanation.output.node]);
    element.addEventListener("node-link", (event) => reached.add((event as CustomEvent).detail.node));
    for (let size = 0; size < reached.size; ) {
      size = reached.size;
      for (const linked of [...reached]) {
        element.state = stateOf(explanation, { linked });
        await element.updateComplete;
        for (const name of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]) key(drawing, name);
      }
    }
    const drawn = [...element.renderRoot.querySelectorAll("[data-hit]")].filter((hit) =>
      /^hit\d+$/.test(hit.getAttribute("data-hit") ?? ""),
    );
    expect(reached.size).toBe(drawn.length);
  });

  test("Enter selects, a digit or F2 types into an input, + opens", async () => {
    const { element, drawing, heard } = await view(product(), { linked: 0 });
    key(drawing, "Enter");
    expect(heard).toEqual([{ name: "node-select", detail: { node: 0 } }]);
    key(drawing, "7");
    await element.updateComplete;
    expect(element.renderRoot.querySelector("input")?.value).toBe("7");
    const gate = await view(explained("sigmoid(x)", { at: { x: 1 } }), { linked: 1 });
    key(gate.drawing, "+");
    expect(gate.heard).toEqual([{ name: "group-toggle", detail: { node: 1, group: null } }]);
  });
});

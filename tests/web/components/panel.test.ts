import { describe, expect, test } from "vitest";
import { checkRows } from "../../../web/src/components/check-panel.js";
import { codeLines } from "../../../web/src/components/code-panel.js";
import "../../../web/src/components/tab-panel.js";
import type { Explanation } from "../../../web/src/engine/protocol.js";
import { product } from "../scene/scaffold.js";
import { listen, show } from "./support.js";

describe("the tabs", () => {
  const tab = (root: ParentNode, name: string) => root.querySelector<HTMLElement>(`#tab-${name}`) as HTMLElement;

  test("open what was closed, and close what is open", async () => {
    const panel = await show("tab-panel", { open: null });
    const heard = listen(panel, "tab-change");
    expect(panel.renderRoot.querySelector("[role=tabpanel]")).toBeNull();
    tab(panel.renderRoot, "check").click();
    Object.assign(panel, { open: "check" });
    await panel.updateComplete;
    tab(panel.renderRoot, "check").click();
    expect(heard.map(({ detail }) => detail)).toEqual([{ tab: "check" }, { tab: null }]);
    expect(panel.renderRoot.querySelector("[role=tabpanel] slot")?.getAttribute("name")).toBe("check");
  });

  test("are one Tab stop; arrows go round, Escape closes", async () => {
    const panel = await show("tab-panel", { open: "why" });
    const heard = listen(panel, "tab-change");
    const stops = [...panel.renderRoot.querySelectorAll("[role=tab]")].map((each) => each.getAttribute("tabindex"));
    expect(stops).toEqual(["0", "-1", "-1"]);
    for (const key of ["ArrowRight", "ArrowLeft", "Escape"]) {
      tab(panel.renderRoot, "why").dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    }
    expect(heard.map(({ detail }) => detail)).toEqual([{ tab: "code" }, { tab: "check" }, { tab: null }]);
  });
});

test("the check has a row for every entry of a matrix", () => {
  const input = { name: "w", node: 0, value: [[1], [2]], gradient: [[3], [-4]], source: "literal" as const };
  const check = { w: { numeric: [[3.0000001], [-4]], relative_error: 1e-8 } };
  const explanation: Explanation = { ...product(), inputs: [input], check };
  expect(checkRows(explanation)).toEqual([
    { name: "w[0]", input: "w", entry: 0, gradient: 3, numeric: 3.0000001, error: 1e-8 },
    { name: "w[1]", input: "w", entry: 1, gradient: -4, numeric: -4, error: 1e-8 },
  ]);
});

test("a line of code stands for the stage or the input that begins in it", () => {
  const program = "# a comment\nx = 2; y = 3\n\nf = x*y";
  const explanation = product();
  explanation.graph.stages = [{ id: 0, name: "f", node: 4, span: [26, 33] }];
  explanation.inputs = [{ name: "x", node: 0, value: 2, gradient: 3, source: "literal", span: [16, 17] }];
  expect(codeLines(program, explanation).map(({ node }) => node)).toEqual([null, 0, null, 4]);
});

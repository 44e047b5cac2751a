import { describe, expect, test } from "vitest";
import "../../../web/src/components/bug-banner.js";
import "../../../web/src/components/bug-panel.js";
import type { Game } from "../../../web/src/components/bug-panel.js";
import { createWorkbench } from "../../../web/src/engine/client.js";
import type { ExplainRequest, Explanation } from "../../../web/src/engine/protocol.js";
import { listen, show, textOf } from "./support.js";

const workbench = await createWorkbench();
const STAGED = { program: "g = x + y\nh = g*z\nf = h + x", at: { x: -2, y: 5, z: -4 } };
const GAME: Game = { isSecret: false, number: null, compared: 0, isAccusing: false, accused: null };

function explained(request: Omit<ExplainRequest, "program">): Explanation {
  const reply = workbench.explain({ ...STAGED, include: ["steps", "bugs", "suspects"], ...request });
  if (!reply.ok) throw new Error(reply.error.message);
  return reply;
}
const right = explained({});
const node = (name: string) => right.graph.nodes.findIndex((candidate) => candidate.name === name);
const broken = explained({ bug: { rule: "own_factor", node: node("h") } });
const lost = explained({ bug: { rule: "overwrites_paths", node: node("x") } });

const found = (explanation: Explanation) => ({
  explanation,
  examined: explanation.examined ?? null,
  game: { ...GAME, compared: (explanation.examined ?? []).findIndex(({ finding }) => finding === "differs") + 1 },
});
const button = (root: ParentNode, name: string) =>
  [...root.querySelectorAll("button")].find((each) => each.textContent?.trim() === name);

describe("planting", () => {
  test("bugs are listed by gate, in words that go on after its name", async () => {
    const panel = await show("bug-panel", { explanation: right, bugs: right.bugs ?? [] });
    const headings = [...panel.renderRoot.querySelectorAll("h4")].map(textOf);
    expect(headings).toEqual(["At f = h + x", "At h = g × z", "At g = x + y", "Where gradients meet at x"]);
    const heard = listen(panel, "bug-command");
    button(panel.renderRoot, "hands each side its own value instead of the other's")?.click();
    expect(heard).toHaveLength(1);
    expect(heard[0]?.detail).toMatchObject({ do: "plant", bug: { rule: "own_factor", node: node("h") } });
  });

  test("a surprise has a number, the one in the field if there is one", async () => {
    const panel = await show("bug-panel", { explanation: right });
    const heard = listen(panel, "bug-command");
    const field = panel.renderRoot.querySelector("input") as HTMLInputElement;
    field.value = "42";
    button(panel.renderRoot, "Surprise me")?.click();
    field.value = "";
    button(panel.renderRoot, "Surprise me")?.click();
    expect(heard[0]?.detail).toEqual({ do: "surprise", number: 42 });
    expect(heard[1]?.detail).toEqual({ do: "surprise", number: expect.any(Number) });
  });

  test("it says why nothing can be chosen", async () => {
    const text = async (change: object) => textOf(await show("bug-panel", { explanation: right, ...change }));
    expect(await text({})).toContain("Looking for what can go wrong here…");
    expect(await text({ bugs: [] })).toContain("No bug can be planted here: nothing would change the gradients.");
    expect(await text({ crowded: true })).toContain("This circuit is too large to try every bug.");
    expect(await text({ failed: true })).toContain("The bugs could not be loaded. Are you connected?");
  });
});

describe("looking for it", () => {
  test("goes from the output backward to the first gate that differs, and says what is wrong with it", async () => {
    const panel = await show("bug-panel", found(broken));
    expect([...panel.renderRoot.querySelectorAll("ol li")].map(textOf)).toEqual([
      "✓ f = h + x, by h: used 1, measured 1",
      "✓ f = h + x, by x: used 1, measured 1",
      "✗ h = g × z, by g: used 3, measured −4.00",
    ]);
    expect(textOf(panel.renderRoot.querySelector(".found p"))).toBe(
      "Found: h = g × z hands each side its own value instead of the other's.",
    );
    expect(button(panel.renderRoot, "Next gate")).toBeUndefined();
  });

  test("a sum is named as one", async () => {
    const panel = await show("bug-panel", found(lost));
    expect(textOf(panel.renderRoot.querySelector("ol li:last-child"))).toBe("✗ What arrives at x: took −4, arrived −3");
    expect(textOf(panel.renderRoot.querySelector(".found p"))).toBe(
      "Found where gradients meet at x: it keeps only the last gradient that arrives: = instead of +=.",
    );
  });

  test("a secret is kept until it is found", async () => {
    const game = { ...GAME, isSecret: true, number: 7 };
    const panel = await show("bug-panel", { ...found(broken), game });
    expect(textOf(panel)).toContain("Surprise number 7. One rule is broken at one gate.");
    expect(panel.shadowRoot?.innerHTML).not.toMatch(/own_factor|own value/);
    const banner = await show("bug-banner", { explanation: broken, secret: true });
    expect(textOf(banner)).toBe("A bug is planted: these gradients are wrong on purpose. Remove");
  });

  test("a suspect is right or not", async () => {
    const verdict = async (name: string, isRight: boolean) => {
      const game = { ...GAME, isSecret: true, accused: { node: node(name), isRight } };
      const panel = await show("bug-panel", { explanation: broken, examined: broken.examined ?? null, game });
      return textOf(panel.renderRoot.querySelector(".verdict"));
    };
    expect(await verdict("g", false)).toBe("Not g = x + y: its rule agrees with measurement.");
    expect(await verdict("h", true)).toBe("Right, h = g × z it is.");
  });
});

test("the banner names a bug that everybody may know, and removes it", async () => {
  const banner = await show("bug-banner", { explanation: broken });
  expect(textOf(banner)).toBe(
    "A bug is planted: these gradients are wrong on purpose. h = g × z hands each side its own value instead of the other's. Remove",
  );
  const heard = listen(banner, "bug-command");
  button(banner.renderRoot, "Remove")?.click();
  expect(heard[0]?.detail).toEqual({ do: "remove" });
  expect(textOf(await show("bug-banner", { explanation: right }))).toBe("");
});

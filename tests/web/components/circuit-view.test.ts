import { beforeAll, describe, expect, test, vi } from "vitest";
import type { CircuitView } from "../../../web/src/components/circuit-view.js";
import type { Explanation } from "../../../web/src/engine/protocol.js";
import { allMarks, type Scene } from "../../../web/src/scene/marks.js";
import type { CircuitState, NumberKey } from "../../../web/src/scene/model.js";
import { explained, ops } from "../explained.js";
import { listen, show, stateOf } from "./support.js";

const EVENTS = [
  "node-select",
  "node-link",
  "number-why",
  "cover-reveal",
  "cover-answer",
  "group-toggle",
  "input-change",
];

/** Where the drawing is in the window. */
const place = { left: 0 };

beforeAll(async () => {
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  Element.prototype.setPointerCapture = () => {};
  // everything is in the window, unless a test moves it
  Object.assign(SVGElement.prototype, { getScreenCTM: () => ({ a: 1, e: place.left, f: 0 }) });
  await import("../../../web/src/components/circuit-view.js");
});

const product = () => explained("(x + y) * z", { at: { x: -2, y: 5, z: -4 } });

async function anyView(
  explanation: Explanation,
  change: Partial<CircuitState> = {},
  properties: Partial<CircuitView> = {},
) {
  const element = await show("circuit-view", { state: stateOf(explanation, change), ops, ...properties });
  const heard = listen(element, ...EVENTS);
  const hit = (key: string) => element.renderRoot.querySelector(`[data-hit="${key}"]`) as SVGElement;
  const drawing = element.renderRoot.querySelector('svg[role="application"]') as SVGSVGElement;
  return { element, heard, hit, drawing };
}
function pointer(target: Element, type: string, clientX = 0, init: PointerEventInit = {}): void {
  target.dispatchEvent(
    new PointerEvent(type, { bubbles: true, composed: true, clientX, button: 0, pointerId: 1, ...init }),
  );
}
function key(target: Element, name: string): void {
  target.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));
}

const view = anyView;

describe("drawing", () => {
  test("every number of the state is in the picture", async () => {
    const { element } = await view(product());
    const texts = [...element.renderRoot.querySelectorAll("text.value, text.gradient")].map((text) => text.textContent);
    expect(texts).toEqual(expect.arrayContaining(["−2", "5", "−4", "3", "−12", "1"]));
  });

  test("a drag keeps the elements and changes their texts", async () => {
    const { element } = await view(product(), { dragged: 0 });
    const before = [...element.renderRoot.querySelectorAll("svg *")];
    element.state = stateOf(explained("(x + y) * z", { at: { x: -1.9, y: 5, z: -4 } }), { dragged: 0 });
    await element.updateComplete;
    const after = [...element.renderRoot.querySelectorAll("svg *")];
    expect(after.map((mark, i) => mark === before[i])).toEqual(before.map(() => true));
    expect([...element.renderRoot.querySelectorAll("text.value")].map((text) => text.textContent)).toContain("−12.40");
  });

  test("what is out of sight waits until the hand that drags rests, or comes into sight", async () => {
    const moved = (x: number) => explained("(x + y) * z", { at: { x, y: 5, z: -4 } });
    const { element } = await view(moved(-2), { dragged: 0 });
    const values = () =>
      [...element.renderRoot.querySelectorAll("text.value")].map((text) => text.textContent).slice(1);
    place.left = -5000;
    element.state = stateOf(moved(-1.9), { dragged: 0 });
    await element.updateComplete;
    expect(values()).toEqual(["−2", "5", "3", "−4", "−12"]);
    place.left = 0;
    window.dispatchEvent(new Event("scroll"));
    await element.updateComplete;
    expect(values()).toEqual(["−1.90", "5", "3.10", "−4", "−12.40"]);
    place.left = -5000;
    element.state = stateOf(moved(-1.8), { dragged: 0 });
    await element.updateComplete;
    element.state = stateOf(moved(-1.8));
    await element.updateComplete;
    place.left = 0;
    expect(values()).toEqual(["−1.80", "5", "3.20", "−4", "−12.80"]);
  });

  test("whatever the time jumps to, the elements are the marks of the scene, in painting order", async () => {
    const explanation = product();
    const { element } = await view(explanation);
    for (const time of [0, 1, 4.5, 2, 1.3, 7, 5.9, 0.5]) {
      element.state = stateOf(explanation, { time });
      await element.updateComplete;
      const drawn = [...element.renderRoot.querySelectorAll(".camera > g > :not(.hit)")];
      const marks = allMarks(element.scene as Scene);
      expect(drawn.map((mark) => [mark.localName, mark.getAttribute("class"), mark.textContent])).toEqual(
        marks.map((mark) => [mark.kind, mark.role, mark.kind === "text" ? mark.text : ""]),
      );
      expect(drawn.map((mark) => mark.getAttribute("opacity"))).toEqual(
        marks.map(({ opacity }) => (opacity === undefined ? null : String(opacity))),
      );
    }
  });

  test("another program is another picture", async () => {
    const { element, hit } = await view(product());
    element.state = stateOf(explained("x * x", { at: { x: 3 } }));
    await element.updateComplete;
    expect(hit("hit0")).not.toBeNull();
    expect(hit("hit3")).toBeNull();
  });

  test("has no style attributes, which the page's policy would refuse", async () => {
    const { element } = await view(product());
    const styled = [...element.renderRoot.querySelectorAll("[style]")].filter(
      (part) => part.getAttribute("style") !== "",
    );
    // what is set in code is allowed; it is the template that must not
    expect(styled.map((part) => part.localName).filter((name) => name !== "svg" && name !== "g")).toEqual([]);
  });
});

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

describe("the entries of a matrix", () => {
  beforeAll(async () => {
    const { CircuitView } = await import("../../../web/src/components/circuit-view.js");
    CircuitView.loadMatrices = () => import("../../../web/src/components/circuit-view-matrices.js");
  });
  async function view(...what: Parameters<typeof anyView>): ReturnType<typeof anyView> {
    const shown = await anyView(...what);
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

describe("a covered number that is asked for", () => {
  test("has a field in its slot: Enter answers, Enter alone reveals", async () => {
    const { element, heard } = await view(
      product(),
      { covered: new Set<NumberKey>(["gradient:1"]) },
      { asked: "gradient:1" },
    );
    const input = element.renderRoot.querySelector("input") as HTMLInputElement;
    input.value = "-4";
    key(input, "Enter");
    input.value = "";
    key(input, "Enter");
    expect(heard).toEqual([
      { name: "cover-answer", detail: { key: "gradient:1", text: "-4" } },
      { name: "cover-reveal", detail: { key: "gradient:1" } },
    ]);
  });
});

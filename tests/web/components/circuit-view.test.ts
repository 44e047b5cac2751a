import { describe, expect, test } from "vitest";
import { allMarks, type Scene } from "../../../web/src/scene/marks.js";
import type { NumberKey } from "../../../web/src/scene/model.js";
import { explained } from "../explained.js";
import { key, place, product, view } from "./circuit-view-support.js";
import { stateOf } from "./support.js";

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

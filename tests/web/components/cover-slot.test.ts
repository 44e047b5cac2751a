import { expect, test } from "vitest";
import "../../../web/src/components/cover-slot.js";
import { message } from "../../../web/src/scene/message.js";
import { product } from "../scene/scaffold.js";
import { listen, show, textOf } from "./support.js";

const slot = (properties = {}) => show("cover-slot", { explanation: product(), key: "gradient:1", ...properties });

function submit(root: ParentNode, text: string): void {
  (root.querySelector("input") as HTMLInputElement).value = text;
  root.querySelector("form")?.dispatchEvent(new SubmitEvent("submit", { cancelable: true }));
}

test("asks by name", async () => {
  expect(textOf((await slot()).renderRoot.querySelector("label"))).toBe("Your turn: the gradient of y?");
  const value = await slot({ key: "value:2" });
  expect(textOf(value.renderRoot.querySelector("label"))).toBe("Your turn: the value of (x + y)?");
  const edge = await slot({ key: "contribution:4.0", compact: true });
  expect(edge.renderRoot.querySelector("input")?.getAttribute("aria-label")).toBe("what does × hand to (x + y)?");
});

test("typing checks, Enter alone reveals", async () => {
  const shown = await slot();
  const heard = listen(shown, "cover-answer", "cover-reveal");
  submit(shown.renderRoot, " -4 ");
  submit(shown.renderRoot, "");
  expect(heard).toEqual([
    { name: "cover-answer", detail: { key: "gradient:1", text: "-4" } },
    { name: "cover-reveal", detail: { key: "gradient:1" } },
  ]);
});

test("a sign is chosen by one of three buttons", async () => {
  const shown = await slot({ level: "sign" });
  const heard = listen(shown, "cover-answer");
  const signs = [...shown.renderRoot.querySelectorAll<HTMLElement>("[role=group] button")];
  expect(signs.map((sign) => sign.getAttribute("aria-label"))).toEqual(["Positive", "Negative", "Zero"]);
  signs[1]?.click();
  expect(heard).toEqual([{ name: "cover-answer", detail: { key: "gradient:1", text: "−" } }]);
});

test("says what was said of the answer, and forgets the field with the question", async () => {
  const shown = await slot({ verdict: { outcome: "wrong", message: message("cover-mistake-sign") } });
  expect(textOf(shown.renderRoot.querySelector("output"))).toBe("The size is right. Look at the sign.");
  const field = shown.renderRoot.querySelector("input") as HTMLInputElement;
  expect(field.getAttribute("aria-invalid")).toBe("true");
  field.value = "4";
  shown.key = "gradient:0";
  await shown.updateComplete;
  expect(field.value).toBe("");
});

import { html, LitElement, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { afterEach, expect, test } from "vitest";
import { KeptFocus } from "../../../web/src/components/kept-focus.js";

class Buttons extends LitElement {
  static override properties = { shown: { attribute: false }, made: { attribute: false } };
  declare shown: readonly string[];
  declare made: number;

  constructor() {
    super();
    this.shown = ["a", "b", "c"];
    this.made = 0;
    new KeptFocus(this, (root) => root.querySelector("h2"));
  }

  protected override render(): TemplateResult {
    const button = (name: string) => html`<button aria-label=${name} ?disabled=${!this.shown.includes(name)}></button>`;
    return html`<h2 tabindex="-1">Heading</h2>
      ${keyed(this.made, html`${["a", "b", "c"].map(button)}`)}
      <button>${this.shown.join("")}</button>`;
  }
}
customElements.define("test-buttons", Buttons);

afterEach(() => document.body.replaceChildren());

async function focused(change: Partial<Buttons>, from = "b"): Promise<string | null> {
  const element = document.createElement("test-buttons") as Buttons;
  document.body.append(element);
  await element.updateComplete;
  element.shadowRoot?.querySelector<HTMLElement>(`[aria-label="${from}"]`)?.focus();
  Object.assign(element, change);
  await element.updateComplete;
  const now = element.shadowRoot?.activeElement ?? null;
  return now && (now.getAttribute("aria-label") ?? now.localName);
}

test("the focus stays where it is while it can", async () => {
  expect(await focused({ shown: ["b"] })).toBe("b");
  expect(await focused({ shown: [] }, "nowhere")).toBeNull();
});

test("it goes to the same button made anew, never to another without text", async () => {
  expect(await focused({ made: 1 })).toBe("b");
  expect(await focused({ made: 1, shown: ["a", "c"] })).toBe("h2");
});

test("it leaves a button that can no longer be pressed", async () => {
  expect(await focused({ shown: ["a", "c"] })).toBe("h2");
});

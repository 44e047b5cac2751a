/** What a page says, through open shadow roots. */
import { eventually, type Tab } from "./tab.js";

/** The text of an element of the page, once it is there. */
export function text(tab: Tab, words: string): Promise<true> {
  return eventually(words, async () => (await tab.run(everyText)).includes(words) || null);
}

/** Self-contained: runs in the page. */
function everyText(): string {
  const read = (root: Document | ShadowRoot): string =>
    [...root.querySelectorAll("*")]
      .filter((element) => !["STYLE", "SCRIPT"].includes(element.tagName))
      .map((element) => `${element.textContent}\n${element.shadowRoot ? read(element.shadowRoot) : ""}`)
      .join("\n")
      .replace(/\s+/g, " ");
  return read(document);
}

/** Finds controls as assistive technology names them, through open shadow roots. These functions run in the page. */
import type { Target } from "./tab.js";

export interface Sought {
  role: string;
  name: string;
  /** `name` is a regular expression, not the whole name. */
  isPattern: boolean;
}

export function sought({ role, name }: Target): Sought {
  return name instanceof RegExp ? { role, name: name.source, isPattern: true } : { role, name, isPattern: false };
}

/** Self-contained: its text is what travels. */
export function findElement({ role, name, isPattern }: Sought): Element | null {
  const implicit: Record<string, string> = {
    button: "button",
    textarea: "textbox",
    select: "combobox",
    table: "table",
    "input:text": "textbox",
    "input:range": "slider",
    "input:number": "spinbutton",
    "input:checkbox": "checkbox",
  };
  function roleOf(element: Element): string {
    const tag = element.localName === "input" ? `input:${(element as HTMLInputElement).type}` : element.localName;
    return element.getAttribute("role") ?? implicit[tag] ?? "";
  }
  function nameOf(element: Element): string {
    const root = element.getRootNode() as Document | ShadowRoot;
    const labels = element
      .getAttribute("aria-labelledby")
      ?.split(" ")
      .map((id) => root.getElementById(id)?.textContent);
    const label = element.getAttribute("aria-label") ?? labels?.join(" ") ?? element.textContent ?? "";
    return label.replace(/\s+/g, " ").trim();
  }
  function fits(element: Element): boolean {
    if (roleOf(element) !== role || element.getClientRects().length === 0) return false;
    return isPattern ? new RegExp(name).test(nameOf(element)) : nameOf(element) === name;
  }
  function search(root: Document | ShadowRoot): Element | null {
    for (const element of root.querySelectorAll("*")) {
      if (fits(element)) return element;
      const inside = element.shadowRoot && search(element.shadowRoot);
      if (inside) return inside;
    }
    return null;
  }
  return search(document);
}

/** What a room shows, as text, so that two ways to the same moment can be compared. The function runs in the page. */

export interface Snapshot {
  /** The serialised SVG. */
  drawing: string;
  /** The gate table, cell by cell: name, rule, value, gradient, used by. */
  table: string[][];
  sentence: string;
  position: string | null;
}

/** Self-contained: its text is what travels. */
export function readSnapshot(): Snapshot {
  function search(root: Document | ShadowRoot, selector: string): Element | null {
    const found = root.querySelector(selector);
    if (found) return found;
    for (const { shadowRoot } of root.querySelectorAll("*")) {
      const inside = shadowRoot && search(shadowRoot, selector);
      if (inside) return inside;
    }
    return null;
  }
  function serialised(drawing: Element): string {
    const copy = drawing.cloneNode(true);
    const comments = document.createNodeIterator(copy, NodeFilter.SHOW_COMMENT);
    for (let comment = comments.nextNode(); comment; comment = comments.nextNode()) (comment as Comment).remove();
    return new XMLSerializer().serializeToString(copy).replace(/></g, ">\n<");
  }
  const plain = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, " ").trim() ?? "";
  const cell = (element: Element) =>
    [plain(element), ...[...element.querySelectorAll("input")].map(({ value }) => value)].filter(Boolean).join(" ");
  const rows = [...(search(document, "table")?.querySelectorAll("tr") ?? [])];
  const drawing = search(document, "svg[role=application]");
  const sentence = search(document, "circuit-sentence");
  return {
    drawing: drawing ? serialised(drawing) : "",
    table: rows.map((row) => [...row.children].map(cell)),
    sentence: plain(sentence?.shadowRoot?.querySelector("p")),
    position: search(document, "input[type=range]")?.getAttribute("aria-valuetext") ?? null,
  };
}

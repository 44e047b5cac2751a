import { expect, test, vi } from "vitest";
import "../../../web/src/components/share-menu.js";
import { listen, show } from "./support.js";

const addresses = () => ({
  link: "https://example.org/#e=x*y&x=2",
  embed: 'https://example.org/embed.html#e=x*y&x=2&quote="',
});

async function opened(properties = {}) {
  const menu = await show("share-menu", { addresses, ...properties });
  menu.renderRoot.querySelector("pop-menu")?.dispatchEvent(new Event("menu-open"));
  await menu.updateComplete;
  return menu;
}
const boxes = (root: ParentNode) => [...root.querySelectorAll("textarea")].map(({ value }) => value);

test("offers the link as it stands when the menu opens, and a snippet that is valid HTML", async () => {
  const menu = await opened();
  const [link, snippet] = boxes(menu.renderRoot);
  expect(link).toBe("https://example.org/#e=x*y&x=2");
  const frame = new DOMParser().parseFromString(snippet ?? "", "text/html").querySelector("iframe");
  expect(frame?.getAttribute("src")).toBe(addresses().embed);
  expect(frame?.getAttribute("sandbox")).toBe("allow-scripts");
  expect(frame?.title).not.toBe("");
});

test("of a lab there are no figures, and its frame has a name and a height of its own", async () => {
  const frame = { title: "Walking downhill", height: 760 };
  const menu = await opened({ addresses: () => ({ ...addresses(), frame }) });
  const snippet = boxes(menu.renderRoot)[1] ?? "";
  expect(snippet).toContain('title="Walking downhill" width="100%" height="760"');
  expect(menu.renderRoot.querySelector(".row")).toBeNull();
});

test("in a frame there is the link alone", async () => {
  const menu = await opened({ simple: true, addresses: () => ({ link: "https://example.org/#e=x", embed: "" }) });
  expect(boxes(menu.renderRoot)).toHaveLength(1);
  expect(menu.renderRoot.querySelector(".row")).toBeNull();
});

test("copies, or selects the text where copying is not allowed", async () => {
  const writeText = vi.fn(async (_text: string) => {});
  Object.assign(navigator, { clipboard: { writeText } });
  const menu = await opened();
  const copy = () => menu.renderRoot.querySelector<HTMLElement>('[aria-label="Copy"]')?.click();
  copy();
  await vi.waitFor(() => expect(menu.renderRoot.querySelector("[role=status]")?.textContent).toBe("Copied."));
  expect(writeText).toHaveBeenCalledWith("https://example.org/#e=x*y&x=2");
  writeText.mockRejectedValueOnce(new Error("not in a frame"));
  copy();
  const box = menu.renderRoot.querySelector("textarea") as HTMLTextAreaElement;
  await vi.waitFor(() => expect([box.selectionStart, box.selectionEnd]).toEqual([0, box.value.length]));
});

test("worksheet and figures are asked for, not made here", async () => {
  const menu = await opened();
  const heard = listen(menu, "share-worksheet", "share-figure");
  for (const button of menu.renderRoot.querySelectorAll<HTMLElement>(".row button")) button.click();
  expect(heard).toEqual([
    { name: "share-worksheet", detail: null },
    { name: "share-figure", detail: { format: "svg" } },
    { name: "share-figure", detail: { format: "png" } },
  ]);
});

/** Samples of one's own in every browser: typed with a mistake, mended, trained on; and opened from a link. */
import { expect, test } from "../support/fixtures.js";
import { text } from "../support/text.js";

/** The first field of the page; the finder knows no `label for`. */
const FIELD = { role: "textbox", name: "" };

test("a table is typed, its bad row named, mended, and trained on", async ({ visit }) => {
  const tab = await visit("site", "lab=free&data=own&schemes=xavier_normal&seeds=1", {}, "labs/start/");
  await tab.click(FIELD);
  await tab.type("w;h;kind\n0,5;1;cat\n-1;x;dog");
  await tab.press("Tab");
  await text(tab, "Row 3: “x” is no number in column h.");
  await tab.focus(FIELD);
  await tab.press("Control+a");
  await tab.type("w;h;kind\n0,5;1;cat\n-1;0,5;dog");
  await tab.press("Tab");
  await text(tab, "2 samples, from w, h to kind.");
  await text(tab, "kind = dog (1)");
  await text(tab, "layer 1: 6 of 6 units differ");
  expect(await tab.complaints()).toEqual([]);
});

test("a link brings its samples", async ({ visit }) => {
  const link = "lab=free&data=own&own=a,b,c|1,2,u|2,1,v|3,1,w&schemes=he_normal&seeds=1";
  const tab = await visit("site", link, {}, "labs/start/");
  await text(tab, "3 samples, from a, b to c.");
  await text(tab, "c = w (1)");
  await text(tab, "● should give v, ■ something else.");
  expect(await tab.complaints()).toEqual([]);
});

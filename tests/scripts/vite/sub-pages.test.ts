import { expect, test } from "vitest";
import { labPages } from "../../../scripts/vite/lab-pages.js";
import { subPage } from "../../../scripts/vite/sub-pages.js";

const PAGE = `<meta name="description" content="Every gate." /><link href="../a.css"><script src="../a.js"></script><title>Reference</title>`;

test("a gate's page is the room's, one step further down, with a title and description of its own", () => {
  const page = { name: "less", title: "less: its rule & derivative", description: '1 where a < b, "otherwise" 0' };
  expect(subPage(PAGE, page)).toBe(
    `<meta name="description" content="1 where a &lt; b, &quot;otherwise&quot; 0" /><link href="../../a.css">` +
      `<script src="../../a.js"></script><title>less: its rule &amp; derivative</title>`,
  );
});

test("each lab has a page, titled with its question", async () => {
  expect(await labPages()).toContainEqual({
    name: "start",
    title: "Starting weights: why not start at zero? Gradcircuit",
    description: "Why not start at zero?",
  });
});

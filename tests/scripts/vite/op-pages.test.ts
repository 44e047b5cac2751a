import { expect, test } from "vitest";
import { opPage } from "../../../scripts/vite/op-pages.js";

const PAGE = `<meta name="description" content="Every gate." /><link href="../a.css"><script src="../a.js"></script><title>Reference</title>`;

test("a gate's page is the room's, one step further down, with a title and description of its own", () => {
  expect(opPage(PAGE, "less", '1 where a < b, "otherwise" 0')).toBe(
    `<meta name="description" content="less: 1 where a &lt; b, &quot;otherwise&quot; 0" /><link href="../../a.css">` +
      `<script src="../../a.js"></script><title>less: its rule and derivative. Gradcircuit</title>`,
  );
});

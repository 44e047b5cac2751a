import { parseSync } from "vite";
import { expect, test } from "vitest";
import { compactCss, compactTexts } from "../../../scripts/vite/compact-templates.js";

test.each([
  ["\n  :host {\n    display: block;\n    margin: 0 4px;\n  }\n", ":host{display:block;margin:0 4px}"],
  ["a :hover, b > c {}", "a :hover,b > c{}"],
  ["a { /* why */ width: calc(1px + 2px); }", "a{width:calc(1px + 2px)}"],
  ['a::after { content: " ,  : "; }', 'a::after{content:" ,  : "}'],
  ["@media (width < 600px) and (hover: none) { a { top: 0; } }", "@media (width < 600px) and (hover:none){a{top:0}}"],
])("%s", (written, sent) => {
  expect(compactCss(written).trim()).toBe(sent);
});

// § stands for $
test.each([
  ["css`a { inset: §{unit} ; }`", "css`a{inset:§{unit}}`"],
  ["html`<p\n    class=§{name}\n  >\n    §{words},\n  </p>`", "html`<p class=§{name} > §{words}, </p>`"],
  ["html`<g>\n  §{svg`<path\n d=§{d} />`}</g>`", "html`<g> §{svg`<path d=§{d} />`}</g>`"],
  ["html`<pre>§{`a\n  b`}</pre>`; text`a {\n  b }`", "html`<pre>§{`a\n  b`}</pre>`; text`a {\n  b }`"],
])("%j", (written, sent) => {
  const code = written.replaceAll("§", "$");
  expect(compactTexts(code, parseSync("a.js", code).program).replaceAll("$", "§")).toBe(sent);
});

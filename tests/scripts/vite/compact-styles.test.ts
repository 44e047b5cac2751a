import { expect, test } from "vitest";
import { compactCss } from "../../../scripts/vite/compact-styles.js";

test.each([
  ["\n  :host {\n    display: block;\n    margin: 0 4px;\n  }\n", ":host{display:block;margin:0 4px}"],
  ["a :hover, b > c {}", "a :hover,b > c{}"],
  ["a { /* why */ width: calc(1px + 2px); }", "a{width:calc(1px + 2px)}"],
  ['a::after { content: " ,  : "; }', 'a::after{content:" ,  : "}'],
  ["@media (width < 600px) and (hover: none) { a { top: 0; } }", "@media (width < 600px) and (hover:none){a{top:0}}"],
  [`a { inset: \${ unit } ; }`, `a{inset:\${ unit }}`],
])("%s", (written, sent) => {
  expect(compactCss(written).trim()).toBe(sent);
});

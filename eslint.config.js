import parser from "@typescript-eslint/parser";
import lit from "eslint-plugin-lit";
import litA11y from "eslint-plugin-lit-a11y";
import wc from "eslint-plugin-wc";

/** What the page's own Content-Security-Policy or Trusted Types would refuse at run time is refused here first. */
const forbidden = [
  {
    selector: "MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc)$/]",
    message: "No HTML from strings: build nodes with Lit templates or createElement.",
  },
  {
    selector: "MemberExpression[object.name='document'][property.name=/^write(ln)?$/]",
    message: "No document.write.",
  },
  {
    selector: "CallExpression[callee.name='eval'], :matches(NewExpression, CallExpression)[callee.name='Function']",
    message: "No code from strings.",
  },
  {
    selector: "ImportSpecifier[imported.name=/^(styleMap|unsafeHTML|unsafeSVG|unsafeStatic)$/]",
    message: "styleMap breaks style-src 'self' at first render; unsafe* makes HTML from strings.",
  },
  {
    selector: "TaggedTemplateExpression[tag.name=/^(html|svg|mathml)$/] TemplateElement[value.raw=/(^|\\s)style=/]",
    message: "style=\"…\" breaks style-src 'self'; set a class, an SVG attribute, or the property .style",
  },
];

export default [
  { ignores: ["web/src/engine/generated/**"] },
  {
    files: ["web/src/**/*.ts"],
    languageOptions: { parser },
    plugins: { lit, wc, "lit-a11y": litA11y },
    settings: { wc: { elementBaseClasses: ["LitElement"] } },
    rules: {
      ...lit.configs["flat/recommended"].rules,
      ...wc.configs["flat/recommended"].rules,
      ...litA11y.configs.recommended.rules,
      "no-restricted-syntax": ["error", ...forbidden],
    },
  },
];

import type { HtmlTagDescriptor } from "vite";
import { expect, test } from "vitest";
import { inlinePolicy, withSitePolicy } from "../../../scripts/vite/content-security-policy.js";

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <script type="module" src="./assets/index.js"></script>
  </head>
</html>`;

type Handler = (page: string) => string | HtmlTagDescriptor[];

test("a page of the site says what a host would send, ahead of everything but the charset", () => {
  const { handler } = withSitePolicy().transformIndexHtml as unknown as { handler: Handler };
  const [head] = /<head>\s*<meta charset="utf-8" \/>\s*<meta[^>]*>/.exec(String(handler(PAGE))) ?? [];
  expect(/content="(.*)"/.exec(head ?? "")?.[1]).toBe(
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
      "require-trusted-types-for 'script'; trusted-types lit-html gradcircuit",
  );
});

test("a page with everything inside lets just its own texts run", () => {
  // echo -n 'let a' | openssl dgst -sha256 -binary | base64
  expect(inlinePolicy(["let a"], [])).toBe(
    "default-src 'self'; script-src 'sha256-IfEXP/8HLuXoAiy0hZVrCAcjcLsZqYFpLOHDGj8enqE=' 'wasm-unsafe-eval'; style-src 'none'; " +
      "require-trusted-types-for 'script'; trusted-types lit-html gradcircuit",
  );
});

// @vitest-environment jsdom
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { build, type Rolldown } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { oneFile } from "../../../scripts/vite/one-file.js";

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <link rel="icon" href="data:," />
    <script type="module" src="./main.js"></script>
  </head>
  <body>
    <p></p>
  </body>
</html>`;

let root: string;
let page: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "one-file-"));
  await writeFile(join(root, "page.html"), PAGE);
  await writeFile(
    join(root, "main.js"),
    `import "./main.css"; document.title = "</script><!-- <script> $& " + location;`,
  );
  await writeFile(join(root, "main.css"), "p { color: green }");
  const rolldownOptions = {
    input: join(root, "page.html"),
    output: { format: "iife", codeSplitting: false },
  } satisfies Rolldown.RolldownOptions;
  const built = await build({
    root,
    configFile: false,
    logLevel: "error",
    build: { write: false, cssCodeSplit: false, rolldownOptions },
    plugins: [oneFile("one.html")],
  });
  const { output } = built as Rolldown.RolldownOutput;
  expect(output.map(({ fileName }) => fileName)).toEqual(["one.html"]);
  page = String((output[0] as unknown as Rolldown.OutputAsset).source);
});

afterAll(() => rm(root, { recursive: true }));

/** As a browser reads it: a script whose text is not escaped swallows the rest of the page. */
function inside(tag: string): string[] {
  return [...new DOMParser().parseFromString(page, "text/html").querySelectorAll(tag)].map(
    (element) => element.textContent ?? "",
  );
}

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

test("the file names no other", () => {
  expect(page).not.toMatch(/<link|\bsrc=|type="module"/);
});

test("the script stands whole at the end of the body, whatever its text", () => {
  const [script, ...others] = inside("script");
  expect(others).toEqual([]);
  const document = { title: "" };
  runInNewContext(script as string, { document, location: "here" });
  expect(document.title).toBe("</script><!-- <script> $& here");
  expect(page.slice(page.indexOf("</script>"))).toMatch(/^<\/script>\s*<\/body>\s*<\/html>\s*$/);
});

test("the policy comes before both, and lets just these two texts run", () => {
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page);
  expect(policy?.index).toBeLessThan(page.indexOf("<style>"));
  expect(policy?.[1]).toContain(`script-src ${hash(inside("script")[0] as string)} 'wasm-unsafe-eval';`);
  expect(policy?.[1]).toContain(`style-src ${hash(inside("style")[0] as string)};`);
});

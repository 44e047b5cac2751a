/**
 * Builds dist/: the site (any host, any sub-path), gradcircuit.html (one file, opens by double-click), embed.html and
 * embed/<lab>.html (one classic script each, for sandboxed frames). `--site` builds only the site, which is what `npm start` serves.
 */
import { readdirSync, rmSync } from "node:fs";
import { build } from "vite";
import { cmakeBuild } from "./lib/cmake.mjs";
import { main, timed } from "./lib/run.mjs";
import { checkSizes } from "./lib/sizes.mjs";

async function step(label, action) {
  const { result, seconds } = await timed(action);
  console.log(`build: ${label.padEnd(30)} ${seconds.toFixed(1)} s`);
  return result;
}

const page = (mode) => build({ mode, logLevel: "warn" });

/** Those that have got a page. */
const labs = () =>
  readdirSync("dist/labs", { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

await main(async () => {
  await step("engine (WebAssembly)", () => cmakeBuild("wasm"));
  rmSync("dist", { recursive: true, force: true });
  const site = await step("dist/index.html", () => page("production"));
  await step("dist/reference/", () => page("reference"));
  await step("dist/labs/", () => page("labs"));
  if (process.argv.includes("--site")) return;
  await step("dist/gradcircuit.html", () => page("one-file"));
  await step("dist/embed.html", () => page("embed"));
  for (const lab of labs()) await step(`dist/embed/${lab}.html`, () => page(`embed/${lab}`));
  checkSizes(site);
});

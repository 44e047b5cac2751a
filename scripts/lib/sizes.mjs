import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { Failure } from "./run.mjs";

/** In kB of 1000 bytes, as a web server sends it. */
const brotli = (bytes) => brotliCompressSync(bytes).length / 1000;

/** index.html with everything that has to arrive before it runs; what loads lazily does not count. */
function firstPage(site) {
  const files = new Set(["index.html"]);
  const chunks = new Map(site.output.filter(({ type }) => type === "chunk").map((chunk) => [chunk.fileName, chunk]));
  const add = (name) => {
    if (files.has(name)) return;
    files.add(name);
    const chunk = chunks.get(name);
    if (!chunk) return;
    for (const file of chunk.imports) add(file);
    for (const file of [...chunk.viteMetadata.importedCss, ...chunk.viteMetadata.importedAssets]) files.add(file);
  };
  for (const { isEntry, name, fileName } of chunks.values()) if (isEntry && name === "index") add(fileName);
  return [...files].reduce((sum, file) => sum + brotli(readFileSync(`dist/${file}`)), 0);
}

/**
 * Prints what the budgets of the design are about, brotli compressed; fails when one is exceeded.
 * @param {import("vite").Rolldown.RolldownOutput} site what Vite built
 */
export function checkSizes(site) {
  const embed = readFileSync("dist/embed.html", "utf8");
  const embedWithoutWasm = embed.replace(/[A-Za-z0-9+/]{20000,}={0,2}/, "");
  const rows = [
    { what: "embed, without WASM", size: brotli(embedWithoutWasm), budget: 60 },
    { what: "gradcircuit.wasm", size: brotli(readFileSync("web/src/engine/generated/gradcircuit.wasm")), budget: 75 },
    { what: "embed, all", size: brotli(embed), budget: 150 },
    { what: "first page, all", size: firstPage(site), budget: 180 },
  ];
  for (const { what, size, budget } of rows) {
    console.log(`  ${what.padEnd(20)} ${size.toFixed(1).padStart(6)} kB brotli, budget ${budget}`);
  }
  const over = rows.filter(({ size, budget }) => size > budget);
  if (over.length > 0) throw new Failure(`over budget: ${over.map(({ what }) => what).join(", ")}`);
}

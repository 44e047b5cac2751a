import { readdirSync, readFileSync } from "node:fs";
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
 * Brotli compressed kB. `target` is where the design wants to be; `ceiling` is what has been reached, rounded up: it may only
 * ever be lowered, and at its target it is the target.
 */
const BUDGETS = {
  "embed, without WASM": { target: 60, ceiling: 66.6 },
  "gradcircuit.wasm": { target: 75, ceiling: 75 },
  "workbench.wasm": { target: 200, ceiling: 180 },
  "training.wasm": { target: 116, ceiling: 116 },
  "embed, all": { target: 150, ceiling: 145 },
  "first page, all": { target: 180, ceiling: 180 },
  "embed/network.html": { target: 200, ceiling: 200 },
  "embed/start.html": { target: 165, ceiling: 165 },
  "embed/descent.html": { target: 160, ceiling: 160 },
};
/** Of a lab's embed, with everything in it, that is not named above. */
const LAB_BUDGET = { target: 200, ceiling: 200 };

/**
 * Prints every size beside its target; fails when one is above its ceiling.
 * @param {import("vite").Rolldown.RolldownOutput} site what Vite built
 */
export function checkSizes(site) {
  const embed = readFileSync("dist/embed.html", "utf8");
  const sizes = {
    "embed, without WASM": brotli(embed.replace(/[A-Za-z0-9+/]{20000,}={0,2}/, "")),
    "gradcircuit.wasm": brotli(readFileSync("web/src/engine/generated/gradcircuit.wasm")),
    "workbench.wasm": brotli(readFileSync("web/src/engine/generated/workbench.wasm")),
    "training.wasm": brotli(readFileSync("web/src/engine/generated/training.wasm")),
    "embed, all": brotli(embed),
    "first page, all": firstPage(site),
    ...Object.fromEntries(
      readdirSync("dist/embed").map((name) => [`embed/${name}`, brotli(readFileSync(`dist/embed/${name}`))]),
    ),
  };
  const over = [];
  for (const [what, size] of Object.entries(sizes)) {
    const { target, ceiling } = BUDGETS[what] ?? LAB_BUDGET;
    const verdict = size <= target ? "" : `, ${(size - target).toFixed(1)} over it; ceiling ${ceiling}`;
    console.log(`  ${what.padEnd(20)} ${size.toFixed(1).padStart(6)} kB brotli, target ${target}${verdict}`);
    if (size > ceiling) over.push(what);
  }
  if (over.length > 0) throw new Failure(`over budget: ${over.join(", ")}`);
}

/** Which folder may use which: reads every #include and import, and fails when one crosses a layer of the table below; and no two types of one name. */
import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { sources } from "./lib/sources.mjs";

/**
 * Of several layers that a file's path begins with, the longest is its own, and a layer may always use itself.
 * `may` names path beginnings; with `types ` before it, only `import type`. `packages` come from outside the project;
 * the C++ standard library is everybody's.
 */
export const LAYERS = {
  "engine/base/": { may: [] },
  "engine/ops/": { may: ["engine/base/"] },
  "engine/graph/": { may: ["engine/base/", "engine/ops/"] },
  "engine/text/": { may: ["engine/base/", "engine/ops/", "engine/graph/"] },
  "engine/diff/": { may: ["engine/base/", "engine/ops/", "engine/graph/"] },
  "engine/code/": { may: ["engine/base/", "engine/ops/", "engine/graph/", "engine/diff/", "engine/text/"] },
  "engine/sample/": { may: ["engine/base/", "engine/ops/", "engine/graph/", "engine/diff/"] },
  "engine/train/": { may: ["engine/base/", "engine/ops/", "engine/graph/", "engine/diff/"] },
  "engine/trainability/": { may: ["engine/base/"] },
  "engine/explain/": {
    may: ["base", "ops", "graph", "text", "diff", "code", "sample"].map((layer) => `engine/${layer}/`),
  },
  "engine/gradcircuit.hpp": { may: ["engine/"] },
  "wasm_bindings/": { may: ["engine/gradcircuit.hpp"], packages: ["nlohmann/", "emscripten/"] },

  "web/src/product": { may: [] },
  "web/src/engine/": { may: [], packages: ["virtual:wasm/"] },
  "web/src/scene/": { may: ["types web/src/engine/protocol", "web/src/product"] },
  "web/src/locales/": {
    may: ["types web/src/engine/protocol", "web/src/scene/", "web/src/product", "web/locales/"],
    packages: ["lit"],
  },
  "web/src/state/": { may: ["types web/src/engine/protocol", "web/src/scene/", "web/src/product"] },
  "web/src/styles/": { may: [], packages: ["lit"] },
  "web/src/components/": {
    may: [
      "types web/src/engine/protocol",
      "types web/src/state/",
      "web/src/scene/",
      "web/src/locales/",
      "web/src/styles/",
      "web/src/product",
    ],
    packages: ["lit", "@codemirror/"],
  },
  "web/src/rooms/": {
    may: [
      "web/src/components/",
      "web/src/state/",
      "web/src/engine/client",
      "web/src/engine/trainer",
      "web/src/engine/training",
      "types web/src/engine/protocol",
      "web/src/scene/",
      "web/src/locales/",
      "web/src/styles/",
      "web/src/product",
    ],
    packages: ["lit"],
  },
  // the entries, one for each page
  "web/src/": {
    may: ["web/src/rooms/", "web/src/state/", "web/src/scene/", "web/src/locales/", "web/src/styles/"],
    packages: ["virtual:lab"],
  },
  "web/cli/": { may: ["web/src/engine/"], packages: ["node:"] },
  "web/lessons/": { may: [] },
};

const INCLUDE = /^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)/gm;
const IMPORT =
  /\b(?:import|export)\s+(type\s)?[\w$*{},\s]*\bfrom\s*["']([^"']+)["']|\bimport\s*\(?\s*["'`]([^"'`]+)["'`]/g;

/** @returns {{ target: string, line: number, typeOnly: boolean, system: boolean }[]} what a file uses */
function uses(path, text) {
  const found = /\.[ch]pp$/.test(path)
    ? [...text.matchAll(INCLUDE)].map((match) => ({
        match,
        target: match[1] ?? match[2],
        system: match[1] === undefined,
      }))
    : [...text.matchAll(IMPORT)].map((match) => ({ match, target: match[2] ?? match[3], typeOnly: Boolean(match[1]) }));
  return found.map(({ match, target, typeOnly = false, system = false }) => {
    const line = text.slice(0, match.index + match[0].length).split("\n").length;
    const relative = target.startsWith(".");
    return {
      target: relative ? posix.join(posix.dirname(path), target) : target,
      line,
      typeOnly,
      system,
      outside: !relative,
    };
  });
}

function layerOf(path) {
  const layers = Object.keys(LAYERS).filter((layer) => path.startsWith(layer));
  return layers.sort((a, b) => b.length - a.length)[0];
}

/**
 * @param {Map<string, string>} files text by path
 * @returns {string[]} one line a crossing
 */
export function findCrossings(files) {
  const crossings = [];
  for (const [path, text] of files) {
    const layer = layerOf(path);
    if (layer === undefined) {
      crossings.push(`${path}: lies in no layer; add its folder to the table in scripts/check-layers.mjs`);
      continue;
    }
    for (const { target, line, typeOnly, system, outside } of uses(path, text)) {
      const { may, packages = [] } = LAYERS[layer];
      const isPackage = system || (outside && !/\.[ch]pp$/.test(path));
      const allowed = isPackage
        ? (system && !target.includes("/")) ||
          packages.some((name) => target === name || target.startsWith(withSlash(name)))
        : layerOf(target) === layer || may.some((rule) => permits(rule, target, typeOnly));
      if (!allowed) crossings.push(`${path}:${line}: ${layer} may not use ${target}`);
    }
  }
  return crossings;
}

const NAMESPACE = /^namespace ([\w:]+) \{$/;
const TYPE = /^(?:struct|class|enum class) (\w+)(?: final)?(?: : .*)?(?: \{.*)?$/;

/**
 * Two types of one name in one namespace, in headers that no file includes together: the linker takes the functions of either for both,
 * and says nothing.
 * @param {Map<string, string>} files text by path
 * @returns {string[]} one line a pair
 */
export function findNamesakes(files) {
  const found = new Map();
  const namesakes = [];
  for (const [path, text] of files) {
    if (!path.endsWith(".hpp")) continue;
    const namespaces = [];
    for (const line of text.split("\n")) {
      const opened = NAMESPACE.exec(line)?.[1];
      if (opened !== undefined) namespaces.push(opened);
      if (line.startsWith("}  // namespace")) namespaces.pop();
      const name = TYPE.exec(line)?.[1];
      if (name === undefined) continue;
      const key = [...namespaces, name].join("::");
      const other = found.get(key);
      if (other !== undefined && other !== path)
        namesakes.push(`${path}: ${key} is a type of ${other}, too; give one another name`);
      found.set(key, path);
    }
  }
  return namesakes;
}

const withSlash = (name) => (/[/:]$/.test(name) ? name : `${name}/`);

function permits(rule, target, typeOnly) {
  const [, types, beginning] = /^(types )?(.*)$/.exec(rule);
  return target.startsWith(beginning) && (types === undefined || typeOnly);
}

if (import.meta.filename === process.argv[1]) {
  const paths = sources(/\.([ch]pp|m?[jt]s)$/, ["engine", "wasm_bindings", "web/src", "web/cli", "web/lessons"]);
  const files = new Map(paths.map((path) => [path, readFileSync(path, "utf8")]));
  const crossings = findCrossings(files);
  const namesakes = findNamesakes(files);
  for (const complaint of [...crossings, ...namesakes]) console.error(complaint);
  console.log(`${paths.length} files, ${crossings.length} crossings, ${namesakes.length} namesakes`);
  if (crossings.length + namesakes.length > 0) process.exit(1);
}

import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const ID = "virtual:wasm/";
const wasmFile = (name: string) =>
  fileURLToPath(new URL(`../../web/src/engine/generated/${name}.wasm`, import.meta.url));
const UNPACK = fileURLToPath(new URL("../../web/src/engine/unpack.ts", import.meta.url));

/** As web/src/engine/unpack.ts expects it. Deflate, which browsers can unpack themselves, would be 18 % larger. */
export function pack(bytes: Uint8Array): Buffer {
  const { stdout, status, error } = spawnSync("xz", ["--format=raw", "--lzma1=preset=9e,lc=3,lp=0,pb=0,nice=273"], {
    input: bytes,
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error("xz could not pack the .wasm; run: scripts/setup.sh", { cause: error });
  return stdout;
}

/** The file of the module that a page opens first. In the labs a worker does, for which a page cannot fetch anything. */
function moduleOf(page: string): RegExp | null {
  if (page.startsWith("/labs/")) return null;
  return page === "/index.html" ? /gradcircuit-[^/]*\.wasm$/ : /workbench-[^/]*\.wasm$/;
}

const SOURCES = {
  /** The site: a file beside the scripts. */
  fetched: async (file: string) => `
    import url from ${JSON.stringify(`${file}?url`)};
    export async function wasmBytes() {
      const reply = await fetch(url);
      if (!reply.ok) throw new Error(\`\${url}: \${reply.status}\`);
      return new Uint8Array(await reply.arrayBuffer());
    }`,
  /** One file that fetches nothing, and does not keep its page from being drawn meanwhile. */
  inlined: async (file: string) => {
    const bytes = await readFile(file);
    return `
    import { unpack } from ${JSON.stringify(UNPACK)};
    const TEXT = "${pack(bytes).toString("base64")}";
    export function wasmBytes() {
      return unpack(Uint8Array.from(atob(TEXT), (letter) => letter.charCodeAt(0)), ${bytes.length});
    }`;
  },
  /** Vitest, in Node. */
  read: async (file: string) => `
    import { readFile } from "node:fs/promises";
    export const wasmBytes = () => readFile(${JSON.stringify(file)});`,
};

/**
 * Provides `wasmBytes(): Promise<Uint8Array>` of module NAME as `virtual:wasm/NAME`, by one of three ways. Where `everything` is
 * in one file, the workbench stands in for the module that is a part of it.
 */
export function wasmBytes(way: keyof typeof SOURCES, everything = false): Plugin {
  return {
    name: "gradcircuit:wasm-bytes",
    enforce: "pre",
    resolveId(id, importer) {
      if (id.startsWith(ID)) return `\0${everything && id === `${ID}gradcircuit` ? `${ID}workbench` : id}`;
      const isSmall = everything && id.endsWith("/generated/gradcircuit.mjs");
      return isSmall ? this.resolve(id.replace("gradcircuit.mjs", "workbench.mjs"), importer) : null;
    },
    load: (id) => (id.startsWith(`\0${ID}`) ? SOURCES[way](wasmFile(id.slice(ID.length + 1))) : null),
    transform(code, id) {
      // The glue's own way to the .wasm is never taken (cmake/module.cmake); left in, Vite would ship the file twice.
      return /\/generated\/\w+\.mjs$/.test(id) ? code.replaceAll("import.meta.url", "undefined") : null;
    },
    transformIndexHtml: {
      order: "post",
      handler(_page, { bundle, path }) {
        // Fetched with the scripts, not after they have run.
        const file = Object.keys(bundle ?? {}).find((name) => moduleOf(path)?.test(name));
        if (!file) return [];
        const href = posix.relative(posix.dirname(path), `/${file}`);
        const attrs = { rel: "preload", as: "fetch", type: "application/wasm", crossorigin: true, href };
        return [{ tag: "link", attrs, injectTo: "head" }];
      },
    },
  };
}

import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const ID = "virtual:gradcircuit-wasm";
const WASM = fileURLToPath(new URL("../../web/src/engine/generated/gradcircuit.wasm", import.meta.url));
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

const SOURCES = {
  /** The site: a file beside the scripts. */
  fetched: async () => `
    import url from ${JSON.stringify(`${WASM}?url`)};
    export async function wasmBytes() {
      const reply = await fetch(url);
      if (!reply.ok) throw new Error(\`\${url}: \${reply.status}\`);
      return new Uint8Array(await reply.arrayBuffer());
    }`,
  /** One file that fetches nothing, and does not keep its page from being drawn meanwhile. */
  inlined: async () => {
    const bytes = await readFile(WASM);
    return `
    import { unpack } from ${JSON.stringify(UNPACK)};
    const TEXT = "${pack(bytes).toString("base64")}";
    export async function wasmBytes() {
      await new Promise((resolve) => setTimeout(resolve));
      return unpack(Uint8Array.from(atob(TEXT), (letter) => letter.charCodeAt(0)), ${bytes.length});
    }`;
  },
  /** Vitest, in Node. */
  read: async () => `
    import { readFile } from "node:fs/promises";
    export const wasmBytes = () => readFile(${JSON.stringify(WASM)});`,
};

/** Provides `wasmBytes(): Promise<Uint8Array>` as `virtual:gradcircuit-wasm`, by one of three ways. */
export function wasmBytes(way: keyof typeof SOURCES): Plugin {
  return {
    name: "gradcircuit:wasm-bytes",
    enforce: "pre",
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load: (id) => (id === `\0${ID}` ? SOURCES[way]() : null),
    transform(code, id) {
      // The glue's own way to the .wasm is never taken (cmake/module.cmake); left in, Vite would ship the file twice.
      return id.endsWith("/generated/gradcircuit.mjs") ? code.replaceAll("import.meta.url", "undefined") : null;
    },
    transformIndexHtml: {
      order: "post",
      handler(_page, { bundle }) {
        // Fetched with the scripts, not after they have run.
        const file = Object.keys(bundle ?? {}).find((name) => name.endsWith(".wasm"));
        if (!file) return [];
        const attrs = { rel: "preload", as: "fetch", type: "application/wasm", crossorigin: true, href: `./${file}` };
        return [{ tag: "link", attrs, injectTo: "head" }];
      },
    },
  };
}

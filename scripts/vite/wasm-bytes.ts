import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import type { Plugin } from "vite";

const ID = "virtual:gradcircuit-wasm";
const WASM = fileURLToPath(new URL("../../web/src/engine/generated/gradcircuit.wasm", import.meta.url));

const SOURCES = {
  /** The site: a file beside the scripts. */
  fetched: async () => `
    import url from ${JSON.stringify(`${WASM}?url`)};
    export async function wasmBytes() {
      const reply = await fetch(url);
      if (!reply.ok) throw new Error(\`\${url}: \${reply.status}\`);
      return new Uint8Array(await reply.arrayBuffer());
    }`,
  /** One file that fetches nothing. Deflate + base64 costs 17–20 % over brotli of the bytes, base64 alone 35–39 %. */
  inlined: async () => `
    const TEXT = "${deflateRawSync(await readFile(WASM), { level: 9 }).toString("base64")}";
    export async function wasmBytes() {
      const deflated = Uint8Array.from(atob(TEXT), (letter) => letter.charCodeAt(0));
      const inflated = new Blob([deflated]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
      return new Uint8Array(await new Response(inflated).arrayBuffer());
    }`,
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

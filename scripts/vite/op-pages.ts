import { readFile } from "node:fs/promises";
import type { Plugin } from "vite";
import { openInstance } from "../../web/src/engine/instance.mjs";
import type { Description } from "../../web/src/engine/protocol.js";
import { slugOf, wordOf } from "../../web/src/scene/slugs.js";

const PAGE = "reference/index.html";
const GENERATED = new URL("../../web/src/engine/generated/", import.meta.url);

/** A directory for each op, with a title of its own: the page of the Reference room, one step further down. */
export function opPages(): Plugin {
  return {
    name: "gradcircuit:op-pages",
    apply: "build",
    enforce: "post",
    async generateBundle(_options, bundle) {
      const page = bundle[PAGE];
      if (page?.type !== "asset") this.error(`${PAGE} is missing`);
      for (const { name, summary } of await describedOps()) {
        const fileName = `reference/${slugOf(name)}/index.html`;
        this.emitFile({ type: "asset", fileName, source: opPage(String(page.source), wordOf(name), summary) });
      }
    },
  };
}

export function opPage(page: string, word: string, summary: string): string {
  return page
    .replaceAll(/(href|src)="\.\.\//g, '$1="../../')
    .replace(/<title>[^<]*/, () => `<title>${escaped(word)}: its rule and derivative. Gradcircuit`)
    .replace(/(<meta name="description" content=")[^"]*/, (_, start) => `${start}${escaped(`${word}: ${summary}`)}`);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

async function describedOps(): Promise<Description["ops"]> {
  const { default: createModule } = await import(new URL("gradcircuit.mjs", GENERATED).href);
  const engine = await openInstance(createModule, await readFile(new URL("gradcircuit.wasm", GENERATED)));
  return (JSON.parse(engine.call("describe")) as Description).ops;
}

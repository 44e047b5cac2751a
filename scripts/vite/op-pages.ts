import { readFile } from "node:fs/promises";
import { openInstance } from "../../web/src/engine/instance.mjs";
import type { Description } from "../../web/src/engine/protocol.js";
import { slugOf, wordOf } from "../../web/src/scene/slugs.js";
import type { SubPage } from "./sub-pages.js";

const GENERATED = new URL("../../web/src/engine/generated/", import.meta.url);

/** A page for each op. */
export async function opPages(): Promise<SubPage[]> {
  const { default: createModule } = await import(new URL("gradcircuit.mjs", GENERATED).href);
  const engine = await openInstance(createModule, await readFile(new URL("gradcircuit.wasm", GENERATED)));
  const { ops } = JSON.parse(engine.call("describe")) as Description;
  return ops.map(({ name, summary }) => ({
    name: slugOf(name),
    title: `${wordOf(name)}: its rule and derivative. Gradcircuit`,
    description: `${wordOf(name)}: ${summary}`,
  }));
}

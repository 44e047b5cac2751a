import { FluentResource } from "@fluent/bundle";
import { FluentParser, Junk } from "@fluent/syntax";
import type { Plugin } from "vite";

/** Imports of `.ftl` files give their parsed messages, so that no parser is shipped. A mistake in one stops the build. */
export function fluentMessages(): Plugin {
  return {
    name: "gradcircuit:fluent-messages",
    transform(code, id) {
      if (!id.endsWith(".ftl")) return null;
      const { body } = new FluentParser().parse(code);
      for (const entry of body) {
        if (!(entry instanceof Junk)) continue;
        const [mistake] = entry.annotations;
        this.error({ id, message: mistake?.message ?? "not a message", pos: entry.span?.start ?? 0 });
      }
      return { code: `export default ${JSON.stringify(new FluentResource(code).body)}`, map: null };
    },
  };
}

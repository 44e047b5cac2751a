import type { Plugin } from "vite";

/**
 * What is loaded when somebody asks for it belongs to the site. In the embed it would be bundled, nobody would reach it, and
 * every module that it shares with the rest would be wrapped in a function that runs it late: 1 kB of 68 to send.
 */
export function withoutLazy(): Plugin {
  return {
    name: "gradcircuit:without-lazy",
    apply: "build",
    resolveDynamicImport: (specifier) => (typeof specifier === "string" ? { id: specifier, external: true } : null),
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        const [found] = output.type === "chunk" ? (output.code.match(/\bimport\(.{0,80}/) ?? []) : [];
        if (found !== undefined) this.error(`${output.fileName}: ${found} is still reached; guard it with IS_SITE`);
      }
    },
  };
}

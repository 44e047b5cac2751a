import { type MinifyOptions, minify } from "terser";
import type { Plugin } from "vite";

const OPTIONS: MinifyOptions = { ecma: 2022, compress: { passes: 2 } };

/**
 * Runs Terser over what Vite's own minifier has made: it also moves functions that are called once to where they are called.
 * 1.5 kB less of 68 to send; either minifier alone makes more.
 */
export function minifyAgain(): Plugin {
  return {
    name: "gradcircuit:minify-again",
    apply: "build",
    enforce: "pre", // before one-file.ts takes the chunk away
    async generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== "chunk") continue;
        const { code } = await minify(output.code, OPTIONS);
        if (code === undefined) this.error(`${output.fileName}: nothing is left of it`);
        output.code = code;
      }
    },
  };
}

import type { Rolldown } from "vite";
import { describe, expect, it } from "vitest";
import { withoutLazy } from "../../../scripts/vite/without-lazy.js";

function generate(code: string): string | null {
  const { generateBundle } = withoutLazy() as unknown as {
    generateBundle(
      this: { error(text: string): void },
      options: object,
      bundle: Record<string, Partial<Rolldown.OutputChunk>>,
    ): void;
  };
  let failure: string | null = null;
  generateBundle.call(
    { error: (text) => (failure = text) },
    {},
    { "main.js": { type: "chunk", fileName: "main.js", code } },
  );
  return failure;
}

describe("withoutLazy", () => {
  it("leaves a module that is loaded when asked for out of the bundle", () => {
    const { resolveDynamicImport } = withoutLazy() as unknown as { resolveDynamicImport(specifier: unknown): unknown };
    expect(resolveDynamicImport("./editor.js")).toEqual({ id: "./editor.js", external: true });
    expect(resolveDynamicImport({ type: "Identifier" })).toBeNull();
  });

  it("fails when such a module can still be asked for", () => {
    expect(generate('const lazy=()=>import("./editor.js");')).toBe(
      'main.js: import("./editor.js"); is still reached; guard it with IS_SITE',
    );
    expect(generate("const lazy=null;")).toBeNull();
  });
});

import { defineConfig } from "vitest/config";
import { fluentMessages } from "./scripts/vite/fluent-messages.js";
import { wasmBytes } from "./scripts/vite/wasm-bytes.js";

/** What draws or listens is tested in a DOM, the rest in plain Node; browsers have their own tests (tests/browsers). */
export default defineConfig({
  plugins: [fluentMessages(), wasmBytes("read")],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          environment: "node",
          include: ["tests/{scripts,web}/**/*.test.{ts,mjs}"],
          exclude: ["tests/web/{components,rooms}/**"],
        },
      },
      {
        extends: true,
        resolve: { conditions: ["browser", "development|production"] },
        ssr: { resolve: { conditions: ["browser", "development|production"] } },
        test: {
          name: "dom",
          environment: "jsdom",
          setupFiles: "tests/web/dom.ts",
          include: ["tests/web/{components,rooms}/**/*.test.ts"],
          server: { deps: { inline: [/lit/] } },
        },
      },
    ],
  },
});

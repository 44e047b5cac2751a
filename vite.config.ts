import { defineConfig, type Plugin, type UserConfig } from "vite";
import { compactTemplates } from "./scripts/vite/compact-templates.js";
import { withSitePolicy } from "./scripts/vite/content-security-policy.js";
import { fluentMessages } from "./scripts/vite/fluent-messages.js";
import { labPages } from "./scripts/vite/lab-pages.js";
import { minifyAgain } from "./scripts/vite/minify-again.js";
import { oneFile } from "./scripts/vite/one-file.js";
import { oneLab } from "./scripts/vite/one-lab.js";
import { opPages } from "./scripts/vite/op-pages.js";
import { type SubPage, subPages } from "./scripts/vite/sub-pages.js";
import { wasmBytes } from "./scripts/vite/wasm-bytes.js";
import { withoutLazy } from "./scripts/vite/without-lazy.js";
import { withoutWorkers } from "./scripts/vite/without-workers.js";

/** Paths are relative to `root`; a relative base lets the site live under any path. */
const common: UserConfig = {
  root: "web",
  base: "./",
  publicDir: "public",
  build: {
    outDir: "../dist",
    emptyOutDir: false,
    target: "es2022",
    // light-dark() is left as it is: rewritten, it would follow the page only, and not the projector or paper within it
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  preview: { host: "127.0.0.1", port: 4173 },
  server: { host: "127.0.0.1" },
};

const plugins = [compactTemplates(), fluentMessages()];

const site: UserConfig = {
  ...common,
  plugins: [...plugins, wasmBytes("fetched"), withSitePolicy()],
  // the worker that trains has an engine of its own
  worker: { format: "es", plugins: () => [wasmBytes("fetched")] },
};

/** Built by itself: what it shared with the first page would come there in a second file, and compress 2 kB worse. */
function room(name: string, pages: () => Promise<SubPage[]>): UserConfig {
  return {
    ...site,
    publicDir: false,
    plugins: [...(site.plugins ?? []), subPages(name, pages)],
    build: { ...common.build, rolldownOptions: { input: `web/${name}/index.html` } },
  };
}

function inOneFile(page: string, name: string, everything: boolean, ...more: Plugin[]): UserConfig {
  return {
    ...common,
    publicDir: false,
    plugins: [...plugins, wasmBytes("inlined", everything), withoutWorkers(), ...more, oneFile(name)],
    build: {
      ...common.build,
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: {
        input: `web/${page}`,
        output: { format: "iife", codeSplitting: false },
        transform: { define: { "import.meta": "{}" } },
        checks: { pluginTimings: false },
      },
    },
  };
}

/** The embed of one lab; to the sources they are all one mode. */
function labEmbed(name: string): UserConfig {
  const config = inOneFile("lab-embed.html", `embed/${name}.html`, false, oneLab(name), withoutLazy(), minifyAgain());
  return { ...config, define: { "import.meta.env.MODE": '"lab-embed"' } };
}

/**
 * The products, chosen by `mode`: the site (any mode that is not named here) and its other rooms, the one-file page, the embed of a circuit,
 * `embed/NAME` for that of a lab.
 */
export default defineConfig(({ mode }) => {
  if (mode === "one-file") return inOneFile("one-file.html", "gradcircuit.html", true);
  if (mode === "embed") return inOneFile("embed.html", "embed.html", false, withoutLazy(), minifyAgain());
  if (mode.startsWith("embed/")) return labEmbed(mode.slice("embed/".length));
  if (mode === "reference") return room("reference", opPages);
  return mode === "labs" ? room("labs", labPages) : site;
});

import type { Plugin, Rolldown } from "vite";
import { inlinePolicy, intoHead, policyTag } from "./content-security-policy.js";

/**
 * Turns a page with one script and its styles into one file with both inline: the script as a classic one at the end of
 * the body (a module script never runs in a sandboxed frame or from a file), links to other files removed.
 */
export function oneFile(name: string): Plugin {
  return {
    name: "gradcircuit:one-file",
    apply: "build",
    enforce: "post",
    generateBundle(_options, bundle) {
      const pages: string[] = [];
      const scripts: string[] = [];
      const styles: string[] = [];
      for (const output of Object.values(bundle)) {
        const list = listFor(output, { pages, scripts, styles });
        if (!list) this.error(`${name}: ${output.fileName} would not be inside`);
        list.push(output.type === "chunk" ? output.code : String(output.source));
        delete bundle[output.fileName];
      }
      const [page, script] = [pages[0], scripts[0]];
      if (!page || !script || pages.length + scripts.length !== 2) {
        this.error(`${name}: one page with one script expected, found ${pages.length} and ${scripts.length}`);
      }
      this.emitFile({ type: "asset", fileName: name, source: assemble(page, script, styles) });
    },
  };
}

interface Parts {
  pages: string[];
  scripts: string[];
  styles: string[];
}

function listFor(output: Rolldown.OutputAsset | Rolldown.OutputChunk, parts: Parts): string[] | undefined {
  if (output.type === "chunk") return parts.scripts;
  if (output.fileName.endsWith(".html")) return parts.pages;
  if (output.fileName.endsWith(".css")) return parts.styles;
  return undefined;
}

function assemble(page: string, script: string, styles: string[]): string {
  // Text inside a script must contain nothing that ends it or comments it out.
  const code = script.trim().replaceAll(/<(?=\/script|!--)/gi, "\\x3C");
  const tags = [policyTag(inlinePolicy([code], styles)), ...styles.map((style) => `<style>${style}</style>`)];
  const bare = page
    .replaceAll(/\s*<link\b[^>]*>/g, "")
    .replaceAll(/\s*<script\b[^>]*\bsrc=[^>]*><\/script>/g, "")
    .replaceAll(/\n\s+/g, "\n");
  return intoHead(bare, ...tags).replace("</body>", () => `<script>${code}</script>\n</body>`);
}

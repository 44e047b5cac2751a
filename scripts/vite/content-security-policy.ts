import { createHash } from "node:crypto";
import type { Plugin } from "vite";

function policy(sources: { scripts: string[]; styles: string[] }): string {
  return [
    "default-src 'self'",
    `script-src ${[...sources.scripts, "'wasm-unsafe-eval'"].join(" ")}`,
    `style-src ${sources.styles.join(" ") || "'none'"}`,
    "require-trusted-types-for 'script'",
    "trusted-types lit-html gradcircuit",
  ].join("; ");
}

/** Of the text of an inline script or style, exactly as it stands between its tags. */
function hash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** For a page whose scripts and styles are files beside it. */
const sitePolicy = policy({ scripts: ["'self'"], styles: ["'self'"] });

/** For a page that carries everything inline: just these texts may run, and nothing else. */
export function inlinePolicy(scripts: string[], styles: string[]): string {
  return policy({ scripts: scripts.map(hash), styles: styles.map(hash) });
}

/** Puts `tags` first into the head, after the charset: a policy holds only for what comes after it. */
export function intoHead(page: string, ...tags: string[]): string {
  return page.replace(/<head>\s*(<meta charset[^>]*>)?/i, (start) => [start, ...tags].join("\n    "));
}

export function policyTag(content: string): string {
  return `<meta http-equiv="Content-Security-Policy" content="${content}">`;
}

/** Gives every page of the built site its policy. The development server is left alone: it injects inline styles. */
export function withSitePolicy(): Plugin {
  return {
    name: "gradcircuit:content-security-policy",
    apply: "build",
    transformIndexHtml: { order: "post", handler: (page) => intoHead(page, policyTag(sitePolicy)) },
  };
}

import type { Plugin } from "vite";

/** A directory of its own below a room's: one gate of the Reference room, one lab. */
export interface SubPage {
  name: string;
  title: string;
  description: string;
}

/** The page of room `room` once more for each of `pages`, one step further down, with a title of its own. */
export function subPages(room: string, pages: () => Promise<SubPage[]>): Plugin {
  return {
    name: "gradcircuit:sub-pages",
    apply: "build",
    enforce: "post",
    async generateBundle(_options, bundle) {
      const page = bundle[`${room}/index.html`];
      if (page?.type !== "asset") this.error(`${room}/index.html is missing`);
      for (const sub of await pages()) {
        const fileName = `${room}/${sub.name}/index.html`;
        this.emitFile({ type: "asset", fileName, source: subPage(String(page.source), sub) });
      }
    },
  };
}

export function subPage(page: string, { title, description }: SubPage): string {
  return page
    .replaceAll(/(href|src)="\.\.\//g, '$1="../../')
    .replace(/<title>[^<]*/, () => `<title>${escaped(title)}`)
    .replace(/(<meta name="description" content=")[^"]*/, (_, start) => `${start}${escaped(description)}`);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

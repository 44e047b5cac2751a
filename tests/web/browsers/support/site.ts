/** The built pages as other people host them: under a sub-path with the policy as a header, in a frame of another origin, as a file. */
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, extname, join, normalize } from "node:path";
import { pathToFileURL } from "node:url";
import { dress, folderOf, type Variant, variantOf } from "./variant.js";

export const PLACES = ["site", "file", "embed"] as const;
/** Where a circuit is met: on a site under a sub-path, in one file opened by double-click, in a course page's sandboxed frame. */
export type Place = (typeof PLACES)[number];

export interface Site {
  /**
   * @param fragment the link, without `#`
   * @param page a file or a folder of dist; otherwise what shows a circuit at that place
   */
  address(place: Place, fragment?: string, variant?: Variant, page?: string): Promise<string>;
  close(): Promise<void>;
}

const PAGES: Record<Place, string> = { site: "", file: "gradcircuit.html", embed: "embed.html" };

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".wasm": "application/wasm",
  ".json": "application/json",
};

/** `/course/<variant>/gradcircuit/<file of dist>` */
const FILE = /^\/course\/([a-z+-]+)\/gradcircuit\/(.*)$/;

function courseHost(dist: string): RequestListener {
  return async ({ url = "" }, response) => {
    // the host's own icon, which a browser asks for where a page names none
    if (url === "/favicon.ico") return response.writeHead(204).end();
    const [, folder = "", path = ""] = FILE.exec(decodeURI(new URL(url, "http://host").pathname)) ?? [];
    const name = normalize(path === "" || path.endsWith("/") ? `${path}index.html` : path);
    const bytes = await readFile(join(dist, name)).catch(() => null);
    if (!folder || name.startsWith("..") || bytes === null) return response.writeHead(404).end();
    const type = TYPES[extname(name)] ?? "application/octet-stream";
    const headers = { "content-type": type, "cache-control": "max-age=3600" };
    if (extname(name) !== ".html") return response.writeHead(200, headers).end(bytes);
    const { page, policy } = dress(bytes.toString(), variantOf(folder));
    response.writeHead(200, policy ? { ...headers, "content-security-policy": policy } : headers).end(page);
  };
}

/** Another origin: a page of somebody's course with the circuit in a frame. */
const framer: RequestListener = ({ url = "" }, response) => {
  const framed = new URL(url, "http://host").searchParams.get("frame") ?? "";
  const source = framed.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(`<!doctype html>
<html lang="en"><head><title>A course page</title></head><body><h1>Week 2</h1>
<iframe src="${source}" title="Circuit" width="100%" height="640" sandbox="allow-scripts"></iframe></body></html>`);
};

async function listen(listener: RequestListener): Promise<{ server: Server; origin: string }> {
  const server = createServer(listener);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

export async function openSite(dist: string): Promise<Site> {
  for (const page of ["index.html", "gradcircuit.html", "embed.html"]) {
    if (!existsSync(join(dist, page))) throw new Error(`${join(dist, page)} is missing: run npm run build`);
  }
  const host = await listen(courseHost(dist));
  const course = await listen(framer);
  const folder = await mkdtemp(join(tmpdir(), "gradcircuit-"));

  async function file(variant: Variant, page: string): Promise<string> {
    const built = join(dist, page);
    if (folderOf(variant) === "as-built") return pathToFileURL(built).href;
    const copy = join(folder, `${folderOf(variant)}-${basename(page)}`);
    await writeFile(copy, dress(await readFile(built, "utf8"), variant).page);
    return pathToFileURL(copy).href;
  }

  return {
    async address(place, fragment = "", variant = {}, page = PAGES[place]) {
      const hash = fragment && `#${fragment}`;
      const served = `${host.origin}/course/${folderOf(variant)}/gradcircuit/`;
      switch (place) {
        case "site":
          return served + page + hash;
        case "file":
          return (await file(variant, page)) + hash;
        case "embed":
          return `${course.origin}/?frame=${encodeURIComponent(`${served}${page}${hash}`)}`;
      }
    },
    async close() {
      for (const { server } of [host, course]) {
        server.closeAllConnections();
        server.close();
      }
      await rm(folder, { recursive: true });
    },
  };
}

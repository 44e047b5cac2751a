/**
 * Where things are on the site. On a host a page has a directory of its own, and its state is the fragment. A single file has both in
 * the fragment, `#/labs/start/?seed=3`; without a path it shows the first page, whose links are the same everywhere: `#e=x*y`.
 */
import { IS_ONE_FILE } from "../product.js";

export interface Place {
  /** Ends in `/labs/start/`, from wherever the site is. */
  path: string;
  /** Without `#`. */
  fragment: string;
}

export function placeOf({ pathname, hash }: { pathname: string; hash: string }, isOneFile = IS_ONE_FILE): Place {
  const text = hash.slice(1);
  if (!isOneFile) return { path: pathname, fragment: text };
  if (!text.startsWith("/")) return { path: "/", fragment: text };
  const end = text.indexOf("?");
  return end < 0 ? { path: text, fragment: "" } : { path: text.slice(0, end), fragment: text.slice(end + 1) };
}

/**
 * The address of a page.
 * @param root the way from where the reader is to the site's first page: `./`, `../`
 * @param path from there: `labs/start/`; empty for the first page
 */
export function addressOf(root: string, path: string, fragment = "", isOneFile = IS_ONE_FILE): string {
  if (!isOneFile) return root + path + (fragment && `#${fragment}`);
  if (path === "" && fragment !== "") return `#${fragment}`;
  return `#/${path}${fragment && `?${fragment}`}`;
}

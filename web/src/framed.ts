/** What every embed reads in its address: the fragment, or the query where a course system drops fragments. */
import { direction, locale, setLocale } from "./locales/index.js";
import { type Link, parseLink } from "./state/url.js";

/** Calls `show` with the link, as it is read and as it is written, now and whenever it changes, in the link's language and theme. */
export function follow(show: (link: Link, fragment: string) => void): void {
  const read = async () => {
    const fragment = location.hash.length > 1 ? location.hash : location.search;
    const link = parseLink(fragment);
    const root = document.documentElement;
    root.dataset.theme = link.theme ?? "";
    await setLocale(link.language ?? navigator.language);
    root.lang = locale();
    root.dir = direction();
    show(link, fragment);
  };
  void read();
  window.addEventListener("hashchange", read);
}

/**
 * Tells the page around how high the content is, in the words that Canvas understands, now and whenever it changes. A height is no secret:
 * whoever frames it may know.
 */
export function reportHeight(content: Element): void {
  if (parent === window) return;
  new ResizeObserver(() => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    parent.postMessage({ subject: "lti.frameResize", height }, "*");
  }).observe(content);
}

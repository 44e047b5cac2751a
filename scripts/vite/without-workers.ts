import type { Plugin } from "vite";

const ID = "\0without-worker";

/** A page that is one file has no script beside it that could be a worker's: its address is empty, and what it would do is done on the page. */
export function withoutWorkers(): Plugin {
  return {
    name: "gradcircuit:without-workers",
    enforce: "pre",
    resolveId: (id) => (id.endsWith("?worker&url") ? ID : null),
    load: (id) => (id === ID ? 'export default "";' : null),
  };
}

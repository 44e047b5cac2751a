/// <reference types="vite/types/importMeta.d.ts" />

// the question marks: tests of the built pages read scenes too, without Vite

/** False only while embed.html is built: what nobody can do in a frame is then left out of it. */
export const IS_SITE = import.meta.env?.MODE !== "embed";

/** True only while gradcircuit.html is built, which has no other pages beside it. */
export const IS_ONE_FILE = import.meta.env?.MODE === "one-file";

/// <reference types="vite/types/importMeta.d.ts" />

// the question marks: tests of the built pages read scenes too, without Vite

/** True only while a lab is built as an embed: nothing of a circuit is in it. */
export const IS_LAB_EMBED = import.meta.env?.MODE === "lab-embed";

/** False only while an embed is built: what nobody can do in a frame is then left out of it. */
export const IS_SITE = import.meta.env?.MODE !== "embed" && !IS_LAB_EMBED;

/** True only while gradcircuit.html is built, which has no other pages beside it. */
export const IS_ONE_FILE = import.meta.env?.MODE === "one-file";

/**
 * English, the one language that is always loaded, one file a subject. An embed does without what only the site says, and has the engine’s own
 * words for errors and notes; that of a lab without what is said of circuits, too.
 */
import bug from "../../locales/en/bug.ftl";
import check from "../../locales/en/check.ftl";
import cover from "../../locales/en/cover.ftl";
import diagnostics from "../../locales/en/diagnostics.ftl";
import forward from "../../locales/en/forward.ftl";
import gallery from "../../locales/en/gallery.ftl";
import picture from "../../locales/en/picture.ftl";
import room from "../../locales/en/room.ftl";
import sentence from "../../locales/en/sentence.ftl";
import share from "../../locales/en/share.ftl";
import site from "../../locales/en/site.ftl";
import spoken from "../../locales/en/spoken.ftl";
import why from "../../locales/en/why.ftl";
import workbench from "../../locales/en/workbench.ftl";
import { IS_LAB_EMBED, IS_SITE } from "../product.js";

/** What is said of circuits. */
export const ofCircuits = [sentence, spoken, why, cover, picture, room];

const onTheSite = [diagnostics, site, gallery, workbench, check, forward, bug];

export const english = IS_LAB_EMBED ? share : [...ofCircuits, share, ...(IS_SITE ? onTheSite : [])].join("\n");

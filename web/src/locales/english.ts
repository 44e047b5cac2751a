/** English, the one language that is always loaded, one file a subject. */
import cover from "../../locales/en/cover.ftl";
import diagnostics from "../../locales/en/diagnostics.ftl";
import gallery from "../../locales/en/gallery.ftl";
import picture from "../../locales/en/picture.ftl";
import room from "../../locales/en/room.ftl";
import sentence from "../../locales/en/sentence.ftl";
import spoken from "../../locales/en/spoken.ftl";
import why from "../../locales/en/why.ftl";

export const english = [sentence, spoken, why, cover, diagnostics, picture, room, gallery].join("\n");

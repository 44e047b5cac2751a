/** English, the one language that is always loaded, one file a subject. */
import cover from "../../locales/en/cover.ftl?raw";
import diagnostics from "../../locales/en/diagnostics.ftl?raw";
import gallery from "../../locales/en/gallery.ftl?raw";
import room from "../../locales/en/room.ftl?raw";
import sentence from "../../locales/en/sentence.ftl?raw";
import spoken from "../../locales/en/spoken.ftl?raw";
import why from "../../locales/en/why.ftl?raw";

export const english: readonly string[] = [sentence, spoken, why, cover, diagnostics, room, gallery];

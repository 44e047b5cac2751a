/** The labs, whose element, page and embed are of one name. */
import { ELEMENTS, type LabName } from "../../../../web/src/rooms/labs/elements.js";

export type { LabName };
export const LABS = Object.keys(ELEMENTS) as LabName[];

/** Adds the messages of the Reference room to those that every page has. */
import reference from "../../locales/en/reference.ftl";
import { addMessages } from "./index.js";

addMessages(reference);

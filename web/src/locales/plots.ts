/** Adds the messages of plots to those that every page has. */
import plots from "../../locales/en/plots.ftl";
import { addMessages } from "./index.js";

addMessages(plots);

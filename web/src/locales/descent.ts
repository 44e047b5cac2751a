/** Adds the messages of the lab Walking downhill to those that every page has. */
import chart from "../../locales/en/chart.ftl";
import descent from "../../locales/en/descent.ftl";
import plots from "../../locales/en/plots.ftl";
import { addMessages } from "./index.js";

addMessages(`${chart}\n${descent}\n${plots}`);

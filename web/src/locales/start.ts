/** Adds the messages of the lab of starting weights to those that every page has. */
import chart from "../../locales/en/chart.ftl";
import start from "../../locales/en/start.ftl";
import updates from "../../locales/en/updates.ftl";
import { addMessages } from "./index.js";

addMessages(`${chart}\n${start}\n${updates}`);

/** Adds the messages of the labs' page to those that every page has. */
import chart from "../../locales/en/chart.ftl";
import labs from "../../locales/en/labs.ftl";
import { addMessages } from "./index.js";

addMessages(`${chart}\n${labs}`);

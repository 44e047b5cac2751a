/** Adds the messages of the lab One network to those that every page has. */
import chart from "../../locales/en/chart.ftl";
import network from "../../locales/en/network.ftl";
import updates from "../../locales/en/updates.ftl";
import { addMessages } from "./index.js";

addMessages(`${chart}\n${network}\n${updates}`);

/** Adds the messages of the lab One network to those that every page has. */
import chart from "../../locales/en/chart.ftl";
import data from "../../locales/en/data.ftl";
import network from "../../locales/en/network.ftl";
import updates from "../../locales/en/updates.ftl";
import { IS_LAB_EMBED } from "../product.js";
import { ofCircuits } from "./english.js";
import { addMessages } from "./index.js";

// an embed of a lab has none of what is said of circuits, but this lab draws one
const circuits = IS_LAB_EMBED ? ofCircuits : [];
addMessages([chart, data, network, updates, ...circuits].join("\n"));

/** Adds the messages of data and of number fields to those that every page has. */
import data from "../../locales/en/data.ftl";
import { addMessages } from "./index.js";

addMessages(data);

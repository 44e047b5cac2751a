/** One lab in somebody else's page: no storage, no worker, nothing fetched. */
import "./styles/page.css";
import { lab as name } from "virtual:lab";
import { follow, reportHeight } from "./framed.js";
import { ELEMENTS, type Lab } from "./rooms/labs/elements.js";
import "./rooms/lab-frame.js";

const lab = document.createElement(ELEMENTS[name]) as Lab;
const frame = document.createElement("lab-frame");
frame.name = name;
frame.append(lab);
follow((_link, fragment) => (lab.fragment = fragment));
document.body.append(frame);
reportHeight(frame);

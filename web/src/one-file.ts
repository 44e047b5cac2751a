/** The whole site in one file: the room that the fragment names, and another one when that changes. */
import "./styles/page.css";
import { placeOf } from "./scene/addresses.js";
import "./rooms/grad-site.js";
import "./rooms/labs-site.js";
import "./rooms/reference-site.js";

const ROOMS: Record<string, string> = { labs: "labs-site", reference: "reference-site" };
let room: HTMLElement | null = null;
let shown = "";

function show(): void {
  const { path } = placeOf(location);
  const name = path.split("/")[1] ?? "";
  // the Reference goes from one gate to another by itself
  const wanted = name === "reference" ? name : path;
  if (wanted === shown) return;
  shown = wanted;
  room?.remove();
  room = document.createElement(ROOMS[name] ?? "grad-site");
  document.body.prepend(room);
}
show();
window.addEventListener("hashchange", show);

/**
 * One circuit in somebody else's page: no storage, no worker, nothing fetched. The circuit comes in the fragment, or in
 * the query where a course system drops fragments.
 */
import "./styles/page.css";
import { direction, locale, setLocale } from "./locales/index.js";
import type { GradCircuit } from "./rooms/grad-circuit.js";
import "./rooms/grad-circuit.js";
import { parseLink } from "./state/url.js";

function readLink() {
  return parseLink(location.hash.length > 1 ? location.hash : location.search);
}

async function show(circuit: GradCircuit): Promise<void> {
  const link = readLink();
  const root = document.documentElement;
  if (link.theme) root.dataset.theme = link.theme;
  else delete root.dataset.theme;
  await setLocale(link.language ?? navigator.language);
  root.lang = locale();
  root.dir = direction();
  circuit.link = link;
}

const circuit = document.createElement("grad-circuit");
circuit.embedded = true;
circuit.address = location.protocol.startsWith("http") ? new URL("./", location.href).href : "";
void show(circuit);
document.body.append(circuit);
window.addEventListener("hashchange", () => void show(circuit));

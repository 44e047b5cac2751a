/** One circuit in somebody else's page: no storage, no worker, nothing fetched. */
import "./styles/page.css";
import { follow } from "./framed.js";
import "./rooms/grad-circuit.js";

const circuit = document.createElement("grad-circuit");
circuit.embedded = true;
circuit.address = location.protocol.startsWith("http") ? new URL("./", location.href).href : "";
follow((link) => (circuit.link = link));
document.body.append(circuit);

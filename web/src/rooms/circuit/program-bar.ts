/** The program above the circuit, what can be done with it, and what the engine notes about it. */
import { html, nothing, type TemplateResult } from "lit";
import * as icons from "../../components/icons.js";
import type { Diagnostic, Explanation } from "../../engine/protocol.js";
import { diagnosticWords } from "../../locales/diagnostics.js";
import { msg } from "../../locales/index.js";
import { IS_SITE } from "../../product.js";
import { hasMatrices } from "../../scene/arranged.js";
import type { GradCircuit } from "../grad-circuit.js";
import type { Session } from "./session.js";
import "../../components/more-menu.js";
import "../../components/program-line.js";
import "../../components/share-menu.js";

/** Values that the page keeps beside the text, in case a name comes back, are no news; the first NaN is in the picture. */
const UNSAID = new Set(["unused_at", "at_computed", "first_non_finite"]);

export function program(host: GradCircuit, session: Session): TemplateResult {
  const { circuit, explanation, linked } = session;
  const { history } = circuit;
  const span = linked === null || circuit.error ? null : (explanation?.graph.nodes[linked]?.span ?? null);
  const isCompact = host.embedded || host.form === "phone";
  const notes = circuit.error ? [] : notesOf(explanation);
  // a drag through a corner must not move the picture away under the hand
  const [note] = session.drag.before === null || notesOf(session.drag.before).length > 0 ? notes : [];
  const keepsRoom = !note && notesOf(session.drag.before).length > 0;
  return html`<div class="program">
    <program-line .program=${circuit.document.program} .error=${circuit.error} .linked=${span}></program-line>
    <div class="tools" role="group" aria-label=${msg("room-tools")}>
      ${!IS_SITE || host.embedded ? nothing : html`<gallery-menu ?compact=${isCompact} .groups=${host.examples}></gallery-menu>`}
      <share-menu ?simple=${host.embedded} ?compact=${isCompact} .addresses=${host.addresses}></share-menu>
      ${tool("undo", icons.undo, history.canUndo || circuit.isAhead, () => session.undo())}
      ${tool("redo", icons.redo, history.canRedo, () => session.redo())}
      <more-menu
        .explanation=${explanation}
        .output=${circuit.document.output}
        .start=${circuit.document.outputAdjoint}
        ?table=${host.showsTable}
        .layout=${IS_SITE && !host.embedded && explanation && hasMatrices(explanation) ? session.layout : null}
      ></more-menu>
    </div>
    ${IS_SITE && session.bugs ? html`<bug-banner class="banner" .explanation=${explanation} ?secret=${session.bugs.game.isSecret}></bug-banner>` : nothing}
    ${note ? remark(session, note) : keepsRoom ? html`<p class="note">${"\u00a0"}</p>` : nothing}
  </div>`;
}

function notesOf(explanation: Explanation | null): Diagnostic[] {
  return (explanation?.notes ?? []).filter(({ code }) => !UNSAID.has(code));
}

/** A note, which points at its place and opens its Why. */
function remark(session: Session, note: Diagnostic): TemplateResult {
  const { message } = diagnosticWords(note);
  const { node } = note;
  if (node === undefined) return html`<p class="note">${message}</p>`;
  return html`<button
    class="quiet note"
    @pointerenter=${() => session.point(node)}
    @pointerleave=${() => session.point(null)}
    @click=${() => session.select(node)}
  >
    ${message}
  </button>`;
}

function tool(name: string, icon: TemplateResult, isPossible: boolean, act: () => void): TemplateResult {
  const label = msg(`room-${name}`);
  return html`<button class="icon quiet" aria-label=${label} title=${label} ?disabled=${!isPossible} @click=${act}>
    ${icon}
  </button>`;
}

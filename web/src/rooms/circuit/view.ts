/** What the room looks like: its session as a template. */
import { html, nothing, type TemplateResult } from "lit";
import * as icons from "../../components/icons.js";
import type { Diagnostic, Explanation } from "../../engine/protocol.js";
import { diagnosticWords } from "../../locales/diagnostics.js";
import { msg } from "../../locales/index.js";
import { IS_SITE } from "../../product.js";
import { arranged, hasMatrices } from "../../scene/arranged.js";
import { type Message, message } from "../../scene/message.js";
import type { CircuitState } from "../../scene/model.js";
import { nodeWords } from "../../scene/names.js";
import { spokenNudge } from "../../scene/nudge.js";
import { isTooLarge, sizeOf } from "../../state/picture.js";
import type { GradCircuit } from "../grad-circuit.js";
import { offered, said } from "./guide-view.js";
import { pictureTools } from "./picture-tools.js";
import { FIRST_CIRCUIT, type Session } from "./session.js";
import "../../components/check-panel.js";
import "../../components/circuit-sentence.js";
import "../../components/circuit-view.js";
import "../../components/code-panel.js";
import "../../components/cover-slot.js";
import "../../components/gate-table.js";
import "../../components/more-menu.js";
import "../../components/nudge-readout.js";
import "../../components/live-region.js";
import "../../components/program-line.js";
import "../../components/share-menu.js";
import "../../components/tab-panel.js";
import "../../components/timeline-bar.js";
import "../../components/why-panel.js";

/** Values that the page keeps beside the text, in case a name comes back, are no news; the first NaN is in the picture. */
const UNSAID = new Set(["unused_at", "at_computed", "first_non_finite"]);

/** While the engine loads the program can already be read; nothing moves when the rest arrives. */
export function loading({ link, form }: GradCircuit): TemplateResult {
  return html`<div class="room ${form}">
    <div class="program" inert><program-line .program=${link.program ?? FIRST_CIRCUIT.program}></program-line></div>
    <div class="main">
      <div class="picture"><p class="placeholder" role="status">${msg("room-loading")}</p></div>
      <div class="lower">
        <div class="words"></div>
        <timeline-bar ?phone=${form === "phone"}></timeline-bar>
      </div>
    </div>
  </div>`;
}

export function room(host: GradCircuit, session: Session): TemplateResult {
  const { form } = host;
  const hasPanel = session.tab !== null && !host.projector;
  const { state } = session;
  const rest = state && session.restOf(state);
  const isValuesOnly = session.explanation !== null && isTooLarge(session.explanation);
  return html`<div class="room ${form} ${hasPanel ? "with-panel" : ""}">
    ${program(host, session)}
    <div class="main">
      <section class="picture ${session.circuit.error ? "stale" : ""}" aria-label=${msg("room-circuit")}>
        ${picture(host, session, state)} ${pictureTools(session, form === "phone", host)} ${offered(
          session,
          () => host.wonder(),
          () => host.typeYourOwn(),
        )}
      </section>
      <div class="lower">
        <div class="words">${words(host, session, rest)}</div>
        <timeline-bar
          .steps=${session.explanation?.steps ?? []}
          .time=${session.time}
          .playing=${session.playback.clock.playing}
          .speed=${session.playback.clock.speed}
          ?phone=${form === "phone"}
        ></timeline-bar>
      </div>
    </div>
    ${panel(host, session, rest)}
    <section class="table ${host.showsTable || isValuesOnly ? "" : "visually-hidden"}">
      <gate-table .state=${state} .level=${session.covers.level}></gate-table>
    </section>
    <live-region
      .state=${state}
      .message=${spoken(session, state)}
      .cover=${session.covers.mode}
      .playing=${session.playback.clock.playing}
      .full=${host.speech === "full"}
    ></live-region>
  </div>
    ${
      IS_SITE && host.printing?.isOn && !host.embedded
        ? html`<print-sheet
            .explanation=${onPaper(session)}
            .program=${session.circuit.document.program}
            .ops=${session.ops}
          ></print-sheet>`
        : nothing
    }`;
}

/** A worksheet is one of backprop. */
function onPaper({ circuit, shown, layout }: Session): Explanation | null {
  if (circuit.forward === null) return shown;
  const reply = circuit.explainOther(circuit.request);
  return reply.ok ? arranged(reply, layout) : null;
}

/** What is said besides the steps. An error is spoken by the program line itself. */
function spoken(session: Session, state: CircuitState | null): Message | null {
  const { explanation, drag, covers } = session;
  if (explanation && state && drag.nudge) return spokenNudge(explanation, drag.nudge, state.covered);
  // one voice: what is said in a moment comes in the place of what is said at first
  if (IS_SITE && covers.verdict?.isPending) return null;
  if (IS_SITE && !covers.verdict && session.workbench?.worksheet.said) return session.workbench.worksheet.said;
  if (covers.verdict) return covers.verdict.message;
  if (IS_SITE && session.forward?.notice) return session.forward.notice;
  const now = session.firstMinute?.now;
  if (IS_SITE && explanation && now?.stage === "drag")
    return message("spoken-drag", { input: nodeWords(explanation, now.input) });
  const guide = said(session);
  return guide && ("id" in guide ? guide : guide[0]);
}

function program(host: GradCircuit, session: Session): TemplateResult {
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

function picture(host: GradCircuit, session: Session, state: CircuitState | null): TemplateResult {
  const { explanation } = session;
  if (!state || !explanation) return html`<p class="placeholder">${msg("room-nothing-yet")}</p>`;
  if (isTooLarge(explanation)) {
    return html`<p class="placeholder small">${msg("room-values-only", sizeOf(explanation))}</p>`;
  }
  const camera = host.projector ? "projector" : host.form === "phone" ? "phone" : "full";
  return html`<circuit-view
    .state=${state}
    .camera=${camera}
    .ops=${session.ops}
    .atGrip=${session.drag.before}
    .asked=${isAskedInPicture(host, session) ? session.asking : null}
  ></circuit-view>`;
}

/** A number fits into its slot; a sign is pressed and an expression is long: those are asked below. */
function isAskedInPicture({ projector }: GradCircuit, { covers }: Session): boolean {
  return covers.level === "number" && !projector;
}

/** One voice at a time: a drag, then a question, then whatever there is to say of the step. */
function words(host: GradCircuit, session: Session, state: CircuitState | null): TemplateResult {
  const { explanation, covers, drag, circuit } = session;
  if (explanation && circuit.error) {
    return html`<circuit-sentence .state=${state} .message=${message("sentence-stale")}></circuit-sentence>`;
  }
  if (explanation && drag.nudge) {
    return html`<nudge-readout .explanation=${explanation} .nudge=${drag.nudge} .covered=${state?.covered}></nudge-readout>`;
  }
  const asked = session.asking;
  if (explanation && asked !== null && !isAskedInPicture(host, session)) {
    return html`<cover-slot
      .explanation=${explanation}
      .key=${asked}
      .level=${covers.level}
      .verdict=${covers.verdict}
    ></cover-slot>`;
  }
  const { refused } = session.pictures;
  const tooMany = refused === null ? null : message("room-too-many", { count: refused });
  return html`<circuit-sentence
    .state=${state}
    .ops=${session.ops}
    .message=${tooMany ?? (IS_SITE ? session.forward?.notice : null) ?? said(session)}
  ></circuit-sentence>`;
}

function panel(host: GradCircuit, session: Session, state: CircuitState | null): TemplateResult {
  const { tab } = session;
  const form = { phone: "sheet", below: "below", beside: "column" }[host.form];
  return html`<tab-panel .open=${tab} .form=${form}>
    ${tab === "why" ? why(session, state) : nothing}
    ${tab === "code" ? code(host, session, state) : nothing}
    ${tab === "check" ? check(session) : nothing}
  </tab-panel>`;
}

function why(session: Session, state: CircuitState | null): TemplateResult {
  const { workbench, ops, explanation } = session;
  const dependence =
    IS_SITE && workbench
      ? html`<jacobian-view
          .explanation=${explanation}
          .dependence=${workbench.dependence}
          .jacobian=${workbench.jacobian}
          .layout=${session.layout}
        ></jacobian-view>`
      : nothing;
  return html`<div slot="why">
    <why-panel
      .state=${state}
      .key=${session.asked}
      .ops=${ops}
      .derivative=${workbench?.derivative ?? null}
      .order=${workbench?.order ?? 1}
    ></why-panel>
    ${IS_SITE && session.plots?.shown ? plots(session, state) : nothing} ${dependence}
  </div>`;
}

/** Drawn by what loads with the engine that samples them. */
function plots({ plots, explanation }: Session, state: CircuitState | null): TemplateResult {
  return html`<input-plots .explanation=${explanation} .plots=${plots?.shown} .covered=${state?.covered}></input-plots>`;
}

/** On the site also at every step width, below the table. */
function check(session: Session): TemplateResult {
  const { workbench, explanation } = session;
  if (!IS_SITE || !workbench) return html`<check-panel slot="check" .explanation=${explanation}></check-panel>`;
  const { bugs, forward, circuit } = session;
  const answer = workbench.explanation;
  const report = answer?.check_sweep ?? null;
  return html`<div slot="check">
    <check-panel .explanation=${explanation} .report=${report} .chosen=${workbench.checkOf}>
      <sweep-plot .explanation=${explanation} .report=${report} ?failed=${workbench.failed}></sweep-plot>
      <bug-panel
        .explanation=${explanation}
        .bugs=${answer?.bugs ?? null}
        .examined=${answer?.examined ?? null}
        .game=${bugs?.game}
        ?failed=${bugs?.failed ?? workbench.failed}
        ?crowded=${(answer?.notes ?? []).some(({ code }) => code === "check_left_out")}
      ></bug-panel>
    </check-panel>
    <forward-panel
      .explanation=${explanation}
      .cost=${answer?.cost ?? null}
      .chosen=${forward?.chosen ?? null}
      ?on=${circuit.forward !== null}
      ?failed=${forward?.failed || workbench.failed}
    ></forward-panel>
  </div>`;
}

/** On the site the program in other languages too, around the program itself. */
function code(host: GradCircuit, session: Session, state: CircuitState | null): TemplateResult {
  const { workbench, circuit, explanation } = session;
  const program = (slot: string) => html`<code-panel
    slot=${slot}
    .program=${circuit.document.program}
    .explanation=${explanation}
    .linked=${state?.linked ?? null}
    ?paperless=${host.embedded}
  ></code-panel>`;
  if (!IS_SITE || !workbench) return program("code");
  return html`<generated-code
    slot="code"
    .explanation=${workbench.explanation}
    .view=${workbench.codeView}
    .layout=${session.layout}
    .step=${explanation?.steps?.[Math.ceil(session.time) - 1] ?? null}
    .linked=${state?.linked ?? null}
    .gaps=${workbench.worksheet.gaps}
    .states=${workbench.worksheet.states}
    ?failed=${workbench.failed}
    >${program("")}</generated-code
  >`;
}

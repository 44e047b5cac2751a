/** What the room looks like: its session as a template. */
import { html, nothing, type TemplateResult } from "lit";
import type { Explanation } from "../../engine/protocol.js";
import { msg } from "../../locales/index.js";
import { IS_SITE } from "../../product.js";
import { arranged } from "../../scene/arranged.js";
import { type Message, message } from "../../scene/message.js";
import type { CircuitState } from "../../scene/model.js";
import { nodeWords } from "../../scene/names.js";
import { spokenNudge } from "../../scene/nudge.js";
import { isTooLarge, sizeOf } from "../../state/picture.js";
import type { GradCircuit } from "../grad-circuit.js";
import { offered, said } from "./guide-view.js";
import { FIRST_CIRCUIT } from "./link.js";
import { panel } from "./panels.js";
import { pictureTools } from "./picture-tools.js";
import { program } from "./program-bar.js";
import type { Session } from "./session.js";
import "../../components/circuit-sentence.js";
import "../../components/circuit-view.js";
import "../../components/cover-slot.js";
import "../../components/gate-table.js";
import "../../components/nudge-readout.js";
import "../../components/live-region.js";
import "../../components/program-line.js";
import "../../components/timeline-bar.js";

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
  const rest = state && session.rest.of(state);
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
    .asked=${isAskedInPicture(host, session) ? session.covers.asking : null}
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
  const asked = session.covers.asking;
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

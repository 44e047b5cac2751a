/** What lies over the upper right corner of the picture: zoom and cover, or the way back from forward mode. */
import { html, nothing, type TemplateResult } from "lit";
import * as icons from "../../components/icons.js";
import { msg } from "../../locales/index.js";
import { IS_SITE } from "../../product.js";
import { hasMatrices } from "../../scene/arranged.js";
import type { CoverMode } from "../../scene/model.js";
import type { CoverLevel } from "../../state/answers.js";
import type { Zoom } from "../../state/url.js";
import type { GradCircuit } from "../grad-circuit.js";
import type { Session } from "./session.js";
import "../../components/pop-menu.js";

export const COVERS: readonly CoverMode[] = ["off", "next", "gradients", "all"];
const LEVELS: readonly CoverLevel[] = ["sign", "number", "expression"];

export function pictureTools(session: Session, isPhone: boolean, host: GradCircuit): TemplateResult {
  const last =
    IS_SITE && session.forward?.isOn
      ? html`<button aria-label=${msg("forward-back")} @click=${() => backToBackprop(host)}>
          ${msg(isPhone ? "forward-back-short" : "forward-back")}
        </button>`
      : cover(session, isPhone);
  return html`<div class="picture-tools">${zoom(session)} ${last}</div>`;
}

/** The button that leads back goes with it: the focus waits in the picture. */
export function backToBackprop(host: GradCircuit): void {
  host.focus();
  host.session?.forward?.end();
}

/** Only where there is something to zoom out to. */
function zoom(session: Session): TemplateResult | typeof nothing {
  const { explanation, circuit } = session;
  if (!explanation || explanation.graph.stages.length < 2) return nothing;
  const shown = circuit.choice.zoom === "matrices" ? "matrices" : circuit.picture.zoom;
  const zooms: Zoom[] = IS_SITE && hasMatrices(explanation) ? ["gates", "stages", "matrices"] : ["gates", "stages"];
  return html`<div class="segments" role="group" aria-label=${msg("room-zoom")}>
    ${zooms.map(
      (zoom) => html`<button aria-pressed=${zoom === shown} @click=${() => session.pictures.zoom(zoom)}>
        ${msg(`room-zoom-${zoom}`)}
      </button>`,
    )}
  </div>`;
}

function cover(session: Session, isPhone: boolean): TemplateResult {
  const { mode, level } = session.covers;
  const label = mode === "off" ? msg("room-cover") : msg("room-cover-is", { mode });
  return html`<pop-menu ?compact=${isPhone} label=${label}>
    <span slot="icon">${icons.cover}</span>
    <div class="menu">
      <div role="group" aria-label=${msg("room-cover")}>
        <span class="label">${msg("room-cover-hint")}</span>
        ${COVERS.map((choice) => option(`room-cover-${choice}`, choice === mode, () => session.covers.choose(choice)))}
      </div>
      <div role="group" aria-label=${msg("room-level")}>
        <span class="label">${msg("room-level")}</span>
        ${LEVELS.map((choice) => option(`room-level-${choice}`, choice === level, () => session.covers.answerWith(choice)))}
      </div>
    </div>
  </pop-menu>`;
}

function option(id: string, isChosen: boolean, choose: () => void): TemplateResult {
  return html`<button class="quiet option" aria-pressed=${isChosen} @click=${choose}>
    <span class="check" aria-hidden="true">${isChosen ? icons.check : nothing}</span>${msg(id)}
  </button>`;
}

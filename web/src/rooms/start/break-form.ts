/** Which weight of experiment 3 is changed, and by how much: the student's choice. */
import { html, nothing, type TemplateResult } from "lit";
import { msg } from "../../locales/index.js";
import { WEIGHTS, type WeightName } from "../../state/start-link.js";
import { HIDDEN } from "./experiments.js";
import type { StartSession } from "./session.js";

export function breakForm(session: StartSession): TemplateResult {
  const { unit, weight, by } = session.setting;
  const { byText } = session;
  const isWrong = byText !== null;
  return html`<div class="row">
      <label
        >${msg("start-break-unit")}
        <select @change=${(event: Event) => session.change({ unit: Number(chosen(event)) })}>
          ${Array.from(
            { length: HIDDEN },
            (_, i) => html`<option value=${i + 1} ?selected=${i + 1 === unit}>${i + 1}</option>`,
          )}
        </select>
      </label>
      <label
        >${msg("start-break-weight")}
        <select @change=${(event: Event) => session.change({ weight: chosen(event) as WeightName })}>
          ${WEIGHTS.map(
            (name) => html`<option value=${name} ?selected=${name === weight}>${msg(`start-weight-${name}`)}</option>`,
          )}
        </select>
      </label>
      <label
        >${msg("start-break-by")}
        <input
          type="text"
          inputmode="decimal"
          autocomplete="off"
          .value=${byText ?? String(by).replace("-", "−")}
          aria-invalid=${isWrong ? "true" : "false"}
          aria-describedby="by-wrong"
          @change=${(event: Event) => session.changeBy(chosen(event))}
        />
      </label>
    </div>
    <p class="wrong" id="by-wrong" role="alert">${isWrong ? msg("start-by-wrong") : nothing}</p>`;
}

function chosen(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

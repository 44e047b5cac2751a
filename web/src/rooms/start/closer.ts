/** "Look closer": what the runs of an experiment are inside, at the update that is shown. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/layer-details.js";
import type { TrainFrame } from "../../engine/protocol-train.js";
import { msg } from "../../locales/index.js";
import { formatNumber } from "../../scene/numbers.js";
import { distances } from "../../scene/units.js";
import { HISTOGRAM } from "./experiments.js";

export function closer(names: readonly string[], frames: readonly TrainFrame[]): TemplateResult {
  return html`<details>
    <summary>${msg("start-closer")}</summary>
    <p class="hint">${msg("start-saturated-hint")}</p>
    <div class="closer">
      ${frames.map((frame, i) => {
        const run = msg(`start-run-${names[i]}`);
        return html`<section>
          <h3>${run}</h3>
          ${units(frame)}
          <layer-details label=${msg("start-layers-of", { run })} .frame=${frame} .range=${HISTOGRAM}></layer-details>
        </section>`;
      })}
    </div>
  </details>`;
}

function units({ layers, distinct_units: distinct }: TrainFrame): TemplateResult | typeof nothing {
  if (!layers || !distinct) return nothing;
  const rows = distances(layers);
  return html`<p>${msg("start-distinct", { distinct: distinct[0] ?? 0, total: rows.length })}</p>
    <p class="hint">${msg("start-matrix")}</p>
    <table aria-label=${msg("start-matrix")}>
      <thead>
        <tr>
          <th scope="col">${msg("start-unit")}</th>
          ${rows.map((_, i) => html`<th scope="col">${i + 1}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row, i) => html`<tr>
            <th scope="row">${i + 1}</th>
            ${row.map((distance) => html`<td class="number">${formatNumber(distance)}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>`;
}

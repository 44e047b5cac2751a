/** "Look closer": what the runs of an experiment are inside, at the update that is shown. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/layer-details.js";
import type { TrainFrame } from "../../engine/protocol.js";
import { msg } from "../../locales/index.js";
import { HISTOGRAM } from "./experiments.js";
import { unitMatrix } from "./unit-matrix.js";

export function closer(names: readonly string[], frames: readonly TrainFrame[]): TemplateResult {
  return html`<details>
    <summary>${msg("start-closer")}</summary>
    <p class="hint">${msg("start-saturated-hint")}</p>
    <div class="closer">
      ${frames.map((frame, i) => {
        const run = msg(`start-run-${names[i]}`);
        return html`<section>
          <h3>${run}</h3>
          ${frame.layers && frame.distinct_units ? unitMatrix(frame.layers, 1, frame.distinct_units[0] ?? 0) : nothing}
          <layer-details label=${msg("start-layers-of", { run })} .frame=${frame} .range=${HISTOGRAM}></layer-details>
        </section>`;
      })}
    </div>
  </details>`;
}

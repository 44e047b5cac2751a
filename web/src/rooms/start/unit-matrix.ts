/** How far the units of a layer are apart, in all that is theirs: which of them are one. */
import { html, nothing, type TemplateResult } from "lit";
import type { Layer } from "../../engine/protocol.js";
import { msg } from "../../locales/index.js";
import { formatNumber } from "../../scene/numbers.js";
import { distances } from "../../scene/units.js";

/** More rows than that are not read. */
const MOST = 16;

/** `layer` is counted from 1; `distinct` is the engine's count. */
export function unitMatrix(layers: readonly Layer[], layer: number, distinct: number): TemplateResult | typeof nothing {
  const rows = distances(layers.slice(layer - 1));
  if (rows.length < 2) return nothing;
  const label = msg("start-matrix");
  return html`<p>${msg("start-distinct-of", { distinct, total: rows.length, layer: String(layer) })}</p>
    ${
      rows.length > MOST
        ? nothing
        : html`<details>
            <summary>${label}</summary>
            <div class="scroll" tabindex="0" role="region" aria-label=${label}>
              <table aria-label=${label}>
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
                      ${row.map((distance) => html`<td class="number ${distance === 0 ? "one" : ""}">${formatNumber(distance)}</td>`)}
                    </tr>`,
                  )}
                </tbody>
              </table>
            </div>
          </details>`
    }`;
}

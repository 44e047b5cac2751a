/** The whole circuit as a strip 40 px high, with a window around what the phone's camera holds. No numbers: they would be too small. */
import { html, svg, type TemplateResult } from "lit";
import type { Layout } from "../scene/layout.js";
import type { Rect } from "../scene/metrics.js";
import { boxRect } from "../scene/still.js";

export function overview(layout: Layout, focus: Rect): TemplateResult {
  return html`<svg class="overview" viewBox="0 0 ${layout.width} ${layout.height}" aria-hidden="true">
    ${layout.wires.map(({ path }) => svg`<path class="wire" d=${path}></path>`)}
    ${layout.gates.map((gate) => {
      const { x, y, width, height } = boxRect(gate);
      return svg`<rect class="box" x=${x} y=${y} width=${width} height=${height} rx="12"></rect>`;
    })}
    <rect class="window" x=${focus.x - 8} y=${focus.y - 8} width=${focus.width + 16} height=${focus.height + 16} rx="12"></rect>
  </svg>`;
}

/** The icons of the controls, 20 × 20, drawn with the current colour. The text beside them or their label names them. */
import { html, svg, type TemplateResult } from "lit";

function icon(shapes: TemplateResult): TemplateResult {
  return html`<svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">${shapes}</svg>`;
}

export const play = icon(svg`<path class="solid" d="M6 3.8v12.4L16 10z" />`);
export const pause = icon(svg`<path d="M7 4.5v11M13 4.5v11" stroke-width="3" />`);
export const next = icon(svg`<path class="solid" d="M4.5 4.5v11L12 10z" /><path d="M15 4.5v11" stroke-width="2.5" />`);
export const back = icon(svg`<path class="solid" d="M15.5 4.5v11L8 10z" /><path d="M5 4.5v11" stroke-width="2.5" />`);
export const undo = icon(svg`<path d="M4 8h8a4 4 0 0 1 0 8H8M7.5 4.5 4 8l3.5 3.5" />`);
export const redo = icon(svg`<path d="M16 8H8a4 4 0 0 0 0 8h4M12.5 4.5 16 8l-3.5 3.5" />`);
export const more = icon(svg`<path class="solid" d="M4 9.9h.2M10 9.9h.2M16 9.9h.2" stroke-width="3" />`);
export const share = icon(svg`<path d="M10 12.5V3M6.5 6 10 2.8 13.5 6M5 9.5v7h10v-7" />`);
export const examples = icon(svg`<path d="M3.5 4.5h5v5h-5zM11.5 4.5h5v5h-5zM3.5 12h5v4h-5zM11.5 12h5v4h-5z" />`);
export const settings = icon(
  svg`<path d="M3 6h7m4 0h3M3 14h3m4 0h7" /><circle cx="12" cy="6" r="2" /><circle cx="8" cy="14" r="2" />`,
);
export const help = icon(
  svg`<path d="M7.2 7.4a2.8 2.8 0 1 1 4.3 2.4c-1 .7-1.5 1.2-1.5 2.4" /><path class="solid" d="M10 15.4v.1" stroke-width="2.4" />`,
);
export const close = icon(svg`<path d="m5 5 10 10M15 5 5 15" />`);
export const copy = icon(svg`<path d="M7 7h9v9H7zM13 7V4H4v9h3" />`);
export const printer = icon(svg`<path d="M6 8V3.5h8V8M6 14H3.5V8h13v6H14M6 11.5h8v5H6z" />`);
export const download = icon(svg`<path d="M10 3v9M6.5 9 10 12.5 13.5 9M4 16.5h12" />`);
export const chevron = icon(svg`<path d="m6 8 4 4 4-4" />`);
export const check = icon(svg`<path d="m4.5 10.5 4 4 7-9" />`);
export const cover = icon(svg`<path d="M3 10s2.6-4.5 7-4.5S17 10 17 10s-2.6 4.5-7 4.5S3 10 3 10zM4 16 16 4" />`);

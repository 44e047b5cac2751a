/** What a picture of a net is drawn of besides its lines. */
import { html, svg, type TemplateResult } from "lit";
import { msg } from "../locales/index.js";
import { LARGEST, type NumberMark, RADIUS } from "../scene/net-picture.js";

/** A gradient, until an update has used it: then what became of the weight. */
export function besideOf({ gradient, after }: Omit<NumberMark, "phase">): { look: string; text: string } | null {
  if (after !== null) return { look: "after", text: `→ ${after}` };
  return gradient === null ? null : { look: "gradient", text: gradient };
}

/** The value above and the gradient below; dotted slots while they are not computed. */
export function above({ x, y, value, gradient }: NumberMark & { x: number; y: number }): TemplateResult {
  const [up, down] = [y - RADIUS - 8, y + RADIUS + 18];
  return svg`${value === null ? slot(x, up - 5) : svg`<text class="value" x=${x} y=${up}>${value}</text>`}
    ${gradient === null ? slot(x, down - 5) : svg`<text class="gradient" x=${x} y=${down}>${gradient}</text>`}`;
}
function slot(x: number, y: number): TemplateResult {
  return svg`<rect class="slot" x=${x - 16} y=${y - 7} width="32" height="14" rx="3" />`;
}

/** How lines and numbers are read. */
export function legend(): TemplateResult {
  const line = (look: string, width: number) =>
    svg`<g class="edge ${look}"><path class="line" stroke-width=${width} d="M0 5H28" /></g>`;
  return html`<p class="legend" aria-hidden="true">
    <span><b class="value">${msg("picture-value")}</b></span>
    <span><b class="gradient">${msg("network-gradient-below")}</b></span>
    <span><svg viewBox="0 0 28 10">${line("positive", 3)}</svg>${msg("network-positive")}</span>
    <span><svg viewBox="0 0 28 10">${line("negative", 3)}</svg>${msg("network-negative")}</span>
    <span>${msg("network-widths", { largest: String(LARGEST) })}</span>
  </p>`;
}

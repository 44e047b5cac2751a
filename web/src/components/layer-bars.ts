/** <layer-bars>: how large the signal is in each layer, as bars on a fixed axis of powers of ten, with the factor a layer written. */
import { html, LitElement, nothing, svg, type TemplateResult } from "lit";
import { LocaleController, msg } from "../locales/index.js";
import { type Bar, barsScene } from "../scene/bars.js";
import { axisText } from "./axis-text.css.js";
import { controls } from "./controls.css.js";
import { barStyles } from "./layer-bars.css.js";
import { MeasuredWidth } from "./measured-width.js";

const WIDTHS = [240, 600] as const;

export class LayerBars extends LitElement {
  static override properties = {
    label: {},
    sizes: { attribute: false },
    range: { attribute: false },
    factor: {},
    width: { state: true },
  };
  declare label: string;
  declare sizes: readonly number[];
  /** Of the axis. */
  declare range: readonly [number, number];
  /** `×0.5 a layer: 0.5⁹ = 0.002` */
  declare factor: string;
  declare width: number;

  constructor() {
    super();
    this.label = "";
    this.sizes = [];
    this.range = [1e-6, 1e4];
    this.factor = "";
    this.width = 420;
    new LocaleController(this);
    new MeasuredWidth(this, WIDTHS);
  }

  static override styles = [controls, axisText, barStyles];

  protected override render(): TemplateResult | typeof nothing {
    if (this.sizes.length === 0) return nothing;
    const { width, height, frame, ticks, one, bars } = barsScene(this.sizes, this.range, this.width);
    const ends = [bars[0], bars.at(-1)] as [Bar, Bar];
    const words = msg("start-bars-words", { first: ends[0].text, last: ends[1].text, layers: String(bars.length) });
    return html`<p class="factor">${this.factor}</p>
      <svg class="bars" viewBox="0 0 ${width} ${height}" role="img" aria-label="${this.label}: ${words}">
        <g aria-hidden="true">
          ${ticks.map(
            ({ at, text }) => svg`<path class="grid" d="M${frame.left} ${at}H${frame.right}" />
            <text class="y" x=${frame.left - 8} y=${at}>${text}</text>`,
          )}
          ${bars.map(bar)}
          <path class="one" d="M${frame.left} ${one}H${frame.right}" />
          ${bars
            .filter(({ layer }) => layer === 1 || layer % 5 === 0)
            .map((at) => svg`<text class="x" x=${at.x + at.width / 2} y=${frame.bottom + 18}>${at.layer}</text>`)}
          <text class="x end" x=${frame.right} y=${frame.bottom + 35}>${msg("start-layer")}</text>
        </g>
      </svg>`;
  }
}

function bar({ x, width, top, height, beyond, isNumber }: Bar): TemplateResult {
  const middle = x + width / 2;
  return svg`<rect class="bar ${isNumber ? "" : "lost"}" x=${x} y=${top} width=${width} height=${height} />
    ${beyond === "above" ? svg`<path class="arrow" d="M${middle - 4} ${top - 4}l4 -6l4 6" />` : nothing}
    ${beyond === "below" ? svg`<path class="arrow" d="M${middle - 4} ${top + height + 4}l4 6l4 -6" />` : nothing}`;
}
customElements.define("layer-bars", LayerBars);

declare global {
  interface HTMLElementTagNameMap {
    "layer-bars": LayerBars;
  }
}

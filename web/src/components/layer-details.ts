/** <layer-details>: every layer of a net at one update, as numbers and as a histogram on a scale that stays. */
import { css, html, LitElement, nothing, svg, type TemplateResult } from "lit";
import type { TrainFrame } from "../engine/protocol.js";
import { LocaleController, msg } from "../locales/index.js";
import { endsOf, histogramScene, type Scale } from "../scene/histogram.js";
import { formatNumber } from "../scene/numbers.js";
import { article } from "./article.css.js";
import { controls } from "./controls.css.js";
import { quartersText } from "./placed-text.js";

export class LayerDetails extends LitElement {
  static override properties = {
    label: {},
    frame: { attribute: false },
    range: { attribute: false },
    histograms: { attribute: false },
    kind: {},
  };
  declare label: string;
  declare frame: TrainFrame | null;
  /** Of the histograms. */
  declare range: Pick<Scale, "from" | "to" | "isLog">;
  /** A list of counts a layer; those of what each layer hands on unless given. */
  declare histograms: readonly (readonly number[])[] | null;
  /** What they are of: `values`, `sums` or `gradients`. */
  declare kind: string;

  constructor() {
    super();
    this.label = "";
    this.frame = null;
    this.range = { from: -1.2, to: 1.2 };
    this.histograms = null;
    this.kind = "values";
    new LocaleController(this);
  }

  static override styles = [
    controls,
    article,
    css`
      td,
      th {
        padding: 4px 16px 4px 0;
      }
      td {
        text-align: end;
        white-space: nowrap;
      }
      /* what only is heard stays within what scrolls */
      td:last-child {
        position: relative;
      }
      thead th:last-child {
        min-inline-size: 144px;
      }
      .scale {
        display: flex;
        justify-content: space-between;
        inline-size: 144px;
      }
      svg.histogram {
        display: block;
        inline-size: 144px;
        block-size: 36px;
      }
      .histogram .bars {
        fill: var(--forward);
        stroke: none;
      }
      .histogram .gradients {
        fill: var(--backward);
      }
      .histogram .zero {
        stroke: var(--wire);
        stroke-width: 1;
      }
    `,
  ];

  protected override render(): TemplateResult | typeof nothing {
    const { activations = [], gradient_norms: norms = [] } = this.frame ?? {};
    if (activations.length === 0) return nothing;
    const [low, high] = endsOf({ ...this.range, bins: 0 });
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${this.label}>
      <table>
        <thead>
          <tr>
            ${["layer", "mean", "variance", "saturated", "gradient"].map(
              (name) => html`<th scope="col">${msg(`start-${name}`)}</th>`,
            )}
            <th scope="col">
              ${msg(`start-${this.kind}`)}<span class="scale"><span>${low}</span><span>${high}</span></span>
            </th>
          </tr>
        </thead>
        <tbody>
          ${activations.map(
            ({ mean, variance, saturated, histogram }, i) => html`<tr>
              <th scope="row">${i + 1}</th>
              <td>${formatNumber(mean)}</td>
              <td>${formatNumber(variance)}</td>
              <td>${msg("start-percent", { percent: String(Math.round(100 * saturated)) })}</td>
              <td class="backward">${formatNumber(norms[i] ?? Number.NaN)}</td>
              <td>${this.#histogram((this.histograms ? this.histograms[i] : histogram) ?? [])}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #histogram(counts: readonly number[]): TemplateResult {
    const { width, height, path, zero } = histogramScene(counts, this.range.from, this.range.to);
    return html`<svg class="histogram" viewBox="0 0 ${width} ${height}" aria-hidden="true">
      <path class="bars ${this.kind}" d=${path} />${svg`<path class="zero" d="M0 ${height}H${width}M${zero} 0V${height}" />`}
    </svg>
    <span class="visually-hidden">${quartersText(counts, this.range)}</span>`;
  }
}
customElements.define("layer-details", LayerDetails);

declare global {
  interface HTMLElementTagNameMap {
    "layer-details": LayerDetails;
  }
}

/** <layer-strip>: one layer over all updates, a histogram a column, with the numbers below; a line marks the update that is shown. */
import { css, html, LitElement, nothing, svg, type TemplateResult } from "lit";
import { LocaleController, msg } from "../locales/index.js";
import { endsOf, type Scale } from "../scene/histogram.js";
import { stripScene } from "../scene/strip.js";
import { controls } from "./controls.css.js";
import { fewOf, numberTable } from "./number-table.js";
import { placedText } from "./placed-text.js";
import { tableStyles } from "./table.css.js";

/** Rows of the table: more would be read by nobody. */
const ROWS = 11;
/** Columns of it: below these shares of all values lie. */
const SHARES = [0.25, 0.5, 0.75] as const;

export class LayerStrip extends LitElement {
  static override properties = {
    label: {},
    updates: { attribute: false },
    counts: { attribute: false },
    at: { attribute: false },
    scale: { attribute: false },
    kind: {},
  };
  /** Which layer of which run. */
  declare label: string;
  declare updates: readonly number[];
  /** Of each update, how many fall into each bin. */
  declare counts: readonly (readonly number[])[];
  /** The update that is shown. */
  declare at: number;
  declare scale: Scale;
  /** What they are of: `values`, `sums` or `gradients`. */
  declare kind: string;

  constructor() {
    super();
    this.label = "";
    this.updates = [];
    this.counts = [];
    this.at = 0;
    this.scale = { from: -1, to: 1, bins: 24 };
    this.kind = "values";
    new LocaleController(this);
  }

  static override styles = [
    controls,
    tableStyles,
    css`
      :host {
        display: block;
        max-inline-size: 420px;
      }
      .strip {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0 8px;
        font-size: 13px;
        color: var(--secondary);
      }
      .ends {
        display: flex;
        flex-direction: column-reverse;
        justify-content: space-between;
        text-align: end;
        line-height: 16px;
      }
      svg.picture {
        display: block;
        inline-size: 100%;
        block-size: 96px;
        border: 1px solid var(--line);
        box-sizing: border-box;
      }
      .shade {
        fill: var(--forward);
        stroke: none;
      }
      .gradients .shade {
        fill: var(--backward);
      }
      .zero {
        stroke: var(--wire);
        stroke-width: 1;
        stroke-dasharray: 2 3;
        vector-effect: non-scaling-stroke;
      }
      .at {
        stroke: var(--ink);
        stroke-width: 2;
        vector-effect: non-scaling-stroke;
      }
      .updates {
        grid-column: 2;
        display: flex;
        justify-content: space-between;
      }
      p {
        margin: 0 0 4px;
        font-size: 15px;
      }
      @media (forced-colors: active) {
        svg.picture {
          forced-color-adjust: none;
          background: Canvas;
        }
        .shade,
        .gradients .shade {
          fill: CanvasText;
        }
      }
    `,
  ];

  protected override render(): TemplateResult | typeof nothing {
    const { updates, counts, at, scale, kind } = this;
    if (counts.length === 0) return nothing;
    const { width, height, shades, at: marked, zero } = stripScene(updates, counts, at, scale);
    const [low, high] = endsOf(scale);
    const last = String(updates.at(-1) ?? 0);
    const words = msg("start-strip", {
      label: this.label,
      first: placedText(counts[0] ?? [], scale, 0.5),
      last: placedText(counts.at(-1) ?? [], scale, 0.5),
      update: last,
    });
    return html`<div class="strip ${kind}">
        <div class="ends" aria-hidden="true"><span>${low}</span><span>${high}</span></div>
        <svg class="picture" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label=${words}>
          ${shades.map((path, i) => svg`<path class="shade" opacity=${(i + 1) / shades.length} d=${path} />`)}
          <path class="zero" d="M0 ${zero}H${width}" />
          <path class="at" d="M${marked} 0V${height}" />
        </svg>
        <div class="updates" aria-hidden="true"><span>0</span><span>${last}</span></div>
      </div>
      <p>${words}</p>
      ${this.#numbers()}`;
  }

  #numbers(): TemplateResult {
    const { updates, counts } = this;
    return html`<details>
      <summary>${msg("chart-numbers")}</summary>
      ${numberTable(
        this.label,
        [msg("start-updates"), ...SHARES.map((share) => msg(`start-strip-${100 * share}`))],
        fewOf(counts.length, ROWS).map((row) => [
          updates[row] ?? "",
          ...SHARES.map((share) => placedText(counts[row] ?? [], this.scale, share)),
        ]),
      )}
    </details>`;
  }
}
customElements.define("layer-strip", LayerStrip);

declare global {
  interface HTMLElementTagNameMap {
    "layer-strip": LayerStrip;
  }
}

/** <function-plot>: a function beside its derivative, and the tangent at a point that can be dragged or moved with the keys. */
import { css, html, LitElement, nothing, svg, type TemplateResult } from "lit";
import { LocaleController, msg } from "../locales/index.js";
import { type Curve, type CurvePoint, roundStep } from "../scene/curve.js";
import { formatNumber } from "../scene/numbers.js";
import { type Plot, placeOnAxis, plotOf } from "../scene/plot.js";
import { controls } from "./controls.css.js";

export interface FunctionPlotEvents {
  "point-change": { x: number; gesture: "move" | "end" };
}

/** Key presses from one end to the other. */
const PRESSES = 80;
const NARROWEST = 260;
const WIDEST = 720;

export class FunctionPlot extends LitElement {
  static override properties = {
    curve: { attribute: false },
    point: { attribute: false },
    formula: {},
    operand: {},
    width: { state: true },
  };
  declare curve: Curve | null;
  declare point: CurvePoint | null;
  /** How the function is written, and by which of its operands the derivative is taken. */
  declare formula: string;
  declare operand: string;
  declare width: number;
  // later, since its height follows its width
  readonly #sizes = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));

  constructor() {
    super();
    this.curve = null;
    this.point = null;
    this.formula = "";
    this.operand = "";
    this.width = WIDEST;
    new LocaleController(this);
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        max-inline-size: 720px;
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 24px;
        margin: 0 0 4px;
        font-size: 15px;
      }
      .legend span {
        display: inline-flex;
        align-items: center;
        gap: 8px;
      }
      .legend svg {
        inline-size: 32px;
        block-size: 12px;
      }
      .picture {
        display: block;
        inline-size: 100%;
        block-size: auto;
        touch-action: pan-y;
        cursor: ew-resize;
        user-select: none;
        stroke-linecap: butt;
        overflow: visible;
      }
      .frame {
        stroke: var(--line);
        stroke-width: 1;
      }
      .grid {
        stroke: var(--line);
        stroke-width: 1;
      }
      .axis {
        stroke: var(--wire);
        stroke-width: 1;
      }
      .value {
        stroke: var(--forward);
        stroke-width: 2.5;
      }
      .slope {
        stroke: var(--backward);
        stroke-width: 2.5;
        stroke-dasharray: 7 4;
      }
      .dot.value {
        fill: var(--forward);
        stroke: none;
      }
      .dot.slope {
        fill: var(--backward);
        stroke: none;
      }
      .tangent {
        stroke: var(--ink);
        stroke-width: 1.5;
      }
      .handle {
        fill: var(--paper);
        stroke: var(--ink);
        stroke-width: 2.5;
      }
      .reach {
        fill: transparent;
        stroke: none;
      }
      [role="slider"] {
        outline: none;
      }
      [role="slider"]:focus-visible .ring {
        stroke: var(--ink);
        stroke-width: 3;
      }
      .ring {
        stroke: none;
      }
      text {
        font-size: 13px;
        fill: var(--secondary);
        stroke: none;
      }
      .across {
        text-anchor: middle;
      }
      .up {
        text-anchor: end;
        dominant-baseline: central;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  #measure(): void {
    if (this.clientWidth > 0) this.width = Math.min(Math.max(this.clientWidth, NARROWEST), WIDEST);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { curve, point } = this;
    if (!curve || !point) return nothing;
    const plot = plotOf(curve, point, this.width);
    return html`
      <p class="legend">
        <span>${line("value")} <code>${this.formula}</code></span>
        <span>${line("slope")} ${msg("reference-derivative-by", { operand: this.operand })}</span>
        <span>${line("tangent")} ${msg("reference-tangent")}</span>
      </p>
      <svg
        class="picture"
        viewBox="0 0 ${plot.width} ${plot.height}"
        @pointerdown=${this.#press}
        @pointermove=${this.#drag}
        @pointerup=${this.#release}
      >
        ${this.#axes(plot)} ${this.#lines(plot)} ${this.#handle(plot, curve, point)}
      </svg>
    `;
  }

  #axes({ frame, horizontal, vertical, axes }: Plot): TemplateResult {
    const { left, right, top, bottom } = frame;
    return svg`<g aria-hidden="true">
      ${horizontal.map(
        ({ at, text }) => svg`<path class="grid" d="M${at} ${top}V${bottom}" />
          <text class="across" x=${at} y=${bottom + 18}>${text}</text>`,
      )}
      ${vertical.map(
        ({ at, text }) => svg`<path class="grid" d="M${left} ${at}H${right}" />
          <text class="up" x=${left - 8} y=${at}>${text}</text>`,
      )}
      ${axes.x === null ? nothing : svg`<path class="axis" d="M${axes.x} ${top}V${bottom}" />`}
      ${axes.y === null ? nothing : svg`<path class="axis" d="M${left} ${axes.y}H${right}" />`}
    </g>`;
  }

  #lines({ frame, value, slope, tangent, dots }: Plot): TemplateResult {
    const { left, right, top, bottom } = frame;
    return svg`<clipPath id="frame"><rect x=${left} y=${top} width=${right - left} height=${bottom - top} /></clipPath>
      <g clip-path="url(#frame)" aria-hidden="true">
        <path class="tangent" d=${tangent} />
        <path class="value" d=${value} />
        <path class="slope" d=${slope} />
        ${dots.map(({ of, x, y }) => svg`<circle class="dot ${of}" cx=${x} cy=${y} r="4.5" />`)}
      </g>`;
  }

  /** Where there is no value it stays on the axis, so that it can be taken back. */
  #handle(plot: Plot, curve: Curve, { x }: CurvePoint): TemplateResult {
    const { frame, point } = plot;
    const share = (x - curve.x[0]) / (curve.x[1] - curve.x[0]);
    const [cx, cy] = point ? [point.x, point.y] : [frame.left + share * (frame.right - frame.left), frame.bottom];
    return svg`<g
      role="slider"
      tabindex="0"
      aria-label=${this.operand}
      aria-valuemin=${curve.x[0]}
      aria-valuemax=${curve.x[1]}
      aria-valuenow=${x}
      aria-valuetext=${formatNumber(x)}
      @keydown=${this.#key}
    >
      <circle class="reach" cx=${cx} cy=${cy} r="22" />
      <circle class="ring" cx=${cx} cy=${cy} r="13" />
      <circle class="handle" cx=${cx} cy=${cy} r="7" />
    </g>`;
  }

  #press(event: PointerEvent): void {
    if (event.button !== 0) return;
    const picture = event.currentTarget as SVGSVGElement;
    picture.setPointerCapture(event.pointerId);
    this.renderRoot.querySelector<SVGElement>('[role="slider"]')?.focus({ preventScroll: true });
    event.preventDefault();
    this.#follow(event, "move");
  }
  #drag(event: PointerEvent): void {
    if ((event.currentTarget as Element).hasPointerCapture(event.pointerId)) this.#follow(event, "move");
  }
  #release(event: PointerEvent): void {
    this.#follow(event, "end");
  }

  #follow(event: PointerEvent, gesture: "move" | "end"): void {
    const { curve, point } = this;
    if (!curve || !point) return;
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const plot = plotOf(curve, point, this.width);
    const pixel = ((event.clientX - box.left) / box.width) * plot.width;
    this.#move(placeOnAxis(curve, plot, pixel), gesture);
  }

  #key(event: KeyboardEvent): void {
    const { curve, point } = this;
    if (!curve || !point || event.ctrlKey || event.altKey || event.metaKey) return;
    const [low, high] = curve.x;
    const step = roundStep((high - low) / PRESSES);
    const steps: Record<string, number> = {
      ArrowRight: 1,
      ArrowUp: 1,
      ArrowLeft: -1,
      ArrowDown: -1,
      PageUp: 10,
      PageDown: -10,
    };
    const ends: Record<string, number> = { Home: low, End: high };
    const by = steps[event.key];
    const to = by === undefined ? ends[event.key] : point.x + by * step * (event.shiftKey ? 10 : 1);
    if (to === undefined) return;
    event.preventDefault();
    this.#move(to, "end");
  }

  /** On round places only, so that a number can be read, and 0 be met. */
  #move(to: number, gesture: "move" | "end"): void {
    const { x } = this.curve as Curve;
    const perUnit = 1 / roundStep((x[1] - x[0]) / (8 * PRESSES));
    const round = Math.min(Math.max(Math.round(to * perUnit), Math.ceil(x[0] * perUnit)), Math.floor(x[1] * perUnit));
    const detail = { x: round / perUnit + 0, gesture };
    this.dispatchEvent(new CustomEvent("point-change", { detail, bubbles: true, composed: true }));
  }
}

function line(of: "value" | "slope" | "tangent"): TemplateResult {
  return html`<svg viewBox="0 0 32 12" aria-hidden="true"><path class=${of} d="M1 6h30" /></svg>`;
}
customElements.define("function-plot", FunctionPlot);

declare global {
  interface HTMLElementTagNameMap {
    "function-plot": FunctionPlot;
  }
}

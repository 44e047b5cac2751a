/**
 * <function-plot>: a function above its derivative, and the tangent at a point that can be dragged or moved with the keys. Gaps are
 * where it jumps or has no value, rings where it has a corner; what is hatched is dead.
 */
import { html, LitElement, nothing, svg, type TemplateResult } from "lit";
import { LocaleController, msg } from "../locales/index.js";
import type { Curve, CurvePoint } from "../scene/curve.js";
import { formatNumber } from "../scene/numbers.js";
import { type Panel, type Plot, placeOnAxis, plotOf, rounded } from "../scene/plot.js";
import { controls } from "./controls.css.js";
import { functionPlotStyles } from "./function-plot.css.js";
import { MeasuredWidth } from "./measured-width.js";
import { plotFrame } from "./plot-frame.css.js";
import { type Gesture, keyAlong, keyZoom, PlotPoint, pointMarks, type Under } from "./plot-point.js";

export interface FunctionPlotEvents {
  "point-change": { x: number; gesture: Gesture };
  /** Closer or further, by + and −. */
  "plot-zoom": { closer: boolean };
}

const WIDTHS = [260, 640] as const;

export class FunctionPlot extends LitElement {
  static override properties = {
    curve: { attribute: false },
    point: { attribute: false },
    formula: {},
    operand: {},
    derivative: {},
    width: { state: true },
  };
  declare curve: Curve | null;
  declare point: CurvePoint | null;
  /** How the function is written, by what it is moved, and how its derivative by that is written. */
  declare formula: string;
  declare operand: string;
  declare derivative: string;
  declare width: number;
  readonly #hand = new PlotPoint(this, (under, gesture) => this.#follow(under, gesture));

  constructor() {
    super();
    this.curve = null;
    this.point = null;
    this.formula = "";
    this.operand = "";
    this.derivative = "";
    this.width = 360;
    new LocaleController(this);
    new MeasuredWidth(this, WIDTHS);
  }

  static override styles = [controls, plotFrame, functionPlotStyles];

  protected override render(): TemplateResult | typeof nothing {
    const { curve, point } = this;
    if (!curve || !point) return nothing;
    const plot = plotOf(curve, point, this.width);
    return html`<svg
      class="picture"
      viewBox="0 0 ${plot.width} ${plot.height}"
      @pointerdown=${this.#hand.press}
      @pointermove=${this.#hand.drag}
      @pointerup=${this.#hand.release}
    >
      ${hatching()} ${this.#panel("value", this.formula, plot)} ${this.#panel("slope", this.derivative, plot)}
      ${this.#across(plot)} ${this.#numbers(plot, point)} ${this.#handle(plot, curve, point)}
    </svg>`;
  }

  #panel(of: "value" | "slope", name: string, plot: Plot): TemplateResult {
    const { frame, vertical, zero, path, dots } = plot[of];
    const { left, right, top, bottom } = frame;
    const lines = of === "value" && plot.tangent !== "" ? svg`<path class="tangent" d=${plot.tangent} />` : nothing;
    return svg`<g aria-hidden="true">
      ${plot.horizontal.map(({ at }) => svg`<path class="grid" d="M${at} ${top}V${bottom}" />`)}
      ${vertical.map(
        ({ at, text }) => svg`<path class="grid" d="M${left} ${at}H${right}" />
          <text class="up" x=${left - 6} y=${at}>${text}</text>`,
      )}
      ${plot.dead.map(({ from, to }) => dead(from, to, frame, of === "slope" ? zero : null))}
      ${plot.zero === null ? nothing : svg`<path class="axis" d="M${plot.zero} ${top}V${bottom}" />`}
      ${zero === null ? nothing : svg`<path class="axis" d="M${left} ${zero}H${right}" />`}
      <clipPath id="frame-${of}"><rect x=${left} y=${top} width=${right - left} height=${bottom - top} /></clipPath>
      <g clip-path="url(#frame-${of})">
        <path class=${of} d=${path} />
        ${lines}
        ${dots.map(({ x, y }) => svg`<circle class="dot ${of}" cx=${x} cy=${y} r="3.5" />`)}
        ${of === "value" ? plot.corners.map(({ x, y }) => svg`<circle class="corner" cx=${x} cy=${y} r="4" />`) : nothing}
      </g>
      <text class=${of} x=${left} y=${top - 8}>${name}</text>
    </g>`;
  }

  /** What both panels share: the axis below, and the line from the point to its slope. */
  #across({ horizontal, value, slope, at }: Plot): TemplateResult {
    const { bottom, right } = slope.frame;
    return svg`<g aria-hidden="true">
      ${horizontal.map(({ at, text }) => svg`<text class="across" x=${at} y=${bottom + 16}>${text}</text>`)}
      <text class="name end" x=${right} y=${bottom + 34}>${this.operand}</text>
      <path class="drop" d="M${at} ${value.point?.y ?? value.frame.top}V${bottom}" />
    </g>`;
  }

  /** The slope stands at its tangent and at its point. */
  #numbers({ label, slope }: Plot, { slope: number }: CurvePoint): TemplateResult {
    const text = formatNumber(number);
    return svg`<g aria-hidden="true">
      ${
        label === null
          ? nothing
          : svg`<text class="gradient over ${label.anchor}" x=${label.x} y=${label.y}>${msg("plot-slope", { slope: text })}</text>`
      }
      ${slope.point === null ? nothing : now(slope, text)}
    </g>`;
  }

  /** Where there is no value it stays on the axis, so that it can be taken back. */
  #handle({ value, at }: Plot, curve: Curve, { x, value: height, slope }: CurvePoint): TemplateResult {
    const cy = value.point?.y ?? value.frame.bottom;
    const said = { x: formatNumber(x), value: formatNumber(height), slope: formatNumber(slope) };
    return svg`<g
      role="slider"
      tabindex="0"
      aria-label=${this.operand}
      aria-valuemin=${curve.x[0]}
      aria-valuemax=${curve.x[1]}
      aria-valuenow=${x}
      aria-valuetext=${msg("plot-point", { ...said, operand: this.operand, formula: this.formula })}
      @keydown=${this.#key}
    >
      ${pointMarks(at, cy)}
    </g>`;
  }

  #follow({ x }: Under, gesture: Gesture): void {
    const { curve, point } = this;
    if (!curve || !point) return;
    const { width, value } = plotOf(curve, point, this.width);
    this.#move(placeOnAxis(curve.x, value.frame.left, value.frame.right, x * width), gesture);
  }

  /** With Shift ten times as far. */
  #key(event: KeyboardEvent): void {
    const { curve, point } = this;
    if (!curve || !point) return;
    const to = keyAlong(event, point.x, curve.x, 10);
    const closer = keyZoom(event);
    if (to !== null) this.#move(to, "end");
    else if (closer !== null)
      this.dispatchEvent(new CustomEvent("plot-zoom", { detail: { closer }, bubbles: true, composed: true }));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #move(to: number, gesture: Gesture): void {
    const detail = { x: rounded((this.curve as Curve).x, to), gesture };
    this.dispatchEvent(new CustomEvent("point-change", { detail, bubbles: true, composed: true }));
  }
}

function hatching(): TemplateResult {
  return svg`<pattern id="hatching" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <path class="hatch" d="M0 0V8" />
  </pattern>`;
}

/** Named where the slope lies along its axis and leaves room above it or below. */
function dead(from: number, to: number, { top, bottom }: Panel["frame"], axis: number | null): TemplateResult {
  const box = [from, top, to - from, bottom - top];
  const [x, y, width, height] = box;
  return svg`<rect class="dead" x=${x} y=${y} width=${width} height=${height} />
    <rect fill="url(#hatching)" stroke="none" x=${x} y=${y} width=${width} height=${height} />
    ${
      axis === null || to - from < 40
        ? nothing
        : svg`<text class="across over" x=${(from + to) / 2} y=${axis - top > 24 ? axis - 8 : axis + 18}>${msg("plot-dead")}</text>`
    }`;
}

/** On the side where the axis ends later. */
function now({ frame, point }: Panel, text: string): TemplateResult | typeof nothing {
  if (point === null) return nothing;
  const isLeft = point.x > (frame.left + frame.right) / 2;
  const y = point.y - 20 < frame.top ? point.y + 20 : point.y - 10;
  return svg`<circle class="now" cx=${point.x} cy=${point.y} r="6" />
    <text class="gradient over ${isLeft ? "end" : "start"}" x=${point.x + (isLeft ? -10 : 10)} y=${y}>${text}</text>`;
}
customElements.define("function-plot", FunctionPlot);

declare global {
  interface HTMLElementTagNameMap {
    "function-plot": FunctionPlot;
  }
}

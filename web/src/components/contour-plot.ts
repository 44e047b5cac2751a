/**
 * <contour-plot>: a function of two numbers as a map of level lines with arrows along its gradient. The point is dragged in both
 * directions, or moved by ← → and ↑ ↓.
 */
import { html, LitElement, nothing, svg, type TemplateResult } from "lit";
import { LocaleController, msg } from "../locales/index.js";
import { formatNumber } from "../scene/numbers.js";
import { placeOnAxis, rounded } from "../scene/plot.js";
import { type Arrow, type Surface, type SurfacePlot, type SurfacePoint, surfacePlotOf } from "../scene/surface.js";
import { contourPlotStyles } from "./contour-plot.css.js";
import { controls } from "./controls.css.js";
import { MeasuredWidth } from "./measured-width.js";
import { plotFrame } from "./plot-frame.css.js";
import { type Gesture, keyOnMap, keyZoom, PlotPoint, pointMarks, type Under } from "./plot-point.js";

export interface ContourPlotEvents {
  "place-change": { x: number; y: number; gesture: Gesture };
  "plot-zoom": { closer: boolean };
}

const WIDTHS = [240, 420] as const;

export class ContourPlot extends LitElement {
  static override properties = {
    surface: { attribute: false },
    point: { attribute: false },
    formula: {},
    names: { attribute: false },
    width: { state: true },
  };
  declare surface: Surface | null;
  declare point: SurfacePoint | null;
  declare formula: string;
  /** Of the two inputs. */
  declare names: readonly [x: string, y: string];
  declare width: number;
  readonly #hand = new PlotPoint(this, (under, gesture) => this.#follow(under, gesture));

  constructor() {
    super();
    this.surface = null;
    this.point = null;
    this.formula = "";
    this.names = ["x", "y"];
    this.width = 360;
    new LocaleController(this);
    new MeasuredWidth(this, WIDTHS);
  }

  static override styles = [controls, plotFrame, contourPlotStyles];

  protected override render(): TemplateResult | typeof nothing {
    const { surface, point } = this;
    if (!surface || !point) return nothing;
    const plot = surfacePlotOf(surface, point, this.width);
    const { left, right, top, bottom } = plot.frame;
    return html`<svg
      class="picture"
      viewBox="0 0 ${plot.width} ${plot.height}"
      @pointerdown=${this.#hand.press}
      @pointermove=${this.#hand.drag}
      @pointerup=${this.#hand.release}
    >
      ${svg`<g aria-hidden="true">
        <clipPath id="frame"><rect x=${left} y=${top} width=${right - left} height=${bottom - top} /></clipPath>
        ${axes(plot)}
        <g clip-path="url(#frame)">
          ${plot.regions.map(({ sign, path }) => svg`<path class="region ${sign}" d=${path} />`)}
          ${plot.lines.map(({ sign, path }) => svg`<path class="line ${sign}" d=${path} />`)}
          ${plot.arrows.map((arrow) => drawn(arrow, "arrow"))}
          ${this.over(plot, surface)}
        </g>
        <rect class="frame" x=${left} y=${top} width=${right - left} height=${bottom - top} />
        ${plot.lines.map(
          ({ label }) => label && svg`<text class="level over across" x=${label.x} y=${label.y}>${label.text}</text>`,
        )}
        <text class="name value end" x=${right} y=${top - 8}>${this.formula}</text>
        <text class="name end" x=${right} y=${bottom + 34}>${this.names[0]}</text>
        <text class="name" x=${left} y=${top - 8}>${this.names[1]}</text>
        ${plot.steepest ? drawn(plot.steepest, "steepest") : nothing}
      </g>`}
      ${this.#handle(plot, surface, point)}
    </svg>`;
  }

  /** What else lies on the map, under the point. */
  protected over(_plot: SurfacePlot, _surface: Surface): TemplateResult | typeof nothing {
    return nothing;
  }

  #handle({ point: { x, y } }: SurfacePlot, surface: Surface, point: SurfacePoint): TemplateResult {
    const [nameX, nameY] = this.names;
    const numbers = {
      ...{ nameX, nameY, formula: this.formula, x: formatNumber(point.x), y: formatNumber(point.y) },
      ...{
        value: formatNumber(point.value),
        byX: formatNumber(point.gradient[0]),
        byY: formatNumber(point.gradient[1]),
      },
    };
    return svg`<g
      role="slider"
      tabindex="0"
      aria-label=${msg("plot-place", { nameX, nameY })}
      aria-valuemin=${surface.x[0]}
      aria-valuemax=${surface.x[1]}
      aria-valuenow=${point.x}
      aria-valuetext=${msg("plot-at-place", numbers)}
      @keydown=${this.#key}
    >
      ${pointMarks(x, y)}
    </g>`;
  }

  #follow(under: Under, gesture: Gesture): void {
    const { surface, point } = this;
    if (!surface || !point) return;
    const { width, height, frame } = surfacePlotOf(surface, point, this.width);
    const x = placeOnAxis(surface.x, frame.left, frame.right, under.x * width);
    const y = placeOnAxis(surface.y, frame.bottom, frame.top, under.y * height);
    this.#move(x, y, gesture);
  }

  /** With Shift ten times as far. */
  #key(event: KeyboardEvent): void {
    const { surface, point } = this;
    if (!surface || !point) return;
    const to = keyOnMap(event, point, surface.x, surface.y, 10);
    const closer = keyZoom(event);
    if (to) this.#move(to.x, to.y, "end");
    else if (closer !== null)
      this.dispatchEvent(new CustomEvent("plot-zoom", { detail: { closer }, bubbles: true, composed: true }));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** What does not move keeps its digits. */
  #move(x: number, y: number, gesture: Gesture): void {
    const { surface, point } = this as { surface: Surface; point: SurfacePoint };
    const detail = {
      x: x === point.x ? x : rounded(surface.x, x, 320),
      y: y === point.y ? y : rounded(surface.y, y, 320),
      gesture,
    };
    this.dispatchEvent(new CustomEvent("place-change", { detail, bubbles: true, composed: true }));
  }
}

function axes({ frame, horizontal, vertical }: SurfacePlot): TemplateResult {
  const { left, right, top, bottom } = frame;
  return svg`${horizontal.map(
    ({ at, text }) => svg`<path class="grid" d="M${at} ${top}V${bottom}" />
      <text class="across" x=${at} y=${bottom + 16}>${text}</text>`,
  )}
  ${vertical.map(
    ({ at, text }) => svg`<path class="grid" d="M${left} ${at}H${right}" />
      <text class="up" x=${left - 6} y=${at}>${text}</text>`,
  )}`;
}

function drawn({ from, to, head }: Arrow, look: "arrow" | "steepest"): TemplateResult {
  return svg`<path class=${look} d="M${from.x} ${from.y}L${to.x} ${to.y}${head}" />`;
}
customElements.define("contour-plot", ContourPlot);

declare global {
  interface HTMLElementTagNameMap {
    "contour-plot": ContourPlot;
  }
}

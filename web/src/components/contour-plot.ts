/**
 * <contour-plot>: a function of two numbers as a map of level lines with arrows along its gradient. The point is dragged in both
 * directions, or moved by ← → and ↑ ↓.
 */
import { html, LitElement, nothing, svg, type TemplateResult } from "lit";
import { LocaleController, msg } from "../locales/index.js";
import { type Range, roundStep } from "../scene/curve.js";
import { formatNumber } from "../scene/numbers.js";
import { placeOnAxis, rounded } from "../scene/plot.js";
import { type Arrow, type Surface, type SurfacePlot, type SurfacePoint, surfacePlotOf } from "../scene/surface.js";
import { contourPlotStyles } from "./contour-plot.css.js";
import { controls } from "./controls.css.js";
import { PRESSES } from "./function-plot.js";
import { plotFrame } from "./plot-frame.css.js";

export interface ContourPlotEvents {
  "place-change": { x: number; y: number; gesture: "move" | "end" };
  "plot-zoom": { closer: boolean };
}

const NARROWEST = 240;
const WIDEST = 420;

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
  readonly #sizes = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));

  constructor() {
    super();
    this.surface = null;
    this.point = null;
    this.formula = "";
    this.names = ["x", "y"];
    this.width = 360;
    new LocaleController(this);
  }

  static override styles = [controls, plotFrame, contourPlotStyles];

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
    const { surface, point } = this;
    if (!surface || !point) return nothing;
    const plot = surfacePlotOf(surface, point, this.width);
    const { left, right, top, bottom } = plot.frame;
    return html`<svg
      class="picture"
      viewBox="0 0 ${plot.width} ${plot.height}"
      @pointerdown=${this.#press}
      @pointermove=${this.#drag}
      @pointerup=${this.#release}
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
      <circle class="reach" cx=${x} cy=${y} r="22" />
      <circle class="ring" cx=${x} cy=${y} r="13" />
      <circle class="handle" cx=${x} cy=${y} r="7" />
    </g>`;
  }

  #press(event: PointerEvent): void {
    if (event.button !== 0) return;
    (event.currentTarget as SVGSVGElement).setPointerCapture(event.pointerId);
    this.renderRoot.querySelector<SVGElement>('[role="slider"]')?.focus({ preventScroll: true });
    event.preventDefault();
    this.#follow(event, "move");
  }
  #drag(event: PointerEvent): void {
    if ((event.currentTarget as Element).hasPointerCapture(event.pointerId)) this.#follow(event, "move");
  }
  #release(event: PointerEvent): void {
    if ((event.currentTarget as Element).hasPointerCapture(event.pointerId)) this.#follow(event, "end");
  }

  #follow(event: PointerEvent, gesture: "move" | "end"): void {
    const { surface, point } = this;
    if (!surface || !point) return;
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const { width, frame } = surfacePlotOf(surface, point, this.width);
    const scale = width / box.width;
    const x = placeOnAxis(surface.x, frame.left, frame.right, (event.clientX - box.left) * scale);
    const y = placeOnAxis(surface.y, frame.bottom, frame.top, (event.clientY - box.top) * scale);
    this.#move(x, y, gesture);
  }

  #key(event: KeyboardEvent): void {
    const { surface, point } = this;
    if (!surface || !point || event.ctrlKey || event.altKey || event.metaKey) return;
    const step = (range: Range) => roundStep((range[1] - range[0]) / PRESSES) * (event.shiftKey ? 10 : 1);
    const moves: Record<string, readonly [number, number]> = {
      ArrowRight: [1, 0],
      ArrowLeft: [-1, 0],
      ArrowUp: [0, 1],
      ArrowDown: [0, -1],
    };
    const move = moves[event.key];
    const closer = { "+": true, "=": true, "-": false }[event.key];
    if (!move && closer === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (move) this.#move(point.x + move[0] * step(surface.x), point.y + move[1] * step(surface.y), "end");
    else this.dispatchEvent(new CustomEvent("plot-zoom", { detail: { closer }, bubbles: true, composed: true }));
  }

  /** What does not move keeps its digits. */
  #move(x: number, y: number, gesture: "move" | "end"): void {
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

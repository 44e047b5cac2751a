/**
 * <line-chart>: lines over one axis, such as costs over updates, each named where it ends. A reading goes along the axis by hand or
 * by keys and says every number; all of them are in a table below.
 */
import { html, LitElement, nothing, svg, type TemplateResult } from "lit";
import { LocaleController, msg } from "../locales/index.js";
import {
  type Chart,
  type ChartAxis,
  type ChartLine,
  type ChartPoint,
  chartOf,
  readAt,
  type Series,
} from "../scene/chart.js";
import { formatNumber } from "../scene/numbers.js";
import { marksPath } from "../scene/sample-marks.js";
import { axisText } from "./axis-text.css.js";
import { controls } from "./controls.css.js";
import { chartStyles } from "./line-chart.css.js";
import { MeasuredWidth } from "./measured-width.js";
import { fewOf, numberTable } from "./number-table.js";
import { keySteps } from "./plot-point.js";
import { seriesStyles } from "./series.css.js";
import { tableStyles } from "./table.css.js";

export interface LineChartEvents {
  /** The reading is at x now, or, with null, nowhere. */
  "read-change": { x: number | null };
}

const WIDTHS = [260, 860] as const;
/** Rows of the table: more would be read by nobody. */
const ROWS = 26;
/** Radius of a point that stands for itself. */
const DOT = 4;

export class LineChart extends LitElement {
  static override properties = {
    label: {},
    series: { attribute: false },
    xAxis: { attribute: false },
    yAxis: { attribute: false },
    at: { attribute: false },
    width: { state: true },
    reading: { state: true },
  };
  /** What the chart shows, in a few words. */
  declare label: string;
  declare series: readonly Series[];
  declare xAxis: ChartAxis;
  declare yAxis: ChartAxis;
  /** Where everything around the chart stands now: a mark on the axis. */
  declare at: number | null;
  declare width: number;
  declare private reading: number | null;

  constructor() {
    super();
    this.label = "";
    this.series = [];
    this.xAxis = { title: "" };
    this.yAxis = { title: "" };
    this.at = null;
    this.width = 640;
    this.reading = null;
    new LocaleController(this);
    new MeasuredWidth(this, WIDTHS);
  }

  static override styles = [controls, seriesStyles, tableStyles, axisText, chartStyles];

  protected override render(): TemplateResult {
    const chart = chartOf(this.series, this.xAxis, this.yAxis, this.width);
    const xs = [...new Set(this.series.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
    const at = this.reading ?? this.at;
    const words = at === null ? "" : this.#words(at);
    return html`
      ${chart.lines.length > 1 && chart.lines.every(({ label }) => label === null) ? legend(chart.lines) : nothing}
      <div
        class="plot"
        role="slider"
        tabindex="0"
        aria-label=${this.label}
        aria-orientation="horizontal"
        aria-valuemin=${xs[0] ?? 0}
        aria-valuemax=${xs.at(-1) ?? 0}
        aria-valuenow=${at ?? xs[0] ?? 0}
        aria-valuetext=${words || msg("chart-nothing")}
        @keydown=${(event: KeyboardEvent) => this.#key(event, xs)}
        @pointermove=${(event: PointerEvent) => this.#point(event, chart, xs)}
        @pointerleave=${() => this.#read(null)}
        @blur=${() => this.#read(null)}
      >
        ${drawing(chart, this.xAxis, this.yAxis, at)}
      </div>
      <p class="readout">${words}</p>
      ${this.#numbers(xs)}
    `;
  }

  #words(at: number): string {
    const parts = readAt(this.series, at).map((point, i) => {
      const value = point ? formatNumber(point.y) : "—";
      return this.series.length > 1 ? msg("chart-of", { name: this.series[i]?.name ?? "", value }) : value;
    });
    return msg("chart-reading", { axis: this.xAxis.title, at: formatNumber(at), values: parts.join(", ") });
  }

  #read(x: number | null): void {
    if (x === this.reading) return;
    this.reading = x;
    this.dispatchEvent(new CustomEvent("read-change", { detail: { x }, bubbles: true, composed: true }));
  }

  #key(event: KeyboardEvent, xs: readonly number[]): void {
    const by = keySteps(event);
    if (by === null || xs.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const from = this.reading ?? this.at;
    const index = from === null ? (by > 0 ? -1 : xs.length) : nearest(xs, from);
    this.#read(xs[Math.min(Math.max(index + by, 0), xs.length - 1)] as number);
  }

  #point(event: PointerEvent, { x, width }: Chart, xs: readonly number[]): void {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    if (xs.length === 0 || box.width === 0) return;
    this.#read(xs[nearest(xs, x.read(((event.clientX - box.left) / box.width) * width))] as number);
  }

  #numbers(xs: readonly number[]): TemplateResult {
    // where there are points of their own, those are what lines are compared with
    const dots = this.series.filter(({ isDots }) => isDots).flatMap(({ points }) => points.map(({ x }) => x));
    const all = dots.length > 0 ? [...new Set(dots)].sort((a, b) => a - b) : xs;
    const rows = fewOf(all.length, ROWS).map((i) => all[i] as number);
    return html`<details>
      <summary>${msg("chart-numbers")}</summary>
      ${numberTable(
        this.label,
        [this.xAxis.title, ...this.series.map(({ name }) => name || this.yAxis.title)],
        rows.map((at) => [
          formatNumber(at),
          ...readAt(this.series, at).map((point) => (point ? formatNumber(point.y) : "")),
        ]),
      )}
    </details>`;
  }
}

function nearest(xs: readonly number[], x: number): number {
  return xs.reduce((best, at, i) => (Math.abs(at - x) < Math.abs((xs[best] as number) - x) ? i : best), 0);
}

function legend(lines: readonly ChartLine[]): TemplateResult {
  return html`<p class="legend" aria-hidden="true">
    ${lines.map(
      ({ name, dots }, i) =>
        html`<span><svg viewBox="0 0 32 12">${
          dots.length > 0 ? dotted([{ x: 16, y: 6 }], i) : svg`<path class="line s${i}" d="M1 6h30" />`
        }</svg>${name}</span>`,
    )}
  </p>`;
}

function drawing(chart: Chart, xAxis: ChartAxis, yAxis: ChartAxis, at: number | null): TemplateResult {
  const { width, height, frame, x, y, lines } = chart;
  const { left, right, top, bottom } = frame;
  const marked = at === null ? null : x.place(at);
  return html`<svg viewBox="0 0 ${width} ${height}" aria-hidden="true">
    <clipPath id="frame"><rect x=${left} y=${top - 2} width=${right - left} height=${bottom - top + 4} /></clipPath>
    ${y.ticks.map(
      ({ at, text }) =>
        svg`<path class="grid" d="M${left} ${at}H${right}" /><text class="y" x=${left - 8} y=${at}>${text}</text>`,
    )}
    ${x.ticks.map(({ at, text }) => svg`<text class="x" x=${at} y=${bottom + 18}>${text}</text>`)}
    <path class="axis" d="M${left} ${top}V${bottom}H${right}" />
    <text class="title" x=${left} y=${top - 12}>${yAxis.title}</text>
    <text class="title end" x=${right} y=${bottom + 34}>${xAxis.title}</text>
    <g clip-path="url(#frame)">
      ${lines.map(({ band }, i) => (band === "" ? nothing : svg`<path class="band s${i}" d=${band} />`))}
      ${lines.map(({ line, dots }, i) => (dots.length > 0 ? dotted(dots, i) : svg`<path class="line s${i}" d=${line} />`))}
      ${marked === null ? nothing : svg`<path class="read" d="M${marked} ${top}V${bottom}" />`}
    </g>
    ${lines.map((line, i) => name(line, i, right))}
  </svg>`;
}

/** By shape too: the second line's are discs. */
function dotted(dots: readonly ChartPoint[], index: number): TemplateResult {
  const marks = dots.map(({ x, y }) => ({ x, y, radius: DOT }));
  return svg`<path class="dots s${index}" d=${marksPath(marks, index)} />`;
}

function name({ name, label, end, beyond }: ChartLine, index: number, right: number): TemplateResult | typeof nothing {
  if (end === null) return nothing;
  const arrow = beyond === "above" ? " ↑" : beyond === "below" ? " ↓" : "";
  if (label === null)
    return arrow === "" ? nothing : svg`<text class="title end" x=${right} y=${end.y + 12}>${arrow}</text>`;
  return svg`<path class="leader s${index}" d="M${end.x} ${end.y}L${right + 6} ${label}" />
    <text class="name s${index}" x=${right + 10} y=${label}>${name}${arrow}</text>`;
}
customElements.define("line-chart", LineChart);

declare global {
  interface HTMLElementTagNameMap {
    "line-chart": LineChart;
  }
}

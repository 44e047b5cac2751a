/** How the check of one entry depends on the step width: the verdict, the V, a readout, and every number as a table. */
import { html, LitElement, nothing, svg, type TemplateResult } from "lit";
import type { CheckReport, EntryCheck, Explanation, NodeId, Sweep, SweepPoint } from "../engine/protocol.js";
import { LocaleController, msg } from "../locales/index.js";
import { show } from "../scene/curves.js";
import { entryName } from "../scene/entries.js";
import type { Point } from "../scene/metrics.js";
import { nodeName } from "../scene/names.js";
import { formatDigits, formatNumber } from "../scene/numbers.js";
import { type SweepPlot as Picture, PLOT, sweepPlot } from "../scene/sweep.js";
import { controls } from "./controls.css.js";
import { numberTable } from "./number-table.js";
import { sweepStyles } from "./sweep-plot.css.js";

/** Digits of a measured slope: what rounding makes of it shows late. */
const DIGITS = 10;

const KEYS: Record<string, number> = { ArrowRight: -1, ArrowUp: -1, ArrowLeft: 1, ArrowDown: 1, Home: 100, End: -100 };

export class SweepPlot extends LitElement {
  static override properties = {
    explanation: { attribute: false },
    report: { attribute: false },
    failed: { type: Boolean },
    read: { state: true },
  };
  declare explanation: Explanation | null;
  /** With `sweep`; null while there is none. */
  declare report: CheckReport | null;
  /** Nothing will come: what measures could not be loaded. */
  declare failed: boolean;
  /** The point that is read out; null for the best. */
  declare private read: number | null;

  constructor() {
    super();
    this.explanation = null;
    this.report = null;
    this.failed = false;
    this.read = null;
    new LocaleController(this);
  }

  static override styles = [controls, sweepStyles];

  protected override render(): TemplateResult | typeof nothing {
    const sweep = this.report?.sweep;
    const input = this.explanation?.inputs.find(({ name }) => name === sweep?.input);
    const found = sweep && this.report?.entries[sweep.input]?.[sweep.entry];
    if (!sweep || !input || !found) return html`<p>${msg(this.failed ? "check-failed" : "check-waiting")}</p>`;
    const entry = entryName(input, sweep.entry);
    const picture = sweepPlot(sweep);
    const index = Math.min(this.read ?? sweep.best, sweep.points.length - 1);
    const read = this.#readout(sweep, index);
    return html`
      <h3>${msg("check-plot", { entry })}</h3>
      <p class=${found.finding}>${this.#finding(found)}</p>
      <p class="hint">${msg("check-plot-intro", { entry })}</p>
      <div
        class="plot"
        role="slider"
        tabindex="0"
        aria-label=${msg("check-plot", { entry })}
        aria-orientation="horizontal"
        aria-valuemin="0"
        aria-valuemax=${sweep.points.length - 1}
        aria-valuenow=${sweep.points.length - 1 - index}
        aria-valuetext=${read}
        @keydown=${(event: KeyboardEvent) => this.#key(event, index, sweep)}
        @pointermove=${(event: PointerEvent) => this.#point(event, picture)}
        @pointerleave=${() => (this.read = null)}
      >
        ${drawing(picture, sweep, index)}
      </div>
      <p class="readout">${read}</p>
      ${this.#numbers(sweep)}
    `;
  }

  #gate(node: NodeId): string {
    return this.explanation ? nodeName(this.explanation, node) : "";
  }

  #finding({ finding, node, gradient, left, right }: EntryCheck): string {
    const gate = node === undefined ? "" : this.#gate(node);
    if (finding === "not_finite" && gate !== "") return msg("check-not_finite-gate", { gate });
    if (left === undefined || right === undefined) return msg(`check-${finding}`);
    const numbers = { left: formatNumber(left), right: formatNumber(right), gradient: formatNumber(gradient) };
    return msg(`check-${finding}`, { gate, ...numbers });
  }

  #readout({ points, best }: Sweep, index: number): string {
    const { h, slope, difference, corner } = points[index] as SweepPoint;
    const numbers = { h: formatNumber(h), slope: formatDigits(slope, DIGITS), error: formatNumber(difference) };
    if (corner !== undefined) return msg("check-point-corner", { ...numbers, gate: this.#gate(corner) });
    return msg(index === best ? "check-point-best" : "check-point", numbers);
  }

  #key(event: KeyboardEvent, index: number, { points }: Sweep): void {
    const by = KEYS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.read = Math.max(0, Math.min(points.length - 1, index + by));
  }

  /** The point whose h is nearest to the pointer. */
  #point(event: PointerEvent, { points }: Picture): void {
    const box = (event.currentTarget as HTMLElement).querySelector("svg")?.getBoundingClientRect();
    if (!box || points.length === 0) return;
    const at = ((event.clientX - box.left) / box.width) * PLOT.width;
    const nearest = points.reduce((a, b) => (Math.abs(b.x - at) < Math.abs(a.x - at) ? b : a));
    this.read = nearest.index;
  }

  #numbers({ points }: Sweep): TemplateResult {
    return html`<details>
      <summary>${msg("check-numbers")}</summary>
      ${numberTable(
        msg("check-numbers"),
        ["h", msg("check-central"), msg("check-plot-error"), msg("check-left"), msg("check-right")],
        points.map(({ h, slope, difference, left, right }) => [
          formatNumber(h),
          formatDigits(slope, DIGITS),
          formatNumber(difference),
          formatDigits(left, DIGITS),
          formatDigits(right, DIGITS),
        ]),
      )}
    </details>`;
  }
}

function drawing(plot: Picture, { best }: Sweep, read: number): TemplateResult {
  const { width, height, left, right, bottom } = PLOT;
  const floor = height - bottom;
  return html`<svg viewBox="0 0 ${width} ${height}" aria-hidden="true">
    ${plot.yTicks.map(
      ({ at, text }) => svg`<path class="grid" d="M${left} ${show(at)}H${width - right}" />
        <text class="y" x=${left - 6} y=${show(at) + 4}>${text}</text>`,
    )}
    <path class="axis" d="M${left} ${PLOT.top}V${floor}H${width - right}" />
    ${plot.xTicks.map(({ at, text }) => svg`<text class="x" x=${show(at)} y=${floor + 18}>${text}</text>`)}
    <text class="name" x=${width - right} y=${floor - 6}>h</text>
    <text class="name start" x=${left} y=${PLOT.top - 10}>${msg("check-plot-error")}</text>
    ${plot.exact === null ? nothing : svg`<text class="y" x=${left - 6} y=${show(plot.exact) + 2}>0</text>`}
    ${theory(plot.truncation, msg("check-theory-truncation"), "end")}
    ${theory(plot.rounding, msg("check-theory-rounding"), "start")}
    ${plot.points.map(
      ({ x, y, index, isAcross }) =>
        svg`<circle class=${isAcross ? "across" : "point"} cx=${show(x)} cy=${show(y)} r="3" />${
          index === best ? svg`<circle class="best" cx=${show(x)} cy=${show(y)} r="7" />` : nothing
        }${index === read ? svg`<path class="read" d="M${show(x)} ${PLOT.top}V${floor}" />` : nothing}`,
    )}
  </svg>`;
}

/** A thin line, named at its upper end. */
function theory(line: [Point, Point] | null, name: string, anchor: "start" | "end"): TemplateResult | typeof nothing {
  if (line === null) return nothing;
  const [from, to] = line;
  const upper = from.y < to.y ? from : to;
  const x = upper.x + (anchor === "start" ? 28 : -28);
  return svg`<path class="theory" d="M${show(from.x)} ${show(from.y)}L${show(to.x)} ${show(to.y)}" />
    <text class="name ${anchor}" x=${show(x)} y=${show(upper.y + 14)}>${name}</text>`;
}
customElements.define("sweep-plot", SweepPlot);

declare global {
  interface HTMLElementTagNameMap {
    "sweep-plot": SweepPlot;
  }
}

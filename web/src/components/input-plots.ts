/** "How f moves with x, and with y": the curve through the point, the map of two inputs, and what both say in words. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import type { EntryOf, Explanation } from "../engine/protocol.js";
import { LocaleController, msg } from "../locales/index.js";
import "../locales/plots.js";
import { entryName } from "../scene/entries.js";
import type { CircuitEvents, NumberKey } from "../scene/model.js";
import { nodeName } from "../scene/names.js";
import { formatNumber } from "../scene/numbers.js";
import { curvePoint, isSameEntry, type Moved, movable, type ShownPlots, surfacePoint } from "../scene/plots.js";
import "./contour-plot.js";
import { controls } from "./controls.css.js";
import "./function-plot.js";
import { curveWords } from "./plot-words.js";

type Gesture = "move" | "end";

export class InputPlots extends LitElement {
  static override properties = {
    explanation: { attribute: false },
    plots: { attribute: false },
    covered: { attribute: false },
  };
  declare explanation: Explanation | null;
  declare plots: ShownPlots | null;
  declare covered: ReadonlySet<NumberKey>;

  constructor() {
    super();
    this.explanation = null;
    this.plots = null;
    this.covered = new Set();
    new LocaleController(this);
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        margin-block-start: 16px;
      }
      summary {
        min-block-size: 32px;
        font-weight: 600;
        cursor: pointer;
      }
      p {
        margin: 4px 0 8px;
        max-inline-size: 62ch;
      }
      .hint {
        font-size: 13px;
        color: var(--secondary);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        margin-block: 8px;
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: 8px;
      }
      select {
        max-inline-size: 160px;
      }
      .zoom {
        display: flex;
        gap: 4px;
        margin-inline-start: auto;
      }
    `,
  ];

  protected override render(): TemplateResult | typeof nothing {
    const { explanation, plots } = this;
    if (!explanation || !plots) return nothing;
    const names = { formula: nodeName(explanation, explanation.output.node), operand: this.#name(plots.x) };
    return html`<details ?open=${plots.isOpen} @toggle=${this.#toggle}>
      <summary>${msg("plot-title", names)}</summary>
      ${plots.isOpen ? this.#open(explanation, plots, names.formula, names.operand) : nothing}
    </details>`;
  }

  #open(explanation: Explanation, plots: ShownPlots, formula: string, operand: string): TemplateResult {
    const { x, y, curve, problem } = plots;
    const entries = movable(explanation);
    if (problem)
      return html`<p role="status">${msg(`plot-${problem}`, { formula })}</p>${problem === "empty" ? this.#controls(entries, x) : nothing}`;
    if (this.#isCovered(explanation, x)) return html`<p>${msg("why-covered")}</p>`;
    if (!curve) return html`<p role="status">${msg("plot-waiting")}</p>`;
    const point = curvePoint(explanation, x);
    const derivative = `∂${formula}/∂${operand}`;
    const start = explanation.adjoints[explanation.output.node];
    return html`
      ${this.#controls(entries, x)}
      <function-plot
        .curve=${curve}
        .point=${point}
        formula=${formula}
        operand=${operand}
        derivative=${derivative}
        @point-change=${({ detail }: CustomEvent) => this.#move(x, detail.x, detail.gesture)}
        @plot-zoom=${({ detail }: CustomEvent) => this.#send({ kind: "zoom", closer: detail.closer })}
      ></function-plot>
      ${curveWords(curve, point, {
        ...{ formula, operand, derivative },
        ...(typeof start === "number" && start !== 1 && { start, gradient: x.gradient }),
      }).map((sentence) => html`<p>${sentence}</p>`)}
      ${
        entries.length > 1
          ? this.#select(
              "plot-and",
              "y",
              entries.filter((one) => !isSameEntry(one, x)),
              y,
            )
          : nothing
      }
      ${y && plots.surface ? this.#map(explanation, plots, x, y, formula) : nothing}
    `;
  }

  #controls(entries: readonly Moved[], x: Moved): TemplateResult {
    return html`<div class="row">
      ${entries.length > 1 ? this.#select("plot-along", "x", entries, x) : nothing}
      <span class="zoom">
        <button class="icon" aria-label=${msg("plot-closer")} title=${msg("plot-closer")} @click=${() => this.#send({ kind: "zoom", closer: true })}>+</button>
        <button class="icon" aria-label=${msg("plot-wider")} title=${msg("plot-wider")} @click=${() => this.#send({ kind: "zoom", closer: false })}>−</button>
        <button @click=${() => this.#send({ kind: "reset" })}>${msg("plot-reset")}</button>
      </span>
    </div>`;
  }

  /** An answer may still be hidden: what it is a slope or a value of is hidden with it. */
  #isCovered({ output }: Explanation, ...axes: Moved[]): boolean {
    return this.covered.has(`value:${output.node}`) || axes.some(({ node }) => this.covered.has(`gradient:${node}`));
  }

  #map(explanation: Explanation, { surface }: ShownPlots, x: Moved, y: Moved, formula: string): TemplateResult {
    if (this.#isCovered(explanation, y)) return html`<p>${msg("why-covered")}</p>`;
    const point = surfacePoint(explanation, x, y);
    const names = [this.#name(x), this.#name(y)] as const;
    const numbers = {
      ...{ formula, nameX: names[0], nameY: names[1], x: formatNumber(point.x), y: formatNumber(point.y) },
      ...{
        value: formatNumber(point.value),
        byX: formatNumber(point.gradient[0]),
        byY: formatNumber(point.gradient[1]),
      },
    };
    return html`<contour-plot
        .surface=${surface}
        .point=${point}
        formula=${formula}
        .names=${names}
        @place-change=${({ detail }: CustomEvent) => this.#moveBoth(x, y, detail)}
        @plot-zoom=${({ detail }: CustomEvent) => this.#send({ kind: "zoom", closer: detail.closer })}
      ></contour-plot>
      <p>${msg("plot-here", numbers)}</p>
      <p class="hint">${msg("plot-map", { formula })}</p>`;
  }

  #select(id: string, axis: "x" | "y", entries: readonly Moved[], chosen: Moved | null): TemplateResult {
    const choose = (event: Event) => {
      const index = Number((event.target as HTMLSelectElement).value);
      const { input, entry } = entries[index] ?? {};
      this.#send({ kind: "choose", axis, entry: input === undefined || entry === undefined ? null : { input, entry } });
    };
    return html`<label
      >${msg(id)}
      <select @change=${choose}>
        ${axis === "y" ? html`<option value="-1" ?selected=${chosen === null}>${msg("plot-nothing")}</option>` : nothing}
        ${entries.map(
          (one, i) => html`<option value=${i} ?selected=${isSameEntry(one, chosen)}>${this.#name(one)}</option>`,
        )}
      </select></label
    >`;
  }

  #name({ input, entry }: EntryOf): string {
    const info = this.explanation?.inputs.find(({ name }) => name === input);
    return info ? entryName(info, entry) : input;
  }

  #toggle(event: Event): void {
    const { open } = event.target as HTMLDetailsElement;
    if (open !== this.plots?.isOpen) this.#send({ kind: "open", isOpen: open });
  }

  #send(detail: object): void {
    this.dispatchEvent(new CustomEvent("plot-change", { detail, bubbles: true, composed: true }));
  }

  /** The point is the input: it is moved as by its pill. */
  #move({ node, at }: Moved, value: number, gesture: Gesture): void {
    this.#change({ node, entry: at, value, gesture });
  }
  #moveBoth(x: Moved, y: Moved, to: { x: number; y: number; gesture: Gesture }): void {
    if (to.gesture === "end" && to.y === y.value && to.x !== x.value) this.#move(x, to.x, "end");
    else if (to.gesture === "end" && to.x === x.value && to.y !== y.value) this.#move(y, to.y, "end");
    else
      this.#change({
        ...{ node: x.node, entry: x.at, value: to.x, gesture: to.gesture },
        also: { node: y.node, entry: y.at, value: to.y },
      });
  }
  #change(detail: CircuitEvents["input-change"]): void {
    this.dispatchEvent(new CustomEvent("input-change", { detail, bubbles: true, composed: true }));
  }
}
customElements.define("input-plots", InputPlots);

declare global {
  interface HTMLElementTagNameMap {
    "input-plots": InputPlots;
  }
}

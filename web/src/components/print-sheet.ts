/**
 * A circuit on paper, two pages: the worksheet with every value and empty gradient slots, and its solution. What is
 * blank on the first is at the same place on the second.
 */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import type { BackwardStep, Explanation, Value } from "../engine/protocol.js";
import { LocaleController, msg } from "../locales/index.js";
import { printedEquation } from "../scene/equations.js";
import { ruleText } from "../scene/expressions.js";
import type { CircuitState, NumberKey } from "../scene/model.js";
import { boxOf, nodeName } from "../scene/names.js";
import { formatValue, parenthesized } from "../scene/numbers.js";
import type { Ops } from "../scene/rules.js";
import { gateWords, shapeOf, shapeText } from "../scene/sentence-parts.js";
import "./circuit-view.js";

/** A larger matrix is named by its shape: its numbers stand in the picture. */
const SHOWN_ENTRIES = 3;

export class PrintSheet extends LitElement {
  static override properties = { explanation: { attribute: false }, program: {}, ops: { attribute: false } };
  declare explanation: Explanation | null;
  declare program: string;
  declare ops: Ops;

  constructor() {
    super();
    this.explanation = null;
    this.program = "";
    this.ops = new Map();
    new LocaleController(this);
  }

  static override styles = css`
    :host {
      display: block;
      color-scheme: light;
      color: #1b1f24;
      font: 400 12pt/1.4 system-ui, sans-serif;
      font-variant-numeric: tabular-nums lining-nums;
    }
    section + section {
      break-before: page;
    }
    header {
      display: flex;
      justify-content: space-between;
      align-items: baseline;
      gap: 24px;
    }
    h2 {
      margin: 0;
      font-size: 20pt;
      font-weight: 600;
    }
    .name {
      flex: 0 1 60mm;
      border-block-end: 1px solid currentColor;
      font-size: 10pt;
    }
    pre {
      margin: 4mm 0;
      font: 12pt/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
      white-space: pre-wrap;
    }
    circuit-view {
      display: block;
      margin-block: 4mm;
    }
    table {
      inline-size: 100%;
      border-collapse: collapse;
    }
    thead {
      display: table-header-group;
    }
    tr {
      break-inside: avoid;
    }
    th,
    td {
      padding: 1mm 2mm;
      text-align: end;
      border-block-end: 0.5pt solid #6e7781;
      font-weight: 400;
    }
    th {
      font-size: 9pt;
      vertical-align: bottom;
    }
    :is(th, td):nth-child(-n + 3) {
      text-align: start;
    }
    td:nth-child(n + 4) {
      white-space: nowrap;
    }
    td:is(:nth-child(2), :nth-child(3)) {
      font-size: 10pt;
    }
    td.total {
      font-weight: 600;
    }
    .blank {
      display: inline-block;
      inline-size: 14mm;
      block-size: 4.5mm;
      border-block-end: 1pt dotted #1b1f24;
    }
  `;

  protected override render(): TemplateResult | typeof nothing {
    const { explanation } = this;
    if (!explanation) return nothing;
    return html`${this.#page(explanation, true)} ${this.#page(explanation, false)}`;
  }

  #page(explanation: Explanation, isWorksheet: boolean): TemplateResult {
    const covered = isWorksheet ? allGradients(explanation) : new Set<NumberKey>();
    const time = explanation.steps?.length ?? 0;
    const state: CircuitState = { explanation, time, covered, selected: null, linked: null, dragged: null };
    return html`<section>
      <header>
        <h2>${msg(isWorksheet ? "print-worksheet" : "print-solution")}</h2>
        ${isWorksheet ? html`<span class="name">${msg("print-name")}</span>` : nothing}
      </header>
      <pre>${this.program}</pre>
      <circuit-view .state=${state} .ops=${this.ops} camera="full" paper></circuit-view>
      ${this.#steps(explanation, isWorksheet)}
    </section>`;
  }

  #steps(explanation: Explanation, isBlank: boolean): TemplateResult {
    const headings = ["step", "from", "to", "incoming", "local", "product", "total"];
    const steps = (explanation.steps ?? []).filter((step): step is BackwardStep => step.phase === "backward");
    return html`<table>
      <thead>
        <tr>
          ${headings.map((heading) => html`<th scope="col">${msg(`print-${heading}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${steps.map((step, i) => this.#step(explanation, step, i + 1, isBlank))}
      </tbody>
    </table>`;
  }

  #step(explanation: Explanation, step: BackwardStep, number: number, isBlank: boolean): TemplateResult {
    const box = boxOf(explanation, step.node);
    const gate = box ? gateWords(explanation, box) : { node: step.node, text: nodeName(explanation, step.node) };
    const { incoming, local, product } = printed(explanation, step);
    const cell = (text: string) => (isBlank ? html`<span class="blank"></span>` : text);
    return html`<tr>
      <td>${number}</td>
      <td>${gate.text}</td>
      <td>${nodeName(explanation, step.target)}</td>
      <td>${cell(incoming)}</td>
      <td>${isBlank && typeof step.partial === "number" ? "× " : nothing}${cell(local)}</td>
      <td>${isBlank ? "= " : nothing}${cell(product)}</td>
      <td class="total">${cell(short(step.total))}</td>
    </tr>`;
  }
}

/** The three numbers of a step, digits chosen together so that the product is true as printed. */
function printed(explanation: Explanation, step: BackwardStep): { incoming: string; local: string; product: string } {
  const { adjoint, partial, contribution } = step;
  if (typeof adjoint === "number" && typeof partial === "number" && typeof contribution === "number") {
    const { operands, relation, result } = printedEquation("mul", [adjoint, partial], contribution);
    return {
      incoming: operands[0] ?? "",
      local: `× ${parenthesized(operands[1] ?? "")}`,
      product: `${relation} ${result}`,
    };
  }
  const local = partial === undefined ? ruleText(explanation, step) : `∘ ${short(partial)}`;
  return { incoming: short(adjoint), local, product: `= ${short(contribution)}` };
}

function short(value: Value): string {
  const [rows, columns] = shapeOf(value);
  return rows * columns > SHOWN_ENTRIES ? shapeText([rows, columns]) : formatValue(value);
}

function allGradients({ view, adjoints, steps = [], output }: Explanation): Set<NumberKey> {
  const covered = new Set<NumberKey>();
  for (const { node } of view.boxes)
    if (adjoints[node] !== null && node !== output.node) covered.add(`gradient:${node}`);
  for (const step of steps) if (step.phase === "backward") covered.add(`contribution:${step.node}.${step.input}`);
  return covered;
}
customElements.define("print-sheet", PrintSheet);

declare global {
  interface HTMLElementTagNameMap {
    "print-sheet": PrintSheet;
  }
}

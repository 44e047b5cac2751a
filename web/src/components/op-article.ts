/** <op-article>: the rule of one gate: what it computes, its derivative as text and picture, its corners, how it is spelled. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { OpExample } from "../engine/protocol.js";
import { LocaleController, msg } from "../locales/index.js";
import { CORNERS } from "../scene/corners.js";
import type { Curve } from "../scene/curve.js";
import { formatNumber, MINUS } from "../scene/numbers.js";
import type { OpPage, Spelling } from "../scene/op-page.js";
import { operandsOf, programOf } from "../scene/operands.js";
import { ticks } from "../scene/plot.js";
import { shapeText } from "../scene/sentence-parts.js";
import { wordOf } from "../scene/slugs.js";
import { article } from "./article.css.js";
import { controls } from "./controls.css.js";
import "./function-plot.js";
import "../locales/plots.js";
import { mathElement } from "./math-formula.js";
import { curveMarks } from "./plot-words.js";

export interface OpArticleEvents {
  "operand-change": { operand: string; value: number; gesture: "move" | "end" };
}

/** Rows of the table that says what the picture shows. */
const TABLE_ROWS = 16;

export class OpArticle extends LitElement {
  static override properties = { page: { attribute: false }, circuit: {} };
  declare page: OpPage | null;
  /** Where the op is opened as a circuit. */
  declare circuit: string;

  constructor() {
    super();
    this.page = null;
    this.circuit = "";
    new LocaleController(this);
  }

  static override styles = [
    controls,
    article,
    css`
      .notation {
        font-size: 18px;
      }
      h1 {
        overflow-wrap: anywhere;
      }
      .word {
        color: var(--secondary);
        font-weight: 400;
      }
      .operands {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 16px;
        margin-block: 8px;
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: 8px;
      }
      input {
        inline-size: 9ch;
        min-block-size: 36px;
        box-sizing: border-box;
        padding: 0 8px;
        border: 1px solid var(--wire);
        border-radius: 8px;
        background: var(--paper);
        color: var(--forward);
        text-align: end;
      }
      .reading {
        font-size: 18px;
        line-height: 28px;
        min-block-size: 56px;
        margin: 0;
      }
      summary {
        cursor: pointer;
        inline-size: fit-content;
        min-block-size: 28px;
      }
      details table {
        margin-block: 8px;
      }
      details td,
      details th {
        text-align: end;
      }
      .spelling {
        white-space: pre;
      }
    `,
  ];

  protected override render(): TemplateResult | typeof nothing {
    if (!this.page) return nothing;
    const { op } = this.page;
    const word = wordOf(op.name);
    return html`
      <h1><code>${op.name}</code>${word === op.name ? nothing : html` <span class="word">${word}</span>`}</h1>
      <p class="lead">${prose(op.summary)}</p>
      <p>
        ${msg("reference-written")} <code class="notation">${op.notation}</code>
        ${op.aliases.length > 0 ? html` ${msg("reference-aliases")} ${words(op.aliases)}` : nothing}
      </p>
      ${this.#definition(op.definition)} ${this.#rules(this.page)} ${this.#plot(this.page)} ${this.#corners(this.page)}
      ${this.#shapes(this.page)} ${this.#spellings(this.page.spellings)}
      <p><a class="button" href=${this.circuit}>${msg("reference-open")}</a></p>
    `;
  }

  #definition(definition: string | undefined): TemplateResult | typeof nothing {
    if (definition === undefined) return nothing;
    return html`<p>${msg("reference-definition")} <code>${definition}</code></p>`;
  }

  #rules({ op, formulas }: OpPage): TemplateResult {
    if (op.rules.length === 0)
      return html`<h2>${msg("reference-rule")}</h2>
      <p>${msg("reference-no-derivative")}</p>`;
    const isMatrix = op.kind !== "elementwise";
    const operands = op.rules.length === 1 && op.arity !== 1 ? [msg("reference-each")] : operandsOf(op);
    return html`
      <h2>${msg("reference-rule")}</h2>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">${msg("reference-operand")}</th>
              <th scope="col">${msg(isMatrix ? "reference-handed" : "reference-local")}</th>
              ${formulas.some(Boolean) ? html`<th scope="col">${msg("reference-formula")}</th>` : nothing}
            </tr>
          </thead>
          <tbody>
            ${op.rules.map(
              (rule, i) => html`<tr>
                <th scope="row"><code>${operands[i]}</code></th>
                <td class="backward"><code>${rule}</code></td>
                ${formulas[i]?.mathml ? html`<td>${mathElement(formulas[i].mathml)}</td>` : nothing}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="hint">${this.#ruleWords(op.rules.join(" "))}</p>
    `;
  }

  /** What stands for something in the rules. */
  #ruleWords(rules: string): string {
    const known = ["out", "adjoint", "n", "samples"].filter((word) => new RegExp(`\\b${word}\\b`).test(rules));
    return known.map((word) => msg(`reference-word-${word}`)).join(" ");
  }

  #plot({ op, at, curve, point }: OpPage): TemplateResult | typeof nothing {
    const [operand = ""] = at.keys();
    if (!curve || !point) return nothing;
    const numbers = {
      operand,
      x: formatNumber(point.x),
      value: formatNumber(point.value),
      slope: formatNumber(point.slope),
    };
    const marks = curveMarks(curve, point, { operand, derivative: msg("reference-slope") });
    return html`
      <h2>${msg("reference-picture")}</h2>
      <function-plot
        .curve=${curve}
        .point=${point}
        formula=${programOf(op)}
        operand=${operand}
        derivative=${msg("reference-derivative-by", { operand })}
        @point-change=${({ detail }: CustomEvent) => this.#change(operand, detail.x, detail.gesture)}
      ></function-plot>
      <div class="operands">${[...at].map(([name, value]) => this.#field(name, value))}</div>
      <p class="reading" role="status">
        ${msg(Number.isNaN(point.value) ? "reference-undefined-at" : "reference-at", numbers)}
      </p>
      ${marks.map((sentence) => html`<p>${sentence}</p>`)}
      ${this.#table(operand, op.notation, curve)}
    `;
  }

  #field(name: string, value: number): TemplateResult {
    return html`<label
      ><code>${name} =</code>
      <input
        type="number"
        step="any"
        .value=${live(String(value))}
        @change=${(event: Event) => this.#typed(event.target as HTMLInputElement, name, value)}
    /></label>`;
  }

  #typed(field: HTMLInputElement, name: string, before: number): void {
    const value = field.valueAsNumber;
    if (Number.isFinite(value)) this.#change(name, value, "end");
    else field.value = String(before);
  }

  #change(operand: string, value: number, gesture: "move" | "end"): void {
    const detail = { operand, value, gesture };
    this.dispatchEvent(new CustomEvent("operand-change", { detail, bubbles: true, composed: true }));
  }

  /** The picture for those who read it: at the ticks of a wide one. */
  #table(operand: string, notation: string, { x, points }: Curve): TemplateResult {
    const width = x[1] - x[0];
    const rows = ticks(x, TABLE_ROWS).flatMap((place) => {
      const point = points.find((point) => Math.abs(point.x - place) < width * 1e-9);
      return point ? [{ ...point, x: place }] : [];
    });
    return html`<details>
      <summary>${msg("reference-as-table")}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label=${msg("reference-as-table")}>
        <table>
          <thead>
            <tr>
              <th scope="col">${operand}</th>
              <th scope="col">${notation}</th>
              <th scope="col">${msg("reference-derivative-by", { operand })}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ({ x, value, slope }) => html`<tr>
                <th scope="row">${formatNumber(x)}</th>
                <td class="forward">${formatNumber(value)}</td>
                <td class="backward">${formatNumber(slope)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>`;
  }

  #corners({ op }: OpPage): TemplateResult | typeof nothing {
    const corner = CORNERS[op.name];
    if (op.kinks === "" && !corner) return nothing;
    return html`
      <h2>${msg("reference-corners")}</h2>
      ${op.kinks === "" ? nothing : html`<p>${sentence(op.kinks)}</p>`}
      ${corner ? this.#others(corner) : nothing}
    `;
  }

  #others({ at, pytorch, jax, tensorflow }: (typeof CORNERS)[string]): TemplateResult {
    return html`<p class="hint">${msg("reference-others", { at })}</p>
      <table>
        <tbody>
          ${Object.entries({ PyTorch: pytorch, JAX: jax, TensorFlow: tensorflow }).map(
            ([system, chosen]) => html`<tr>
              <th scope="row">${system}</th>
              <td class="backward">${chosen}</td>
            </tr>`,
          )}
        </tbody>
      </table>
      ${at === "a = b" ? html`<p class="hint">${msg("reference-tie")}</p>` : nothing}`;
  }

  #shapes({ op }: OpPage): TemplateResult | typeof nothing {
    if (op.arity === 0) return nothing;
    return html`<h2>${msg("reference-shapes")}</h2>
      <p>${msg(op.example ? "reference-shapes-own" : "reference-shapes-entries")}</p>
      ${op.example ? this.#example(op.example) : nothing}`;
  }

  #example({ program, operands, shape }: OpExample): TemplateResult {
    const shapes = Object.entries(operands).map(([name, shape]) => html`<code>${name}</code> ${shapeText(shape)}, `);
    return html`<p>
      ${msg("reference-shapes-example")} ${shapes} <code>${program}</code> ${shapeText(shape)}
    </p>`;
  }

  #spellings(spellings: readonly Spelling[]): TemplateResult | typeof nothing {
    if (spellings.length === 0) return nothing;
    return html`
      <h2>${msg("reference-spelling")}</h2>
      <div class="scroll">
        <table>
          <tbody>
            ${spellings.map(
              ({ language, text, isDefined }) => html`<tr>
                <th scope="row">${msg(`reference-language-${language}`)}</th>
                <td><code class="spelling">${text}</code></td>
                <td class="hint">${isDefined ? msg("reference-defined") : ""}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    `;
  }
}

function words(texts: readonly string[]): TemplateResult[] {
  return texts.map((text, i) => html`${i > 0 ? ", " : ""}<code>${text}</code>`);
}

/** The engine's words with the page's minus. */
function prose(text: string): string {
  return text.replaceAll(/(?<![\w)])-(?=\d|Inf|pi)/g, MINUS);
}

/** A name or formula at its begin stays as it is written. */
function sentence(text: string): string {
  const begin = /^[a-z]{2,}\b/.test(text) ? text.charAt(0).toUpperCase() : text.charAt(0);
  return `${begin}${prose(text.slice(1))}.`;
}
customElements.define("op-article", OpArticle);

declare global {
  interface HTMLElementTagNameMap {
    "op-article": OpArticle;
  }
}

/** <rule-tables>: the rules of differentiation, each tried on functions by the engine; and the two layouts of derivatives. */
import { css, html, LitElement, type TemplateResult } from "lit";
import type { SymbolicDerivative } from "../engine/protocol.js";
import { LocaleController, msg } from "../locales/index.js";
import { DERIVATIVE_RULES, functionsOf, LAYOUTS, lawText, MATRIX_RULES } from "../scene/derivative-rules.js";
import { article } from "./article.css.js";
import { controls } from "./controls.css.js";
import { mathElement } from "./math-formula.js";

/** What the engine says of the examples, in the order of the rules. */
export interface TriedRules {
  derivatives: SymbolicDerivative[];
  matrices: SymbolicDerivative[];
}

export class RuleTables extends LitElement {
  static override properties = { tried: { attribute: false } };
  declare tried: TriedRules | null;

  constructor() {
    super();
    this.tried = null;
    new LocaleController(this);
  }

  static override styles = [
    controls,
    article,
    css`
      code {
        white-space: nowrap;
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`
      <h2 id="rules">${msg("rules-title")}</h2>
      <p>${msg("rules-intro")}</p>
      ${this.#derivatives()}
      <h2 id="vectors">${msg("vectors-title")}</h2>
      <p>${msg("vectors-intro")}</p>
      ${this.#matrices()}
      <h2 id="layouts">${msg("layouts-title")}</h2>
      <p>${msg("layouts-intro")}</p>
      ${this.#layouts()}
      <p class="hint">${msg("layouts-flat")}</p>
    `;
  }

  #derivatives(): TemplateResult {
    return scrolling(
      msg("rules-title"),
      html`<thead>
          <tr>
            <th scope="col">${msg("rules-name")}</th>
            <th scope="col">${msg("rules-law")}</th>
            <th scope="col">${msg("rules-derivative")}</th>
            <th scope="col">${msg("rules-example")}</th>
            <th scope="col">${msg("rules-answer")}</th>
          </tr>
        </thead>
        <tbody>
          ${DERIVATIVE_RULES.map(
            (rule, i) => html`<tr>
              <th scope="row">${msg(`rules-${rule.id}`)}</th>
              <td><code>${lawText(rule.law)}</code></td>
              <td class="backward"><code>${lawText(rule.derivative)}</code></td>
              <td><code>${functionsOf(rule)}</code></td>
              <td>${answer(this.tried?.derivatives[i])}</td>
            </tr>`,
          )}
        </tbody>`,
    );
  }

  #matrices(): TemplateResult {
    return scrolling(
      msg("vectors-title"),
      html`<thead>
          <tr>
            <th scope="col">${msg("vectors-function")}</th>
            <th scope="col">${msg("vectors-by")}</th>
            <th scope="col">${msg("vectors-gradient")}</th>
            <th scope="col">${msg("rules-answer")}</th>
          </tr>
        </thead>
        <tbody>
          ${MATRIX_RULES.map(
            ({ program, by, gradient }, i) => html`<tr>
              <th scope="row"><code>${program}</code></th>
              <td><code>${by}</code></td>
              <td class="backward"><code>${gradient}</code></td>
              <td>${answer(this.tried?.matrices[i])}</td>
            </tr>`,
          )}
        </tbody>`,
    );
  }

  #layouts(): TemplateResult {
    return scrolling(
      msg("layouts-title"),
      html`<thead>
          <tr>
            <th scope="col">${msg("layouts-what")}</th>
            <th scope="col">${msg("layouts-derivative")}</th>
            <th scope="col">${msg("layouts-numerator")}</th>
            <th scope="col">${msg("layouts-denominator")}</th>
          </tr>
        </thead>
        <tbody>
          ${LAYOUTS.map(
            ({ id, derivative, numerator, denominator }) => html`<tr>
              <th scope="row">${msg(`layouts-${id}`)}</th>
              <td>${derivative}</td>
              <td>${arranged(numerator)}</td>
              <td>${arranged(denominator)}</td>
            </tr>`,
          )}
        </tbody>`,
    );
  }
}

function scrolling(label: string, table: TemplateResult): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${label}><table>${table}</table></div>`;
}

function answer({ mathml, text }: Partial<SymbolicDerivative> = {}): TemplateResult {
  return mathml ? html`${mathElement(mathml)}` : html`<code>${text ?? ""}</code>`;
}

function arranged({ formula, shape }: { formula: string; shape: string }): TemplateResult {
  const words = formula === "row" || formula === "column" ? msg(`layouts-${formula}`) : formula;
  return html`${words}, ${shape}`;
}
customElements.define("rule-tables", RuleTables);

declare global {
  interface HTMLElementTagNameMap {
    "rule-tables": RuleTables;
  }
}

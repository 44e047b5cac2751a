/** "Why this number?" for any number of the circuit: its rule, the chain rule in symbols, every contribution, every path. */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { Diagnostic, Explanation, SymbolicDerivative, Symbols, Value } from "../engine/protocol.js";
import { diagnosticWords } from "../locales/diagnostics.js";
import { LocaleController, msg } from "../locales/index.js";
import { sentenceParts } from "../locales/words.js";
import { IS_SITE } from "../product.js";
import { isTurned, turnedFormula, turnedProgram } from "../scene/arranged.js";
import { numberAt } from "../scene/keys.js";
import type { Message, NodeWords, Phrase } from "../scene/message.js";
import type { CircuitState, NumberKey } from "../scene/model.js";
import { nodeName, nodeWords } from "../scene/names.js";
import { copyText, formatNumber, formatValue, fullPrecision, superscript } from "../scene/numbers.js";
import type { Ops } from "../scene/rules.js";
import { shapeOf, shapeText } from "../scene/sentence-parts.js";
import { type Contribution, type Why, type WhyPath, whyOf } from "../scene/why.js";
import { controls } from "./controls.css.js";
import "./cover-slot.js";
import { LinkedWordsController, linkedParts, send } from "./linked-words.js";
import { mathElement } from "./math-formula.js";
import { whyStyles } from "./why-panel.css.js";

/** A larger matrix is named by its shape alone. */
const SHOWN_ENTRIES = 100;

/** As often as the engine differentiates. */
const HIGHEST_ORDER = 6;

export interface WhyEvents {
  "derivative-order": { order: number };
}

export class WhyPanel extends LitElement {
  static override properties = {
    state: { attribute: false },
    key: { attribute: false },
    ops: { attribute: false },
    derivative: { attribute: false },
    order: { attribute: false },
    copied: { state: true },
  };
  declare state: CircuitState | null;
  declare key: NumberKey | null;
  declare ops: Ops;
  /** The formula of the number, taken `order` times; null where none is known. */
  declare derivative: SymbolicDerivative | null;
  declare order: number;
  /** The number that was just copied, for the moment in which that is said. */
  declare copied: string | null;

  constructor() {
    super();
    this.state = null;
    this.key = null;
    this.ops = new Map();
    this.derivative = null;
    this.order = 1;
    this.copied = null;
    new LocaleController(this);
    new LinkedWordsController(this);
  }

  static override styles = [controls, whyStyles];

  protected override render(): TemplateResult {
    if (this.state === null || this.key === null) return html`<p class="hint">${msg("why-nothing")}</p>`;
    const { explanation, covered } = this.state;
    const why = whyOf(explanation, this.key, { ops: this.ops, covered });
    return html`
      <h2>${this.#words(why.title)}</h2>
      ${this.#number(why)} ${why.facts.map((fact) => html`<p>${this.#words(fact)}</p>`)}
      ${IS_SITE && this.derivative ? this.#symbols(why, this.derivative) : nothing} ${this.#sum(why)}
      ${this.#paths(why)} ${this.#notes(why.notes)}
      <p class="visually-hidden" role="status">${this.copied === null ? "" : msg("why-copied")}</p>
    `;
  }

  #words(message: Message): unknown {
    return linkedParts(sentenceParts(message), this.state?.linked ?? null);
  }

  #phrase(phrase: Phrase): unknown {
    return linkedParts(phrase, this.state?.linked ?? null);
  }

  #number({ key, symbol, value, isCovered, place }: Why): TemplateResult | typeof nothing {
    if (isCovered) {
      return html`<p>${msg("why-covered")}</p>
        <cover-slot compact .explanation=${this.state?.explanation} .key=${key}></cover-slot>`;
    }
    if (value === null) return nothing;
    const direction = place.kind === "value" ? "forward" : "backward";
    const symbols = symbol.length > 0 ? html`<span class="symbol">${this.#phrase(symbol)}</span>` : nothing;
    return html`<div class="number ${direction}">${symbols} ${this.#value(value)}</div>`;
  }

  /** All the digits; a click copies them. */
  #value(value: Value): TemplateResult {
    if (typeof value === "number") return this.#copy(value, fullPrecision(value));
    const [rows, columns] = shapeOf(value);
    if (rows * columns > SHOWN_ENTRIES) return html`<span>${shapeText([rows, columns])}</span>`;
    return html`<div class="matrix" .style=${`--columns: ${columns}`}>
      ${value.flat().map((entry) => this.#copy(entry, formatNumber(entry)))}
    </div>`;
  }

  #copy(value: number, text: string): TemplateResult {
    const label = msg("why-copy", { number: fullPrecision(value) });
    const isCopied = this.copied === copyText(value);
    return html`<button class="copy" title=${label} @click=${() => this.#copyNumber(copyText(value))}>
      <span class="digits">${text}</span>
      <span class="hint" aria-hidden="true">${isCopied ? msg("why-copied") : ""}</span>
    </button>`;
  }

  /** A frame without permission cannot copy; the digits can still be selected. */
  #copyNumber(text: string): void {
    const copying = navigator.clipboard?.writeText(text);
    copying?.then(
      () => {
        this.copied = text;
      },
      () => {
        this.copied = null;
      },
    );
  }

  /** The whole number as a formula: an answer, so not where the number is covered. */
  #symbols({ symbol, isCovered, place }: Why, derivative: SymbolicDerivative): TemplateResult | typeof nothing {
    if (isCovered || (place.kind !== "gradient" && place.kind !== "partial")) return nothing;
    const { staged, nodes = 0 } = derivative;
    const order = place.kind === "gradient" ? this.order : 1;
    return html`<h3>${msg("why-symbols")}</h3>
      <div class="formula scroll" tabindex="0" role="group" aria-label=${msg("why-symbols")}>
        <span class="symbol">${order === 1 ? this.#phrase(symbol) : this.#higher(symbol, order)}</span>
        = ${this.#formula(staged ?? derivative, nodes)}
      </div>
      ${
        staged
          ? html`<details>
              <summary>${msg("why-symbols-inputs")}</summary>
              <div class="formula scroll" tabindex="0">${this.#formula(derivative, nodes)}</div>
            </details>`
          : nothing
      }
      ${order > 1 && derivative.value !== undefined ? html`<p>= ${this.#value(derivative.value)}</p>` : nothing}
      ${place.kind === "gradient" && typeof derivative.value === "number" ? this.#again(order) : nothing}`;
  }

  /** On a line where it fits, otherwise as a program. */
  #formula({ text, mathml }: Symbols, nodes: number): unknown {
    const { explanation } = this.state as CircuitState;
    // the engine's formula has the shape of the value
    const isTurnedOver = isTurned(explanation) && isMatrix(explanation, this.key as NumberKey);
    if (mathml) return mathElement(isTurnedOver ? turnedFormula(mathml) : mathml);
    if (text === null) return msg("why-too-large", { count: nodes });
    return html`<pre>${isTurnedOver ? turnedProgram(text) : text}</pre>`;
  }

  /** ∂²f/∂x² */
  #higher(symbol: Phrase, order: number): string {
    const [, output, , node] = symbol;
    const name = (word: Phrase[number] | undefined) => (typeof word === "object" ? word.text : (word ?? ""));
    return `∂${superscript(String(order))}${name(output)}/∂${name(node)}${superscript(String(order))}`;
  }

  #again(order: number): TemplateResult {
    const choose = (next: number) =>
      this.dispatchEvent(
        new CustomEvent("derivative-order", { detail: { order: next }, bubbles: true, composed: true }),
      );
    return html`<p class="row">
      ${order < HIGHEST_ORDER ? html`<button @click=${() => choose(order + 1)}>${msg("why-again")}</button>` : nothing}
      ${order > 1 ? html`<button class="quiet" @click=${() => choose(1)}>${msg("why-first")}</button>` : nothing}
    </p>`;
  }

  #sum({ chainRule, contributions, sum }: Why): TemplateResult | typeof nothing {
    if (contributions.length === 0) return nothing;
    return html`
      ${chainRule === null ? nothing : html`<h3>${msg("why-chain-rule")}</h3><p class="formula">${this.#phrase(chainRule)}</p>`}
      ${chainRule === null ? nothing : html`<h3>${msg("why-contributions", { count: contributions.length })}</h3>`}
      <ul>
        ${contributions.map((contribution) => html`<li>${this.#contribution(contribution)}</li>`)}
      </ul>
      ${sum === null ? nothing : html`<h3>${msg("why-sum")}</h3><p class="formula backward">${sum}</p>`}
    `;
  }

  #contribution({ key, step, symbols, equation }: Contribution): TemplateResult {
    const text = equation ?? step.rule ?? formatMatrix(step.contribution);
    return html`<span class="symbol">${this.#phrase(symbols)}</span>
      <button class="term" @click=${() => send(this, "number-why", { key })}>${text}</button>`;
  }

  #paths({ paths, place }: Why): TemplateResult | typeof nothing {
    if (paths === null || this.state === null) return nothing;
    const { explanation } = this.state;
    const names = {
      node: nodeName(explanation, place.node),
      output: nodeName(explanation, explanation.output.node),
      count: paths.list.length,
    };
    if (paths.isTruncated) {
      return html`<h3>${msg("why-paths-truncated", names)}</h3><p>${msg("why-paths-recursion")}</p>`;
    }
    return html`
      <h3>${msg("why-paths", names)}</h3>
      <ul class="paths">
        ${paths.list.map((path) => this.#path(path))}
      </ul>
      ${paths.sum === null ? nothing : html`<p class="formula backward">${paths.sum}</p>`}
      ${paths.list.length > 1 ? html`<p class="hint">${msg("why-paths-sum")}</p>` : nothing}
    `;
  }

  /** Pointing at it, or stepping on it with Tab, makes the path thick in the picture. */
  #path({ nodes, product }: WhyPath): TemplateResult {
    const explanation = this.state?.explanation;
    if (!explanation) return html``;
    const words = nodes.flatMap(
      (node, i): Phrase => [...(i > 0 ? [" → "] : []), standingAlone(nodeWords(explanation, node))],
    );
    const follow = () => send(this, "route-link", { route: nodes });
    const leave = () => send(this, "route-link", { route: null });
    return html`<li tabindex="0" @pointerenter=${follow} @pointerleave=${leave} @focus=${follow} @blur=${leave}>
      <span>${this.#phrase(words)}</span> <span class="backward">${product}</span>
    </li>`;
  }

  #notes(notes: readonly Diagnostic[]): TemplateResult | typeof nothing {
    if (notes.length === 0) return nothing;
    return html`<h3>${msg("why-notes")}</h3>
      ${notes.map((note) => html`<p>${diagnosticWords(note).message}</p>`)}`;
  }
}

function isMatrix(explanation: Explanation, key: NumberKey): boolean {
  return typeof numberAt(explanation, key) === "object";
}

/** Between arrows an expression needs no parentheses. */
function standingAlone(words: NodeWords): NodeWords {
  return { ...words, text: words.text.replace(/^\((.*)\)$/, "$1") };
}

function formatMatrix(value: Value): string {
  const [rows, columns] = shapeOf(value);
  return rows * columns > 9 ? shapeText([rows, columns]) : formatValue(value);
}
customElements.define("why-panel", WhyPanel);

declare global {
  interface HTMLElementTagNameMap {
    "why-panel": WhyPanel;
  }
}

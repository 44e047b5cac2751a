/** <weight-editor>: every weight and bias of a small net as a field. What is no number is named below its layer and stays in its field. */
import { css, html, LitElement, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Layer } from "../engine/protocol.js";
import { LocaleController, msg } from "../locales/index.js";
import { fieldText, typedNumber } from "../scene/typed.js";
import { article } from "./article.css.js";
import { controls } from "./controls.css.js";

export interface WeightEditorEvents {
  /** `index` counts layer by layer: the weights of each row by row, then its biases. */
  "weight-change": { index: number; weight: number };
}

const LARGEST = 1000;

export class WeightEditor extends LitElement {
  static override properties = {
    layers: { attribute: false },
    names: { attribute: false },
    typed: { state: true },
  };
  declare layers: readonly Layer[];
  /** Of the inputs of the net. */
  declare names: readonly string[];
  /** What cannot be used, by index. */
  declare private typed: ReadonlyMap<number, string>;

  constructor() {
    super();
    this.layers = [];
    this.names = [];
    this.typed = new Map();
    new LocaleController(this);
  }

  static override styles = [
    controls,
    article,
    css`
      td,
      th {
        padding: 2px 8px 2px 0;
        border: 0;
      }
      th {
        font-size: 13px;
        color: var(--secondary);
      }
      caption {
        text-align: start;
        font-weight: 600;
        padding-block-end: 2px;
      }
      input {
        box-sizing: border-box;
        inline-size: 6.5em;
        min-block-size: 36px;
        padding: 0 8px;
        border: 1px solid var(--wire);
        border-radius: 8px;
        background: var(--surface);
        font-size: 15px;
      }
      input[aria-invalid="true"] {
        border: 2px solid var(--error);
      }
      .layers {
        display: flex;
        flex-wrap: wrap;
        gap: 16px 32px;
      }
      .layers > * {
        min-inline-size: 0;
        max-inline-size: 100%;
      }
      .wrong {
        margin: 0;
        font-size: 15px;
        color: var(--error);
      }
    `,
  ];

  /** Other weights take the place of what was typed. */
  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("layers")) this.typed = new Map();
  }

  protected override render(): TemplateResult {
    let index = 0;
    return html`<div class="layers">
      ${this.layers.map(({ W, b = [] }, layer) => {
        const begin = index;
        const width = W[0]?.length ?? 0;
        index += W.length * width + b.length;
        return this.#layer(layer, begin, W, b);
      })}
    </div>`;
  }

  #layer(layer: number, begin: number, W: number[][], b: number[][]): TemplateResult {
    const width = W[0]?.length ?? 0;
    const number = String(layer + 1);
    const columns = Array.from({ length: width }, (_, i) => (layer === 0 ? (this.names[i] ?? "") : `z${i + 1}`));
    const end = begin + W.length * (width + 1);
    const wrong = [...this.typed].filter(([i]) => i >= begin && i < end);
    const biases = begin + W.length * width;
    return html`<div>
      <div class="scroll" tabindex="0" role="region" aria-label=${msg("weights-layer", { layer: number })}>
        <table>
          <caption>
            ${msg("weights-layer", { layer: number })}
          </caption>
          <thead>
            <tr>
              <th scope="col">${msg("weights-unit")}</th>
              ${columns.map((name) => html`<th scope="col">${msg("weights-from", { name })}</th>`)}
              <th scope="col">${msg("weights-bias")}</th>
            </tr>
          </thead>
          <tbody>
            ${W.map((row, unit) => {
              const words = { layer: number, unit: String(unit + 1) };
              return html`<tr>
                <th scope="row">${unit + 1}</th>
                ${row.map(
                  (weight, i) =>
                    html`<td>${this.#field(begin + unit * width + i, weight, msg("weights-weight", { ...words, name: columns[i] ?? "" }))}</td>`,
                )}
                <td>${this.#field(biases + unit, b[unit]?.[0] ?? 0, msg("weights-bias-of", words))}</td>
              </tr>`;
            })}
          </tbody>
        </table>
      </div>
      <div role="alert">
        ${wrong.map(([, text]) => html`<p class="wrong">${msg("weights-wrong", { text, most: String(LARGEST) })}</p>`)}
      </div>
    </div>`;
  }

  #field(index: number, weight: number, label: string): TemplateResult {
    const typed = this.typed.get(index);
    return html`<input
      type="text"
      inputmode="decimal"
      autocomplete="off"
      aria-label=${label}
      aria-invalid=${typed === undefined ? "false" : "true"}
      .value=${live(typed ?? fieldText(weight))}
      @change=${(event: Event) => this.#type(index, (event.target as HTMLInputElement).value)}
    />`;
  }

  #type(index: number, text: string): void {
    const weight = typedNumber(text);
    const others = [...this.typed].filter(([i]) => i !== index);
    const isGood = Math.abs(weight) <= LARGEST;
    this.typed = new Map(isGood ? others : [...others, [index, text]]);
    if (isGood)
      this.dispatchEvent(
        new CustomEvent("weight-change", { detail: { index, weight }, bubbles: true, composed: true }),
      );
  }
}
customElements.define("weight-editor", WeightEditor);

declare global {
  interface HTMLElementTagNameMap {
    "weight-editor": WeightEditor;
  }
}

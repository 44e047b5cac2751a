/** <net-matrices>: the same net as matrices: every layer as the product and sum that it is, each gradient under the matrix whose shape it has. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { LocaleController, msg } from "../locales/index.js";
import { idOf, isKnown, type Net, type NetId, stagesOf, valuesName } from "../scene/net.js";
import type { NetAnswer } from "../scene/net-answer.js";
import { formatCell } from "../scene/numbers.js";
import { Calm } from "./calm.js";
import { controls } from "./controls.css.js";
import { drawCells } from "./net-cells.js";
import { NetLinks } from "./net-links.js";

/** Characters that most numbers have at most, such as `−0.04`. */
const LONG = 5;

export class NetMatrices extends LitElement {
  static override properties = {
    net: { attribute: false },
    answer: { attribute: false },
    done: { attribute: false },
    linked: { attribute: false },
    chosen: {},
    playing: { type: Boolean },
  };
  declare net: Net | null;
  declare answer: NetAnswer | null;
  /** Stages of the update that are done. */
  declare done: number;
  declare linked: NetId | null;
  declare chosen: NetId;
  declare playing: boolean;
  readonly #calm = new Calm(this);

  constructor() {
    super();
    this.net = null;
    this.answer = null;
    this.done = 0;
    this.linked = null;
    this.chosen = "";
    this.playing = false;
    new LocaleController(this);
    new NetLinks(this);
  }

  static override styles = [
    controls,
    css`
      /* painted again only when something in it changes */
      :host {
        display: block;
        isolation: isolate;
      }
      /* and not laid out while it is out of sight */
      section {
        content-visibility: auto;
        contain-intrinsic-block-size: auto 600px;
        padding: 12px 12px 16px;
        border-inline-start: 3px solid transparent;
      }
      @media print {
        section {
          content-visibility: visible;
        }
      }
      section + section {
        border-block-start: 1px solid var(--line);
      }
      section.forward {
        border-inline-start-color: var(--forward);
      }
      section.backward {
        border-inline-start-color: var(--backward);
      }
      h2 {
        margin: 0 0 8px;
        font-size: 15px;
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-start;
        gap: 8px 10px;
        overflow-x: auto;
      }
      .term {
        display: flex;
        gap: 10px;
      }
      .sign {
        padding-block-start: 28px;
      }
      table {
        border-collapse: collapse;
        font-size: 13px;
      }
      caption {
        font-size: 13px;
        line-height: 22px;
        color: var(--secondary);
        white-space: nowrap;
        text-align: start;
      }
      tbody {
        border-inline: 2px solid var(--wire);
      }
      td {
        padding: 0;
        text-align: end;
        cursor: pointer;
      }
      .entry {
        display: block;
        box-sizing: border-box;
        inline-size: 5.5ch;
        margin-inline-start: auto;
        block-size: 24px;
        padding: 0 2px;
        line-height: 24px;
      }
      .longer .entry {
        inline-size: 6.5ch;
      }
      .longest .entry {
        inline-size: 8ch;
      }
      .values td {
        color: var(--forward);
      }
      .gradients td {
        color: var(--backward);
        font-weight: 600;
      }
      .gradients caption {
        padding-block-start: 4px;
        color: var(--backward);
      }
      .unknown td {
        color: var(--secondary);
        text-align: center;
        font-weight: 400;
      }
      td.chosen {
        box-shadow: inset 0 0 0 1px var(--ink);
      }
      td.linked {
        box-shadow: inset 0 0 0 2px var(--ink);
      }
      .rules {
        margin: 8px 0 0;
        padding: 0;
        list-style: none;
        display: flex;
        flex-wrap: wrap;
        gap: 2px 24px;
        font-size: 15px;
        color: var(--backward);
      }
    `,
  ];

  protected override shouldUpdate(): boolean {
    return this.#calm.mayUpdate(this.playing && this.hasUpdated);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { net, answer } = this;
    if (!net || !answer) return nothing;
    const last = net.layers.length;
    return html`${net.layers.map((_, i) => this.#layer(net, answer, i + 1))}
      <section class=${this.#phase(net, null)}>
        <h2>${msg("network-loss-of", { loss: net.loss })}</h2>
        <div class="line">
          ${this.#matrix(valuesName(last))} ${this.#matrix("Y")}<span class="sign">→</span>${this.#matrix("L")}
        </div>
      </section>`;
  }

  #layer(net: Net, answer: NetAnswer, layer: number): TemplateResult {
    const read = valuesName(layer - 1);
    const activation = net.activations[layer - 1] as string;
    // never at the end of a line, away from what it is about
    const behind = (sign: string, name: string) =>
      html`<div class="term"><span class="sign">${sign}</span>${this.#matrix(name)}</div>`;
    return html`<section class=${this.#phase(net, layer)}>
      <h2>${msg("network-layer", { layer: String(layer) })}</h2>
      <div class="line">
        ${this.#matrix(`W${layer}`)}${behind("·", read)}${net.bias ? behind("+", `b${layer}`) : nothing}
        ${behind("=", `Z${layer}`)}${behind(`→ ${activation} →`, `A${layer}`)}
      </div>
      ${isKnown(`W${layer}`, "gradient", this.done, net.layers.length) ? this.#rules(net, answer, layer, read, activation) : nothing}
    </section>`;
  }

  /** How the gradients of a layer are made, with the shapes that meet. */
  #rules(net: Net, answer: NetAnswer, layer: number, read: string, activation: string): TemplateResult {
    const shape = (name: string) => {
      const rows = answer.values(name);
      return [rows.length, rows[0]?.length ?? 0] as const;
    };
    const [units, samples] = shape(`Z${layer}`);
    const [inputs] = shape(read);
    const slope = activation === "linear" ? `∂A${layer}` : `∂A${layer} ∘ ${activation}′(Z${layer})`;
    const rules = [
      `∂Z${layer} = ${slope}`,
      `∂W${layer} = ∂Z${layer} · ${read}ᵀ: ${units}×${samples} · ${samples}×${inputs} = ${units}×${inputs}`,
      ...(net.bias
        ? [
            samples > 1
              ? msg("network-rule-bias", { bias: `∂b${layer}`, sums: `∂Z${layer}` })
              : `∂b${layer} = ∂Z${layer}`,
          ]
        : []),
      `∂${read} = W${layer}ᵀ · ∂Z${layer}: ${inputs}×${units} · ${units}×${samples} = ${inputs}×${samples}`,
    ];
    return html`<ul class="rules">
      ${rules.map((rule) => html`<li>${rule}</li>`)}
    </ul>`;
  }

  #phase({ sizes }: Net, layer: number | null): string {
    const stage = stagesOf({ sizes })[this.done - 1];
    if (layer === null) return stage?.phase === "loss" ? "forward" : "";
    return stage?.layer === layer ? stage.phase : "";
  }

  /** The values, and under them the gradients, which have the same shape. */
  #matrix(name: string): TemplateResult {
    const { net, answer, done } = this;
    const layers = net?.layers.length ?? 0;
    const values = answer?.values(name) ?? [];
    const caption = `${name} ${values.length}×${values[0]?.length ?? 0}`;
    const gradients = answer?.gradients(name) ?? [];
    return html`<div>
      ${this.#grid(name, "values", caption, values, isKnown(name, "value", done, layers))}
      ${name === "Y" ? nothing : this.#grid(name, "gradients", `∂${name}`, gradients, isKnown(name, "gradient", done, layers))}
    </div>`;
  }

  #grid(name: string, side: string, caption: string, rows: number[][], known: boolean): TemplateResult {
    const cells = rows.map((row, i) =>
      row.map((entry, j) => {
        const id = name === "L" ? "L" : idOf(name, i, j);
        const text = known ? formatCell(entry) : "·";
        return { id, look: `${this.#look(id)} ${roomOf(text)}`, text };
      }),
    );
    return html`<table class="${side} ${known ? "" : "unknown"}">
      <caption>
        ${caption}
      </caption>
      <tbody ${drawCells(cells)}></tbody>
    </table>`;
  }

  #look(id: NetId): string {
    const { linked, chosen } = this;
    const isLinked = linked !== null && (id === linked || id.startsWith(`${linked}[`));
    return `${isLinked ? "linked" : ""} ${id === chosen ? "chosen" : ""}`;
  }
}
/** A number has the room of its kind, whatever its digits: a column does not tremble with every update. */
function roomOf({ length }: string): string {
  return length > LONG + 1 ? "longest" : length > LONG ? "longer" : "";
}
customElements.define("net-matrices", NetMatrices);

declare global {
  interface HTMLElementTagNameMap {
    "net-matrices": NetMatrices;
  }
}

/**
 * <net-table>: every number of a net as rows and fields. Always in the document; all that can be done in its picture can be done here, by
 * `net-link`, `net-choose` and `net-edit`.
 */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { LocaleController, msg } from "../locales/index.js";
import { featureOf, idOf, isEditableIn, isKnown, type Net, type NetId, placeOf, valuesName } from "../scene/net.js";
import type { NetAnswer } from "../scene/net-answer.js";
import { formatNumber } from "../scene/numbers.js";
import { article } from "./article.css.js";
import { Calm } from "./calm.js";
import { controls } from "./controls.css.js";
import * as icons from "./icons.js";
import { KeptFocus } from "./kept-focus.js";
import { NetLinks } from "./net-links.js";
import "./number-grip.js";
import type { Gesture } from "./sideways-drag.js";

export interface NetTableEvents {
  "sample-add": undefined;
  "sample-remove": { sample: number };
  "net-edit": { id: NetId; value: number; gesture: Gesture };
}

export class NetTable extends LitElement {
  static override properties = {
    net: { attribute: false },
    answer: { attribute: false },
    done: { attribute: false },
    sample: { attribute: false },
    rows: { attribute: false },
    linked: { attribute: false },
    chosen: {},
    playing: { type: Boolean },
  };
  declare net: Net | null;
  declare answer: NetAnswer | null;
  /** Stages of the update that are done. */
  declare done: number;
  /** Which sample of the batch units are listed for, and which of all those of the batch are. */
  declare sample: number;
  declare rows: readonly number[];
  declare linked: NetId | null;
  declare chosen: NetId;
  declare playing: boolean;
  readonly #calm = new Calm(this);

  constructor() {
    super();
    this.playing = false;
    this.net = null;
    this.answer = null;
    this.done = 0;
    this.sample = 0;
    this.rows = [];
    this.linked = null;
    this.chosen = "";
    new LocaleController(this);
    new NetLinks(this);
    new KeptFocus(this, (root) => root.querySelector(".foot"));
  }

  static override styles = [
    controls,
    article,
    css`
      /* painted again only when something in it changes */
      :host {
        display: block;
        isolation: isolate;
      }
      .tables {
        display: flex;
        flex-wrap: wrap;
        gap: 16px 32px;
        align-items: start;
      }
      /* beside the long list what there is room for */
      .tables .tables {
        flex: 1 1 480px;
        min-inline-size: 0;
      }
      .scroll {
        max-inline-size: 100%;
        max-block-size: 560px;
        overflow: auto;
      }
      @media print {
        .scroll {
          max-block-size: none;
        }
        td button,
        .foot {
          display: none;
        }
      }
      caption {
        text-align: start;
        padding-block-end: 4px;
        font-weight: 600;
      }
      td,
      th {
        padding: 4px 16px 4px 0;
        vertical-align: middle;
      }
      @media (max-width: 480px) {
        td,
        th {
          padding-inline-end: 8px;
        }
      }
      .value {
        color: var(--forward);
      }
      .gradient {
        color: var(--backward);
        font-weight: 600;
      }
      /* as wide as any gradient, so that nothing moves from one update to the next */
      td.gradient {
        min-inline-size: 5.5em;
      }
      th button {
        min-block-size: 32px;
        padding: 0 6px;
      }
      .linked {
        outline: 2px solid var(--ink);
        outline-offset: -2px;
      }
      .chosen {
        background: var(--hover);
      }
      [data-id] {
        cursor: pointer;
      }
    `,
  ];

  protected override shouldUpdate(): boolean {
    return this.#calm.mayUpdate(this.playing && this.hasUpdated);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { net, answer } = this;
    if (!net || !answer) return nothing;
    return html`<p class="hint">${msg("network-table-hint")}</p>
      <div class="tables">
        ${this.#parameters(net)}
        <div class="tables">${this.#units(net)} ${this.#samples(net)}</div>
      </div>`;
  }

  #parameters(net: Net): TemplateResult {
    const ids = net.layers.flatMap(({ W, b }, i) => [
      ...W.flatMap((row, unit) => row.map((_, source) => idOf(`W${i + 1}`, unit, source))),
      ...(net.bias && b ? b.map((_, unit) => idOf(`b${i + 1}`, unit, 0)) : []),
    ]);
    return framed(
      msg("network-parameters"),
      ["number", "value", "gradient"],
      ids.map(
        (id) => html`<tr class=${this.#look(id)} data-id=${id}>
          <th scope="row">
            <button class="quiet code" aria-pressed=${id === this.chosen ? "true" : "false"}>${id}</button>
          </th>
          <td>${this.#field(id)}</td>
          <td class="gradient number">${this.#text(id, "gradient")}</td>
        </tr>`,
      ),
    );
  }

  #units(net: Net): TemplateResult {
    const { sample } = this;
    const rows = net.sizes
      .slice(1)
      .flatMap((count, i) => Array.from({ length: count }, (_, unit) => ({ layer: i + 1, unit })));
    return framed(
      msg("network-units", { sample: this.#numberOf(sample) }),
      ["layer", "unit", "sum", "output", "output-gradient", "sum-gradient"],
      [
        ...rows.map(({ layer, unit }) => {
          const [sum, output] = [idOf(`Z${layer}`, unit, sample), idOf(valuesName(layer), unit, sample)];
          return html`<tr>
            <th scope="row">${layer}</th>
            <td>${unit + 1}</td>
            ${this.#cell(sum, "value")} ${this.#cell(output, "value")} ${this.#cell(output, "gradient")}
            ${this.#cell(sum, "gradient")}
          </tr>`;
        }),
        html`<tr>
          <th scope="row">L</th>
          <td></td>
          <td></td>
          ${this.#cell("L", "value")} ${this.#cell("L", "gradient")}
          <td></td>
        </tr>`,
      ],
    );
  }

  #samples(net: Net): TemplateResult {
    const names = [
      ...(net.inputs[0] ?? []).map((_, row) => ["X", row] as const),
      ...(net.targets[0] ?? []).map((_, row) => ["Y", row] as const),
    ];
    const titles = names.map(([name, row]) =>
      name === "X"
        ? (featureOf(net, idOf(name, row, 0)) ?? msg("network-column-input", { unit: String(row + 1) }))
        : msg("network-column-target", { unit: String(row + 1) }),
    );
    return framed(
      msg("network-samples"),
      ["sample"],
      net.inputs.map(
        (_, sample) => html`<tr>
          <th scope="row">${this.#numberOf(sample)}</th>
          ${names.map(([name, row]) => {
            const id = idOf(name, row, sample);
            return html`<td class=${this.#look(id)} data-id=${id}>${this.#field(id)}</td>`;
          })}
          <td>${this.#removal(sample)}</td>
        </tr>`,
      ),
      [...titles, ""],
      html`<button class="foot" @click=${() => this.#send("sample-add")}>${msg("network-sample-add")}</button>`,
    );
  }

  /** Of all samples, as it is counted and as it is read. */
  #rowOf(sample: number): number {
    return this.rows[sample] ?? sample;
  }
  #numberOf(sample: number): string {
    return String(this.#rowOf(sample) + 1);
  }

  #removal(sample: number): TemplateResult | typeof nothing {
    if ((this.net?.inputs.length ?? 0) < 2) return nothing;
    const label = msg("network-sample-remove", { sample: this.#numberOf(sample) });
    return html`<button
      class="icon quiet"
      aria-label=${label}
      title=${label}
      @click=${() => this.#send("sample-remove", { sample: this.#rowOf(sample) })}
    >
      ${icons.close}
    </button>`;
  }
  #send(name: keyof NetTableEvents, detail?: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  #field(id: NetId): TemplateResult | typeof nothing {
    const { net, answer } = this;
    const value = answer?.value(id);
    if (!net || value == null) return nothing;
    if (!isEditableIn(net, id)) return html`<span class="value number">${formatNumber(value)}</span>`;
    return html`<number-grip
      quiet
      name=${id}
      .value=${value}
      @number-change=${(event: CustomEvent) => this.#edit(id, event.detail)}
    ></number-grip>`;
  }
  #edit(id: NetId, change: Omit<NetTableEvents["net-edit"], "id">): void {
    this.#send("net-edit", { id, ...change });
  }

  #cell(id: NetId, side: "value" | "gradient"): TemplateResult {
    return html`<td class="${side} number ${this.#look(id)}" data-id=${id}>${this.#text(id, side)}</td>`;
  }
  #text(id: NetId, side: "value" | "gradient"): string {
    const layers = this.net?.layers.length ?? 0;
    const isShown = isKnown(placeOf(id)?.name ?? "", side, this.done, layers);
    return isShown ? formatNumber(this.answer?.[side](id) ?? Number.NaN) : "·";
  }

  #look(id: NetId): string {
    const { linked, chosen } = this;
    const isLinked = linked !== null && (id === linked || id.startsWith(`${linked}[`));
    return `${isLinked ? "linked" : ""} ${id === chosen ? "chosen" : ""}`;
  }
}

function framed(
  caption: string,
  columns: readonly string[],
  rows: readonly TemplateResult[],
  titles: readonly string[] = [],
  foot: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}>
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${msg(`network-column-${column}`)}</th>`)}
          ${titles.map((title) => (title === "" ? html`<td></td>` : html`<th scope="col">${title}</th>`))}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
    ${foot}
  </div>`;
}

customElements.define("net-table", NetTable);

declare global {
  interface HTMLElementTagNameMap {
    "net-table": NetTable;
  }
}

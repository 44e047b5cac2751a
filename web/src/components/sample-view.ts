/** <sample-view>: samples as a picture, points of two inputs or targets over one, and always as a table and in a sentence. */
import { css, html, LitElement, nothing, svg, type TemplateResult } from "lit";
import { LocaleController, msg } from "../locales/index.js";
import { formatNumber } from "../scene/numbers.js";
import { marksPath } from "../scene/sample-marks.js";
import { numberOf, type SampleMark, type Samples, type SamplesScene, samplesScene } from "../scene/samples.js";
import { axisText } from "./axis-text.css.js";
import { controls } from "./controls.css.js";
import { tableStyles } from "./table.css.js";

/** Rows of the table: more are not read. */
const ROWS = 100;

export class SampleView extends LitElement {
  static override properties = {
    samples: { attribute: false },
    names: { attribute: false },
    target: {},
    classes: { attribute: false },
    curve: { attribute: false },
    label: {},
    small: { type: Boolean, reflect: true },
  };
  declare samples: Samples | null;
  /** Of the inputs, and of the target. */
  declare names: readonly string[];
  declare target: string;
  /** By number; null where targets are numbers to be met. */
  declare classes: readonly string[] | null;
  /** What a net answers over the one input there is. */
  declare curve: readonly { x: number; y: number }[];
  /** Of a picture alone, small: what it shows. */
  declare label: string;
  declare small: boolean;

  constructor() {
    super();
    this.samples = null;
    this.names = [];
    this.target = "";
    this.classes = null;
    this.curve = [];
    this.label = "";
    this.small = false;
    new LocaleController(this);
  }

  static override styles = [
    controls,
    tableStyles,
    axisText,
    css`
      :host {
        display: block;
        min-inline-size: 0;
      }
      svg.samples {
        display: block;
        inline-size: 100%;
        max-inline-size: 320px;
        block-size: auto;
      }
      .frame {
        stroke: var(--line);
        stroke-width: 1;
      }
      .mark {
        stroke: var(--paper);
        stroke-width: 1;
        fill: var(--ink);
      }
      .curve {
        stroke: var(--ink);
        stroke-width: 3;
      }
      :host([small]) text {
        font-size: 18px;
      }
      .m0 {
        fill: var(--negative);
      }
      .m1 {
        fill: var(--positive);
      }
      .hollow {
        fill: var(--paper);
        stroke: var(--ink);
        stroke-width: 2;
      }
      p {
        margin: 0 0 4px;
        font-size: 15px;
        overflow-wrap: anywhere;
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: 0 16px;
      }
      .legend svg {
        inline-size: 16px;
        block-size: 16px;
        margin-inline-end: 4px;
        vertical-align: -2px;
      }
      th,
      td {
        max-inline-size: 12em;
        overflow: hidden;
        text-overflow: ellipsis;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { samples, names, target, classes } = this;
    if (!samples || samples.inputs.length === 0) return html`<p role="status">${msg("data-loading")}</p>`;
    const scene = samplesScene(samples, { names, target, hasClasses: classes !== null, curve: this.curve });
    if (this.small) return html`${scene ? drawing(scene, this.label) : nothing}`;
    return html`${scene ? drawing(scene, this.#words(samples)) : html`<p>${msg("data-no-picture")}</p>`}
      <p>${this.#words(samples)}</p>
      ${classes ? this.#legend(classes, samples) : nothing}
      <details ?open=${scene === null}>
        <summary>${msg("data-table")}</summary>
        ${this.#table(samples)}
      </details>`;
  }

  #words({ inputs }: Samples): string {
    return msg("data-words", { samples: inputs.length, inputs: this.names.join(", "), target: this.target });
  }

  #legend(classes: readonly string[], { targets }: Samples): TemplateResult {
    const counts = classes.map(() => 0);
    for (const row of targets) counts[numberOf(row)] = (counts[numberOf(row)] ?? 0) + 1;
    return html`<p class="legend">
      ${classes.map(
        (name, i) => html`<span
          ><svg viewBox="0 0 16 16" aria-hidden="true">${marked([{ x: 8, y: 8, radius: 5, look: i }])}</svg>${msg(
            "data-class",
            { target: this.target, name, count: counts[i] ?? 0 },
          )}</span
        >`,
      )}
    </p>`;
  }

  #table({ inputs, targets }: Samples): TemplateResult {
    const { names, target, classes } = this;
    const label = msg("data-table");
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${label}>
        <table>
          <thead>
            <tr>
              ${[...names, target].map((name) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${inputs.slice(0, ROWS).map((row, i) => {
              const number = numberOf(targets[i] ?? []);
              return html`<tr>
                ${row.map((entry) => html`<td>${formatNumber(entry)}</td>`)}
                <td>${classes ? (classes[number] ?? "") : formatNumber(number)}</td>
              </tr>`;
            })}
          </tbody>
        </table>
      </div>
      ${inputs.length > ROWS ? html`<p>${msg("data-table-more", { more: String(inputs.length - ROWS) })}</p>` : nothing}`;
  }
}

function drawing({ size, frame, x, y, marks, curve }: SamplesScene, words: string): TemplateResult {
  const { low, high } = frame;
  const [top, bottom] = [size - high, size - low];
  return html`<svg class="samples" viewBox="0 0 ${size} ${size}" role="img" aria-label=${words}>
    <rect class="frame" x=${low} y=${top} width=${high - low} height=${high - low} />
    ${x.ticks.map(({ at, text }) => svg`<text class="x" x=${at} y=${bottom + 16}>${text}</text>`)}
    ${y.ticks.map(({ at, text }) => svg`<text class="y" x=${low - 6} y=${at}>${text}</text>`)}
    ${marked(marks)} ${curve === "" ? nothing : svg`<path class="curve" d=${curve} />`}
    <text class="end" x=${high - 6} y=${bottom - 8}>${x.title}</text>
    <text x=${low + 6} y=${top + 16}>${y.title}</text>
  </svg>`;
}

/** Each class a path, apart by shape as well as by colour. */
function marked(marks: readonly SampleMark[]): TemplateResult[] {
  const looks = [...new Set(marks.map(({ look }) => look))].sort((one, other) => one - other);
  return looks.map(
    (look) =>
      svg`<path class="mark m${look} ${look >= 4 ? "hollow" : ""}" d=${marksPath(
        marks.filter((mark) => mark.look === look),
        look,
      )} />`,
  );
}
customElements.define("sample-view", SampleView);

declare global {
  interface HTMLElementTagNameMap {
    "sample-view": SampleView;
  }
}

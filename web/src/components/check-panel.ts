/** The referee: every gradient beside a central difference that knows nothing of the chain rule. */
import { css, html, LitElement, type TemplateResult } from "lit";
import type { Check, CheckReport, EntryCheck, EntryOf, Explanation, InputInfo, Value } from "../engine/protocol.js";
import { LocaleController, msg } from "../locales/index.js";
import { IS_SITE } from "../product.js";
import { entryName } from "../scene/entries.js";
import { formatNumber } from "../scene/numbers.js";
import { controls } from "./controls.css.js";

/** Central differences agree with the truth to about ten digits; a wrong rule is off by far more. */
const AGREES = 1e-6;

export interface CheckEvents {
  "check-choose": { of: EntryOf };
}

export class CheckPanel extends LitElement {
  static override properties = {
    explanation: { attribute: false },
    report: { attribute: false },
    chosen: { attribute: false },
  };
  /** With `check`; null while there is none. */
  declare explanation: Explanation | null;
  /** What measuring at many step widths says, on the site. Rows can be chosen then. */
  declare report: CheckReport | null;
  declare chosen: EntryOf | null;

  constructor() {
    super();
    this.explanation = null;
    this.report = null;
    this.chosen = null;
    new LocaleController(this);
  }

  static override styles = [
    controls,
    css`
      p {
        margin: 0 0 12px;
        max-inline-size: 62ch;
      }
      table {
        border-collapse: collapse;
        inline-size: 100%;
        font-size: 15px;
      }
      th,
      td {
        padding: 6px 8px;
        text-align: end;
        border-block-end: 1px solid var(--line);
        font-weight: 400;
        white-space: nowrap;
      }
      @media (max-width: 359px) {
        th,
        td {
          padding-inline: 3px;
          font-size: 14px;
        }
      }
      thead th {
        font-size: 13px;
        color: var(--secondary);
        white-space: normal;
        vertical-align: bottom;
      }
      th:first-child {
        text-align: start;
      }
      .gradient {
        color: var(--backward);
        font-weight: 600;
      }
      .wrong {
        color: var(--error);
        font-weight: 600;
      }
      .scroll {
        overflow-x: auto;
      }
      th button {
        min-block-size: 32px;
        padding: 0 8px;
        margin-inline-start: -8px;
      }
    `,
  ];

  /** During a drag nothing is measured; what was stays until the hand rests. */
  protected override shouldUpdate(): boolean {
    return !this.hasUpdated || this.explanation?.check !== undefined;
  }

  protected override render(): TemplateResult {
    const rows = this.explanation ? checkRows(this.explanation, this.report) : [];
    if (rows.length === 0) return html`<p>${msg("room-check-none")}</p>`;
    return html`
      <p>${msg("room-check-intro")}</p>
      <div class="scroll" tabindex="0" role="region" aria-label=${msg("room-tab-check")}>
        <table>
          <thead>
            <tr>
              <th scope="col">${msg("room-check-input")}</th>
              <th scope="col">${msg("room-check-gradient")}</th>
              <th scope="col">${msg("room-check-numeric")}</th>
              <th scope="col">${msg("room-check-error")}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (row) => html`<tr>
                <th scope="row">${IS_SITE && this.report ? this.#choice(row) : row.name}</th>
                <td class="gradient">${formatNumber(row.gradient)}</td>
                <td>${formatNumber(row.numeric)}</td>
                ${IS_SITE && row.finding ? finding(row, row.finding) : verdict(row, row.error <= AGREES)}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${IS_SITE ? html`<slot></slot>` : ""}
    `;
  }

  #choice({ name, input, entry }: Row): TemplateResult {
    const of = { input, entry };
    const choose = () =>
      this.dispatchEvent(new CustomEvent("check-choose", { detail: { of }, bubbles: true, composed: true }));
    const isChosen = this.chosen?.input === input && this.chosen.entry === entry;
    const label = msg("check-choose", { entry: name });
    return html`<button aria-pressed=${isChosen} aria-label=${label} @click=${choose}>${name}</button>`;
  }
}

function verdict(row: Row, agrees: boolean): TemplateResult {
  return html`<td class=${agrees ? "" : "wrong"}>${agrees ? "✓" : "✗"} ${formatNumber(row.error)}</td>`;
}

/** A corner is no mistake, so it is called what it is. */
function finding(row: Row, found: EntryCheck["finding"]): TemplateResult {
  if (found === "agrees" || found === "differs") return verdict(row, found === "agrees");
  return html`<td>${msg(`check-mark-${found}`)}</td>`;
}

interface Row extends EntryOf {
  name: string;
  gradient: number;
  numeric: number;
  error: number;
  finding?: EntryCheck["finding"];
}

/** One row an entry: `w[1]` for a column, `W[0, 2]` for a matrix. */
export function checkRows({ inputs, check }: Explanation, report: CheckReport | null = null): Row[] {
  return inputs.flatMap((input) => {
    const found = check?.[input.name];
    if (!found || input.gradient === null) return [];
    const rows = entryRows(input, input.gradient, found);
    return rows.map((row, i) => ({ ...row, ...(IS_SITE && reported(report?.entries[input.name]?.[i])) }));
  });
}

function reported(found: EntryCheck | undefined): Partial<Row> {
  if (!found) return {};
  return { gradient: found.gradient, numeric: found.numeric, error: found.relative_error, finding: found.finding };
}

function entryRows(input: InputInfo, gradient: Value, check: Check): Row[] {
  const error = check.relative_error;
  const numeric = [check.numeric].flat(2);
  return [gradient].flat(2).map((entry, i) => ({
    name: entryName(input, i),
    input: input.name,
    entry: i,
    gradient: entry,
    numeric: numeric[i] ?? Number.NaN,
    error,
  }));
}
customElements.define("check-panel", CheckPanel);

declare global {
  interface HTMLElementTagNameMap {
    "check-panel": CheckPanel;
  }
}

/** The referee: every gradient beside a central difference that knows nothing of the chain rule. */
import { css, html, LitElement, type TemplateResult } from "lit";
import type { Check, Explanation, InputInfo, Value } from "../engine/protocol.js";
import { LocaleController, msg } from "../locales/index.js";
import { formatNumber } from "../scene/numbers.js";
import { controls } from "./controls.css.js";

/** Central differences agree with the truth to about ten digits; a wrong rule is off by far more. */
const AGREES = 1e-6;

export class CheckPanel extends LitElement {
  static override properties = { explanation: { attribute: false } };
  /** With `check`; null while there is none. */
  declare explanation: Explanation | null;

  constructor() {
    super();
    this.explanation = null;
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
    `,
  ];

  /** During a drag nothing is measured; what was stays until the hand rests. */
  protected override shouldUpdate(): boolean {
    return !this.hasUpdated || this.explanation?.check !== undefined;
  }

  protected override render(): TemplateResult {
    const rows = this.explanation ? checkRows(this.explanation) : [];
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
                <th scope="row">${row.name}</th>
                <td class="gradient">${formatNumber(row.gradient)}</td>
                <td>${formatNumber(row.numeric)}</td>
                <td class=${row.error <= AGREES ? "" : "wrong"}>
                  ${row.error <= AGREES ? "✓" : "✗"} ${formatNumber(row.error)}
                </td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    `;
  }
}

interface Row {
  name: string;
  gradient: number;
  numeric: number;
  error: number;
}

/** One row an entry: `w[1]` for a column, `W[0, 2]` for a matrix. */
export function checkRows({ inputs, check }: Explanation): Row[] {
  return inputs.flatMap((input) => {
    const found = check?.[input.name];
    return found && input.gradient !== null ? entryRows(input, input.gradient, found) : [];
  });
}

function entryRows(input: InputInfo, gradient: Value, check: Check): Row[] {
  const error = check.relative_error;
  if (typeof gradient === "number") {
    return [{ name: input.name, gradient, numeric: Number(check.numeric), error }];
  }
  const numeric = check.numeric as number[][];
  return gradient.flatMap((row, r) =>
    row.map((entry, c) => ({
      name: row.length === 1 ? `${input.name}[${r}]` : `${input.name}[${r}, ${c}]`,
      gradient: entry,
      numeric: numeric[r]?.[c] ?? Number.NaN,
      error,
    })),
  );
}
customElements.define("check-panel", CheckPanel);

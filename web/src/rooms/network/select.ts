/** One of several names, chosen from a list. */
import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

export function select(
  label: string,
  options: readonly string[],
  chosen: string,
  text: (option: string) => string,
  choose: (option: string) => void,
): TemplateResult {
  return html`<label
    >${label}
    <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${options.map((option) => html`<option value=${option} .selected=${live(option === chosen)}>${text(option)}</option>`)}
    </select>
  </label>`;
}

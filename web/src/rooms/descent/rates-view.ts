/** The second part as it is seen. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/line-chart.js";
import "../../components/rate-slider.js";
import { msg } from "../../locales/index.js";
import type { Series } from "../../scene/chart.js";
import { exactText } from "../../scene/landing.js";
import { formatNumber } from "../../scene/numbers.js";
import type { Outcome } from "../../scene/outcome.js";
import { BOWLS, type BowlName } from "./hills.js";
import { type Rates, SHOWN, TRY_UPDATES, type Try } from "./rates.js";

export function ratesView(rates: Rates): TemplateResult {
  const { tries } = rates;
  return html`
    <p class="ask">${msg("descent-rates-ask")} <code>f(w) = ${rates.program}</code></p>
    <div class="settings">
      <label
        >${msg("descent-hill")}
        <select @change=${(event: Event) => rates.choose((event.target as HTMLSelectElement).value as BowlName)}>
          ${BOWLS.map((name) => html`<option value=${name} .selected=${name === rates.bowl}>${msg(`descent-hill-${name}`)}</option>`)}
        </select></label
      >
      <rate-slider .rate=${rates.rate} @rate-change=${({ detail }: CustomEvent) => rates.set(detail.rate)}></rate-slider>
      <button class="primary" @click=${() => rates.try()}>${msg("descent-try")}</button>
    </div>
    <div class="said" role="status">${said(rates)}</div>
    ${tries.length === 0 ? nothing : html`<div class="beside">${table(tries, rates)} ${chart(tries)}</div>`}
    <div class="actions">
      <button ?disabled=${tries.length === 0 || rates.isTold} @click=${() => rates.tell()}>${msg("descent-tell")}</button>
      ${tries.length === 0 ? html`<span class="hint">${msg("descent-tell-later")}</span>` : nothing}
      <button class="quiet" ?disabled=${tries.length === 0} @click=${() => rates.again()}>${msg("descent-again")}</button>
    </div>
    ${rates.isTold ? told(rates) : nothing}
  `;
}

function said({ tries, best, tooLarge }: Rates): TemplateResult {
  const last = tries.at(-1);
  if (!last) return html`<p>${msg("descent-rates-first", { updates: TRY_UPDATES })}</p>`;
  const bracket =
    best === null || tooLarge === null
      ? nothing
      : html`<p class="next">${msg("descent-between", { low: exactText(best), high: exactText(tooLarge) })}</p>`;
  return html`<p class="equation">${msg("descent-tried", { rate: exactText(last.rate) })} <strong>${outcomeText(last.outcome)}</strong></p>
    ${bracket}`;
}

function outcomeText(outcome: Outcome): string {
  const words = { update: "update" in outcome ? outcome.update : 0, updates: TRY_UPDATES };
  const swings = "swings" in outcome && outcome.swings ? "-swinging" : "";
  return msg(`descent-outcome-${outcome.kind}${swings}`, words);
}

const MARKS: Record<Outcome["kind"], string> = { arrived: "✓", oscillates: "↔", slow: "…", diverged: "✕" };

/** From the smallest to the largest, so that the border is seen. */
function table(tries: readonly Try[], { best }: Rates): TemplateResult {
  const sorted = [...tries].sort((a, b) => a.rate - b.rate);
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${msg("descent-tries")}>
    <table>
      <thead>
        <tr>
          <th scope="col">η</th>
          <th scope="col">${msg("descent-outcome")}</th>
        </tr>
      </thead>
      <tbody>
        ${sorted.map(
          ({ rate, outcome }) => html`<tr class=${outcome.kind}>
            <th scope="row">${exactText(rate)}</th>
            <td>
              <span class="mark" aria-hidden="true">${MARKS[outcome.kind]}</span> ${outcomeText(outcome)}${
                rate === best ? html` <span class="hint">${msg("descent-best")}</span>` : nothing
              }
            </td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

const FIRST_UPDATES = 30;

function chart(tries: readonly Try[]): TemplateResult {
  const series: Series[] = tries.slice(-SHOWN).map(({ rate, steps }) => ({
    name: `η = ${exactText(rate)}`,
    points: steps.slice(0, FIRST_UPDATES + 1).map(({ update, loss }) => ({ x: update, y: loss })),
  }));
  return html`<line-chart
    label=${msg("descent-tries-chart")}
    .series=${series}
    .xAxis=${{ title: msg("descent-updates") }}
    .yAxis=${{ title: "f(w)", isLog: true, range: [1e-4, 1e3] }}
  ></line-chart>`;
}

function told({ limit }: Rates): TemplateResult {
  const words = {
    minimum: formatNumber(limit.minimum),
    curvature: formatNumber(limit.curvature),
    rate: formatNumber(limit.rate),
    half: formatNumber(limit.rate / 2),
  };
  return html`<div class="told" tabindex="-1">
    <p>${msg("descent-told-curvature", words)}</p>
    <p>${msg("descent-told-factor", words)}</p>
    <p class="equation"><strong>${msg("descent-told-limit", words)}</strong></p>
    <p>${msg("descent-told-more", words)}</p>
  </div>`;
}

/** The first part as it is seen. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/fog-hill.js";
import "../../components/line-chart.js";
import "../../components/rate-slider.js";
import { msg } from "../../locales/index.js";
import { roundStep } from "../../scene/curve.js";
import { updateEquation, updateQuestion } from "../../scene/landing.js";
import { formatNumber } from "../../scene/numbers.js";
import { type Fog, GUESSES, MOST_UPDATES } from "./fog.js";
import { HILL_NAMES, type HillName } from "./hills.js";

export function fogView(fog: Fog): TemplateResult {
  const { steps, isFoggy, guess, updates } = fog;
  return html`
    <p class="ask">${isFoggy ? msg("descent-fog-ask") : msg("descent-fog-lifted")}</p>
    ${settings(fog)}
    <div class="stage"><fog-hill
      .hill=${fog.drawn}
      .view=${{ steps, isFoggy, guess }}
      .asks=${!fog.isStopped && updates < MOST_UPDATES}
      @guess-change=${({ detail }: CustomEvent) => fog.point(detail.guess)}
      @guess-answer=${({ detail }: CustomEvent) => {
        fog.point(detail.guess);
        fog.answer();
      }}
    ></fog-hill>
    <div><div class="said" role="status">${said(fog)}</div>
    ${actions(fog)}</div></div> ${isFoggy ? nothing : after(fog)}
  `;
}

function settings(fog: Fog): TemplateResult {
  const [low, high] = fog.drawn.window;
  return html`<div class="settings">
    <label
      >${msg("descent-hill")}
      <select @change=${(event: Event) => fog.choose((event.target as HTMLSelectElement).value as HillName)}>
        ${HILL_NAMES.map((name) => html`<option value=${name} .selected=${name === fog.hill}>${msg(`descent-hill-${name}`)}</option>`)}
      </select></label
    >
    <rate-slider
      .rate=${fog.rate}
      @rate-change=${({ detail }: CustomEvent) => fog.set({ rate: detail.rate })}
    ></rate-slider>
    <label
      >${msg("descent-start", { start: formatNumber(fog.start) })}
      <input
        type="range"
        min=${low}
        max=${high}
        step=${roundStep((high - low) / 80)}
        .value=${String(fog.start)}
        @input=${(event: Event) => fog.set({ start: Number((event.target as HTMLInputElement).value) })}
    /></label>
  </div>`;
}

/** The update that was made, and the one that is asked for. */
function said(fog: Fog): TemplateResult {
  const { here, last, answered, rate } = fog;
  const equation = last && Number.isFinite(last.landed) ? updateEquation(last) : null;
  return html`
    ${
      equation === null
        ? nothing
        : html`<p class="equation">w − η × <span class="backward">g</span> = <strong>${equation}</strong></p>`
    }
    ${answered ? html`<p>${verdict(fog, answered.guess, answered.misreading)}</p>` : nothing}
    ${
      fog.isStopped
        ? html`<p>${msg("descent-stopped", { update: fog.updates })}</p>`
        : here.slope === 0
          ? html`<p>${msg("descent-flat")}</p>`
          : html`<p class="next">
              ${msg("descent-here", { w: formatNumber(here.w), slope: formatNumber(here.slope), rate: formatNumber(rate) })}
              ${answered ? nothing : html`<span class="question">w − η × <span class="backward">g</span> = ${updateQuestion({ ...here, rate })} = ?</span>`}
            </p>`
    }
  `;
}

function verdict(fog: Fog, guess: number, misreading: string | null): string {
  const { landed = Number.NaN, slope = 0, curvature = 0 } = fog.last ?? {};
  const words = {
    guess: formatNumber(guess),
    landed: formatNumber(landed),
    slope: formatNumber(slope),
    curvature: formatNumber(curvature),
  };
  return misreading === null ? msg("descent-right", words) : msg(`descent-wrong-${misreading}`, words);
}

function actions(fog: Fog): TemplateResult {
  const { isFoggy, guess, updates } = fog;
  return html`<div class="actions">
    <button class="primary" ?disabled=${guess === null} @click=${() => fog.answer()}>${msg("descent-land")}</button>
    ${
      isFoggy
        ? html`<span class="hint">${msg("descent-guesses", { left: GUESSES - updates })}</span>`
        : html`<button ?disabled=${fog.isStopped || updates >= MOST_UPDATES} @click=${() => fog.walk(1)}>${msg("descent-walk-one")}</button>
            <button ?disabled=${fog.isStopped || updates >= MOST_UPDATES} @click=${() => fog.walk(10)}>${msg("descent-walk-ten")}</button>`
    }
    <button class="quiet" ?disabled=${updates === 0} @click=${() => fog.again()}>${msg("descent-again")}</button>
  </div>`;
}

function after(fog: Fog): TemplateResult {
  const { steps, updates, program } = fog;
  return html`<p>${msg("descent-formula")} <code>f(w) = ${program}</code></p>
    <label class="scrub"
      >${msg("descent-update-of", { update: updates })}
      <input
        type="range"
        min="0"
        max=${Math.max(30, updates)}
        .value=${String(updates)}
        @input=${(event: Event) => fog.scrub(Number((event.target as HTMLInputElement).value))}
      />
    </label>
    ${
      updates === 0
        ? nothing
        : html`<line-chart
            label=${msg("descent-loss-label")}
            .series=${[{ name: "", points: steps.map(({ update, loss }) => ({ x: update, y: loss })) }]}
            .xAxis=${{ title: msg("descent-updates"), range: [0, Math.max(10, updates)] }}
            .yAxis=${{ title: "f(w)" }}
          ></line-chart>`
    }`;
}

/** The third part as it is seen. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/bet-choice.js";
import "../../components/descent-map.js";
import "../../components/line-chart.js";
import { numberTable } from "../../components/number-table.js";
import "../../components/rate-slider.js";
import { msg } from "../../locales/index.js";
import { formatDigits, formatNumber } from "../../scene/numbers.js";
import { BETS, MAP_UPDATES, type Maps, OPTIMIZERS, type Track } from "./map.js";
import { SURFACE_NAMES, type SurfaceName } from "./surfaces.js";

export function mapView(map: Maps): TemplateResult {
  const { tracks, bet } = map;
  return html`
    <p class="ask">${msg("descent-map-ask")}</p>
    <div class="settings">
      <label
        >${msg("descent-surface")}
        <select @change=${(event: Event) => map.choose((event.target as HTMLSelectElement).value as SurfaceName)}>
          ${SURFACE_NAMES.map((name) => html`<option value=${name} .selected=${name === map.surface}>${msg(`descent-surface-${name}`)}</option>`)}
        </select></label
      >
      <rate-slider
        name=${msg("descent-rate-slope")}
        .rate=${map.rate}
        @rate-change=${({ detail }: CustomEvent) => map.set({ rate: detail.rate })}
      ></rate-slider>
      <rate-slider
        name=${msg("descent-rate-own")}
        .rate=${map.ownRate}
        @rate-change=${({ detail }: CustomEvent) => map.set({ ownRate: detail.rate })}
      ></rate-slider>
    </div>
    <bet-choice
      question=${msg("descent-map-bet", { updates: MAP_UPDATES })}
      .options=${BETS.map((name) => ({ name, text: msg(`descent-optimizer-${name}`) }))}
      .bet=${bet}
      @bet-place=${({ detail }: CustomEvent) => map.place(detail.bet)}
    ></bet-choice>
    <div class="beside">
      <descent-map
        .surface=${map.drawn}
        .point=${map.start}
        formula="f"
        .names=${["x", "y"]}
        .tracks=${tracks.map(({ name, places }) => ({ look: OPTIMIZERS.indexOf(name), places }))}
        @place-change=${({ detail }: CustomEvent) => map.move(detail.x, detail.y)}
      ></descent-map>
      <div>${bet === null ? html`<p class="hint">${msg("descent-map-locked")}</p>` : run(map)}</div>
    </div>
    <p class="formula"><code>f(x, y) = ${map.choice.program}</code></p>
  `;
}

function run(map: Maps): TemplateResult {
  return html`
    <div class="said" role="status">${sentence(map)}</div>
    <fieldset class="shown">
      <legend>${msg("descent-shown")}</legend>
      ${OPTIMIZERS.map(
        (name, i) => html`<label
          ><input
            type="checkbox"
            .checked=${map.shown.has(name)}
            @change=${(event: Event) => map.show(name, (event.target as HTMLInputElement).checked)}
          /><svg class="key s${i}" viewBox="0 0 32 12" aria-hidden="true"><path d="M1 6h30" /></svg>${msg(`descent-optimizer-${name}`)}</label
        >`,
      )}
    </fieldset>
    ${table(map.tracks)}
    <div class="actions"><button class="quiet" @click=${() => map.again()}>${msg("descent-again")}</button></div>
  `;
}

/** Numbers at a few moments: a function may be below 0, so that no axis of powers shows them all. */
const MOMENTS = [0, 10, 50, 100, MAP_UPDATES];

function table(tracks: readonly Track[]): TemplateResult {
  return numberTable(
    msg("descent-map-table"),
    [msg("descent-updates"), ...tracks.map(({ name }) => msg(`descent-optimizer-${name}`))],
    MOMENTS.map((at) => [
      at,
      ...tracks.map(({ losses }) => (at < losses.length ? formatNumber(losses[at] as number) : "∞")),
    ]),
  );
}

function sentence(map: Maps): TemplateResult {
  const { tracks, bet } = map;
  const finished = tracks.filter(({ losses }) => losses.length > MAP_UPDATES);
  const lost = tracks.filter(({ losses }) => losses.length <= MAP_UPDATES);
  const end = ({ losses }: Track) => losses.at(-1) ?? Number.POSITIVE_INFINITY;
  const [best] = [...finished].sort((a, b) => end(a) - end(b));
  return html`
    ${
      best
        ? html`<p class="equation">
            <strong>${msg("descent-map-best", { optimizer: msg(`descent-optimizer-${best.name}`), loss: formatDigits(end(best), 3), updates: MAP_UPDATES })}</strong>
            ${msg(best.name === bet ? "descent-map-bet-right" : "descent-map-bet-else")}
          </p>`
        : nothing
    }
    ${lost.map(
      ({ name, losses }) =>
        html`<p>${msg("descent-map-lost", { optimizer: msg(`descent-optimizer-${name}`), update: losses.length })}</p>`,
    )}
    <p>${msg("descent-map-why")}</p>
  `;
}

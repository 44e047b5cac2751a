/** The fourth part as it is seen. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/bet-choice.js";
import "../../components/descent-map.js";
import "../../components/line-chart.js";
import "../../components/rate-slider.js";
import { msg } from "../../locales/index.js";
import { exactText } from "../../scene/landing.js";
import { formatDigits, formatNumber } from "../../scene/numbers.js";
import { type Lap, MEASURES, type Measure, seriesBy } from "../../scene/race.js";
import { BATCHES, COUNTS, EPOCHS, GOAL, type Race } from "./race.js";
import { BIAS } from "./race-loss.js";

/** Where each axis ends: that of updates while there is something to see. */
const ENDS: Record<Measure, number> = { updates: 60, epochs: EPOCHS, gradients: 640 };

/** Why these win is explained; other rates and places may have others. */
const USUAL_WINNERS: Record<Measure, number> = { updates: 8, epochs: 1, gradients: 1 };

export function raceView(race: Race): TemplateResult {
  return html`
    <p class="ask">${msg("descent-race-ask", { rate: formatNumber(race.rate), epochs: EPOCHS })}</p>
    <bet-choice
      question=${msg("descent-race-bet", { goal: formatNumber(GOAL) })}
      .options=${BATCHES.map((batch) => ({ name: String(batch), text: msg(`descent-batch-${batch}`) }))}
      .bet=${race.bet === null ? null : String(race.bet)}
      @bet-place=${({ detail }: CustomEvent) => race.place(Number(detail.bet))}
    ></bet-choice>
    ${race.bet === null ? nothing : run(race)}
  `;
}

function run(race: Race): TemplateResult {
  const { measure } = race;
  return html`
    <div class="said" role="status">${sentences(race)}</div>
    <div class="actions" role="group" aria-label=${msg("descent-axis")}>
      <span>${msg("descent-axis")}</span>
      ${MEASURES.map(
        (one) =>
          html`<button aria-pressed=${one === measure ? "true" : "false"} @click=${() => race.by(one)}>${msg(`descent-by-${one}`)}</button>`,
      )}
    </div>
    <line-chart
      label=${msg("descent-race-label")}
      .series=${seriesBy(race.racers, measure, ENDS[measure], (batch) => msg(`descent-racer-${batch}`))}
      .xAxis=${{ title: msg(`descent-by-${measure}`), range: [0, ENDS[measure]] }}
      .yAxis=${{ title: msg("descent-loss"), isLog: true, range: [0.005, 10] }}
    ></line-chart>
    ${table(race)} ${ways(race)}
    <div class="actions">
      <button @click=${() => race.time()}>${msg("descent-race-time")}</button>
    </div>
    <div class="said" role="status">${race.times ? html`<p>${msg("descent-race-timed")}</p>` : nothing}</div>
    <div class="told">
      <h3>${msg("descent-race-seconds")}</h3>
      <p>${msg("descent-race-seconds-why")}</p>
      <h3>${msg("descent-race-memory")}</h3>
      <p>${msg("descent-race-memory-why")}</p>
    </div>
    ${counting(race)}
    <div class="actions"><button class="quiet" @click=${() => race.again()}>${msg("descent-again")}</button></div>
  `;
}

/** Of the noisy way only as much as can be told from a blot. */
const MOST_PLACES = 320;

/** The same runs over the two weights, from another place and at another rate. */
function ways(race: Race): TemplateResult {
  return html`<h3>${msg("descent-race-ways")}</h3>
    <div class="settings">
      <rate-slider
        .rate=${race.rate}
        @rate-change=${({ detail }: CustomEvent) => race.set({ rate: detail.rate })}
      ></rate-slider>
    </div>
    <div class="beside">
      <descent-map
        .surface=${race.surface}
        .point=${race.start}
        formula=${msg("descent-loss")}
        .names=${["w1", "w2"]}
        .tracks=${race.ways.map((places, look) => ({ look, places: places.slice(0, MOST_PLACES) }))}
        @place-change=${({ detail }: CustomEvent) => race.set({ x: detail.x, y: detail.y })}
      ></descent-map>
      <div>
        <p>${msg("descent-race-ways-how", { bias: formatNumber(BIAS) })}</p>
        <ul class="keys">
          ${BATCHES.map(
            (batch, i) => html`<li>
              <svg class="key s${i}" viewBox="0 0 32 12" aria-hidden="true"><path d="M1 6h30" /></svg>
              ${msg(`descent-racer-${batch}`)}: ${endOf(race, i)}
            </li>`,
          )}
        </ul>
      </div>
    </div>`;
}

/** Where a way ends, for whoever does not see it. */
function endOf({ ways }: Race, i: number): string {
  const way = ways[i] ?? [];
  const { x, y } = way.at(-1) ?? { x: Number.NaN, y: Number.NaN };
  const all = way.length - 1;
  if (!Number.isFinite(x) || !Number.isFinite(y)) return msg("descent-race-way-lost", { all, count: String(all) });
  const said = msg("descent-race-way", { x: formatNumber(x), y: formatNumber(y), all, count: String(all) });
  return all < MOST_PLACES ? said : `${said} ${msg("descent-race-way-drawn", { drawn: String(MOST_PLACES - 1) })}`;
}

/** Updates, epochs and points, once more without a picture. */
function counting(race: Race): TemplateResult {
  const { count } = race;
  return html`<bet-choice
      question=${msg("descent-count-question")}
      .options=${COUNTS.options.map((name) => ({ name, text: name }))}
      .bet=${count}
      @bet-place=${({ detail }: CustomEvent) => race.answer(detail.bet)}
    ></bet-choice>
    <div role="status">
      ${count === null ? nothing : html`<p><strong>${msg(count === COUNTS.right ? "descent-yes" : "descent-no")}</strong> ${msg(`descent-count-${count}`)}</p>`}
    </div>`;
}

function sentences(race: Race): TemplateResult {
  const { measure, bet } = race;
  const winner = race.winner(measure);
  if (!winner?.reached)
    return html`<p class="equation">${msg("descent-race-nobody", { goal: formatNumber(GOAL), epochs: EPOCHS, rate: formatNumber(race.rate) })}</p>`;
  const others = race.laps.filter(({ batch }) => batch !== winner.batch).map((lap) => other(lap, measure));
  return html`<p class="equation">
      <strong>${msg("descent-race-wins", { measure: msg(`descent-by-${measure}`), racer: msg(`descent-racer-${winner.batch}`), count: formatDigits(winner.reached[measure], 3) })}</strong>
      ${msg("descent-race-others", { others: others.join("; ") })}
    </p>
    ${winner.batch === USUAL_WINNERS[measure] ? html`<p>${msg(`descent-race-why-${measure}`)}</p>` : nothing}
    <p class="next">${msg("descent-race-bet-on", { racer: msg(`descent-racer-${bet}`) })} ${msg(winner.batch === bet ? "descent-race-bet-right" : "descent-race-bet-else")}</p>`;
}

function other({ batch, reached, last }: Lap, measure: Measure): string {
  const racer = msg(`descent-racer-${batch}`);
  return reached
    ? msg("descent-race-other", { racer, count: formatDigits(reached[measure], 3) })
    : msg("descent-race-never", { racer, count: formatDigits(last[measure], 3), loss: formatDigits(last.loss, 3) });
}

/** All three ways to count at once. */
function table({ laps, times }: Race): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${msg("descent-race-table")}>
    <table>
      <caption>
        ${msg("descent-race-caption", { goal: formatNumber(GOAL) })}
      </caption>
      <thead>
        <tr>
          <th scope="col">${msg("descent-batch")}</th>
          ${MEASURES.map((measure) => html`<th scope="col">${msg(`descent-by-${measure}`)}</th>`)}
          <th scope="col">${msg("descent-race-final", { epochs: EPOCHS })}</th>
          ${times ? html`<th scope="col">${msg("descent-race-time-epoch")}</th><th scope="col">${msg("descent-race-time-goal")}</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${laps.map(
          ({ batch, reached, last }) => html`<tr>
            <th scope="row">${msg(`descent-racer-${batch}`)}</th>
            ${MEASURES.map((measure) => html`<td class="number">${reached ? formatDigits(reached[measure], 3) : `> ${formatDigits(last[measure], 3)}`}</td>`)}
            <td class="number">${formatDigits(last.loss, 4)}</td>
            ${times ? microseconds(times.get(batch) ?? Number.NaN, reached) : nothing}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Two digits: the next ones are different at the next try. */
function microseconds(epoch: number, reached: Lap["reached"]): TemplateResult {
  const shown = (time: number) => exactText(Number((1000 * time).toPrecision(2)));
  return html`<td class="number">${shown(epoch)}</td>
    <td class="number">${reached ? shown(epoch * reached.epochs) : ""}</td>`;
}

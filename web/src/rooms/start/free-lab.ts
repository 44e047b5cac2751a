/** The free lab as it is seen. Functions of its session; what a person does goes to the session. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/decision-region.js";
import * as icons from "../../components/icons.js";
import "../../components/layer-details.js";
import "../../components/line-chart.js";
import { msg } from "../../locales/index.js";
import { bandOf } from "../../scene/bands.js";
import type { Series } from "../../scene/chart.js";
import { formatNumber } from "../../scene/numbers.js";
import { HISTOGRAM } from "./experiments.js";
import { TASKS } from "./free-data.js";
import type { FreeSession, SchemeRuns } from "./free-session.js";
import { EVERY, type FreeSetting, MOST_SCHEMES, SCHEMES, SEEDS } from "./free-setting.js";

export function freeLab(session: FreeSession): TemplateResult {
  const { setting, runs } = session;
  const total = setting.schemes.length;
  return html`<h2>${msg("start-free")}</h2>
    <p class="intro">${msg("start-free.intro")}</p>
    ${form(session)} ${schemes(session)}
    ${session.failure === null ? nothing : html`<p role="alert">${msg("start-refused", { why: session.failure })}</p>`}
    <div class="regions">${runs.map((one) => tile(session, one))}</div>
    <p class="hint">${msg("start-free-classes")}</p>
    <update-timeline
      .at=${session.update}
      .last=${session.lastUpdate}
      .every=${EVERY}
      ?playing=${session.isPlaying}
      ?disabled=${runs.length === 0}
      @update-change=${(event: CustomEvent<{ update: number }>) => session.showUpdate(event.detail.update)}
      @play-change=${(event: CustomEvent<{ playing: boolean }>) => session.play(event.detail.playing)}
    ></update-timeline>
    <p class="hint" role="status">
      ${session.isComputing ? msg("start-free-done", { done: String(runs.length * setting.seeds), of: String(total * setting.seeds) }) : ""}
    </p>
    ${runs.length > 0 ? costs(session) : nothing} ${claim(session)}
    ${runs.length > 0 ? details(session) : nothing}`;
}

function form(session: FreeSession): TemplateResult {
  const { setting, wrong } = session;
  const select = <Name extends keyof FreeSetting>(
    name: Name,
    options: readonly FreeSetting[Name][],
    text: (option: FreeSetting[Name]) => string,
  ) => html`<label
    >${msg(`start-free-${name}`)}
    <select
      @change=${(event: Event) => {
        const option = options[(event.target as HTMLSelectElement).selectedIndex];
        if (option !== undefined) session.change({ [name]: option });
      }}
    >
      ${options.map((option) => html`<option ?selected=${option === setting[name]}>${text(option)}</option>`)}
    </select>
  </label>`;
  const field = (name: "widths" | "rate", value: string) => html`<label
    >${msg(`start-free-${name}`)}
    <input
      type="text"
      autocomplete="off"
      .value=${wrong.get(name) ?? value}
      aria-invalid=${wrong.has(name) ? "true" : "false"}
      aria-describedby="wrong"
      @change=${(event: Event) => session.type(name, (event.target as HTMLInputElement).value)}
    />
  </label>`;
  return html`<div class="row">
      ${select("data", Object.keys(TASKS), (name) => msg(`start-data-${name}`))}
      ${field("widths", setting.widths.join("-"))}
      ${select("activation", ["tanh", "sigmoid", "relu"], (name) => name)} ${field("rate", String(setting.rate))}
      ${select("seeds", SEEDS, String)}
      <div class="seeds">
        <span>${msg("start-seed", { seed: String(setting.seed) })}</span>
        <button @click=${() => session.newSeed()}>${msg("start-new-seed")}</button>
        <button class="quiet" @click=${() => session.reset()}>${icons.undo}${msg("start-reset")}</button>
      </div>
    </div>
    <div id="wrong" role="alert">
      ${[...wrong.keys()].map((name) => html`<p class="wrong">${msg(`start-free-${name}-wrong`)}</p>`)}
    </div>`;
}

function schemes(session: FreeSession): TemplateResult {
  const { schemes: chosen } = session.setting;
  return html`<fieldset class="schemes">
    <legend>${msg("start-free-schemes")}</legend>
    ${SCHEMES.map((scheme) => {
      const isChosen = chosen.includes(scheme);
      return html`<label
        ><input
          type="checkbox"
          .checked=${isChosen}
          ?disabled=${isChosen ? chosen.length === 1 : chosen.length >= MOST_SCHEMES}
          @change=${() => session.toggle(scheme)}
        />${msg(`start-scheme-${scheme}`)} <small>${msg(`start-formula-${scheme}`)}</small></label
      >`;
    })}
    <p class="hint">${msg("start-free-formulas")}</p>
  </fieldset>`;
}

function tile(session: FreeSession, runs: SchemeRuns): TemplateResult {
  const { setting, samples, regions } = session;
  const { loss = Number.NaN, distinct_units: distinct = [] } = session.frameOf(runs);
  const { stopped } = runs.shown;
  const scheme = msg(`start-scheme-${runs.scheme}`);
  return html`<figure>
    <h3>${scheme}</h3>
    <decision-region
      label=${msg("start-free-region", { scheme, seed: String(setting.seed) })}
      .answers=${regions.get(runs.scheme) ?? []}
      .samples=${samples}
      .reach=${TASKS[setting.data]?.reach ?? 1}
    ></decision-region>
    <p>${msg("start-free-cost", { cost: formatNumber(loss) })}</p>
    <p>${msg("start-free-distinct", { distinct: distinct[0] ?? 0, total: String(setting.widths[0]) })}</p>
    ${
      stopped && stopped.step <= session.update
        ? html`<p class="ended">${msg("start-free-ended", { update: String(stopped.step) })}</p>`
        : nothing
    }
  </figure>`;
}

/** The same list for the same runs, so that a chart draws it once. */
const drawn = new WeakMap<SchemeRuns, Series>();

function costs(session: FreeSession): TemplateResult {
  const series = session.runs.map((runs) => {
    const found = drawn.get(runs) ?? bandOf(msg(`start-scheme-${runs.scheme}`), runs.all);
    drawn.set(runs, found);
    return found;
  });
  return html`<line-chart
    label=${msg("start-free-costs")}
    .series=${series}
    .xAxis=${{ title: msg("start-updates") }}
    .yAxis=${{ title: msg("start-cost"), isLog: true, range: [0.01, 1e3] }}
    .at=${session.update}
  ></line-chart>`;
}

/** What is often said of too large weights, beside what these runs show: only if they show something else. */
function claim({ runs }: FreeSession): TemplateResult | typeof nothing {
  const frames = runs.find(({ scheme }) => scheme === "too_large")?.shown.frames ?? [];
  const [first = Number.NaN, last = Number.NaN] = [frames[0]?.loss, frames.at(-1)?.loss];
  if (!(last < first)) return nothing;
  return html`<p class="claim">
    <b>${msg("start-elsewhere")}</b> ${msg("start-free-claim")}
    ${msg("start-free-refuted", { first: formatNumber(first), last: formatNumber(last) })}
  </p>`;
}

function details(session: FreeSession): TemplateResult {
  return html`<details>
    <summary>${msg("start-closer")}</summary>
    <p class="hint">${msg("start-free-closer", { seed: String(session.setting.seed) })} ${msg("start-saturated-hint")}</p>
    <div class="closer">
      ${session.runs.map((runs) => {
        const run = msg(`start-scheme-${runs.scheme}`);
        return html`<section>
          <h3>${run}</h3>
          <layer-details
            label=${msg("start-layers-of", { run })}
            .frame=${session.frameOf(runs)}
            .range=${HISTOGRAM}
          ></layer-details>
        </section>`;
      })}
    </div>
  </details>`;
}

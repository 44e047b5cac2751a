/** What the free lab can be set to, as it is seen: the net, how it starts, and what it is trained on. */
import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { live } from "lit/directives/live.js";
import "../../components/data-source.js";
import * as icons from "../../components/icons.js";
import "../../components/number-field.js";
import "../../components/weight-editor.js";
import { msg } from "../../locales/index.js";
import { exactText } from "../../scene/landing.js";
import { DATA_LIMITS, type DataChange } from "../../state/data-choice.js";
import { isLinked } from "../../state/data-link.js";
import { largeColumn } from "../../state/own-data.js";
import type { FreeSession } from "./free-session.js";
import {
  ACTIVATIONS,
  BATCHES,
  batchesOf,
  DEPTHS,
  deepened,
  type FreeSetting,
  MOST_BY_HAND,
  MOST_SCHEMES,
  OPTIMIZERS,
  parametersOf,
  RATES,
  SCALES,
  SCHEMES,
  SEEDS,
  widthsText,
} from "./free-setting.js";

export function freeForm(session: FreeSession): TemplateResult {
  return html`${keyed(session.resets, html`${data(session)} ${net(session)} ${schemes(session)}`)} ${byHand(session)}`;
}

function data(session: FreeSession): TemplateResult {
  const { data, used, samples, sets } = session;
  return html`<h3>${msg("start-free-data")}</h3>
    <data-source
      .sets=${sets}
      .choice=${data}
      .used=${used}
      .samples=${samples}
      .limits=${DATA_LIMITS}
      .linked=${data.own.data === null || isLinked(data.own.data)}
      large=${(data.own.data && largeColumn(data.own.data)) ?? ""}
      @data-change=${({ detail }: CustomEvent<DataChange>) => session.changeData(detail)}
    ></data-source>`;
}

function net(session: FreeSession): TemplateResult {
  const { setting, widthsTyped } = session;
  const isWrong = widthsTyped !== null;
  const depth = setting.widths.length;
  const [least, most] = DEPTHS;
  // what is being typed or dragged is left alone: runs arrive meanwhile, and each is shown
  return html`<h3>${msg("start-free-net")}</h3>
    <div class="row">
      <label
        >${msg("start-free-widths")}
        <input
          type="text"
          autocomplete="off"
          .value=${widthsTyped ?? widthsText(setting.widths)}
          aria-invalid=${isWrong ? "true" : "false"}
          aria-describedby="wrong"
          @change=${(event: Event) => session.typeWidths((event.target as HTMLInputElement).value)}
        />
      </label>
      <label class="depth"
        >${msg("start-free-depth", { depth: String(depth) })}
        <input
          type="range"
          min=${least}
          max=${most}
          .value=${String(depth)}
          aria-valuetext=${msg("start-free-layers", { layers: depth })}
          @change=${(event: Event) =>
            session.change({ widths: deepened(setting.widths, Number((event.target as HTMLInputElement).value)) })}
        />
      </label>
      ${select(session, "activation", ACTIVATIONS, (name) => name)}
    </div>
    <p class="wrong" id="wrong" role="alert">${isWrong ? msg("start-free-widths-wrong") : nothing}</p>
    <div class="row">
      ${select(session, "optimizer", OPTIMIZERS, (name) => msg(`start-optimizer-${name}`))}
      ${number(session, "rate", RATES, true)}
      ${select(session, "batch", BATCHES, (batch) => (batch === 0 ? msg("start-free-batch-all") : String(batch)))}
      ${select(session, "seeds", SEEDS, String)}
      <div class="seeds">
        <span>${msg("start-seed", { seed: String(setting.seed) })}</span>
        <button @click=${() => session.newSeed()}>${msg("start-new-seed")}</button>
        <button class="quiet" @click=${() => session.reset()}>${icons.undo}${msg("start-reset")}</button>
      </div>
    </div>
    ${rule(session)}`;
}

/** What an update does, in the engine's words, and how many of them see every sample once. */
function rule({ setting, used, optimizers }: FreeSession): TemplateResult {
  const { formula = "", settings = {} } = optimizers.find(({ name }) => name === setting.optimizer) ?? {};
  const given = Object.entries(settings).filter(([name]) => name !== "learning_rate");
  const batches = batchesOf(setting, used);
  return html`<p class="hint">
    <code>${formula.replaceAll(" - ", " − ")}</code>${given.map(
      ([name, value]) => html`, ${msg(`start-setting-${name}`)} = ${exactText(value)}`,
    )}.
    ${batches > 1 ? msg("start-free-epoch", { updates: String(batches) }) : nothing}
  </p>`;
}

export function select<Name extends keyof FreeSetting>(
  session: FreeSession,
  name: Name,
  options: readonly FreeSetting[Name][],
  text: (option: FreeSetting[Name]) => string,
): TemplateResult {
  return html`<label
    >${msg(`start-free-${name}`)}
    <select
      @change=${(event: Event) => {
        const option = options[(event.target as HTMLSelectElement).selectedIndex];
        if (option !== undefined) session.change({ [name]: option });
      }}
    >
      ${options.map((option) => html`<option .selected=${live(option === session.setting[name])}>${text(option)}</option>`)}
    </select>
  </label>`;
}

function number(
  session: FreeSession,
  name: "rate" | "scale",
  [least, most]: readonly [number, number],
  isAbove: boolean,
): TemplateResult {
  return html`<number-field
    label=${msg(`start-free-${name}`)}
    .value=${session.setting[name]}
    .least=${least}
    .most=${most}
    ?above=${isAbove}
    @number-change=${({ detail }: CustomEvent<{ number: number }>) => session.change({ [name]: detail.number })}
  ></number-field>`;
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
            .checked=${live(isChosen)}
            ?disabled=${isChosen ? chosen.length === 1 : chosen.length >= MOST_SCHEMES}
            @change=${() => session.toggle(scheme)}
          />${msg(`start-scheme-${scheme}`)} <small>${msg(`start-formula-${scheme}`)}</small></label
        >`;
      })}
      <p class="hint">${msg("start-free-formulas")}</p>
    </fieldset>
    ${chosen.includes("scaled") ? html`<div class="row">${number(session, "scale", SCALES, false)}</div>` : nothing}`;
}

function byHand(session: FreeSession): TemplateResult | typeof nothing {
  const { setting, used, shape } = session;
  if (!setting.schemes.includes("hand")) return nothing;
  const count = parametersOf(shape);
  if (!session.isByHand)
    return html`<p class="wrong" role="status">
      ${msg("start-hand-too-many", { count: String(count), most: String(MOST_BY_HAND) })}
    </p>`;
  if (setting.hand.length !== count) return nothing;
  const from = SCHEMES.filter((scheme) => scheme !== "hand");
  return html`<details class="hand" open>
    <summary>${msg("start-hand", { count: String(count) })}</summary>
    <weight-editor
      .layers=${session.handLayers}
      .names=${used.names}
      @weight-change=${({ detail }: CustomEvent<{ index: number; weight: number }>) =>
        session.changeWeight(detail.index, detail.weight)}
    ></weight-editor>
    <div class="row">
      <label
        >${msg("start-hand-fill")}
        <select
          @change=${(event: Event) => {
            const list = event.target as HTMLSelectElement;
            const scheme = from[list.selectedIndex - 1];
            list.selectedIndex = 0;
            if (scheme) void session.fillFrom(scheme);
          }}
        >
          <option>${msg("start-hand-choose")}</option>
          ${from.map((scheme) => html`<option>${msg(`start-scheme-${scheme}`)}</option>`)}
        </select>
      </label>
    </div>
  </details>`;
}

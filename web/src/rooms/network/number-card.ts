/** The one number that was chosen: what it is, what it is worth, where its gradient comes from, and what an update makes of it. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/guess-box.js";
import "../../components/nudge-readout.js";
import "../../components/number-grip.js";
import { msg } from "../../locales/index.js";
import { featureOf, idOf, isEditableIn, isKnown, layerOf, type Net, type NetId, placeOf } from "../../scene/net.js";
import { gradientSum, type NetSum, valueSum } from "../../scene/net-sums.js";
import { formatNumber } from "../../scene/numbers.js";
import { SIGNS, type SignName } from "../../state/network-link.js";
import type { NetworkSession } from "./session.js";
import { updateText } from "./words.js";

export function numberCard(session: NetworkSession, made: () => void): TemplateResult {
  return html`${session.isAsking ? guessBox(session, made) : nothing} ${verdict(session)} ${number(session)}`;
}

function number(session: NetworkSession): TemplateResult | typeof nothing {
  const { chosen: id, answer, stage, layers, moved } = session;
  const { nudge } = session.changes;
  const place = placeOf(id);
  const value = answer?.value(id);
  if (!answer || !place || value == null) return nothing;
  const isValueKnown = isKnown(place.name, "value", stage, layers);
  const gradient = isKnown(place.name, "gradient", stage, layers) ? answer.gradient(id) : null;
  const made = isValueKnown ? valueSum(session.net, answer, id) : null;
  const sum = gradient === null ? null : gradientSum(session.net, answer, id);
  return html`<section class="number" aria-label=${msg("network-chosen")}>
    <h2 class="small code">${id}</h2>
    <p class="hint">${aboutWords(session.net, id, session.run.batchAt(session.at).rows)}</p>
    ${
      isEditableIn(session.net, id)
        ? html`<number-grip
            name=${msg("network-its-value")}
            .value=${value}
            @number-change=${(event: CustomEvent) => session.changes.edit(id, event.detail.value, event.detail.gesture)}
          ></number-grip>`
        : html`<p>${msg("network-its-value")}: ${known(isValueKnown ? value : null, "value")}</p>`
    }
    ${made ? because(made, "value") : nothing}
    ${nudge ? html`<nudge-readout .explanation=${answer.explanation} .nudge=${nudge}></nudge-readout>` : nothing}
    ${place.name === "Y" ? nothing : html`<p>${msg("network-its-gradient", { id })}: ${known(gradient, "gradient")}</p>`}
    ${sum ? because(sum, "gradient") : nothing}
    ${
      moved && /^[Wb]/.test(id)
        ? html`<p class="moved">${msg("network-update-of", { update: String(moved.update) })}<br /><b>${updateText(session, moved)}</b></p>`
        : nothing
    }
  </section>`;
}

/** In names, and under it in numbers. */
function because({ formula, equation }: NetSum, side: "value" | "gradient"): TemplateResult {
  return html`<p class="because ${side}">
    <span>= ${formula}</span>${equation === "" ? nothing : html`<br /><span>${equation}</span>`}
  </p>`;
}

function known(number: number | null, side: "value" | "gradient"): TemplateResult {
  if (number === null) return html`<span class="hint">${msg("network-not-computed")}</span>`;
  return html`<b class=${side}>${formatNumber(number)}</b>`;
}

/** Units and samples are counted from 1, as they are read. */
function aboutWords(net: Net, id: NetId, rows: readonly number[]): string {
  const place = placeOf(id);
  if (!place?.entry) return msg("network-about-L");
  const [row, column] = place.entry;
  const layer = layerOf(place.name) ?? 0;
  const feature = featureOf(net, id);
  if (feature !== null) return msg("network-about-feature", { feature, sample: String((rows[column] ?? column) + 1) });
  const source = String(column + 1);
  const from =
    layer > 1
      ? msg("network-from-unit", { unit: source, layer: String(layer - 1) })
      : msg("network-from-input", { unit: source });
  return msg(`network-about-${place.name.charAt(0)}`, {
    layer: String(layer),
    unit: String(row + 1),
    sample: String((rows[column] ?? column) + 1),
    from,
  });
}

function guessBox(session: NetworkSession, made: () => void): TemplateResult {
  const { asked, answer, net, layers } = session;
  const text = (id: NetId) => formatNumber(answer?.value(id) ?? Number.NaN);
  const question =
    net.inputs.length === 1
      ? msg("network-guess", { id: asked, answer: text(idOf(`A${layers}`, 0, 0)), target: text(idOf("Y", 0, 0)) })
      : msg("network-guess-many", { id: asked, samples: String(net.inputs.length), loss: text("L") });
  return html`<guess-box
    question=${question}
    .choices=${SIGNS.map((name) => ({ name, text: msg(`network-guess-${name}`) }))}
    right=${signOf(session)}
    @guess=${(event: CustomEvent<{ choice: string }>) => {
      session.make(event.detail.choice as SignName);
      made();
    }}
  ></guess-box>`;
}

function signOf({ answer, asked }: NetworkSession): SignName {
  const gradient = answer?.gradient(asked) ?? 0;
  return gradient > 0 ? "positive" : gradient < 0 ? "negative" : "zero";
}

/** Where the guess was made, and nowhere else. */
function verdict(session: NetworkSession): TemplateResult {
  const { guess, guessed, run, at, asked, answer } = session;
  const isHere = guess !== null && guessed?.run === run && guessed.at === at;
  const right = signOf(session);
  const value = formatNumber(answer?.gradient(asked) ?? Number.NaN);
  return html`<div role="status">
    ${
      isHere
        ? html`<div class="verdict">
            <p>${guess === right ? msg("network-guess-right") : msg(`network-guess-wrong-${guess}`)}</p>
            <p>${msg(`network-guess-found-${right}`, { id: asked, value })}</p>
          </div>`
        : nothing
    }
  </div>`;
}

/** The free lab as it is seen. Functions of its session; what a person does goes to the session. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/decision-region.js";
import type { RegionSample } from "../../components/decision-region.js";
import "../../components/line-chart.js";
import "../../components/sample-view.js";
import { msg } from "../../locales/index.js";
import { bandOf } from "../../scene/bands.js";
import type { Series } from "../../scene/chart.js";
import { formatNumber } from "../../scene/numbers.js";
import { numberOf, type Samples } from "../../scene/samples.js";
import { margin } from "./free-answers.js";
import { freeCloser } from "./free-closer-view.js";
import { freeForm, select } from "./free-form.js";
import type { SchemeRuns } from "./free-runs.js";
import type { FreeSession } from "./free-session.js";
import { CHARTS, isAccuracy } from "./free-setting.js";

export function freeLab(session: FreeSession): TemplateResult {
  const { runs, player, trained } = session;
  const { failure } = trained;
  return html`<h2 tabindex="-1">${msg("start-free")}</h2>
    <p class="intro">${msg("start-free.intro")}</p>
    ${freeForm(session)}
    ${failure === null ? nothing : html`<p role="alert">${msg("start-refused", { why: failure })}</p>`}
    ${shownClass(session)}
    <div class="regions">${runs.map((one) => tile(session, one))}</div>
    ${legend(session)}
    <update-timeline
      .at=${player.update}
      .last=${player.lastUpdate}
      .every=${player.every}
      ?playing=${player.isPlaying}
      ?disabled=${runs.length === 0}
      @update-change=${(event: CustomEvent<{ update: number }>) => player.show(event.detail.update)}
      @play-change=${(event: CustomEvent<{ playing: boolean }>) => player.play(event.detail.playing)}
    ></update-timeline>
    ${progress(session)} ${runs.length > 0 ? curves(session) : nothing} ${claim(session)}
    ${runs.length > 0 ? freeCloser(session) : nothing}`;
}

function progress(session: FreeSession): TemplateResult {
  const { isComputing, trained } = session;
  const { done, total } = trained;
  return html`<div class="row progress">
    <p class="hint" role="status">
      ${isComputing && total > 0 ? msg("start-free-done", { done: String(done), of: String(total) }) : ""}
    </p>
    ${isComputing ? html`<button @click=${() => session.stop()}>${msg("start-free-stop")}</button>` : nothing}
  </div>`;
}

/** Of several classes, the one that is told from the others in the pictures. */
function shownClass(session: FreeSession): TemplateResult | typeof nothing {
  const { classes, outputs } = session.used;
  if (!classes || outputs < 2 || session.places === null) return nothing;
  return html`<div class="row">
    <label
      >${msg("start-free-shown")}
      <select @change=${(event: Event) => session.showClass((event.target as HTMLSelectElement).selectedIndex)}>
        ${classes.map((name, i) => html`<option ?selected=${i === session.shownClass}>${name}</option>`)}
      </select>
    </label>
  </div>`;
}

function tile(session: FreeSession, runs: SchemeRuns): TemplateResult {
  const { setting } = session;
  const { loss = Number.NaN, distinct_units: distinct = [] } = session.frameOf(runs);
  const percent = session.answered.right.get(runs.scheme);
  const { stopped } = runs.shown;
  return html`<figure>
    <h3>${msg(`start-scheme-${runs.scheme}`)}</h3>
    ${picture(session, runs)}
    <p>${msg("start-free-cost", { cost: formatNumber(loss) })}</p>
    ${percent === undefined ? nothing : html`<p>${msg("start-free-right", { percent: formatNumber(percent) })}</p>`}
    <p>${msg("start-free-distinct", { distinct: distinct[0] ?? 0, total: String(setting.widths[0]) })}</p>
    ${
      stopped && stopped.step <= session.player.update
        ? html`<p class="ended">${msg("start-free-ended", { update: String(stopped.step) })}</p>`
        : nothing
    }
  </figure>`;
}

const NO_ANSWERS: readonly number[][] = [];

function picture(session: FreeSession, { scheme }: SchemeRuns): TemplateResult | typeof nothing {
  const { samples, places, used, setting, shownClass } = session;
  if (!samples || !places) return nothing;
  const answers = session.answered.by.get(scheme) ?? NO_ANSWERS;
  const label = msg("start-free-region", { scheme: msg(`start-scheme-${scheme}`), seed: String(setting.seed) });
  if (places.inputs[0]?.length === 1) {
    const curve = answers.map(([y = Number.NaN], i) => ({ x: places.inputs[i]?.[0] ?? Number.NaN, y }));
    return html`<sample-view
      small
      label=${label}
      .samples=${samples}
      .names=${used.names}
      .target=${used.target}
      .classes=${used.classes}
      .curve=${used.outputs > 1 ? [] : curve}
    ></sample-view>`;
  }
  return html`<decision-region
    label=${label}
    .answers=${once(answers, shownClass, () => answers.map((outputs) => margin(outputs, shownClass)))}
    .samples=${once(samples, shownClass, () => regionSamples(samples, used.outputs > 1 ? shownClass : null))}
    .window=${once(samples, -1, () => [places.x, places.y])}
  ></decision-region>`;
}

/** Of one class against the others, or of what should be above 0. */
function regionSamples({ inputs, targets }: Samples, shown: number | null): RegionSample[] {
  return inputs.map(([x = 0, y = 0], i) => {
    const number = numberOf(targets[i] ?? []);
    return { x, y, target: (shown === null ? number > 0 : number === shown) ? 1 : 0 };
  });
}

/** The same thing made of the same thing, so that a picture of it is drawn once. */
const made = new WeakMap<object, Map<number, unknown>>();
function once<Made>(of: object, which: number, make: () => Made): Made {
  const known = made.get(of) ?? new Map<number, unknown>();
  made.set(of, known);
  if (!known.has(which)) known.set(which, make());
  return known.get(which) as Made;
}

function legend({ used, places, shownClass }: FreeSession): TemplateResult | typeof nothing {
  if (places?.inputs[0]?.length !== 2) return nothing;
  const { classes, outputs } = used;
  const name = classes?.[outputs > 1 ? shownClass : 1] ?? "";
  return html`<p class="hint">
    ${classes === null ? msg("start-free-numbers") : msg("start-free-classes", { name })}
  </p>`;
}

/** The same lines for the same runs, so that a chart draws them once. */
const drawn = new WeakMap<SchemeRuns, Series>();

function curves(session: FreeSession): TemplateResult {
  const isRight = isAccuracy(session.setting, session.used);
  const series = once(session.runs, -1, () =>
    session.runs.map((runs) => {
      const found =
        drawn.get(runs) ??
        bandOf(msg(`start-scheme-${runs.scheme}`), runs.all, isRight ? Number.NEGATIVE_INFINITY : undefined);
      drawn.set(runs, found);
      return found;
    }),
  );
  const axes = once(series, 0, () => ({
    x: { title: msg("start-updates") },
    y: isRight
      ? { title: msg("start-accuracy"), range: PERCENT }
      : { title: msg("start-cost"), isLog: true, range: COSTS },
  }));
  return html`<div class="row">
      ${session.used.classes === null ? nothing : select(session, "chart", CHARTS, (chart) => msg(`start-free-chart-${chart}`))}
    </div>
    <line-chart
      label=${msg(isRight ? "start-free-accuracies" : "start-free-costs")}
      .series=${series}
      .xAxis=${axes.x}
      .yAxis=${axes.y}
      .at=${session.player.update}
    ></line-chart>`;
}
const PERCENT = [0, 100] as const;
const COSTS = [0.01, 1e3] as const;

/** What is often said of too large weights, beside what these runs show: only if they show something else. */
function claim({ runs }: FreeSession): TemplateResult | typeof nothing {
  const { shown } = runs.find(({ scheme, isComplete }) => scheme === "too_large" && isComplete) ?? {};
  const [first = Number.NaN, last = Number.NaN] = [shown?.frames[0]?.loss, shown?.frames.at(-1)?.loss];
  if (!(last < first)) return nothing;
  return html`<p class="claim">
    <b>${msg("start-elsewhere")}</b> ${msg("start-free-claim")}
    ${msg("start-free-refuted", { first: formatNumber(first), last: formatNumber(last) })}
  </p>`;
}

/** The two runs side by side, and their costs beside them. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/layer-bars.js";
import "../../components/line-chart.js";
import "../../components/unit-plane.js";
import type { TrainFrame, TrainRun } from "../../engine/protocol.js";
import { msg } from "../../locales/index.js";
import { factorOf } from "../../scene/bars.js";
import type { Series } from "../../scene/chart.js";
import { formatCell, formatDigits, formatNumber } from "../../scene/numbers.js";
import type { Experiment } from "./experiments.js";
import { sizesOf } from "./findings.js";
import type { StartSession } from "./session.js";

export function pictures(session: StartSession, experiment: Experiment): TemplateResult {
  const { runs, frames, guess } = session;
  const names = experiment.runs.map(({ name }) => msg(`start-run-${name}`));
  const isLayers = experiment.picture === "layers";
  const loading = html`<div class="locked">${session.failure === null ? msg("start-loading") : ""}</div>`;
  const locked = html`<div class="locked"><span>${msg("start-locked")}</span></div>`;
  const isOpen = guess !== null && runs !== null;
  return html`<div class="pictures ${isLayers ? "layers" : ""}">
      ${names.map((name, i) => {
        const run = runs?.[i];
        return html`<figure>
          <h3><span class="swatch s${i}"></span>${name}</h3>
          ${!run ? loading : isLayers ? (isOpen ? layers(name, run, frames[i], experiment) : locked) : plane(name, run, isOpen ? session.update : 0, experiment)}
          ${isOpen && run ? ended(run, session.update) : nothing}
        </figure>`;
      })}
      <figure class="cost">
        <h3>${msg("start-cost-of-both")}</h3>
        ${isOpen ? costs(runs, names, experiment, session.update) : runs || session.failure !== null ? locked : loading}
      </figure>
    </div>`;
}

function plane(name: string, { frames }: TrainRun, update: number, { reach }: Experiment): TemplateResult {
  return html`<unit-plane label=${name} .frames=${frames} .at=${Math.min(update, frames.length - 1)} .reach=${reach}></unit-plane>`;
}

function layers(name: string, run: TrainRun, frame: TrainFrame | undefined, { sizes }: Experiment): TemplateResult {
  const start = sizesOf(run.frames[0] as TrainFrame);
  const shown = frame ? sizesOf(frame) : [];
  return html`<layer-bars label=${name} .sizes=${shown} .range=${sizes} factor=${factorText(start)}></layer-bars>`;
}

/** Where every layer has the same factor, its power; else the factor on average. */
function factorText(sizes: readonly number[]): string {
  const factors = sizes.slice(1).map((size, i) => size / (sizes[i] as number));
  const [first = Number.NaN] = factors;
  return factors.every((factor) => Math.abs(factor - first) < 1e-6 * first)
    ? msg("start-factor-power", {
        factor: formatDigits(Number(first.toPrecision(6)), 2).replace(/0$/, ""),
        result: formatCell(sizes[8] ?? Number.NaN),
      })
    : msg("start-factor-mean", { factor: formatNumber(factorOf(sizes)) });
}

function ended({ stopped }: TrainRun, update: number): TemplateResult | typeof nothing {
  if (!stopped || update < stopped.step) return nothing;
  return html`<p class="ended">${msg("start-ended", { update: String(stopped.step) })}</p>`;
}

/** The same list for the same runs, so that a chart knows what it has drawn. */
const drawn = new WeakMap<readonly TrainRun[], Series[]>();

function costs(runs: readonly TrainRun[], names: readonly string[], { costs }: Experiment, at: number): TemplateResult {
  const series =
    drawn.get(runs) ??
    runs.map(({ frames }, i) => ({
      name: names[i] ?? "",
      points: frames.map(({ step, loss = Number.NaN }) => ({ x: step, y: loss })),
    }));
  drawn.set(runs, series);
  return html`<line-chart
    label=${msg("start-cost-of-both")}
    .series=${series}
    .xAxis=${{ title: msg("start-updates") }}
    .yAxis=${{ title: msg("start-cost"), isLog: true, range: costs }}
    .at=${at}
  ></line-chart>`;
}

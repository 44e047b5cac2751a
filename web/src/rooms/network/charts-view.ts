/** What the updates so far have done to the cost, and what the net answers everywhere. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/decision-region.js";
import "../../components/line-chart.js";
import { msg } from "../../locales/index.js";
import type { Series } from "../../scene/chart.js";
import { formatNumber } from "../../scene/numbers.js";
import { answersOf, hasRegion, reachOf, samplesOn } from "./regions.js";
import { Recent } from "./recent.js";
import type { NetFrame } from "./run.js";
import type { NetworkSession } from "./session.js";

/** The axis of updates goes at least so far. */
const LEAST = 20;

export function charts(session: NetworkSession): TemplateResult {
  const { run, at } = session;
  const { ghost } = session.changes;
  const last = Math.max(run.last, ghost.at(-1)?.step ?? 0, run.first + LEAST);
  const series: Series[] = [
    { name: msg("network-now"), points: pointsOf(run.frames) },
    ...(ghost.length > 1 ? [{ name: msg("network-before"), points: pointsOf(ghost) }] : []),
  ];
  return html`<figure class="cost">
      <h3>${msg("network-costs")}</h3>
      <line-chart
        label=${msg("network-costs")}
        .series=${series}
        .xAxis=${{ title: msg("network-updates"), range: [run.first, last] }}
        .yAxis=${{ title: msg("network-cost"), range: [0, topOf([...run.frames, ...ghost])] }}
        .at=${at}
      ></line-chart>
    </figure>
    ${hasRegion(run) ? region(session) : nothing}`;
}

/** A round number above all costs; a smaller one than 0.1 would leave no room for its ticks. */
function topOf(frames: readonly NetFrame[]): number {
  const largest = Math.max(0.1, ...frames.map(({ loss }) => loss).filter(Number.isFinite));
  const power = 10 ** Math.floor(Math.log10(largest));
  return Number(((TOPS.find((top) => top * power >= largest) ?? 10) * power).toPrecision(2));
}
const TOPS = [1, 1.5, 2, 3, 5, 7];

function pointsOf(frames: readonly NetFrame[]): Series["points"] {
  return frames.map(({ step, loss }) => ({ x: step, y: loss }));
}

/** The same list for the same update, so that a picture knows what it has drawn. */
const drawn = new Recent<number[]>();

function region({ engine, run, at }: NetworkSession): TemplateResult | typeof nothing {
  const frame = run.frame(at);
  if (!frame) return nothing;
  const answers = drawn.of(run, at, () => answersOf(engine, run, frame));
  const reach = reachOf(run);
  return html`<figure class="region">
    <h3>${msg("network-region")}</h3>
    <decision-region
      label=${msg("network-region-label", { low: formatNumber(-reach), high: formatNumber(reach) })}
      .answers=${answers}
      .samples=${samplesOn(run)}
      .reach=${reach}
    ></decision-region>
    <p class="hint">${msg("network-region-hint")}</p>
  </figure>`;
}

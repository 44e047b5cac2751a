/** What the updates so far have done to the cost, and what the net answers everywhere. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/decision-region.js";
import "../../components/line-chart.js";
import { msg } from "../../locales/index.js";
import type { ChartAxis, Series } from "../../scene/chart.js";
import { formatNumber } from "../../scene/numbers.js";
import { axesOf, fitOf, hasFit } from "./fit.js";
import { Recent } from "./recent.js";
import { answersOf, areClasses, hasRegion, reachOf, samplesOn } from "./regions.js";
import type { NetFrame } from "./run.js";
import type { NetworkSession } from "./session.js";

/** The axis of updates goes at least so far. */
const LEAST = 20;

export function charts(session: NetworkSession): TemplateResult {
  const { series, xAxis, yAxis } = costs(session);
  const isTested = session.run.origin.test.inputs.length > 0;
  const title = msg(isTested ? "network-costs-tested" : "network-costs");
  return html`<figure class="cost">
      <h2 class="small">${title}</h2>
      <line-chart
        label=${title}
        .series=${series}
        .xAxis=${xAxis}
        .yAxis=${yAxis}
        .at=${session.at}
      ></line-chart>
    </figure>
    ${hasRegion(session.run) ? region(session) : hasFit(session.run) ? curve(session) : nothing}`;
}

interface Costs {
  series: Series[];
  xAxis: ChartAxis;
  yAxis: ChartAxis;
}

type Cost = Pick<NetFrame, "step" | "loss">;

/** The same for the same updates, so that a chart is drawn once. */
let kept: { key: readonly unknown[]; costs: Costs } | null = null;

function costs({ run, changes: { ghost } }: NetworkSession): Costs {
  const names = [msg("network-now"), msg("network-before"), msg("network-tested")] as const;
  const key = [run, run.last, ghost, ...names];
  if (kept?.key.every((part, i) => part === key[i])) return kept.costs;
  const last = Math.max(run.last, ghost.at(-1)?.step ?? 0, run.first + LEAST);
  const before = ghost.length > 1 ? [{ name: names[1], points: pointsOf(ghost) }] : [];
  const tests = run.frames.map((frame) => ({ step: frame.step, loss: run.testLoss(frame) }));
  const tested = tests.filter((test): test is Cost => test.loss !== null);
  const held = tested.length > 0 ? [{ name: names[2], points: pointsOf(tested) }] : [];
  const made: Costs = {
    series: [{ name: names[0], points: pointsOf(run.frames) }, ...before, ...held],
    xAxis: { title: msg("network-updates"), range: [run.first, last] },
    yAxis: { title: msg("network-cost"), range: [0, topOf([...run.frames, ...ghost, ...tested])] },
  };
  kept = { key, costs: made };
  return made;
}

/** A round number above all costs; a smaller one than 0.1 would leave no room for its ticks. */
function topOf(frames: readonly Cost[]): number {
  const largest = Math.max(0.1, ...frames.map(({ loss }) => loss).filter(Number.isFinite));
  const power = 10 ** Math.floor(Math.log10(largest));
  return Number(((TOPS.find((top) => top * power >= largest) ?? 10) * power).toPrecision(2));
}
const TOPS = [1, 1.5, 2, 3, 5, 7];

function pointsOf(frames: readonly Cost[]): Series["points"] {
  return frames.map(({ step, loss }) => ({ x: step, y: loss }));
}

/** The same list for the same update, so that a picture knows what it has drawn. */
const drawn = new Recent<number[]>();

function region(session: NetworkSession): TemplateResult | typeof nothing {
  const { engine, run, at } = session;
  const frame = run.frame(at);
  if (!frame) return nothing;
  const answers = drawn.of(run, at, () => answersOf(engine, run, frame));
  const reach = reachOf(run);
  return html`<figure class="region">
    <h2 class="small">${msg("network-region")}</h2>
    <decision-region
      label=${msg("network-region-label", { low: formatNumber(-reach), high: formatNumber(reach) })}
      .answers=${answers}
      .samples=${samplesOn(run)}
      .reach=${reach}
      ?discrete=${session.isDiscrete}
    ></decision-region>
    <p class="hint">${msg(areClasses(run) ? "network-region-hint" : "network-region-numbers")} ${run.origin.test.inputs.length > 0 ? msg("network-region-tests") : ""}</p>
    <label class="check"
      ><input type="checkbox" .checked=${session.isDiscrete} @change=${() => session.look({ isDiscrete: !session.isDiscrete })} />${msg("network-region-discrete")}</label
    >
  </figure>`;
}

const fitted = new Recent<Series[]>();

/** One input: the net is a curve, and its samples are points that it is to meet. */
function curve({ engine, run, at }: NetworkSession): TemplateResult | typeof nothing {
  const frame = run.frame(at);
  if (!frame) return nothing;
  const { x, y } = axesOf(run);
  const series = fitted.of(run, at, () => {
    const { answers, samples, tests } = fitOf(engine, run, frame);
    return [
      { name: msg("network-fit-net"), points: answers },
      { name: msg("network-fit-samples"), points: samples, isDots: true },
      ...(tests.length > 0 ? [{ name: msg("network-tested"), points: tests, isDots: true }] : []),
    ];
  });
  return html`<figure class="fit">
    <h2 class="small">${msg("network-region")}</h2>
    <line-chart
      label=${msg("network-fit-label", { low: formatNumber(x[0]), high: formatNumber(x[1]) })}
      .series=${series}
      .xAxis=${{ title: msg("network-fit-input"), range: x }}
      .yAxis=${{ title: msg("network-fit-output"), range: y }}
    ></line-chart>
  </figure>`;
}

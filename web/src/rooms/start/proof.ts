/** The induction proof beside experiment 2: it steps along, with the numbers of the update that is shown. */
import { html, type TemplateResult } from "lit";
import type { TrainFrame, TrainRun } from "../../engine/protocol.js";
import { msg } from "../../locales/index.js";
import { formatNumber } from "../../scene/numbers.js";

export function proof({ frames }: TrainRun, shown: number): TemplateResult {
  const update = Math.min(shown + 1, frames.length - 1);
  const before = weightsOf(frames[update - 1]);
  const after = weightsOf(frames[update]);
  return html`<details class="proof">
    <summary>${msg("start-proof", { update: String(update) })}</summary>
    <ol>
      <li>${msg("start-proof-before", { update: String(update), ...before })}</li>
      <li>${msg("start-proof-forward")}</li>
      <li>${msg("start-proof-backward")}</li>
      <li>${msg("start-proof-update", after)} ${update === frames.length - 1 ? msg("start-proof-end") : ""}</li>
    </ol>
  </details>`;
}

/** Of the first unit, as of all. */
function weightsOf(frame: TrainFrame | undefined): Record<"w1" | "w2" | "b" | "v", string> {
  const [hidden, output] = frame?.layers ?? [];
  const [w1, w2] = hidden?.W[0] ?? [];
  const text = (number?: number) => formatNumber(number ?? Number.NaN);
  return { w1: text(w1), w2: text(w2), b: text(hidden?.b?.[0]?.[0]), v: text(output?.W[0]?.[0]) };
}

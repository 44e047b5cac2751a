/** What is said after a guess: about the guess, about what the run shows, and about what is said elsewhere. */
import { html, nothing, type TemplateResult } from "lit";
import type { TrainRun } from "../../engine/protocol.js";
import { hasMessage, msg } from "../../locales/index.js";
import type { ExperimentName } from "../../state/start-link.js";
import type { Experiment, Setting } from "./experiments.js";
import { BLOCKS, findings, firstMoves } from "./findings.js";

export function verdict(
  page: ExperimentName,
  experiment: Experiment,
  guess: string,
  runs: readonly TrainRun[],
  setting: Setting,
): TemplateResult {
  const numbers = findings(page, runs, setting);
  return html`<section class="verdict">
    ${guess === experiment.right ? nothing : html`<p>${msg(`start-${page}-${guess}.why`)}</p>`}
    <p class="found">${msg(`start-${page}.found`, numbers)}</p>
    <p>${msg(`start-${page}.reason`)}</p>
    ${hasMessage(`start-${page}.claim`) ? claim(page, runs) : nothing}
  </section>`;
}

function claim(page: ExperimentName, [run]: readonly TrainRun[]): TemplateResult {
  const moved = run ? firstMoves(run) : null;
  const at = (update: number | null | undefined) => String(update ?? "∞");
  return html`<p class="claim">
    <b>${msg("start-elsewhere")}</b> ${msg(`start-${page}.claim`)}
    ${msg(`start-${page}.refuted`, { hiddenAt: at(moved?.hidden_weights), outgoingAt: at(moved?.outgoing_weights) })}
  </p>`;
}

/** Which part of the net moved first with which update: all, in every run. */
export function moves({ runs: named }: Experiment, runs: readonly TrainRun[]): TemplateResult {
  const moved = runs.map(firstMoves);
  return html`<table>
    <caption class="hint">${msg("start-moves")}</caption>
    <thead>
      <tr>
        <th scope="col">${msg("start-moves-block")}</th>
        ${named.map(({ name }) => html`<th scope="col">${msg(`start-run-${name}`)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${BLOCKS.map(
        (block) => html`<tr>
          <th scope="row">${msg(`start-${block}`)}</th>
          ${moved.map(({ [block]: update }) => html`<td>${update === null ? msg("start-moved-never") : msg("start-moved-at", { update: String(update) })}</td>`)}
        </tr>`,
      )}
    </tbody>
  </table>`;
}

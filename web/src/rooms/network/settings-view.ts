/** What the net is, what it is trained on, and how. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { fileButton, takeDropped } from "../../components/data-file.js";
import * as icons from "../../components/icons.js";
import { msg } from "../../locales/index.js";
import { allOf } from "./data.js";
import { moreSettings } from "./more-settings.js";
import { readSamples, writeSamples } from "./own.js";
import { select } from "./select.js";
import type { NetworkSession } from "./session.js";
import { ACTIVATIONS, lossesFor, misfitOf, SCHEMES } from "./setting.js";
import { TASKS, taskOf } from "./tasks.js";
import { OPTIMIZERS, type OptimizerName } from "./training.js";

export function settings(session: NetworkSession): TemplateResult {
  const { setting, run } = session;
  const { wrong } = session.changes;
  const { sizes, activations } = setting;
  const misfit = misfitOf(setting);
  const count = run.origin.samples.inputs.length;
  const schemes = [...(taskOf(setting.task).layers ? ["given"] : []), ...SCHEMES];
  return html`<details class="settings" open>
    <summary>${msg("network-settings")}</summary>
    <div class="row">
      ${select(
        msg("network-task"),
        Object.keys(TASKS),
        setting.task,
        (name) => msg(`network-task-${name}`),
        (task) => session.changes.openTask(task),
      )}
      ${field(session, "hidden", sizes.slice(1, -1).join("-"))}
      ${activations.map((activation, i) =>
        select(msg("network-activation", { layer: String(i + 1) }), ACTIVATIONS, activation, String, (name) =>
          session.changes.adjust({ activations: activations.map((before, j) => (i === j ? name : before)) }),
        ),
      )}
      ${select(
        msg("network-loss"),
        lossesFor(sizes.at(-1) ?? 1),
        setting.loss,
        (name) => msg(`network-loss-${name}`),
        (loss) => session.changes.adjust({ loss }),
      )}
      ${select(
        msg("network-optimizer"),
        Object.keys(OPTIMIZERS),
        setting.optimizer,
        (name) => msg(`network-optimizer-${name}`),
        (optimizer) => session.changes.adjust({ optimizer: optimizer as OptimizerName }),
      )}
      ${field(session, "rate", String(setting.rate))}
      ${
        count > 1
          ? select(
              msg("network-batch"),
              batches(count, setting.batch),
              String(setting.batch),
              (size) => (size === "0" ? msg("network-batch-all", { count: String(count) }) : size),
              (size) => session.changes.adjust({ batch: Number(size) }),
            )
          : nothing
      }
      ${select(
        msg("network-scheme"),
        schemes,
        setting.scheme,
        (name) => msg(`network-scheme-${name}`),
        (scheme) => session.changes.rebuild({ scheme }),
      )}
      <label class="check"
        ><input type="checkbox" .checked=${live(setting.bias)} @change=${() => session.changes.rebuild({ bias: !setting.bias })} />${msg("network-bias")}</label
      >
      <div class="seeds">
        <span>${msg("network-seed", { seed: String(setting.seed) })}</span>
        <button @click=${() => session.changes.newSeed()}>${msg("network-new-seed")}</button>
        <button class="quiet" @click=${() => session.changes.reset()}>${icons.undo}${msg("network-reset")}</button>
      </div>
    </div>
    ${setting.task === "own" ? own(session) : nothing}
    <div id="wrong" role="alert">
      ${[...wrong.keys()].filter((name) => name !== "own").map((name) => html`<p class="wrong">${msg(`network-${name}-wrong`)}</p>`)}
      ${misfit ? html`<p class="wrong">${msg(`network-misfit-${misfit}`, { loss: setting.loss })}</p>` : nothing}
      ${session.failure === null ? nothing : html`<p class="wrong">${msg("network-refused", { why: session.failure })}</p>`}
    </div>
    <p class="hint">${msg("network-scheme-hint")}</p>
    ${moreSettings(session)}
  </details>`;
}

/** Samples of one's own, typed or pasted. */
function own({ changes, run, setting }: NetworkSession): TemplateResult {
  const open = (file: File) => void changes.openFile(file);
  const typed = changes.wrong.get("own");
  const found = typed === undefined ? [] : readSamples(typed);
  const problems = [...(changes.file ? [changes.file] : []), ...(Array.isArray(found) ? found : [])];
  return html`<label class="own"
      >${msg("data-text")}
      <textarea
        rows="6"
        spellcheck="false"
        autocomplete="off"
        aria-invalid=${typed === undefined ? "false" : "true"}
        aria-describedby="own-wrong"
        @dragover=${(event: DragEvent) => event.dataTransfer?.types.includes("Files") && event.preventDefault()}
        @drop=${(event: DragEvent) => takeDropped(event, open)}
        .value=${live(typed ?? writeSamples(allOf(run.origin), setting.features))}
        @change=${(event: Event) => changes.useOwn((event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </label>
    ${fileButton(open)}
    <p class="hint">${msg("network-own-hint")}</p>
    <div id="own-wrong" role="alert">
      ${problems.map(({ id, args }) => html`<p class="wrong">${msg(id, args)}</p>`)}
      ${problems.length === 0 ? nothing : html`<p class="hint">${msg("data-kept")}</p>`}
    </div>`;
}

/** 0 for all. One that a link asks for is among them. */
function batches(count: number, chosen: number): string[] {
  const sizes = new Set([...BATCHES, chosen].filter((size) => size > 0 && size < count));
  return ["0", ...[...sizes].toSorted((a, b) => a - b).map(String)];
}
const BATCHES = [1, 2, 3, 4, 5, 8, 10, 16, 32];

function field(session: NetworkSession, name: "hidden" | "rate", value: string): TemplateResult {
  const { wrong } = session.changes;
  return html`<label
    >${msg(`network-${name}`)}
    <input
      type="text"
      autocomplete="off"
      .value=${live(wrong.get(name) ?? value)}
      aria-invalid=${wrong.has(name) ? "true" : "false"}
      aria-describedby="wrong"
      title=${name === "hidden" ? msg("network-hidden-hint") : nothing}
      @change=${(event: Event) => session.changes.type(name, (event.target as HTMLInputElement).value)}
    />
  </label>`;
}

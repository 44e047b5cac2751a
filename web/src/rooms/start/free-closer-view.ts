/** "Look closer" as it is seen: every layer at the update shown, one of them over all updates, and how far its units are apart. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/layer-details.js";
import "../../components/layer-strip.js";
import { msg } from "../../locales/index.js";
import { endsOf } from "../../scene/histogram.js";
import { KINDS, scaleOf } from "./free-closer.js";
import type { SchemeRuns } from "./free-runs.js";
import type { FreeSession } from "./free-session.js";
import { unitMatrix } from "./unit-matrix.js";

export function freeCloser(session: FreeSession): TemplateResult {
  const { closer, setting } = session;
  const [low, high] = endsOf(scaleOf(closer.kind, setting.activation));
  return html`<details
    @toggle=${(event: Event) => closer.open((event.target as HTMLDetailsElement).open)}
  >
    <summary>${msg("start-closer")}</summary>
    <p class="hint">
      ${msg("start-free-closer", { seed: String(setting.seed) })} ${msg("start-free-saturated")}
      ${msg("start-free-bins", { low, high })}
    </p>
    <div class="row">
      <label
        >${msg("start-free-kind")}
        <select
          @change=${(event: Event) => {
            const kind = KINDS[(event.target as HTMLSelectElement).selectedIndex];
            if (kind) closer.choose({ kind });
          }}
        >
          ${KINDS.map((kind) => html`<option ?selected=${kind === closer.kind}>${msg(`start-${kind}`)}</option>`)}
        </select>
      </label>
      <label
        >${msg("start-free-layer")}
        <select
          @change=${(event: Event) => closer.choose({ layer: 1 + (event.target as HTMLSelectElement).selectedIndex })}
        >
          ${[...setting.widths, 0].map((_, i) => html`<option ?selected=${i + 1 === closer.layer}>${i + 1}</option>`)}
        </select>
      </label>
    </div>
    <p class="hint" role="status">${closer.isLooking ? msg("start-free-looking") : ""}</p>
    <div class="closer">${session.runs.map((runs) => section(session, runs))}</div>
  </details>`;
}

function section(session: FreeSession, runs: SchemeRuns): TemplateResult {
  const { closer, setting } = session;
  const { kind, layer } = closer;
  const run = msg(`start-scheme-${runs.scheme}`);
  const scale = scaleOf(kind, setting.activation);
  const strip = closer.strips.get(runs.scheme);
  const frame = session.frameOf(runs);
  return html`<section>
    <h3>${run}</h3>
    <layer-strip
      label=${msg("start-free-strip", { run, layer: String(layer) })}
      .updates=${strip?.updates ?? []}
      .counts=${strip?.counts ?? []}
      .at=${session.player.update}
      .scale=${scale}
      kind=${kind}
    ></layer-strip>
    <layer-details
      label=${msg("start-layers-of", { run })}
      .frame=${frame}
      .range=${scale}
      .histograms=${closer.now.get(runs.scheme) ?? []}
      kind=${kind}
    ></layer-details>
    ${frame.layers ? unitMatrix(frame.layers, layer, frame.distinct_units?.[layer - 1] ?? 0) : nothing}
  </section>`;
}

/** What most leave as it is: what the optimiser is set to, the schedule of the learning rate, penalties, the order of samples. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import "../../components/number-field.js";
import type { TrainingTables } from "../../engine/protocol.js";
import { msg } from "../../locales/index.js";
import { FEATURE_LABELS, FEATURED_INPUTS, FEATURES, type FeatureName } from "./features.js";
import { select } from "./select.js";
import type { NetworkSession } from "./session.js";
import { DATA_AMOUNTS, type DataAmount } from "./setting.js";
import { isDrawn } from "./tasks.js";
import { AMOUNTS, type AmountName, factorFor, OPTIMIZERS, SCHEDULES, type ScheduleName } from "./training.js";

export function moreSettings(session: NetworkSession): TemplateResult {
  const { setting, changes, run } = session;
  const { optimizer, schedule } = setting;
  const { optimizers, schedules } = tablesOf(session);
  const fields = (names: readonly AmountName[]) => names.map((name) => field(session, name));
  return html`<details class="more" ?open=${session.showsMore} @toggle=${(event: Event) => (session.showsMore = (event.target as HTMLDetailsElement).open)}>
    <summary>${msg("network-more-settings")}</summary>
    ${samplesOf(session)}
    <p class="code">${formulaOf(optimizers, optimizer)}</p>
    <div class="row">${fields(OPTIMIZERS[optimizer])} ${fields(["l1", "l2"])}</div>
    <p class="hint">${msg("network-penalty-hint")}</p>
    <div class="row">
      ${select(
        msg("network-schedule"),
        Object.keys(SCHEDULES),
        schedule,
        (name) => msg(`network-schedule-${name}`),
        (name) => changes.adjust({ schedule: name as ScheduleName, factor: factorFor(name as ScheduleName) }),
      )}
      ${fields([...SCHEDULES[schedule], "warm_up"])}
      ${
        run.batches > 1
          ? html`<label class="check"
              ><input type="checkbox" .checked=${live(setting.shuffle)} @change=${() => changes.adjust({ shuffle: !setting.shuffle })} />${msg("network-shuffle")}</label
            >`
          : nothing
      }
    </div>
    ${schedule === "constant" ? nothing : html`<p class="code">η × ${formulaOf(schedules, schedule)}</p>`}
    <p class="hint">${msg("network-anew-hint")}</p>
  </details>`;
}

/** Those that are written down are as they are. */
function samplesOf(session: NetworkSession): TemplateResult | typeof nothing {
  const { setting, changes } = session;
  const drawn: DataAmount[] = isDrawn(setting.task) ? ["count", "noise"] : [];
  if (drawn.length === 0 && setting.task !== "own") return features(session);
  const fields = [...drawn, "test" as const].map((name) => {
    const { least, most, whole } = DATA_AMOUNTS[name];
    return html`<number-field
      label=${msg(`network-amount-${name}`)}
      .value=${setting[name]}
      .least=${least}
      .most=${most}
      ?whole=${whole}
      @number-change=${({ detail }: CustomEvent<{ number: number }>) => changes.redraw({ [name]: detail.number })}
    ></number-field>`;
  });
  return html`<div class="row">${fields}</div>
    <p class="hint">${msg(drawn.length === 0 ? "network-test-own-hint" : "network-test-hint")}</p>
    ${features(session)}`;
}

function features({ setting, changes }: NetworkSession): TemplateResult | typeof nothing {
  const { sizes, features: chosen } = setting;
  if ((sizes[0] ?? 0) - chosen.length !== FEATURED_INPUTS) return nothing;
  const toggled = (name: FeatureName) => FEATURES.filter((known) => chosen.includes(known) !== (known === name));
  return html`<fieldset class="row">
    <legend>${msg("network-features")}</legend>
    ${FEATURES.map(
      (name) => html`<label class="check"
        ><input type="checkbox" .checked=${live(chosen.includes(name))} @change=${() => changes.feature(toggled(name))} />${FEATURE_LABELS[name]}</label
      >`,
    )}
  </fieldset>`;
}

function field({ setting, changes }: NetworkSession, name: AmountName): TemplateResult {
  const { least, most, ...kinds } = AMOUNTS[name];
  const is = (kind: string) => Object.hasOwn(kinds, kind);
  return html`<number-field
    label=${msg(`network-amount-${name}`)}
    .value=${setting[name]}
    .least=${least}
    .most=${most}
    ?whole=${is("whole")}
    ?above=${is("above")}
    ?below=${is("below")}
    @number-change=${({ detail }: CustomEvent<{ number: number }>) => changes.adjust({ [name]: detail.number })}
  ></number-field>`;
}

/** The engine's own formulas. */
function tablesOf({ engine }: NetworkSession): TrainingTables {
  tables ??= engine.describe().training;
  return tables;
}
let tables: TrainingTables | null = null;

function formulaOf(entries: readonly { name: string; formula: string }[], name: string): string {
  return (entries.find((entry) => entry.name === name)?.formula ?? "").replaceAll("-", "−");
}

/** What the panel beside or below the circuit shows: Why, Code and Check. */
import { html, nothing, type TemplateResult } from "lit";
import { IS_SITE } from "../../product.js";
import type { CircuitState } from "../../scene/model.js";
import type { GradCircuit } from "../grad-circuit.js";
import type { Session } from "./session.js";
import "../../components/check-panel.js";
import "../../components/code-panel.js";
import "../../components/tab-panel.js";
import "../../components/why-panel.js";

export function panel(host: GradCircuit, session: Session, state: CircuitState | null): TemplateResult {
  const { tab } = session;
  const form = { phone: "sheet", below: "below", beside: "column" }[host.form];
  return html`<tab-panel .open=${tab} .form=${form}>
    ${tab === "why" ? why(session, state) : nothing}
    ${tab === "code" ? code(host, session, state) : nothing}
    ${tab === "check" ? check(session) : nothing}
  </tab-panel>`;
}

function why(session: Session, state: CircuitState | null): TemplateResult {
  const { workbench, ops, explanation } = session;
  const dependence =
    IS_SITE && workbench
      ? html`<jacobian-view
          .explanation=${explanation}
          .dependence=${workbench.dependence}
          .jacobian=${workbench.jacobian}
          .layout=${session.layout}
        ></jacobian-view>`
      : nothing;
  return html`<div slot="why">
    <why-panel
      .state=${state}
      .key=${session.asked}
      .ops=${ops}
      .derivative=${workbench?.derivative ?? null}
      .order=${workbench?.order ?? 1}
    ></why-panel>
    ${IS_SITE && session.plots?.shown ? plots(session, state) : nothing} ${dependence}
  </div>`;
}

/** Drawn by what loads with the engine that samples them. */
function plots({ plots, explanation }: Session, state: CircuitState | null): TemplateResult {
  return html`<input-plots .explanation=${explanation} .plots=${plots?.shown} .covered=${state?.covered}></input-plots>`;
}

/** On the site also at every step width, below the table. */
function check(session: Session): TemplateResult {
  const { workbench, explanation } = session;
  if (!IS_SITE || !workbench) return html`<check-panel slot="check" .explanation=${explanation}></check-panel>`;
  const { bugs, forward, circuit } = session;
  const answer = workbench.explanation;
  const report = answer?.check_sweep ?? null;
  return html`<div slot="check">
    <check-panel .explanation=${explanation} .report=${report} .chosen=${workbench.checkOf}>
      <sweep-plot .explanation=${explanation} .report=${report} ?failed=${workbench.failed}></sweep-plot>
      <bug-panel
        .explanation=${explanation}
        .bugs=${answer?.bugs ?? null}
        .examined=${answer?.examined ?? null}
        .game=${bugs?.game}
        ?failed=${bugs?.failed ?? workbench.failed}
        ?crowded=${(answer?.notes ?? []).some(({ code }) => code === "check_left_out")}
      ></bug-panel>
    </check-panel>
    <forward-panel
      .explanation=${explanation}
      .cost=${answer?.cost ?? null}
      .chosen=${forward?.chosen ?? null}
      ?on=${circuit.forward !== null}
      ?failed=${forward?.failed || workbench.failed}
    ></forward-panel>
  </div>`;
}

/** On the site the program in other languages too, around the program itself. */
function code(host: GradCircuit, session: Session, state: CircuitState | null): TemplateResult {
  const { workbench, circuit, explanation } = session;
  const program = (slot: string) => html`<code-panel
    slot=${slot}
    .program=${circuit.document.program}
    .explanation=${explanation}
    .linked=${state?.linked ?? null}
    ?paperless=${host.embedded}
  ></code-panel>`;
  if (!IS_SITE || !workbench) return program("code");
  return html`<generated-code
    slot="code"
    .explanation=${workbench.explanation}
    .view=${workbench.codeView}
    .layout=${session.layout}
    .step=${explanation?.steps?.[Math.ceil(session.time) - 1] ?? null}
    .linked=${state?.linked ?? null}
    .gaps=${workbench.worksheet.gaps}
    .states=${workbench.worksheet.states}
    ?failed=${workbench.failed}
    >${program("")}</generated-code
  >`;
}

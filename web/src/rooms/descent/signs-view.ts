/** The fifth part as it is seen. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/bet-choice.js";
import "../../components/line-chart.js";
import { numberTable } from "../../components/number-table.js";
import { msg } from "../../locales/index.js";
import { exactText, updateEquation } from "../../scene/landing.js";
import { formatDigits, formatNumber } from "../../scene/numbers.js";
import { QUESTION_NAMES, QUESTIONS, type Question, RATES, type Signs, TARGET, type Trace, UPDATES } from "./signs.js";

const SHOWN: Record<Question, (signs: Signs) => TemplateResult> = { update, sign, output };

export function signsView(signs: Signs): TemplateResult {
  return html`<p class="ask">${msg("descent-signs-ask")}</p>
    ${QUESTION_NAMES.map((name) => question(signs, name))}
    <div class="actions"><button class="quiet" @click=${() => signs.again()}>${msg("descent-again")}</button></div>`;
}

function question(signs: Signs, name: Question): TemplateResult {
  const { options, right } = QUESTIONS[name];
  const bet = signs.bets[name] ?? null;
  return html`<section>
    <h3>${msg(`descent-${name}`)}</h3>
    <p><code>${msg(`descent-${name}-program`)}</code></p>
    <bet-choice
      question=${msg(`descent-${name}-question`, { rate: formatNumber(RATES[name]), updates: String(UPDATES[name]) })}
      .options=${options.map((option) => ({ name: option, text: msg(`descent-${name}-${option}`) }))}
      .bet=${bet}
      @bet-place=${({ detail }: CustomEvent) => signs.place(name, detail.bet)}
    ></bet-choice>
    <div class="said" role="status">
      ${bet === null ? nothing : html`<p><strong>${msg(bet === right ? "descent-yes" : "descent-no")}</strong> ${msg(`descent-${name}-because-${bet}`)}</p>`}
    </div>
    ${bet === null ? nothing : SHOWN[name](signs)}
  </section>`;
}

/** The first update of w1, and what all three come to. */
function update({ linear }: Signs): TemplateResult {
  const [from, to] = linear;
  const [w, slope, landed] = [from?.parameters.w1 ?? 0, from?.gradients.w1 ?? 0, to?.parameters.w1 ?? 0];
  return html`<p class="equation">w1 − η × <span class="backward">∂L/∂w1</span> = <strong>${updateEquation({ w, slope, landed, rate: RATES.update })}</strong></p>
    ${table(linear, ["w1", "w2", "b"], "L")}`;
}

function sign({ logistic: { right, wrong } }: Signs): TemplateResult {
  const points = (trace: Trace[]) => trace.map(({ update, loss }) => ({ x: update, y: loss }));
  return html`<line-chart
      label=${msg("descent-sign")}
      .series=${[
        { name: msg("descent-sign-with-right"), points: points(right) },
        { name: msg("descent-sign-with-wrong"), points: points(wrong) },
      ]}
      .xAxis=${{ title: msg("descent-updates") }}
      .yAxis=${{ title: msg("descent-loss") }}
    ></line-chart>
    <p>${msg("descent-sign-gradient", { gradient: formatDigits(right[0]?.gradients.w1 ?? 0, 4) })}</p>`;
}

function output(signs: Signs): TemplateResult {
  const { itself, byLoss } = signs.outputs;
  const points = (trace: Trace[]) => trace.map(({ update, loss }) => ({ x: update, y: loss }));
  const last = (trace: Trace[]) => formatDigits(trace.at(-1)?.loss ?? Number.NaN, 3);
  return html`<line-chart
      label=${msg("descent-output")}
      .series=${[
        { name: msg("descent-output-itself"), points: points(itself) },
        { name: msg("descent-output-by-loss"), points: points(byLoss) },
      ]}
      .xAxis=${{ title: msg("descent-updates") }}
      .yAxis=${{ title: "f", range: [0, 1] }}
    ></line-chart>
    <p>${msg("descent-output-ends", { itself: last(itself), byLoss: last(byLoss), target: formatNumber(TARGET) })}</p>`;
}

function table(trace: readonly Trace[], names: readonly string[], loss: string): TemplateResult {
  return numberTable(
    msg("descent-updates"),
    [msg("descent-updates"), ...names, loss],
    trace.map((one) => [
      one.update,
      ...names.map((name) => exactText(one.parameters[name] ?? Number.NaN)),
      exactText(one.loss),
    ]),
  );
}

/** Planting a bug, and looking for it: gate by gate from the output backward, what was used beside what was measured. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Bug, Explanation, LocalCheck, NodeId } from "../engine/protocol.js";
import { LocaleController, msg } from "../locales/index.js";
import { nodeName } from "../scene/names.js";
import { formatNumber } from "../scene/numbers.js";
import { bugStyles } from "./bug-panel.css.js";
import { bugWords, gateTitle } from "./bug-words.js";
import { controls } from "./controls.css.js";
import { LinkedWordsController } from "./linked-words.js";

export type BugCommand =
  | { do: "plant"; bug: Pick<Bug, "rule" | "node"> }
  | { do: "surprise"; number: number }
  | { do: "choose"; isOn: boolean }
  | { do: "accuse"; isOn: boolean }
  | { do: "next" | "rest" | "remove" };

export interface BugEvents {
  "bug-command": BugCommand;
}

/** How far somebody has come who looks for a bug. */
export interface Game {
  /** Nobody was told what it is. */
  isSecret: boolean;
  /** The number that brought it, if one did. */
  number: number | null;
  /** Gates that have been compared. */
  compared: number;
  /** The next gate that is chosen is the suspect. */
  isAccusing: boolean;
  accused: { node: NodeId; isRight: boolean } | null;
}

export class BugPanel extends LitElement {
  static override properties = {
    explanation: { attribute: false },
    bugs: { attribute: false },
    examined: { attribute: false },
    game: { attribute: false },
    failed: { type: Boolean },
    crowded: { type: Boolean },
  };
  /** Under the bug, if there is one. */
  declare explanation: Explanation | null;
  /** What can be planted; null while that is not known. */
  declare bugs: readonly Bug[] | null;
  /** Every gate of the pass, measured; null while that is not known. */
  declare examined: readonly LocalCheck[] | null;
  declare game: Game;
  declare failed: boolean;
  /** The circuit is too large to try every bug. */
  declare crowded: boolean;
  #isPlanting = false;
  #hadFocus = false;

  constructor() {
    super();
    this.explanation = null;
    this.bugs = null;
    this.examined = null;
    this.game = { isSecret: false, number: null, compared: 0, isAccusing: false, accused: null };
    this.failed = false;
    this.crowded = false;
    new LocaleController(this);
    new LinkedWordsController(this);
  }

  static override styles = [controls, bugStyles];

  protected override render(): TemplateResult | typeof nothing {
    const { explanation } = this;
    if (explanation === null) return nothing;
    const { bug } = explanation;
    return html`<section aria-labelledby="title">
      <h3 id="title" tabindex="-1">${msg("bug-title")}</h3>
      ${bug ? this.#search(explanation, bug) : this.#planting(explanation)}
    </section>`;
  }

  protected override willUpdate(): void {
    this.#hadFocus = this.shadowRoot?.activeElement?.matches("button") ?? false;
  }

  /** What was pressed is gone, or has done its work: the keyboard goes on from what there is to read. */
  protected override updated(changed: PropertyValues<this>): void {
    const { activeElement } = this.shadowRoot ?? {};
    const isLost = this.#hadFocus && (!activeElement || activeElement.matches(":disabled"));
    const isNew = this.#isPlanting && this.explanation?.bug !== undefined;
    if (isNew) this.#isPlanting = false;
    const found = this.renderRoot.querySelector<HTMLElement>(".found p");
    if (isNew || isLost) (found ?? this.renderRoot.querySelector<HTMLElement>("#title"))?.focus();
    if (changed.has("game"))
      (found ?? this.renderRoot.querySelector("ol li:last-child"))?.scrollIntoView?.({ block: "nearest" });
  }

  #send(command: BugCommand): void {
    if (command.do === "plant" || command.do === "surprise") this.#isPlanting = true;
    this.dispatchEvent(new CustomEvent("bug-command", { detail: command, bubbles: true, composed: true }));
  }

  // ---- planting

  #planting(explanation: Explanation): TemplateResult {
    return html`
      <p>${msg("bug-intro")}</p>
      <form
        class="surprise"
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          this.#surprise();
        }}
      >
        <button class="primary" type="submit">${msg("bug-surprise")}</button>
        <label>
          ${msg("bug-number")}
          <input id="number" type="number" min="1" max="9999" step="1" aria-describedby="hint" />
        </label>
        <span id="hint" class="hint">${msg("bug-number-hint")}</span>
      </form>
      <details
        @toggle=${(event: Event) =>
          this.#send({ do: "choose", isOn: (event.currentTarget as HTMLDetailsElement).open })}
      >
        <summary>${msg("bug-choose")}</summary>
        ${this.#list(explanation)}
      </details>
    `;
  }

  /** An empty field means any number. */
  #surprise(): void {
    const field = this.renderRoot.querySelector<HTMLInputElement>("#number");
    const written = Math.trunc(field?.valueAsNumber ?? Number.NaN);
    this.#send({ do: "surprise", number: written > 0 ? written : 1 + Math.floor(Math.random() * 9999) });
  }

  #list(explanation: Explanation): TemplateResult | TemplateResult[] {
    if (this.failed) return html`<p>${msg("bug-failed")}</p>`;
    if (this.crowded) return html`<p>${msg("bug-too-large")}</p>`;
    if (this.bugs === null) return html`<p role="status">${msg("bug-waiting")}</p>`;
    if (this.bugs.length === 0) return html`<p>${msg("bug-none")}</p>`;
    return byPlace(this.bugs).map((bugs) => {
      const { node, breaks } = bugs[0] as Bug;
      const title = msg(breaks === "sum" ? "bug-sum" : "bug-gate", { gate: gateTitle(explanation, node, breaks) });
      return html`<h4 data-node=${node}>${title}</h4>
        <ul>
          ${bugs.map(
            (bug) => html`<li>
              <button class="quiet" @click=${() => this.#send({ do: "plant", bug })}>${msg(`bug-rule-${bug.rule}`)}</button>
            </li>`,
          )}
        </ul>`;
    });
  }

  // ---- looking for it

  #search(explanation: Explanation, bug: Bug): TemplateResult {
    const { game, examined } = this;
    const walked = (examined ?? []).slice(0, game.compared);
    const found = walked.at(-1)?.finding === "differs" || game.accused?.isRight === true;
    const isOver = found || (examined !== null && game.compared > 0 && game.compared >= examined.length);
    return html`
      <p>${game.isSecret ? html`<strong>${caseName(game)}.</strong> ${msg("bug-case-intro")}` : bugWords(explanation, bug)}</p>
      ${isOver ? nothing : this.#tools()}
      <p class="verdict" role="status">${this.#verdict(explanation)}</p>
      ${walked.length > 0 ? this.#walk(explanation, walked) : nothing}
      <div class="found" role="status">
        ${found ? html`<p tabindex="-1">${foundWords(explanation, bug)}</p><p class="hint">${msg("bug-practice")}</p>` : isOver ? html`<p tabindex="-1">${msg("bug-unseen")}</p>` : nothing}
      </div>
    `;
  }

  #tools(): TemplateResult {
    const { game, examined } = this;
    return html`<p class="hint">${msg("bug-find-intro")}</p>
      <div class="tools">
        <button class="primary" ?disabled=${examined === null} @click=${() => this.#send({ do: "next" })}>
          ${msg(game.compared === 0 ? "bug-find" : "bug-find-next")}
        </button>
        <button ?disabled=${examined === null} @click=${() => this.#send({ do: "rest" })}>${msg("bug-find-rest")}</button>
        ${
          game.isSecret
            ? html`<button
                aria-pressed=${game.isAccusing}
                @click=${() => this.#send({ do: "accuse", isOn: !game.isAccusing })}
              >
                ${msg("bug-suspect")}
              </button>`
            : nothing
        }
      </div>`;
  }

  #verdict(explanation: Explanation): string {
    const { accused, isAccusing } = this.game;
    if (accused === null) return isAccusing ? msg("bug-suspect-hint") : "";
    const gate = gateTitle(explanation, accused.node);
    return msg(accused.isRight ? "bug-suspect-right" : "bug-suspect-wrong", { gate });
  }

  #walk(explanation: Explanation, walked: readonly LocalCheck[]): TemplateResult {
    return html`<ol aria-label=${msg("bug-walk")}>
      ${walked.map((check) => {
        const isWrong = check.finding === "differs";
        return html`<li data-node=${check.node} class=${isWrong ? "wrong" : ""}>
          <span class="mark" aria-hidden="true">${isWrong ? "✗" : check.finding === "agrees" ? "✓" : "–"}</span>
          <span>${placeWords(explanation, check)}: <span class="numbers">${comparison(check)}</span></span>
        </li>`;
      })}
    </ol>`;
  }
}

/** They come node by node, those of its sum together. */
function byPlace(bugs: readonly Bug[]): Bug[][] {
  const places: Bug[][] = [];
  for (const bug of bugs) {
    const last = places.at(-1);
    if (last?.[0]?.node === bug.node && last[0].breaks === bug.breaks) last.push(bug);
    else places.push([bug]);
  }
  return places;
}

function caseName({ number }: Game): string {
  return number === null ? msg("bug-case-shared") : msg("bug-case", { number: String(number) });
}

function foundWords(explanation: Explanation, bug: Bug): string {
  const gate = gateTitle(explanation, bug.node, bug.breaks);
  return msg(`bug-found-${bug.breaks}`, { gate, rule: msg(`bug-rule-${bug.rule}`) });
}

function placeWords(explanation: Explanation, { node, input }: LocalCheck): string {
  if (input === undefined) return msg("bug-total", { gate: nodeName(explanation, node) });
  const operand = explanation.graph.nodes[node]?.inputs[input] ?? node;
  return msg("bug-edge", { gate: gateTitle(explanation, node), operand: nodeName(explanation, operand) });
}

function comparison({ finding, used, measured, input }: LocalCheck): string {
  if (finding === "corner" || finding === "jump") return msg("bug-corner");
  if (finding === "not_finite") return msg("bug-not-finite");
  const numbers = { used: formatNumber(used), measured: formatNumber(measured) };
  return msg(input === undefined ? "bug-sum-agrees" : "bug-agrees", numbers);
}
customElements.define("bug-panel", BugPanel);

declare global {
  interface HTMLElementTagNameMap {
    "bug-panel": BugPanel;
  }
}

/** <net-stages>: what is done for one update, a button a stage, and the next one. */
import { css, html, LitElement, type TemplateResult } from "lit";
import { LocaleController, msg } from "../locales/index.js";
import type { NetStage } from "../scene/net.js";
import { controls } from "./controls.css.js";
import * as icons from "./icons.js";

export interface NetStagesEvents {
  "stage-change": { stage: number };
  "stage-next": undefined;
  "stage-back": undefined;
}

export class NetStages extends LitElement {
  static override properties = {
    stages: { attribute: false },
    done: { attribute: false },
    allowed: { attribute: false },
    first: { type: Boolean },
  };
  declare stages: readonly NetStage[];
  /** How many are done. */
  declare done: number;
  /** How many may be. */
  declare allowed: number;
  /** Whether nothing lies before. */
  declare first: boolean;

  constructor() {
    super();
    this.stages = [];
    this.done = 0;
    this.allowed = Number.POSITIVE_INFINITY;
    this.first = false;
    new LocaleController(this);
  }

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
      }
      ol {
        flex: 1 1 280px;
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        flex: 1 1 auto;
      }
      li button {
        inline-size: 100%;
        min-block-size: 36px;
        padding: 0 8px;
        font-size: 13px;
        border-block-end: 3px solid var(--line);
      }
      .done.forward {
        border-block-end-color: var(--forward);
      }
      .done.backward {
        border-block-end-color: var(--backward);
      }
      .done.update {
        border-block-end-color: var(--ink);
      }
      [aria-current="step"] {
        font-weight: 600;
        border-color: var(--ink);
      }
      [aria-current="step"].forward {
        background: var(--forward-tint);
      }
      [aria-current="step"].backward {
        background: var(--backward-tint);
      }
      .go {
        display: flex;
        gap: 4px;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { stages, done, allowed } = this;
    const next = stages[done];
    return html`<div class="go">
        <button class="icon quiet" aria-label=${msg("network-back")} title=${msg("network-back")} ?disabled=${this.first && done === 0} @click=${() => this.#send("stage-back")}>
          ${icons.back}
        </button>
        <button class="primary next" ?disabled=${done >= allowed} @click=${() => this.#send("stage-next")}>
          ${next ? msg("network-next", { stage: nameOf(next) }) : msg("network-next-update")}
        </button>
      </div>
      <ol aria-label=${msg("network-stages")}>
        ${stages.map(
          (stage, i) => html`<li>
            <button
              class="${i < done ? "done" : ""} ${stage.phase === "loss" ? "forward" : stage.phase}"
              aria-current=${i === done - 1 ? "step" : "false"}
              ?disabled=${i >= allowed}
              @click=${() => this.#send("stage-change", { stage: i + 1 })}
            >
              ${nameOf(stage)}
            </button>
          </li>`,
        )}
      </ol>`;
  }

  /** The last stage that is allowed disables its button; the focus stays beside it. */
  protected override updated(): void {
    const { activeElement } = this.renderRoot as ShadowRoot;
    if (activeElement?.matches(":disabled"))
      this.renderRoot.querySelector<HTMLElement>("button:not(:disabled)")?.focus();
  }

  focusNext(): void {
    this.renderRoot.querySelector<HTMLElement>("button.next")?.focus();
  }

  #send(name: keyof NetStagesEvents, detail?: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

function nameOf({ phase, layer }: NetStage): string {
  return msg(`network-stage-${phase}`, { layer: String(layer ?? "") });
}
customElements.define("net-stages", NetStages);

declare global {
  interface HTMLElementTagNameMap {
    "net-stages": NetStages;
  }
}

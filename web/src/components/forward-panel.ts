/** Forward mode on the Check tab: what all gradients cost in either mode, and the way to play one pass of it. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import type { EntryOf, Explanation, Jacobian, ModeCost } from "../engine/protocol.js";
import { LocaleController, msg } from "../locales/index.js";
import { entryName } from "../scene/entries.js";
import { controls } from "./controls.css.js";

/** A longer list of entries nobody reads; the link reaches the others. */
const MOST_ENTRIES = 200;

export interface ForwardEvents {
  "forward-choose": { along: EntryOf };
  "forward-play": { along: EntryOf };
  "forward-end": object;
}

export class ForwardPanel extends LitElement {
  static override properties = {
    explanation: { attribute: false },
    cost: { attribute: false },
    chosen: { attribute: false },
    on: { type: Boolean },
    failed: { type: Boolean },
  };
  declare explanation: Explanation | null;
  /** Null until it is counted. */
  declare cost: Record<Jacobian["mode"], ModeCost> | null;
  /** What would move, or does. */
  declare chosen: EntryOf | null;
  /** Whether forward mode is what the picture shows. */
  declare on: boolean;
  declare failed: boolean;

  constructor() {
    super();
    this.explanation = null;
    this.cost = null;
    this.chosen = null;
    this.on = false;
    this.failed = false;
    new LocaleController(this);
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        margin-block-start: 24px;
        border-block-start: 1px solid var(--line);
      }
      h2 {
        margin: 16px 0 8px;
        font-size: 18px;
        line-height: 24px;
        font-weight: 600;
      }
      p {
        margin: 0 0 12px;
        max-inline-size: 62ch;
      }
      .count {
        font-weight: 600;
        font-variant-numeric: tabular-nums;
      }
      small {
        display: block;
        margin-block-end: 12px;
        font-size: 13px;
        line-height: 18px;
        color: var(--secondary);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 8px 12px;
      }
      label {
        display: grid;
        gap: 4px;
        font-size: 13px;
        color: var(--secondary);
      }
      select {
        min-inline-size: 88px;
        min-block-size: 44px;
        padding: 0 8px;
        font-size: 16px;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { explanation, chosen } = this;
    return html`<section aria-labelledby="title">
      <h2 id="title">${msg("forward-title")}</h2>
      <p>${msg("forward-intro")}</p>
      ${explanation === null || chosen === null ? html`<p>${msg("forward-none")}</p>` : this.#choice(explanation, chosen)}
    </section>`;
  }

  #choice(explanation: Explanation, chosen: EntryOf): TemplateResult {
    const play = msg(this.on ? "forward-again" : "forward-play");
    return html`${this.#count(explanation)}
      <div class="row">
        <label>
          ${msg("forward-choose")}
          <select @change=${this.#chose}>
            ${entriesOf(explanation).map(
              ({ name, ...entry }) => html`<option value=${JSON.stringify(entry)} .selected=${isSame(entry, chosen)}>
                ${name}
              </option>`,
            )}
          </select>
        </label>
        <button class="primary" @click=${() => this.#send("forward-play", { along: chosen })}>${play}</button>
        ${this.on ? html`<button @click=${() => this.#send("forward-end", {})}>${msg("forward-back")}</button>` : nothing}
      </div>
      ${this.failed ? html`<p role="alert">${msg("forward-failed")}</p>` : nothing}`;
  }

  /** What all gradients cost in either mode. */
  #count({ inputs }: Explanation): TemplateResult {
    if (this.cost === null) return html`<p role="status">${this.failed ? "" : msg("forward-counting")}</p>`;
    const { forward, reverse } = this.cost;
    const count = msg("forward-count", {
      gradients: inputs.flatMap(({ gradient }) => (gradient === null ? [] : [gradient].flat(2))).length,
      reversePasses: reverse.passes,
      reverse: reverse.multiplications,
      forwardPasses: forward.passes,
      forward: forward.multiplications,
    });
    return html`<p class="count">${count}</p>
      ${forward.passes > 1 ? html`<small>${msg("forward-zeros")}</small>` : nothing}`;
  }

  #chose(event: Event): void {
    this.#send("forward-choose", { along: JSON.parse((event.target as HTMLSelectElement).value) });
  }

  #send<Name extends keyof ForwardEvents>(name: Name, detail: ForwardEvents[Name]): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

function entriesOf({ inputs }: Explanation): (EntryOf & { name: string })[] {
  return inputs
    .flatMap((input) =>
      [input.value].flat(2).map((_, entry) => ({ input: input.name, entry, name: entryName(input, entry) })),
    )
    .slice(0, MOST_ENTRIES);
}

function isSame(a: EntryOf, b: EntryOf): boolean {
  return a.input === b.input && a.entry === b.entry;
}
customElements.define("forward-panel", ForwardPanel);

declare global {
  interface HTMLElementTagNameMap {
    "forward-panel": ForwardPanel;
  }
}

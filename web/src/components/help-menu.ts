/** The ? menu: the first minute once more, and the keys. */
import { css, html, LitElement, type TemplateResult } from "lit";
import { LocaleController, msg } from "../locales/index.js";
import { controls } from "./controls.css.js";
import * as icons from "./icons.js";
import "./pop-menu.js";

const KEYS: readonly (readonly [id: string, keys: readonly string[]])[] = [
  ["room-keys-step", [".", ","]],
  ["room-keys-gate", ["PageDown", "PageUp"]],
  ["room-keys-ends", ["Home", "End"]],
  ["room-keys-play", ["Space"]],
  ["room-keys-cover", ["C"]],
  ["room-keys-projector", ["P"]],
  ["room-keys-picture", ["←", "→", "↑", "↓"]],
];

export class HelpMenu extends LitElement {
  constructor() {
    super();
    new LocaleController(this);
  }

  static override styles = [
    controls,
    css`
      .help {
        display: grid;
        gap: 12px;
        padding: 8px;
        inline-size: min(360px, 80vw);
      }
      h2 {
        margin: 0;
        font-size: 13px;
        font-weight: 400;
        color: var(--secondary);
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 8px 16px;
        margin: 0;
      }
      dt,
      dd {
        margin: 0;
      }
      kbd {
        font: 13px/20px ui-monospace, monospace;
        border: 1px solid var(--line);
        border-radius: 4px;
        padding: 1px 6px;
        margin-inline-end: 4px;
        white-space: nowrap;
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`<pop-menu compact label=${msg("room-help")}>
      <span slot="icon">${icons.help}</span>
      <div class="help">
        <button data-closes @click=${this.#again}>${msg("room-again")}</button>
        <h2>${msg("room-keys")}</h2>
        <dl>
          ${KEYS.map(
            ([id, keys]) => html`<dt>${keys.map((key) => html`<kbd>${key}</kbd>`)}</dt>
              <dd>${msg(id)}</dd>`,
          )}
        </dl>
      </div>
    </pop-menu>`;
  }

  #again(): void {
    this.dispatchEvent(new CustomEvent("guide-again", { bubbles: true, composed: true }));
  }
}
customElements.define("help-menu", HelpMenu);

/** Theme, colours, language, speech and the projector. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { LocaleController, msg } from "../locales/index.js";
import type { Settings } from "../state/settings.js";
import { controls } from "./controls.css.js";
import * as icons from "./icons.js";
import "./pop-menu.js";

export interface SettingsEvents {
  "settings-change": { settings: Settings };
}

export class SettingsMenu extends LitElement {
  static override properties = {
    settings: { attribute: false },
    languages: { attribute: false },
    general: { type: Boolean },
  };
  declare settings: Settings | null;
  /** Language tags with their own names. */
  declare languages: readonly (readonly [tag: string, name: string])[];
  /** Only what every room has, not what belongs to a circuit. */
  declare general: boolean;

  constructor() {
    super();
    this.settings = null;
    this.languages = [];
    this.general = false;
    new LocaleController(this);
  }

  static override styles = [
    controls,
    css`
      .settings {
        display: grid;
        gap: 16px;
        padding: 8px;
        min-inline-size: 240px;
      }
      fieldset {
        border: 0;
        margin: 0;
        padding: 0;
      }
      legend,
      .label {
        padding: 0;
        font-size: 13px;
        color: var(--secondary);
        margin-block-end: 4px;
      }
      .choices {
        display: flex;
        gap: 4px;
      }
      .choices button {
        flex: 1;
      }
      label {
        display: flex;
        align-items: center;
        gap: 8px;
        min-block-size: 36px;
        cursor: pointer;
      }
      input[type="checkbox"] {
        inline-size: 20px;
        block-size: 20px;
        margin: 0;
        accent-color: var(--ink);
      }
      select {
        inline-size: 100%;
      }
      kbd {
        font: 13px ui-monospace, monospace;
        border: 1px solid var(--line);
        border-radius: 4px;
        padding: 0 6px;
      }
    `,
  ];

  protected override render(): TemplateResult | typeof nothing {
    if (!this.settings) return nothing;
    const { theme, speech, classic, language } = this.settings;
    return html`<pop-menu compact label=${msg("room-settings")}>
      <span slot="icon">${icons.settings}</span>
      <div class="settings">
        ${this.#choice("theme", ["auto", "light", "dark"], theme)}
        <label>
          <input
            type="checkbox"
            .checked=${classic}
            @change=${(event: Event) => this.#set({ classic: (event.target as HTMLInputElement).checked })}
          />
          ${msg("room-classic")}
        </label>
        ${this.languages.length > 1 ? this.#language(language) : nothing}
        ${this.general ? nothing : this.#circuit(speech)}
      </div>
    </pop-menu>`;
  }

  #circuit(speech: Settings["speech"]): TemplateResult {
    return html`${this.#choice("speech", ["short", "full"], speech)}
      <button data-closes @click=${this.#projector}>${msg("room-projector")} <kbd>P</kbd></button>`;
  }

  #choice<K extends "theme" | "speech">(setting: K, values: Settings[K][], chosen: Settings[K]): TemplateResult {
    return html`<fieldset>
      <legend>${msg(`room-${setting}`)}</legend>
      <div class="choices">
        ${values.map(
          (value) => html`<button
            aria-pressed=${value === chosen}
            @click=${() => this.#set({ [setting]: value })}
          >
            ${msg(`room-${setting}-${value}`)}
          </button>`,
        )}
      </div>
    </fieldset>`;
  }

  #language(chosen: string): TemplateResult {
    return html`<div>
      <div class="label" id="language">${msg("room-language")}</div>
      <select
        aria-labelledby="language"
        @change=${(event: Event) => this.#set({ language: (event.target as HTMLSelectElement).value })}
      >
        ${this.languages.map(([tag, name]) => html`<option value=${tag} ?selected=${tag === chosen}>${name}</option>`)}
      </select>
    </div>`;
  }

  #set(change: Partial<Settings>): void {
    const settings = { ...(this.settings as Settings), ...change };
    this.dispatchEvent(new CustomEvent("settings-change", { detail: { settings }, bubbles: true, composed: true }));
  }

  #projector(): void {
    this.dispatchEvent(new CustomEvent("projector-toggle", { bubbles: true, composed: true }));
  }
}
customElements.define("settings-menu", SettingsMenu);

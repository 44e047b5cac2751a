/**
 * <data-source>: what nets are trained on: a data set that the engine makes, or samples of one's own, pasted, typed or dropped as a file.
 * It keeps nothing but what is being typed; `data-change` says what is wanted, and state/data-choice.ts what becomes of it.
 */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { hasMessage, LocaleController, msg } from "../locales/index.js";
import type { Samples } from "../scene/samples.js";
import type { DataProblem } from "../state/csv.js";
import type { DataChange, DataChoice, DataSet, MadeData, UsedData } from "../state/data-choice.js";
import { controls } from "./controls.css.js";
import { fileButton, fileStyles, readFile, takeDropped } from "./data-file.js";
import { dataStyles } from "./data-source.css.js";
import "./number-field.js";
import "./sample-view.js";

export interface DataSourceEvents {
  "data-change": DataChange;
}

const LARGEST_SEED = 9999;

export class DataSource extends LitElement {
  static override properties = {
    sets: { attribute: false },
    choice: { attribute: false },
    used: { attribute: false },
    samples: { attribute: false },
    limits: { attribute: false },
    linked: { attribute: false },
    large: {},
    draft: { state: true },
    file: { state: true },
    isOver: { state: true },
  };
  /** Those that may be chosen. */
  declare sets: readonly DataSet[];
  declare choice: DataChoice | null;
  declare used: UsedData | null;
  /** What the nets see; null while it is not there. */
  declare samples: Samples | null;
  /** Largest number of samples, noise and seed. */
  declare limits: { samples: number; noise: number; seed: number };
  /** Whether a link carries them. */
  declare linked: boolean;
  /** The name of a column of one's own that is larger than nets like; empty where there is none. */
  declare large: string;
  /** What stands in the field and has not been read; null where it has. */
  declare private draft: string | null;
  /** Why a file was not read. */
  declare private file: DataProblem | null;
  /** A file is held above the field. */
  declare private isOver: boolean;

  constructor() {
    super();
    this.sets = [];
    this.choice = null;
    this.used = null;
    this.samples = null;
    this.limits = { samples: 1000, noise: 5, seed: LARGEST_SEED };
    this.linked = true;
    this.large = "";
    this.draft = null;
    this.file = null;
    this.isOver = false;
    new LocaleController(this);
  }

  static override styles = [controls, fileStyles, dataStyles];

  protected override render(): TemplateResult | typeof nothing {
    const { choice, used, samples } = this;
    if (!choice || !used) return nothing;
    return html`<div class="choice">
        <div role="group" class="kinds" aria-label=${msg("data-kind")}>
          ${[false, true].map(
            (isOwn) => html`<button
              aria-pressed=${choice.isOwn === isOwn ? "true" : "false"}
              @click=${() => this.#change({ isOwn })}
            >
              ${msg(isOwn ? "data-own" : "data-made")}
            </button>`,
          )}
        </div>
        ${choice.isOwn ? this.#own(choice) : this.#made(choice.made)}
      </div>
      <sample-view
        .samples=${samples}
        .names=${used.names}
        .target=${used.target}
        .classes=${used.classes}
      ></sample-view>`;
  }

  #change(detail: DataChange): void {
    this.dispatchEvent(new CustomEvent("data-change", { detail, bubbles: true, composed: true }));
  }

  #made(made: MadeData): TemplateResult {
    const set = this.sets.find(({ name }) => name === made.name);
    const { samples, noise, seed } = this.limits;
    const field = (
      name: "samples" | "noise" | "seed",
      least: number,
      most: number,
      whole: boolean,
    ) => html`<number-field
      label=${msg(`data-${name}`)}
      .value=${made[name]}
      .least=${least}
      .most=${most}
      ?whole=${whole}
      @number-change=${({ detail }: CustomEvent<{ number: number }>) => this.#change({ made: { [name]: detail.number } })}
    ></number-field>`;
    return html`<label class="set"
        >${msg("data-set")}
        <select @change=${(event: Event) => this.#choose(event)}>
          ${this.sets.map(
            ({ name }) => html`<option value=${name} .selected=${live(name === made.name)}>${nameOf(name)}</option>`,
          )}
        </select>
      </label>
      <p class="hint">${set ? describe(set) : nothing}</p>
      <div class="fields">
        ${field("samples", 1, samples, true)} ${field("noise", 0, noise, false)} ${field("seed", 1, seed, true)}
        <button @click=${() => this.#change({ made: { seed: 1 + Math.floor(Math.random() * LARGEST_SEED) } })}>
          ${msg("data-new-seed")}
        </button>
      </div>`;
  }

  #choose(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.#change({ made: { name: value } });
  }

  #own({ own: { text, reading, data } }: DataChoice): TemplateResult {
    const shown = this.draft ?? text;
    const problems = [...(this.file ? [this.file] : []), ...(reading?.problems ?? [])];
    return html`<label for="text">${msg("data-text")}</label>
      <textarea
        id="text"
        class=${this.isOver ? "over" : ""}
        rows="8"
        spellcheck="false"
        autocomplete="off"
        wrap="off"
        placeholder=${msg("data-placeholder").replaceAll(" / ", "\n")}
        aria-invalid=${problems.length > 0 ? "true" : "false"}
        aria-describedby="problems how"
        .value=${live(shown)}
        @input=${this.#input}
        @change=${(event: Event) => this.#read((event.target as HTMLTextAreaElement).value)}
        @dragover=${this.#dragOver}
        @dragleave=${() => (this.isOver = false)}
        @drop=${this.#drop}
      ></textarea>
      <div id="problems" role="alert">${this.#problems(problems, reading?.more ?? 0, data !== null)}</div>
      <p class="hint" id="how">${msg("data-how")}</p>
      <div class="fields">
        ${fileButton((file) => void this.#open(file))}
        ${reading && reading.columns.length > 1 ? this.#target(reading.columns, reading.target, text) : nothing}
      </div>
      ${reading?.data && this.large ? this.#large() : nothing}
      ${data && !this.linked ? html`<p class="hint">${msg("data-not-linked")}</p>` : nothing}`;
  }

  #problems(problems: readonly DataProblem[], more: number, hasGood: boolean): TemplateResult | typeof nothing {
    if (problems.length === 0) return nothing;
    return html`<ul class="problems">
        ${problems.map(({ code, args }) => html`<li>${msg(`data-problem-${code}`, args)}</li>`)}
        ${more > 0 ? html`<li>${msg("data-more", { more })}</li>` : nothing}
      </ul>
      ${hasGood ? html`<p class="hint">${msg("data-kept")}</p>` : nothing}`;
  }

  #target(columns: readonly (string | null)[], target: number, text: string): TemplateResult {
    return html`<label class="set"
      >${msg("data-target")}
      <select
        @change=${(event: Event) => this.#change({ text, target: (event.target as HTMLSelectElement).selectedIndex })}
      >
        ${columns.map(
          (name, i) =>
            html`<option .selected=${live(i === target)}>${name ?? msg("data-column", { number: String(i + 1) })}</option>`,
        )}
      </select>
    </label>`;
  }

  #large(): TemplateResult {
    return html`<p class="hint">${msg("data-large", { column: this.large })}</p>
      <button class="standardise" @click=${() => this.#change({ isStandard: true })}>${msg("data-standardise")}</button>`;
  }

  // ---- what is typed, pasted, dropped or chosen

  /** What is pasted is read at once, what is typed when the field is left. */
  #input(event: Event): void {
    const { value } = event.target as HTMLTextAreaElement;
    if ((event as InputEvent).inputType?.startsWith("insertFrom")) this.#read(value);
    else this.draft = value;
  }

  #read(text: string): void {
    this.draft = null;
    this.file = null;
    this.#change({ text });
  }

  #dragOver(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.isOver = true;
  }

  #drop(event: DragEvent): void {
    this.isOver = false;
    takeDropped(event, (file) => void this.#open(file));
  }

  async #open(file: File): Promise<void> {
    const read = await readFile(file);
    if (typeof read === "string") this.#read(read);
    else this.file = read;
  }
}

function nameOf(set: string): string {
  const id = `data-set-${set}`;
  return hasMessage(id) ? msg(id) : set;
}

/** The engine's own English where a language has no words for it. */
function describe({ name, summary, formula }: DataSet): string {
  const id = `data-set-${name}.summary`;
  return msg("data-describe", { summary: hasMessage(id) ? msg(id) : summary, formula });
}

customElements.define("data-source", DataSource);

declare global {
  interface HTMLElementTagNameMap {
    "data-source": DataSource;
  }
}

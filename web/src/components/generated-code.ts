/**
 * The program and its gradients as code: one language of several, each line linked with what it computes. The program itself is
 * slotted. The gaps of the worksheet are fields.
 */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import type { CodeLine, Explanation, NodeId, Step, Target } from "../engine/protocol.js";
import { LocaleController, msg } from "../locales/index.js";
import type { CodeView, MatrixLayout } from "../scene/model.js";
import type { Gap, GapId, GapState, WorksheetChange } from "../state/worksheet.js";
import { controls } from "./controls.css.js";
import * as icons from "./icons.js";
import { LinkedWordsController } from "./linked-words.js";
import type { GapEvents } from "./worksheet-line.js";
import "./shape-ledger.js";
import "./worksheet-line.js";

const VIEWS: readonly CodeView[] = ["shapes", "pseudocode", "worksheet", "python", "numpy", "jax", "pytorch", "cpp"];

export interface CodeEvents extends GapEvents {
  "code-view": { view: CodeView | null };
}

export class GeneratedCode extends LitElement {
  static override properties = {
    explanation: { attribute: false },
    view: { attribute: false },
    layout: {},
    step: { attribute: false },
    linked: { attribute: false },
    failed: { type: Boolean },
    gaps: { attribute: false },
    states: { attribute: false },
    copied: { state: true },
  };
  /** With `code`; null while there is none. */
  declare explanation: Explanation | null;
  /** Null for the program itself. */
  declare view: CodeView | null;
  declare layout: MatrixLayout;
  /** The step that the picture shows. */
  declare step: Step | null;
  declare linked: NodeId | null;
  /** Nothing will come: what writes the code could not be loaded. */
  declare failed: boolean;
  /** Those of the worksheet, and what has become of them. */
  declare gaps: readonly Gap[];
  declare states: ReadonlyMap<GapId, GapState>;
  declare copied: boolean;
  /** Whether the hand was in a gap before the last change. */
  #wasInGap = false;

  constructor() {
    super();
    this.explanation = null;
    this.view = null;
    this.layout = "denominator";
    this.step = null;
    this.linked = null;
    this.failed = false;
    this.copied = false;
    this.gaps = [];
    this.states = new Map();
    new LocaleController(this);
    new LinkedWordsController(this);
  }

  static override styles = [
    controls,
    css`
      .head {
        display: flex;
        align-items: center;
        gap: 8px;
        margin-block-end: 12px;
      }
      label {
        flex: 1;
        min-inline-size: 0;
      }
      select {
        inline-size: 100%;
        max-inline-size: 280px;
      }
      p {
        margin: 0 0 12px;
        max-inline-size: 62ch;
      }
      ol {
        margin: 0;
        padding: 0;
        list-style: none;
        font: 15px/26px ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
        overflow-x: auto;
      }
      li {
        padding-inline: 8px;
        border-inline-start: 3px solid transparent;
        white-space: pre;
        min-inline-size: max-content;
      }
      [data-node] {
        cursor: pointer;
      }
      .comment {
        color: var(--secondary);
      }
      .forward.now {
        border-color: var(--forward);
        background: var(--forward-tint);
      }
      .backward.now {
        border-color: var(--backward);
        background: var(--backward-tint);
      }
      .linked {
        outline: 2px solid var(--ink);
        outline-offset: -2px;
        border-radius: 4px;
      }
      .fields {
        white-space: normal;
        min-inline-size: 0;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-block-start: 12px;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { view } = this;
    const text = view !== null && view !== "shapes" ? this.explanation?.code?.[view] : null;
    return html`
      <div class="head">
        <label>
          <span class="visually-hidden">${msg("code-language")}</span>
          <select @change=${this.#choose}>
            <option value="" ?selected=${view === null}>${msg("code-program")}</option>
            ${VIEWS.map(
              (each) => html`<option value=${each} ?selected=${each === view}>${msg(`code-${each}`)}</option>`,
            )}
          </select>
        </label>
        ${text ? this.#copyButton(text) : nothing}
      </div>
      ${view === null ? html`<slot></slot>` : view === "shapes" ? this.#shapes() : this.#code(view, text ?? null)}
    `;
  }

  #shapes(): TemplateResult {
    if (this.failed) return html`<p role="status">${this.#excuse()}</p>`;
    return html`<shape-ledger
      .explanation=${this.explanation}
      .linked=${this.linked}
      .layout=${this.layout}
    ></shape-ledger>`;
  }

  #copyButton(text: string): TemplateResult {
    return html`<button @click=${() => this.#copy(text)}>
        ${this.copied ? icons.check : icons.copy} ${this.copied ? msg("room-copied") : msg("room-copy")}
      </button>
      <span class="visually-hidden" role="status">${this.copied ? msg("room-copied") : ""}</span>`;
  }

  #code(target: Target, text: string | null): TemplateResult {
    if (text === null) return html`<p role="status">${this.#excuse()}</p>`;
    const lines = text.replace(/\n$/, "").split("\n");
    const sense = this.explanation?.code_lines?.[target] ?? [];
    return html`${target === "worksheet" ? html`<p>${msg("code-worksheet-intro")}</p>` : nothing}
      <ol tabindex="0" aria-label=${msg(`code-${target}`)}>
        ${lines.map((line, i) => this.#line(line, sense[i], i))}
      </ol>
      ${target === "worksheet" && this.gaps.length > 0 ? this.#all() : nothing}`;
  }

  #all(): TemplateResult {
    const isFilled = ({ id }: Gap) => this.states.get(id)?.filled != null;
    return html`<div class="row">
      <button ?disabled=${this.gaps.every(isFilled)} @click=${() => this.#send("reveal")}>${msg("code-reveal-all")}</button>
      <button class="quiet again" ?disabled=${this.states.size === 0} @click=${() => this.#send("restart")}>
        ${msg("code-start-over")}
      </button>
    </div>`;
  }

  #send(change: WorksheetChange): void {
    this.dispatchEvent(new CustomEvent("worksheet-change", { detail: { change }, bubbles: true, composed: true }));
  }

  #excuse(): string {
    if (this.failed) return msg("code-failed");
    return this.explanation?.notes.some(({ code }) => code === "program_too_large")
      ? msg("code-too-large")
      : msg("code-writing");
  }

  #line(text: string, line: CodeLine | undefined, index: number): TemplateResult {
    if (line?.target === undefined) {
      return html`<li class=${/^\s*(#|\/\/)/.test(text) ? "comment" : ""}>${text || "\u00A0"}</li>`;
    }
    const isNow = this.#isNow(line);
    const isLinked = this.linked !== null && (line.target === this.linked || line.gates?.includes(this.linked));
    const gaps = line.blanks ? this.gaps.filter((gap) => gap.line === index) : [];
    return html`<li
      class="${line.part} ${isNow ? "now" : ""} ${isLinked ? "linked" : ""} ${gaps.length > 0 ? "fields" : ""}"
      aria-current=${isNow ? "step" : nothing}
      data-node=${gaps.length > 0 ? nothing : line.target}
    >${gaps.length > 0 ? html`<worksheet-line .gaps=${gaps} .states=${this.states}></worksheet-line>` : text}</li>`;
  }

  /** The line that does what the step shows. */
  #isNow({ part, target, gates = [] }: CodeLine): boolean {
    const { step } = this;
    if (step === null || step.phase === "start" || step.phase === "tangent") return false;
    if (step.phase === "forward") return part === "forward" && gates.includes(step.node);
    return part === "backward" && gates.includes(step.node) && (target === step.target || gates.includes(step.target));
  }

  /** What was answered is no field any more: the hand goes on in the next one. */
  protected override willUpdate(): void {
    this.#wasInGap = this.shadowRoot?.activeElement?.matches("worksheet-line") ?? false;
  }
  protected override async updated(): Promise<void> {
    if (!this.#wasInGap) return;
    const lines = [...this.renderRoot.querySelectorAll("worksheet-line")];
    await Promise.all(lines.map((line) => line.updateComplete));
    const focused = lines.findIndex((line) => line.matches(":focus-within"));
    if (focused >= 0) return;
    const next = lines.find((line) => line.renderRoot.querySelector("input"));
    if (next) next.focus();
    else this.renderRoot.querySelector<HTMLElement>(".again")?.focus();
  }

  #choose(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.copied = false;
    const detail = { view: value === "" ? null : (value as CodeView) };
    this.dispatchEvent(new CustomEvent("code-view", { detail, bubbles: true, composed: true }));
  }

  async #copy(text: string): Promise<void> {
    // without permission the lines can still be selected
    await navigator.clipboard?.writeText(text).then(
      () => (this.copied = true),
      () => (this.copied = false),
    );
  }
}
customElements.define("generated-code", GeneratedCode);

declare global {
  interface HTMLElementTagNameMap {
    "generated-code": GeneratedCode;
  }
}

/**
 * The program and its gradients as code: one language of several, each line linked with what it computes. The program itself is
 * slotted. The gaps of the worksheet open one by one.
 */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import type { CodeLine, Explanation, NodeId, Step, Target } from "../engine/protocol.js";
import { LocaleController, msg } from "../locales/index.js";
import type { CodeView, MatrixLayout } from "../scene/model.js";
import { controls } from "./controls.css.js";
import * as icons from "./icons.js";
import { LinkedWordsController } from "./linked-words.js";
import "./shape-ledger.js";

const VIEWS: readonly CodeView[] = ["shapes", "pseudocode", "worksheet", "python", "numpy", "jax", "pytorch", "cpp"];

export interface CodeEvents {
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
    copied: { state: true },
    shown: { state: true },
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
  declare copied: boolean;
  /** Gaps that have been looked into, as `line.gap`. */
  declare shown: ReadonlySet<string>;

  constructor() {
    super();
    this.explanation = null;
    this.view = null;
    this.layout = "denominator";
    this.step = null;
    this.linked = null;
    this.failed = false;
    this.copied = false;
    this.shown = new Set();
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
      .gap {
        min-block-size: 24px;
        padding: 0 12px;
        border: 1px dashed var(--wire);
        border-radius: 4px;
        background: none;
        font: inherit;
        line-height: 22px;
      }
      .filled {
        color: var(--backward);
        font-weight: 600;
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
      </ol>`;
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
    return html`<li
      class="${line.part} ${isNow ? "now" : ""} ${isLinked ? "linked" : ""}"
      aria-current=${isNow ? "step" : nothing}
      data-node=${line.target}
    >${this.#gaps(text, line, index)}</li>`;
  }

  /** The line that does what the step shows. */
  #isNow({ part, target, gates = [] }: CodeLine): boolean {
    const { step } = this;
    if (step === null || step.phase === "start" || step.phase === "tangent") return false;
    if (step.phase === "forward") return part === "forward" && gates.includes(step.node);
    return part === "backward" && gates.includes(step.node) && (target === step.target || gates.includes(step.target));
  }

  #gaps(text: string, { blanks = [] }: CodeLine, line: number): (string | TemplateResult)[] {
    if (blanks.length === 0) return [text];
    const before = text.slice(0, blanks[0]?.begin);
    const gaps = blanks.flatMap(({ expected }, i) => [
      i > 0 ? " " : "",
      this.shown.has(`${line}.${i}`)
        ? html`<span class="filled">${expected}</span>`
        : html`<button class="gap" aria-label=${msg("code-gap", { number: i + 1 })} @click=${(event: Event) => this.#show(event, `${line}.${i}`)}>____</button>`,
    ]);
    return [before, ...gaps];
  }

  #show(event: Event, gap: string): void {
    event.stopPropagation();
    this.shown = new Set([...this.shown, gap]);
  }

  #choose(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.shown = new Set();
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

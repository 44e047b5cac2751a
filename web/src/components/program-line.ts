/**
 * The program: one line that grows to six. It starts as a plain field, so that it can be typed into at once; where the
 * page allows it, an editor with highlighting takes its place at the first touch. What is wrong is underlined where it
 * is, with a message, a hint and, where there is one, a fix.
 */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Diagnostic, Span } from "../engine/protocol.js";
import { diagnosticWords } from "../locales/diagnostics.js";
import { LocaleController, msg } from "../locales/index.js";
import { IS_SITE } from "../product.js";
import { controls } from "./controls.css.js";
import { programLine } from "./program-line.css.js";

export interface ProgramEvents {
  "program-edit": { program: string };
  /** The student is done: a pause, leaving the field, or a fix. */
  "program-commit": undefined;
}

/** What the line needs of an editor that takes the place of the plain field. */
export interface Editor {
  readonly element: HTMLElement;
  show(program: string, marks: Marks): void;
  relabel(label: string): void;
  focus(): void;
}
export interface Marks {
  error: Span | null;
  related: readonly Span[];
  linked: Span | null;
}
export interface EditorOptions {
  program: string;
  label: string;
  root: ShadowRoot;
  selection: { anchor: number; head: number };
  edited(program: string): void;
  committed(): void;
}
export type EditorLoader = () => Promise<{ createEditor(options: EditorOptions): Editor }>;

/** Milliseconds without a letter after which what was typed counts as one gesture. */
const COMMIT_AFTER = 1000;

export class ProgramLine extends LitElement {
  /** Set by pages that have an editor; an embed has none. */
  static loadEditor: EditorLoader | null = null;

  static override properties = {
    program: {},
    error: { attribute: false },
    linked: { attribute: false },
    editor: { state: true },
  };
  declare program: string;
  declare error: Diagnostic | null;
  /** The span of the node that is pointed at somewhere else. */
  declare linked: Span | null;
  declare private editor: Editor | null;
  #loading = false;
  #pause = 0;
  #label = "";

  constructor() {
    super();
    this.program = "";
    this.error = null;
    this.linked = null;
    this.editor = null;
    new LocaleController(this);
  }

  static override styles = [controls, programLine];

  protected override render(): TemplateResult {
    return html`
      <div class="field ${this.error ? "wrong" : ""}">
        ${this.editor ? html`<div class="editor">${this.editor.element}</div>` : this.#plain()}
      </div>
      <div id="complaint" aria-live="polite">${this.error ? this.#complaint(this.error) : nothing}</div>
    `;
  }

  #plain(): TemplateResult {
    return html`
      <div class="mirror" aria-hidden="true">${this.#mirrored()}</div>
      <textarea
        rows="1"
        spellcheck="false"
        autocapitalize="off"
        autocomplete="off"
        autocorrect="off"
        dir="ltr"
        aria-label=${msg("room-program")}
        aria-invalid=${this.error !== null}
        aria-describedby="complaint"
        .value=${live(this.program)}
        @input=${(event: Event) => this.#edit((event.target as HTMLTextAreaElement).value)}
        @change=${this.#left}
        @focus=${this.#upgrade}
        @scroll=${this.#follow}
      ></textarea>
    `;
  }

  /** The same text behind the field, invisible but for its marks; it also gives the field its height. */
  #mirrored(): unknown[] {
    const { error, related, linked } = this.#marks();
    const marked = error ? [{ span: error, kind: "error" }, ...related.map((span) => ({ span, kind: "error" }))] : [];
    if (linked && !error) marked.push({ span: linked, kind: "linked" });
    marked.sort((a, b) => a.span[0] - b.span[0]);
    const parts: unknown[] = [];
    let done = 0;
    for (const { span, kind } of marked) {
      if (span[0] < done) continue;
      parts.push(this.program.slice(done, span[0]));
      // an error at the end of the text still needs something to underline
      const text = this.program.slice(span[0], span[1]);
      parts.push(html`<mark class=${kind}>${text === "" || text === "\n" ? "\u00A0" : text}</mark>`);
      done = span[1];
    }
    parts.push(this.program.slice(done), "\u200B");
    return parts;
  }

  #complaint(error: Diagnostic): TemplateResult {
    const { message, hint, fix } = diagnosticWords(error);
    return html`<p class="complaint">
      <strong>${message}</strong>
      ${hint && !isSaidBy(fix, hint) ? html`<span>${hint}</span>` : nothing}
      ${fix ? html`<button @click=${this.#fix}>${fix}</button>` : nothing}
    </p>`;
  }

  #marks(): Marks {
    return { error: this.error?.span ?? null, related: this.error?.related ?? [], linked: this.linked };
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("program") || changed.has("error") || changed.has("linked")) {
      this.editor?.show(this.program, this.#marks());
    }
    const label = msg("room-program");
    if (label !== this.#label) this.editor?.relabel(label);
    this.#label = label;
  }

  override focus(): void {
    if (this.editor) return this.editor.focus();
    const field = this.#textarea;
    field?.focus();
    field?.setSelectionRange(this.program.length, this.program.length);
  }

  get #textarea(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector("textarea");
  }

  /** Puts the editor in the place of the plain field without moving the caret. */
  async #upgrade(): Promise<void> {
    const load = ProgramLine.loadEditor;
    if (!IS_SITE || !load || this.#loading) return;
    this.#loading = true;
    const { createEditor } = await load();
    const field = this.#textarea;
    const wasFocused = field !== null && (this.renderRoot as ShadowRoot).activeElement === field;
    const selection = { anchor: field?.selectionStart ?? 0, head: field?.selectionEnd ?? 0 };
    const editor = createEditor({
      program: this.program,
      label: msg("room-program"),
      root: this.renderRoot as ShadowRoot,
      selection,
      edited: (program) => this.#edit(program),
      committed: () => this.#commit(),
    });
    this.editor = editor;
    await this.updateComplete;
    if (wasFocused) editor.focus();
  }

  /** A field that is left was changed; one that makes room for the editor says so too, in the middle of a word. */
  #left(): void {
    if (this.editor === null) this.#commit();
  }

  #edit(program: string): void {
    this.program = program;
    clearTimeout(this.#pause);
    this.#pause = window.setTimeout(() => this.#commit(), COMMIT_AFTER);
    this.dispatchEvent(new CustomEvent("program-edit", { detail: { program }, bubbles: true, composed: true }));
  }

  #commit(): void {
    clearTimeout(this.#pause);
    this.dispatchEvent(new CustomEvent("program-commit", { bubbles: true, composed: true }));
  }

  #fix(): void {
    const fix = this.error?.fix;
    if (!fix) return;
    this.#edit(this.program.slice(0, fix.span[0]) + fix.text + this.program.slice(fix.span[1]));
    this.#commit();
    this.focus();
  }

  #follow(event: Event): void {
    const mirror = this.renderRoot.querySelector(".mirror") as HTMLElement;
    mirror.scrollTop = (event.target as HTMLElement).scrollTop;
  }
}
/** "Write 5*x." beside a button "Write 5*x" says it twice. */
function isSaidBy(button: string, hint: string): boolean {
  return hint.replace(/\.$/, "") === button;
}
customElements.define("program-line", ProgramLine);

declare global {
  interface HTMLElementTagNameMap {
    "program-line": ProgramLine;
  }
}

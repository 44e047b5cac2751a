/** The fields in which numbers are typed on the picture: the value of an input, the answer in a covered slot. */
import { html, type TemplateResult } from "lit";
import type { NodeId } from "../engine/protocol.js";
import { msg } from "../locales/index.js";
import { adjusted, readNumber } from "../scene/adjust.js";
import { copyText } from "../scene/numbers.js";
import type { Entry } from "./circuit-view-pointer.js";

type Change = (value: number, gesture: "start" | "move" | "end") => void;

/** One input being typed: Enter settles, Escape leaves everything as it was, ↑ and ↓ are small steps. */
export class ValueField {
  readonly node: NodeId;
  readonly entry: Entry;
  readonly #original: number;
  readonly #change: Change;
  readonly #close: () => void;
  /** A gesture has begun: the arrows have changed the value already. */
  #hasStepped = false;
  /** Closing takes the focus away, and that would settle once more. */
  #isSettled = false;

  readonly #typed: string | undefined;

  constructor(node: NodeId, entry: Entry, original: number, change: Change, close: () => void, typed?: string) {
    this.node = node;
    this.entry = entry;
    this.#original = original;
    this.#change = change;
    this.#close = close;
    this.#typed = typed;
  }

  /** The value is selected, to be typed over; a digit that was typed already stands before the caret. */
  begin(field: HTMLInputElement | null): void {
    field?.focus();
    if (this.#typed === undefined) field?.select();
  }

  render(name: string): TemplateResult {
    return html`<input
      class="field"
      aria-label=${msg("picture-field", { name })}
      inputmode="decimal"
      autocomplete="off"
      spellcheck="false"
      .value=${this.#typed ?? copyText(this.#original)}
      @keydown=${this.#key}
      @input=${(event: Event) => (event.target as Element).removeAttribute("aria-invalid")}
      @blur=${(event: Event) => this.#settle(event.target as HTMLInputElement)}
    />`;
  }

  readonly #key = (event: KeyboardEvent) => {
    const field = event.target as HTMLInputElement;
    event.stopPropagation();
    if (event.key === "Enter") this.#settle(field);
    else if (event.key === "Escape") this.#cancel();
    else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      this.#step(field, event.key === "ArrowUp" ? 1 : -1);
    }
  };

  #step(field: HTMLInputElement, direction: 1 | -1): void {
    const value = adjusted(readNumber(field.value) ?? this.#original, direction);
    field.value = copyText(value);
    this.#change(value, this.#hasStepped ? "move" : "start");
    this.#hasStepped = true;
  }

  #settle(field: HTMLInputElement): void {
    if (this.#isSettled) return;
    const value = readNumber(field.value);
    if (value === null) {
      field.setAttribute("aria-invalid", "true");
      return;
    }
    this.#isSettled = true;
    if (this.#hasStepped || value !== this.#original) {
      if (!this.#hasStepped) this.#change(value, "start");
      this.#change(value, "end");
    }
    this.#close();
  }

  #cancel(): void {
    this.#isSettled = true;
    if (this.#hasStepped) this.#change(this.#original, "end");
    this.#close();
  }
}

/** Enter checks what was typed; on its own it shows the number. */
export function answerField(question: string, answer: (text: string) => void, reveal: () => void): TemplateResult {
  const keys = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key !== "Enter") return;
    const text = (event.target as HTMLInputElement).value.trim();
    if (text === "") reveal();
    else answer(text);
  };
  return html`<input
    class="field answer"
    aria-label=${question}
    placeholder="?"
    autocomplete="off"
    autocapitalize="none"
    spellcheck="false"
    @keydown=${keys}
  />`;
}

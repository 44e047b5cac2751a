/** The fields in which numbers are typed on the picture: the value of an input, the answer in a covered slot. */
import { html, type TemplateResult } from "lit";
import { msg } from "../locales/index.js";
import { adjusted, readNumber } from "../scene/adjust.js";
import { copyText } from "../scene/numbers.js";

export interface ValueField {
  name: string;
  value: number;
  /** The value while it is stepped with the arrow keys, and when it is settled. */
  change(value: number, gesture: "start" | "move" | "end"): void;
  close(): void;
}

/** Enter settles, Escape leaves everything as it was, ↑ and ↓ are small steps. */
export function valueField({ name, value, change, close }: ValueField): TemplateResult {
  let stepped: number | null = null;
  const settle = (field: HTMLInputElement) => {
    const number = readNumber(field.value);
    if (number === null) return field.setAttribute("aria-invalid", "true");
    if (stepped === null && number !== value) change(number, "start");
    if (stepped !== null || number !== value) change(number, "end");
    stepped = null;
    close();
  };
  const keys = (event: KeyboardEvent) => {
    const field = event.target as HTMLInputElement;
    event.stopPropagation();
    if (event.key === "Enter") settle(field);
    else if (event.key === "Escape") {
      if (stepped !== null) change(value, "end");
      stepped = null;
      field.value = copyText(value);
      close();
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      const next = adjusted(readNumber(field.value) ?? value, event.key === "ArrowUp" ? 1 : -1);
      change(next, stepped === null ? "start" : "move");
      stepped = next;
      field.value = copyText(next);
    }
  };
  return html`<input
    class="field"
    aria-label=${msg("picture-field", { name })}
    inputmode="decimal"
    autocomplete="off"
    spellcheck="false"
    .value=${copyText(value)}
    @keydown=${keys}
    @input=${(event: Event) => (event.target as HTMLElement).removeAttribute("aria-invalid")}
    @blur=${(event: Event) => settle(event.target as HTMLInputElement)}
  />`;
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
  return html`<input class="field answer" aria-label=${question} placeholder="?" autocomplete="off" autocapitalize="none" spellcheck="false" @keydown=${keys} />`;
}

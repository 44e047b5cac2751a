/** What a screen reader is told: one message a step of the user, only the last while playing, and after a drag has come to rest. */
import { css, html, LitElement, type PropertyValues, type TemplateResult } from "lit";
import { LocaleController } from "../locales/index.js";
import { sentenceText, speakable } from "../locales/words.js";
import { type Message, message } from "../scene/message.js";
import type { CircuitState, CoverMode } from "../scene/model.js";
import { stepAt } from "../scene/sentence.js";
import { spokenAt } from "../scene/spoken.js";

/** Milliseconds of rest after which a drag or a scrub is spoken. */
const REST = 300;

export class LiveRegion extends LitElement {
  static override properties = {
    state: { attribute: false },
    message: { attribute: false },
    cover: {},
    playing: { type: Boolean },
    full: { type: Boolean },
    text: { state: true },
  };
  declare state: CircuitState | null;
  /** Said when it changes: the nudge readout, an answer's feedback, an error. */
  declare message: Message | null;
  /** Said when it changes, before the question that it may bring. */
  declare cover: CoverMode;
  declare playing: boolean;
  /** With how it came about, not only the result. */
  declare full: boolean;
  declare text: string;
  #step: number | null = null;
  #said = "";
  #timer: ReturnType<typeof setTimeout> | null = null;
  #lastChange = Number.NEGATIVE_INFINITY;

  constructor() {
    super();
    this.state = null;
    this.message = null;
    this.cover = "off";
    this.playing = false;
    this.full = false;
    this.text = "";
    new LocaleController(this);
  }

  static override styles = css`
    :host {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  `;

  protected override render(): TemplateResult {
    return html`<div role="status" aria-live="polite" aria-atomic="true">${this.text}</div>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isFirst = !this.hasUpdated;
    if (changed.has("cover") && !isFirst) this.#say(sentenceText(message("spoken-cover", { mode: this.cover })), false);
    if (changed.has("message") && !isFirst) this.#announceMessage();
    if ((changed.has("state") || changed.has("playing")) && !this.playing) this.#announceStep(isFirst);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cancel();
  }

  #announceMessage(): void {
    const text = this.message === null ? "" : speakable(sentenceText(this.message));
    if (text === this.#said) return;
    this.#said = text;
    if (text !== "") this.#say(text, this.state !== null && this.state.dragged !== null);
  }

  /** A page that has just opened says nothing by itself. */
  #announceStep(isFirst: boolean): void {
    if (this.state === null) return;
    const { explanation, time, covered } = this.state;
    const step = stepAt(explanation, time);
    if (step === this.#step) return;
    this.#step = step;
    if (isFirst || this.state.dragged !== null) return;
    const spoken = spokenAt(explanation, time, covered);
    if (spoken === null) return;
    const detail = this.full && spoken.detail !== null ? ` ${sentenceText(spoken.detail)}` : "";
    this.#say(sentenceText(spoken.result) + detail, false);
  }

  /** At once, unless the last change was only just now: then the hand is still moving, and only the last one counts. */
  #say(text: string, waits: boolean): void {
    this.#cancel();
    const now = performance.now();
    const isMoving = now - this.#lastChange < REST;
    this.#lastChange = now;
    if (waits || isMoving) this.#timer = setTimeout(() => (this.text = text), REST);
    else this.text = text;
  }

  #cancel(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
customElements.define("live-region", LiveRegion);

declare global {
  interface HTMLElementTagNameMap {
    "live-region": LiveRegion;
  }
}

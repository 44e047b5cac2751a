/** Play, pause, step, back, scrub and speed. It owns no time: it shows the room's and asks for another. */
import { html, LitElement, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Step } from "../engine/protocol.js";
import { LocaleController, msg } from "../locales/index.js";
import { IS_SITE } from "../product.js";
import type { Time } from "../scene/model.js";
import { controls } from "./controls.css.js";
import * as icons from "./icons.js";
import { timelineBar } from "./timeline-bar.css.js";

export type TimelineCommand = "play" | "pause" | "step" | "back" | "first" | "last";

export type Speed = 0.5 | 1 | 2 | 4;
const SPEEDS: readonly Speed[] = [0.5, 1, 2, 4];

export interface TimelineEvents {
  "timeline-command": { command: TimelineCommand };
  "speed-change": { speed: Speed };
}

const KEYS: Record<string, TimelineCommand> = {
  ArrowRight: "step",
  ArrowUp: "step",
  ArrowLeft: "back",
  ArrowDown: "back",
  Home: "first",
  End: "last",
};

export class TimelineBar extends LitElement {
  static override properties = {
    steps: { attribute: false },
    time: { type: Number },
    playing: { type: Boolean },
    speed: { type: Number },
    phone: { type: Boolean, reflect: true },
  };
  declare steps: readonly Step[];
  declare time: Time;
  declare playing: boolean;
  declare speed: Speed;
  /** Three large buttons and no numbers. */
  declare phone: boolean;

  constructor() {
    super();
    this.steps = [];
    this.time = 0;
    this.playing = false;
    this.speed = 1;
    this.phone = false;
    new LocaleController(this);
  }

  static override styles = [controls, timelineBar];

  protected override render(): TemplateResult {
    const last = this.steps.length;
    return html`
      <div class="buttons" role="group" aria-label=${msg("room-timeline")}>
        ${this.#button("back", icons.back, this.time <= 0)}
        ${
          this.playing
            ? this.#button("pause", icons.pause, false, "primary")
            : this.#button("play", icons.play, last === 0, "primary")
        }
        ${this.#button("step", icons.next, this.time >= last)}
      </div>
      ${this.#scrub()}
      ${
        this.phone
          ? ""
          : html`<output>${this.#position()}</output>
              <select aria-label=${msg("room-speed")} @change=${this.#speed}>
                ${SPEEDS.map(
                  (speed) => html`<option value=${speed} ?selected=${speed === this.speed}>
                    ${speed === 0.5 ? "½" : speed}×
                  </option>`,
                )}
              </select>`
      }
    `;
  }

  /** The last step disables the button that took it; the focus stays beside it. */
  protected override updated(): void {
    const { activeElement } = this.renderRoot as ShadowRoot;
    if (activeElement?.matches(":disabled")) this.focusNext();
  }

  /** What a keyboard is most likely to want next. */
  focusNext(): void {
    (this.renderRoot.querySelector("button:last-of-type:not(:disabled), input") as HTMLElement | null)?.focus();
  }

  #button(command: TimelineCommand, icon: TemplateResult, disabled: boolean, look = "quiet"): TemplateResult {
    const label = msg(`room-${command}`);
    return html`<button
      class="icon ${look}"
      aria-label=${label}
      title=${label}
      ?disabled=${disabled}
      @click=${() => this.#command(command)}
    >
      ${icon}
    </button>`;
  }

  #scrub(): TemplateResult {
    // where backprop begins; forward mode never turns
    const forward = this.steps.findIndex((step) => "adjoint" in step);
    const turn = forward < 0 ? this.steps.length : forward;
    const phase = this.#phase();
    return html`<div class="scrub ${phase === null ? "" : phase === "forward" ? "is-forward" : "is-backward"}">
      <div class="track" aria-hidden="true">
        <span class="forward" .style=${`--length: ${turn}`}></span>
        <span class="backward" .style=${`--length: ${this.steps.length - turn}`}></span>
      </div>
      <input
        type="range"
        min="0"
        max=${this.steps.length}
        step="any"
        .value=${live(String(this.time))}
        aria-label=${msg("room-position")}
        aria-valuetext=${this.#position()}
        @input=${this.#scrubbed}
        @change=${this.#released}
        @keydown=${this.#key}
      />
    </div>`;
  }

  /** The phase of the step that is under way or whose trace stays. */
  #phase(): Step["phase"] | null {
    const step = this.steps[Math.ceil(this.time) - 1];
    // in forward mode everything goes forward
    return step === undefined ? null : IS_SITE && "tangent" in step ? "forward" : step.phase;
  }

  #position(): string {
    const step = Math.ceil(this.time);
    return msg("room-step-of", { step, of: this.steps.length, phase: this.#phase() ?? "none" });
  }

  #key(event: KeyboardEvent): void {
    const command = KEYS[event.key];
    if (!command || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    this.#command(command);
  }

  #scrubbed(event: Event): void {
    this.#send("time-change", { time: Number((event.target as HTMLInputElement).value), playing: false });
  }

  /** Letting go snaps to the end of the step. */
  #released(event: Event): void {
    this.#send("time-change", { time: Math.ceil(Number((event.target as HTMLInputElement).value)), playing: false });
  }

  #command(command: TimelineCommand): void {
    this.#send("timeline-command", { command });
  }

  #speed(event: Event): void {
    this.#send("speed-change", { speed: Number((event.target as HTMLSelectElement).value) });
  }

  #send(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}
customElements.define("timeline-bar", TimelineBar);

declare global {
  interface HTMLElementTagNameMap {
    "timeline-bar": TimelineBar;
  }
}

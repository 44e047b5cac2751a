/** <update-timeline>: play, pause, one update on or back, and a scrubber over all updates of a run. It owns no time. */
import { html, LitElement, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { LocaleController, msg } from "../locales/index.js";
import { controls } from "./controls.css.js";
import * as icons from "./icons.js";
import { timelineBar } from "./timeline-bar.css.js";
import { updateTimeline } from "./update-timeline.css.js";

export interface UpdateTimelineEvents {
  "update-change": { update: number };
  "play-change": { playing: boolean };
}

export class UpdateTimeline extends LitElement {
  static override properties = {
    at: { attribute: false },
    first: { attribute: false },
    last: { attribute: false },
    every: { attribute: false },
    playing: { type: Boolean },
    disabled: { type: Boolean, reflect: true },
    endless: { type: Boolean },
  };
  /** Which update is shown. */
  declare at: number;
  /** The first that can be shown. */
  declare first: number;
  declare last: number;
  /** Updates from one to the next that can be shown. */
  declare every: number;
  declare playing: boolean;
  declare disabled: boolean;
  /** Whether more can be made beyond the last one. */
  declare endless: boolean;

  constructor() {
    super();
    this.at = 0;
    this.first = 0;
    this.last = 0;
    this.every = 1;
    this.playing = false;
    this.disabled = false;
    this.endless = false;
    new LocaleController(this);
  }

  static override styles = [controls, timelineBar, updateTimeline];

  protected override render(): TemplateResult {
    const { at, first, last, every, playing, disabled, endless } = this;
    const position = msg("start-update-of", { update: String(at), last: String(last) });
    return html`
      <div class="buttons" role="group" aria-label=${msg("start-timeline")}>
        ${this.#button("start-back", icons.back, disabled || at <= first, () => this.#show(at - every))}
        ${
          playing
            ? this.#button("start-pause", icons.pause, disabled, () => this.#play(false), "primary")
            : this.#button(
                "start-play",
                icons.play,
                disabled || (last === first && !endless),
                () => this.#play(true),
                "primary",
              )
        }
        ${this.#button("start-next", icons.next, disabled || (at >= last && !endless), () => this.#show(at + every))}
      </div>
      <div class="scrub">
        <div class="track" aria-hidden="true"><span class="whole"></span></div>
        <input
          type="range"
          min=${first}
          max=${Math.max(last, first + 1)}
          step=${every}
          ?disabled=${disabled || (endless && last === first)}
          .value=${live(String(at))}
          aria-label=${msg("start-position")}
          aria-valuetext=${position}
          @input=${(event: Event) => this.#show(Number((event.target as HTMLInputElement).value))}
        />
      </div>
      <output>${position}</output>
    `;
  }

  /** The last update disables the button that took it; the focus stays beside it. */
  protected override updated(): void {
    const { activeElement } = this.renderRoot as ShadowRoot;
    if (activeElement?.matches(":disabled")) this.renderRoot.querySelector("input")?.focus();
  }

  /** Where a keyboard goes on once there is something to play. */
  focusPlay(): void {
    this.renderRoot.querySelector<HTMLElement>("button.primary")?.focus();
  }

  #button(label: string, icon: TemplateResult, disabled: boolean, act: () => void, look = "quiet"): TemplateResult {
    return html`<button
      class="icon ${look}"
      aria-label=${msg(label)}
      title=${msg(label)}
      ?disabled=${disabled}
      @click=${act}
    >
      ${icon}
    </button>`;
  }

  #show(update: number): void {
    this.dispatchEvent(new CustomEvent("update-change", { detail: { update }, bubbles: true, composed: true }));
  }

  #play(playing: boolean): void {
    this.dispatchEvent(new CustomEvent("play-change", { detail: { playing }, bubbles: true, composed: true }));
  }
}
customElements.define("update-timeline", UpdateTimeline);

declare global {
  interface HTMLElementTagNameMap {
    "update-timeline": UpdateTimeline;
  }
}

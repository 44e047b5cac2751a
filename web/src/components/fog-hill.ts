/**
 * <fog-hill>: a hill of one number. Along its axis somebody points to where the next update lands, by hand or by keys; letting go, or
 * Enter, says so. In fog nothing is drawn but what can be felt.
 */
import { html, LitElement, nothing, svg, type TemplateResult } from "lit";
import { LocaleController, msg } from "../locales/index.js";
import { type Hill, type HillPicture, type HillView, hillPictureOf } from "../scene/hill.js";
import { formatNumber } from "../scene/numbers.js";
import { placeOnAxis, rounded } from "../scene/plot.js";
import { controls } from "./controls.css.js";
import { fogHillStyles } from "./fog-hill.css.js";
import { MeasuredWidth } from "./measured-width.js";
import { plotFrame } from "./plot-frame.css.js";
import { type Gesture, keyAlong, PlotPoint, pointMarks, type Under } from "./plot-point.js";

export interface FogHillEvents {
  "guess-change": { guess: number };
  /** Let go, or Enter. */
  "guess-answer": { guess: number };
}

const WIDTHS = [260, 720] as const;
/** More would hide the curve. */
const FOOTPRINTS = 60;

export class FogHill extends LitElement {
  static override properties = {
    hill: { attribute: false },
    view: { attribute: false },
    asks: { type: Boolean },
    width: { state: true },
  };
  declare hill: Hill | null;
  declare view: HillView | null;
  /** Whether a place can be pointed to. */
  declare asks: boolean;
  declare width: number;
  readonly #point = new PlotPoint(this, (under, gesture) => this.#follow(under, gesture));

  constructor() {
    super();
    this.hill = null;
    this.view = null;
    this.asks = true;
    this.width = 640;
    new LocaleController(this);
    new MeasuredWidth(this, WIDTHS);
  }

  static override styles = [controls, plotFrame, fogHillStyles];

  protected override render(): TemplateResult | typeof nothing {
    const { hill, view } = this;
    if (!hill || !view) return nothing;
    const picture = hillPictureOf(hill, view, this.width);
    return html`<svg
      class="picture ${this.asks ? "asks" : ""}"
      viewBox="0 0 ${picture.width} ${picture.height}"
      @pointerdown=${this.asks ? this.#point.press : nothing}
      @pointermove=${this.#point.drag}
      @pointerup=${this.#point.release}
    >
      ${ground(picture, view)} ${view.isFoggy ? fog(picture) : nothing} ${felt(picture, view)}
      ${this.asks ? this.#pointer(picture, hill, view) : nothing}
    </svg>`;
  }

  /** Stands at w until it is moved. */
  #pointer({ guess, here, frame }: HillPicture, { window }: Hill, view: HillView): TemplateResult {
    const at = guess ?? here.x;
    const w = view.guess ?? this.#from;
    return svg`<g
      role="slider"
      tabindex="0"
      aria-label=${msg("descent-pointer")}
      aria-valuemin=${window[0]}
      aria-valuemax=${window[1]}
      aria-valuenow=${w}
      aria-valuetext=${guess === null ? msg("descent-pointer-none") : msg("descent-pointer-at", { w: formatNumber(w) })}
      @keydown=${this.#key}
    >
      ${guess === null ? nothing : svg`<path class="thought" d="M${at} ${frame.top}V${frame.bottom}" />`}
      ${pointMarks(at, frame.bottom, guess === null ? "idle" : "")}
      ${guess === null ? nothing : svg`<text class="guess over across" x=${at} y=${frame.top - 10}>${msg("descent-guess", { w: formatNumber(w) })}</text>`}
    </g>`;
  }

  get #from(): number {
    const { hill, view } = this as { hill: Hill; view: HillView };
    const w = view.steps.at(-1)?.w ?? 0;
    return Math.min(Math.max(Number.isFinite(w) ? w : hill.window[1], hill.window[0]), hill.window[1]);
  }

  #follow({ x }: Under, gesture: Gesture): void {
    const { hill, view } = this;
    if (!this.asks || !hill || !view) return;
    const { width, frame } = hillPictureOf(hill, view, this.width);
    const to = placeOnAxis(hill.window, frame.left, frame.right, x * width);
    this.#say(gesture === "move" ? "guess-change" : "guess-answer", to);
  }

  /** With Shift a tenth. */
  #key(event: KeyboardEvent): void {
    const { hill, view } = this as { hill: Hill; view: HillView };
    const to = keyAlong(event, view.guess ?? this.#from, hill.window, 0.1);
    if (to !== null) this.#say("guess-change", to);
    else if (event.key === "Enter" && view.guess !== null) this.#say("guess-answer", view.guess);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #say(event: keyof FogHillEvents, to: number): void {
    const detail = { guess: rounded((this.hill as Hill).window, to) };
    this.dispatchEvent(new CustomEvent(event, { detail, bubbles: true, composed: true }));
  }
}

/** Axes, and where there is no fog the curve and the way down. */
function ground({ frame, horizontal, vertical, curve, way, footprints }: HillPicture, view: HillView): TemplateResult {
  const { left, right, top, bottom } = frame;
  return svg`<g aria-hidden="true">
    ${vertical.map(
      ({ at, text }) => svg`<path class="grid" d="M${left} ${at}H${right}" />
        <text class="up" x=${left - 6} y=${at}>${text}</text>`,
    )}
    ${horizontal.map(
      ({ at, text }) => svg`<path class="tick" d="M${at} ${bottom}v6" />
        <text class="across" x=${at} y=${bottom + 30}>${text}</text>`,
    )}
    <path class="axis" d="M${left} ${bottom}H${right}" />
    <text class="name end" x=${right} y=${bottom + 52}>w</text>
    ${view.isFoggy ? nothing : svg`<text class="name value" x=${left} y=${top - 10}>f(w)</text>`}
    <clipPath id="frame"><rect x=${left} y=${top} width=${right - left} height=${bottom - top} /></clipPath>
    <g clip-path="url(#frame)">
      <path class="curve" d=${curve} />
      <path class="way" d=${way} />
      ${view.isFoggy ? nothing : footprints.slice(-FOOTPRINTS).map(({ x, y }) => svg`<circle class="been" cx=${x} cy=${y} r="3.5" />`)}
    </g>
  </g>`;
}

/** Thick everywhere but where one stands and has stood. */
function fog({ frame, here, footprints }: HillPicture): TemplateResult {
  const { left, right, top, bottom } = frame;
  return svg`<g aria-hidden="true" clip-path="url(#frame)">
    <radialGradient id="clearing"><stop class="clear" offset="0.3" /><stop class="thick" offset="1" /></radialGradient>
    <filter id="mist" x="0" y="0" width="1" height="1">
      <feTurbulence type="fractalNoise" baseFrequency="0.006 0.016" numOctaves="3" seed="4" />
      <feColorMatrix type="matrix" values="0 0 0 0 0.5  0 0 0 0 0.53  0 0 0 0 0.57  0 1.6 0 0 -0.35" />
    </filter>
    <mask id="around">
      <rect x=${left} y=${top} width=${right - left} height=${bottom - top} fill="white" stroke="none" />
      ${footprints.map(({ x, y }) => svg`<circle class="clearing" cx=${x} cy=${y} r="44" fill="url(#clearing)" />`)}
      <circle class="clearing" cx=${here.x} cy=${here.y} r="64" fill="url(#clearing)" />
    </mask>
    <g mask="url(#around)">
      <rect class="fog" x=${left} y=${top} width=${right - left} height=${bottom - top} />
      <rect class="mist" filter="url(#mist)" x=${left} y=${top} width=${right - left} height=${bottom - top} />
    </g>
    ${footprints.map(({ x, y, tangent }) => svg`<path class="tangent old" d=${tangent} /><circle class="been" cx=${x} cy=${y} r="3.5" />`)}
  </g>`;
}

/** Where w is, the slope there, and the leap that led there. */
function felt({ here, label, frame, leap }: HillPicture, { steps }: HillView): TemplateResult {
  const last = steps.at(-1);
  const w = last?.w ?? Number.NaN;
  const slope = last?.slope ?? Number.NaN;
  return svg`<g aria-hidden="true">
    <path class="leap" d=${leap} />
    <path class="drop" d="M${here.x} ${here.y}V${frame.bottom}" />
    <path class="tangent" d=${here.tangent} />
    <circle class="here" cx=${here.x} cy=${here.y} r="6" />
    <text class="slope over ${label.anchor}" x=${label.x} y=${label.y}>${msg("descent-slope", { slope: formatNumber(slope) })}</text>
    ${
      here.isBeyond
        ? svg`<text class="place over ${w < 0 ? "" : "end"}" x=${here.x} y=${frame.bottom + 50}>${msg("descent-place-beyond", { w: formatNumber(w) })}</text>`
        : svg`<text class="place over across" x=${Math.min(Math.max(here.x, frame.left + 30), frame.right - 30)} y=${frame.bottom + 50}>${msg("descent-place", { w: formatNumber(w) })}</text>`
    }
  </g>`;
}
customElements.define("fog-hill", FogHill);

declare global {
  interface HTMLElementTagNameMap {
    "fog-hill": FogHill;
  }
}

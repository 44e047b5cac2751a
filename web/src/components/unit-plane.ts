/** <unit-plane>: every hidden unit a point at its incoming weights; units that coincide are one, marked with how many they are. */
import { html, LitElement, nothing, svg, type TemplateResult } from "lit";
import type { TrainFrame } from "../engine/protocol.js";
import { LocaleController, msg } from "../locales/index.js";
import { formatNumber } from "../scene/numbers.js";
import { type UnitPoint, type UnitsScene, unitsScene } from "../scene/units.js";
import { axisText } from "./axis-text.css.js";
import { controls } from "./controls.css.js";
import { planeStyles } from "./unit-plane.css.js";

/** Points of a trail: more would not be seen. */
const TRAIL = 150;

export class UnitPlane extends LitElement {
  static override properties = {
    label: {},
    frames: { attribute: false },
    at: { attribute: false },
    reach: { attribute: false },
  };
  /** Which run it is. */
  declare label: string;
  declare frames: readonly TrainFrame[];
  /** Which of them is shown. */
  declare at: number;
  /** Both axes go from −reach to reach. */
  declare reach: number;

  constructor() {
    super();
    this.label = "";
    this.frames = [];
    this.at = 0;
    this.reach = 2;
    new LocaleController(this);
  }

  static override styles = [controls, axisText, planeStyles];

  protected override render(): TemplateResult | typeof nothing {
    const layers = this.frames[this.at]?.layers;
    if (!layers) return nothing;
    const every = Math.max(1, Math.ceil(this.at / TRAIL));
    const before = this.frames.slice(0, this.at).filter((_, i) => i % every === 0);
    const scene = unitsScene(
      layers,
      before.map((frame) => frame.layers ?? []),
      this.reach,
    );
    const words = scene.points.map(wordsOf).join(" · ");
    return html`<svg class="plane" viewBox="0 0 ${scene.size} ${scene.size}" role="img" aria-label="${this.label}: ${words}">
        ${axes(scene)} ${scene.trails.map((trail) => svg`<path class="trail" d=${trail} />`)}
        ${scene.points.map(point)}
      </svg>
      <p class="words">${words}</p>`;
  }
}

function wordsOf({ units, weights, isBeyond }: UnitPoint): string {
  const at = {
    units: units.join(", "),
    count: units.length,
    w1: formatNumber(weights[0]),
    w2: formatNumber(weights[1]),
  };
  return isBeyond ? msg("start-units-beyond", at) : msg("start-units-at", at);
}

function axes({ frame, ticks, zero, size }: UnitsScene): TemplateResult {
  const { low, high } = frame;
  return svg`<g aria-hidden="true">
    <rect class="frame" x=${low} y=${size - high} width=${high - low} height=${high - low} />
    <path class="grid" d="M${zero} ${size - high}V${size - low}M${low} ${size - zero}H${high}" />
    ${ticks.map(
      ({ at, text }) => svg`<text class="x" x=${at} y=${size - low + 18}>${text}</text>
      <text class="y" x=${low - 8} y=${size - at}>${text}</text>`,
    )}
    <text class="name end" x=${high - 6} y=${size - low - 8}>w₁</text>
    <text class="name" x=${low + 8} y=${size - high + 18}>w₂</text>
  </g>`;
}

/** The sign of the outgoing weight is in the point as well as in its colour. */
function point({ x, y, radius, sign, label, side, isBeyond }: UnitPoint): TemplateResult {
  const look = sign === null ? "mixed" : sign === 0 ? "none" : sign > 0 ? "positive" : "negative";
  const r = Math.round(radius / 2.2);
  const mark = sign === null || sign === 0 ? "" : `M${-r} 0H${r}${sign > 0 ? `M0 ${-r}V${r}` : ""}`;
  return svg`<g class="point ${look} ${isBeyond ? "beyond" : ""}" transform="translate(${x} ${y})">
    <circle r=${radius} /><path class="mark" d=${mark} />
    <text x="0" y=${side > 0 ? -radius - 8 : radius + 18}>${label}</text>
  </g>`;
}
customElements.define("unit-plane", UnitPlane);

declare global {
  interface HTMLElementTagNameMap {
    "unit-plane": UnitPlane;
  }
}

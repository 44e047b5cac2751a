/** <decision-region>: what a net answers everywhere, as a small picture, and the samples on it. */
import { css, html, LitElement, svg, type TemplateResult } from "lit";
import { levelLines } from "../scene/contours.js";
import type { Range } from "../scene/curve.js";
import { marksPath } from "../scene/sample-marks.js";
import { controls } from "./controls.css.js";

export interface RegionSample {
  x: number;
  y: number;
  target: 0 | 1;
  /** Only looked at: drawn hollow. */
  isTest?: boolean;
}

export class DecisionRegion extends LitElement {
  static override properties = {
    label: {},
    answers: { attribute: false },
    samples: { attribute: false },
    reach: { attribute: false },
    window: { attribute: false },
    discrete: { type: Boolean },
  };
  declare label: string;
  /** Before the sigmoid, of a square grid, row by row from the top; empty while there is none. */
  declare answers: readonly number[];
  declare samples: readonly RegionSample[];
  /** Both axes go from −reach to reach, unless there is a window. */
  declare reach: number;
  declare window: readonly [x: Range, y: Range] | null;
  /** Which of the two, not how surely. */
  declare discrete: boolean;

  constructor() {
    super();
    this.label = "";
    this.answers = [];
    this.samples = [];
    this.reach = 1;
    this.window = null;
    this.discrete = false;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        aspect-ratio: 1;
        border: 1px solid var(--line);
        border-radius: 8px;
        overflow: hidden;
        color: var(--negative);
      }
      canvas,
      svg.samples {
        grid-area: 1 / 1;
        inline-size: 100%;
        block-size: 100%;
      }
      canvas {
        forced-color-adjust: none;
      }
      .zero {
        fill: var(--negative);
      }
      .one {
        fill: var(--positive);
      }
      /* where it changes its mind: seen without colours too */
      .boundary {
        stroke: var(--ink);
        stroke-width: 1.5;
        stroke-dasharray: 4 3;
      }
      .zero,
      .one {
        stroke: var(--paper);
        stroke-width: 1;
      }
      .hollow {
        fill: var(--paper);
        stroke-width: 1.5;
      }
      .hollow.zero {
        stroke: var(--negative);
      }
      .hollow.one {
        stroke: var(--positive);
      }
    `,
  ];

  protected override render(): TemplateResult {
    const size = Math.sqrt(this.answers.length);
    const whole: Range = [-this.reach, this.reach];
    const [x, y] = this.window ?? [whole, whole];
    const place = (at: number, [low, high]: Range) => Math.round((200 * (at - low)) / (high - low));
    const marks = (look: number, isHollow: boolean) =>
      this.samples
        .filter(({ target, isTest = false }) => target === look && isTest === isHollow)
        .map((sample) => ({ x: place(sample.x, x), y: 200 - place(sample.y, y), radius: 4 }));
    return html`<canvas width=${size || 1} height=${size || 1} aria-hidden="true"></canvas>
      <svg class="samples" viewBox="0 0 200 200" role="img" aria-label=${this.label}>
        <path class="boundary" d=${boundary(this.answers, size)} />
        ${[0, 1].map((look) => svg`<path class=${look === 1 ? "one" : "zero"} d=${marksPath(marks(look, false), look)} />`)}
        ${[0, 1].map((look) => svg`<path class="hollow ${look === 1 ? "one" : "zero"}" d=${marksPath(marks(look, true), look)} />`)}
      </svg>`;
  }

  protected override updated(): void {
    const canvas = this.renderRoot.querySelector("canvas");
    const context = canvas?.getContext("2d");
    if (!canvas || !context || this.answers.length === 0) return;
    const picture = context.createImageData(canvas.width, canvas.height);
    const colours = { one: colourOf(this, ".one"), zero: colourOf(this, ".zero") };
    // in a person's own colours both are the same one: then only the 1 is dark
    const isPlain = matchMedia("(forced-colors: active)").matches;
    for (const [i, answer] of this.answers.entries()) {
      // how sure: 0 is pale, 1 is full
      // no tanh: browsers differ in its last digits, and a picture should not
      const sureness = this.discrete ? 0.6 : 1 - 2 / (2 + Math.abs(answer));
      if (isPlain && !(answer > 0)) continue;
      const colour = answer > 0 ? colours.one : colours.zero;
      picture.data.set([...colour, Math.round(150 * sureness)], 4 * i);
    }
    context.putImageData(picture, 0, 0);
  }
}

/** Where the answer is 0, as path data in a picture of 200. */
function boundary(answers: readonly number[], size: number): string {
  if (size < 2) return "";
  const place = (at: number) => Math.round(((at + 0.5) / size) * 2000) / 10;
  return levelLines({ columns: size, rows: size, values: answers }, 0)
    .map((line) => `M${line.map(({ x, y }) => `${place(x)} ${place(y)}`).join("L")}`)
    .join("");
}

/** Red, green and blue of what is drawn in the colours of the page. */
function colourOf(host: LitElement, selector: string): number[] {
  const element = host.renderRoot.querySelector(selector);
  const text = element ? getComputedStyle(element).fill : "";
  return (text.match(/[\d.]+/g) ?? ["128", "128", "128"]).slice(0, 3).map(Number);
}
customElements.define("decision-region", DecisionRegion);

declare global {
  interface HTMLElementTagNameMap {
    "decision-region": DecisionRegion;
  }
}

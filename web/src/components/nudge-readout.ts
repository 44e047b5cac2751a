/** A drag in words, with the gradient's prediction (hollow) and what happened (solid) on one ruler. */
import { css, html, LitElement, nothing, svg, type TemplateResult } from "lit";
import type { Explanation } from "../engine/protocol.js";
import { LocaleController, msg } from "../locales/index.js";
import { sentenceParts } from "../locales/words.js";
import type { NumberKey } from "../scene/model.js";
import { type Nudged, nudgeMessage, readNudge } from "../scene/nudge.js";
import { LinkedWordsController, linkedParts } from "./linked-words.js";

const WIDTH = 320;
const MIDDLE = WIDTH / 2;
/** Room for the ticks at both ends. */
const REACH = MIDDLE - 12;

export class NudgeReadout extends LitElement {
  static override properties = {
    explanation: { attribute: false },
    nudge: { attribute: false },
    covered: { attribute: false },
  };
  declare explanation: Explanation | null;
  declare nudge: Nudged | null;
  declare covered: ReadonlySet<NumberKey>;

  constructor() {
    super();
    this.explanation = null;
    this.nudge = null;
    this.covered = new Set();
    new LocaleController(this);
    new LinkedWordsController(this);
  }

  static override styles = css`
    :host {
      display: grid;
      block-size: 56px;
      align-content: center;
      justify-items: center;
      color: var(--ink);
      font: 400 16px/22px system-ui, sans-serif;
      font-variant-numeric: tabular-nums lining-nums;
    }
    p {
      margin: 0;
      max-inline-size: 80ch;
      text-align: center;
      text-wrap: balance;
    }
    svg {
      inline-size: min(320px, 100%);
      block-size: 14px;
    }
    .line {
      stroke: var(--wire);
    }
    .predicted {
      fill: var(--paper);
      stroke: var(--backward);
      stroke-width: 2;
    }
    .actual {
      fill: var(--forward);
    }
    .linked {
      outline: 2px solid var(--ink);
    }
    @media (max-width: 600px) {
      :host {
        font-size: 15px;
        line-height: 20px;
      }
      svg {
        display: none;
      }
    }
  `;

  protected override render(): TemplateResult | typeof nothing {
    const { explanation, nudge } = this;
    if (explanation === null || nudge === null) return nothing;
    const said = nudgeMessage(explanation, nudge, this.covered);
    return html`<p>${linkedParts(sentenceParts(said), null)}</p>
      ${said.id === "nudge-predicted" ? this.#ruler(nudge) : nothing}`;
  }

  /** Both ticks from the same zero; where they separate, the curve bends. */
  #ruler(nudge: Nudged): TemplateResult {
    const { predicted, actual, texts } = readNudge(nudge);
    const end = scaleFor(Math.max(Math.abs(predicted), Math.abs(actual)));
    const place = (move: number) => MIDDLE + (Number.isFinite(move) ? (move / end) * REACH : 0);
    return html`<svg
      viewBox="0 0 ${WIDTH} 14"
      role="img"
      aria-label=${msg("nudge-ruler", { predicted: texts.predicted, actual: texts.actual })}
    >
      ${svg`<path class="line" d="M8 7H${WIDTH - 8}M${MIDDLE} 2v10" />
      <rect class="predicted" x=${place(predicted) - 4} y="2" width="8" height="10" rx="2" />
      <rect class="actual" x=${place(actual) - 1.5} y="0" width="3" height="14" />`}
    </svg>`;
  }
}
/** The next of 1, 2, 5, 10 … : the ruler keeps its scale for a while, so that the ticks are seen to move. */
function scaleFor(length: number): number {
  if (!Number.isFinite(length) || length === 0) return 1;
  const power = 10 ** Math.floor(Math.log10(length));
  return power * ([1, 2, 5].find((step) => step * power >= length) ?? 10);
}
customElements.define("nudge-readout", NudgeReadout);

declare global {
  interface HTMLElementTagNameMap {
    "nudge-readout": NudgeReadout;
  }
}

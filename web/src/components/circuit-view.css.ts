/** How the marks of a scene look. Roles are classes; colours come from tokens.css. */
import { type CSSResultGroup, css } from "lit";
import { IS_SITE } from "../product.js";

const everywhere = css`
  :host {
    display: block;
    position: relative;
    font: 400 15px/1 system-ui, sans-serif;
    font-variant-numeric: tabular-nums lining-nums;
    color: var(--ink);
  }
  .viewport {
    block-size: 100%;
    min-block-size: inherit;
    display: grid;
    align-content: safe center;
    overflow: auto hidden;
    scrollbar-width: thin;
  }
  svg {
    display: block;
    margin-inline: auto;
    background-color: var(--surface);
    user-select: none;
    -webkit-user-select: none;
    touch-action: pan-x pan-y;
  }
  /* As wide as there is room for, or the least at which numbers can be read: then it scrolls. */
  :host([camera="full"]) .viewport svg {
    inline-size: var(--natural);
    max-inline-size: 100%;
    min-inline-size: var(--smallest);
    block-size: auto;
  }
  :host(:not([camera="full"])) .viewport svg {
    inline-size: 100%;
    block-size: 100%;
  }
  svg:focus {
    outline: none;
  }

  path,
  rect,
  circle {
    fill: none;
  }
  text {
    fill: var(--ink);
    text-anchor: middle;
    font-size: 15px;
    pointer-events: none;
  }

  /* Wires */
  .wire {
    stroke: var(--wire);
    stroke-width: 1.5;
  }
  .wire.dashed {
    stroke-dasharray: 5 4;
  }
  .wire.thick {
    stroke: var(--ink);
    stroke-width: 3;
  }
  .wire.active {
    stroke-width: 3;
  }
  .dot {
    fill: var(--wire);
  }
  .arrow.forward {
    fill: var(--forward);
  }
  .arrow.backward {
    fill: var(--backward);
  }
  .switch,
  .swap {
    stroke: var(--forward);
    stroke-width: 2.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .swap {
    stroke-width: 3;
  }
  .active.forward,
  .ring.forward,
  .outline.forward {
    stroke: var(--forward);
  }
  .active.backward,
  .ring.backward,
  .outline.backward {
    stroke: var(--backward);
  }

  /* Boxes */
  .box {
    fill: var(--surface);
    stroke: var(--ink);
    stroke-width: 2;
  }
  .box.pill,
  .box.flag {
    stroke-width: 1.5;
  }
  .box.forward {
    fill: var(--forward-tint);
  }
  .box.backward {
    fill: var(--backward-tint);
  }
  .edge {
    stroke: var(--ink);
    stroke-width: 2;
  }
  .glyph {
    stroke: var(--ink);
    stroke-width: 2.25;
    stroke-linecap: round;
  }
  .label {
    font-size: 16px;
  }
  .label.small {
    font-size: 13px;
  }
  .grip {
    stroke: var(--wire);
    stroke-width: 2.5;
    stroke-linecap: round;
  }
  .frame {
    stroke: var(--wire);
    stroke-width: 1.25;
    stroke-dasharray: 2 3;
  }
  .frame-title,
  .name,
  .legend {
    fill: var(--secondary);
    font-size: 13px;
  }
  .frame-title {
    text-anchor: start;
  }
  .name {
    font-style: italic;
  }
  .toggle {
    fill: var(--surface);
    stroke: var(--wire);
    stroke-width: 1.25;
  }
  .toggle-sign {
    stroke: var(--ink);
    stroke-width: 1.75;
  }

  /* Numbers */
  text.value {
    fill: var(--forward);
  }
  text.gradient {
    fill: var(--backward);
    font-weight: 600;
  }
  .long {
    font-size: 12px;
  }
  text.value,
  text.gradient,
  .copy,
  .caption,
  .name {
    stroke: var(--surface);
    stroke-width: 4;
    stroke-linejoin: round;
    paint-order: stroke;
  }
  text.legend {
    stroke: none;
    text-anchor: start;
    font-weight: 400;
  }
  text.legend.gradient {
    font-weight: 600;
  }
  .caption {
    fill: var(--backward);
    font-size: 13px;
  }
  .caption.shape.value {
    fill: var(--forward);
  }
  .counter {
    fill: var(--secondary);
  }
  .underline {
    stroke: var(--backward);
    stroke-width: 1.5;
  }
  .underline.dashed {
    stroke-dasharray: 4 3;
  }
  .underline.changed {
    stroke-width: 2;
  }
  .slot {
    stroke: var(--wire);
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-dasharray: 0.1 3.4;
  }
  .slot.covered {
    stroke-width: 2;
    stroke-dasharray: 0.1 4;
    fill: var(--surface);
  }
  .slot.covered.value {
    stroke: var(--forward);
  }
  .slot.covered.gradient {
    stroke: var(--backward);
  }
  .covered-sign {
    font-size: 13px;
    fill: var(--secondary);
  }
  .outline {
    stroke-width: 1.5;
  }
  .tag {
    fill: var(--surface);
    stroke: var(--backward);
    stroke-width: 1.25;
  }
  .tag-text {
    font-size: 13px;
  }
  .badge {
    fill: var(--surface);
    stroke: var(--forward);
    stroke-width: 1.25;
  }
  .plate {
    fill: var(--surface);
    stroke-width: 1;
  }
  .plate.cell {
    stroke: var(--ink);
  }
  .plate.forward {
    fill: var(--forward-tint);
  }
  .plate.backward {
    stroke: var(--backward);
  }
  text.error,
  .cell.error {
    fill: var(--error);
    font-weight: 600;
  }

  /* Matrices */
  .bracket {
    stroke: var(--wire);
    stroke-width: 1.5;
  }
  .bracket.value {
    stroke: var(--forward);
  }
  .bracket.gradient {
    stroke: var(--backward);
  }
  .bracket.empty {
    stroke-dasharray: 2 3;
  }
  text.cell {
    font-size: 12px;
    stroke: none;
  }
  text.cell.gradient,
  text.cell.long {
    font-size: 11px;
  }
  text.cell.long {
    font-weight: 400;
    letter-spacing: -0.4px;
  }
  text.cell.product {
    font-weight: 600;
  }
  .tile {
    stroke: var(--wire);
    stroke-width: 1;
  }
  .tile.value {
    stroke: var(--forward);
  }
  .tile.gradient {
    stroke: var(--backward);
  }
  .tile.empty {
    stroke-dasharray: 2 3;
  }
  .heat.positive {
    fill: var(--positive);
  }
  .heat.negative {
    fill: var(--negative);
  }
  .heat.error {
    fill: var(--error);
  }
  .heat-sign {
    stroke: var(--surface);
    stroke-width: 1.5;
  }

  /* Rings */
  .ring {
    stroke-width: 3;
  }
  .ring.linked {
    stroke: var(--ink);
    stroke-width: 2;
  }
  .ring.selected {
    stroke: var(--ink);
    stroke-width: 2;
    stroke-dasharray: 1 4;
    stroke-linecap: round;
  }
  .ring.error {
    stroke: var(--error);
    stroke-width: 2;
  }
  svg:focus-visible .ring.linked {
    stroke-width: 3;
  }

  /* Places to point at */
  .hit {
    pointer-events: all;
    cursor: pointer;
  }
  .hit.drag {
    cursor: ew-resize;
    touch-action: none;
  }

  /* The field in which a number is typed */
  .field {
    position: absolute;
    z-index: 1;
    box-sizing: border-box;
    inline-size: 88px;
    block-size: 32px;
    translate: -50% -50%;
    padding: 0 8px;
    border: 2px solid var(--ink);
    border-radius: 16px;
    background: var(--surface);
    color: inherit;
    font: inherit;
    font-size: 16px;
    text-align: center;
  }
  .field.answer {
    border: 2px dotted var(--backward);
    border-radius: 4px;
    inline-size: 58px;
    block-size: 26px;
    padding: 0 4px;
    font-size: 15px;
  }
  .field.answer:focus {
    outline: 3px solid var(--ink);
    outline-offset: 2px;
  }
  .field[aria-invalid="true"] {
    border-color: var(--error);
  }

  /* Phone: the whole circuit as a strip above */
  .overview {
    display: none;
    block-size: 40px;
    inline-size: 100%;
    border-block-end: 1px solid var(--line);
    touch-action: pan-y;
  }
  :host([camera="phone"]) .overview {
    display: block;
  }
  :host([camera="phone"]) .viewport {
    block-size: calc(100% - 41px);
    min-block-size: 0;
    overflow: hidden;
  }
  :host([camera="projector"]) .viewport {
    overflow: hidden;
  }
  .overview .wire {
    stroke-width: 3;
  }
  .overview .box {
    fill: var(--wire);
    stroke: none;
  }
  .overview .window {
    stroke: var(--ink);
    stroke-width: 2;
    vector-effect: non-scaling-stroke;
  }
  .camera {
    transition: transform 240ms cubic-bezier(0.4, 0, 0.2, 1);
  }
  @media (prefers-reduced-motion: reduce) {
    .camera {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    svg,
    .field {
      forced-color-adjust: none;
    }
  }
`;

export const looks: CSSResultGroup = IS_SITE
  ? [
      everywhere,
      css`
        /* in forward mode the numbers below travel with the values */
        :host([forward-mode]) {
          --backward: var(--forward);
          --backward-tint: var(--forward-tint);
        }
      `,
    ]
  : everywhere;

/** Paper: all of it on one page, and nothing to press. An embed prints none: a style that nobody calls is left out of it. */
export const onPaper = () => css`
  @media print {
    .viewport {
      overflow: hidden;
    }
    :host([camera="full"]) .viewport svg {
      min-inline-size: 0;
    }
  }
  :host([paper]) :is(.grip, .toggle, .toggle-sign, .covered-sign) {
    display: none;
  }
  :host([paper]) .viewport svg {
    max-block-size: 110mm;
  }
`;

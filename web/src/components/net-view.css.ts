/** Neurons and the lines between them. */
import { css } from "lit";

export const netStyles = css`
  :host {
    display: block;
  }
  .scroll {
    overflow-x: auto;
  }
  svg.net {
    display: block;
    margin-inline: auto;
    inline-size: auto;
    block-size: auto;
    stroke-width: 1.5;
    user-select: none;
    -webkit-user-select: none;
  }
  svg.net:focus {
    outline: none;
  }
  svg.net:focus-visible {
    outline: 3px solid var(--ink);
    outline-offset: -3px;
    border-radius: 8px;
  }
  text {
    fill: var(--ink);
    stroke: none;
    font-size: 15px;
    text-anchor: middle;
  }
  .edge .line {
    stroke: var(--wire);
  }
  .edge.positive .line {
    stroke: var(--positive);
  }
  .edge.negative .line {
    stroke: var(--negative);
    stroke-dasharray: 7 5;
    stroke-linecap: butt;
  }
  .edge.zero .line {
    stroke-dasharray: 1 5;
  }
  .hit {
    stroke: transparent;
    stroke-width: 18;
    pointer-events: stroke;
  }
  [data-id] {
    cursor: pointer;
  }
  [data-id^="W"],
  [data-id^="b"],
  [data-id^="X"],
  [data-id^="Y"] {
    cursor: ew-resize;
    touch-action: pan-y;
  }
  .halo {
    stroke: transparent;
  }
  .linked > .halo,
  .chosen > .halo {
    stroke: var(--ink);
    stroke-width: 2;
  }
  .edge.linked > .halo {
    opacity: 0.35;
  }
  .edge.chosen > .halo {
    opacity: 0.22;
  }
  .plate {
    fill: var(--paper);
    stroke: none;
  }
  .linked > .plate {
    stroke: var(--ink);
    stroke-width: 2;
  }
  .weight {
    font-size: 13px;
  }
  .value {
    fill: var(--forward);
  }
  .gradient {
    fill: var(--backward);
    font-weight: 600;
  }
  .after {
    font-weight: 600;
  }
  .body {
    fill: var(--paper);
    stroke: var(--ink);
    stroke-width: 2;
  }
  .input .body {
    stroke: var(--wire);
  }
  .forward .body {
    stroke: var(--forward);
    stroke-width: 3;
    fill: var(--forward-tint);
  }
  .backward .body {
    stroke: var(--backward);
    stroke-width: 3;
    fill: var(--backward-tint);
  }
  .name {
    font-size: 13px;
    dominant-baseline: central;
    pointer-events: none;
  }
  .slot {
    fill: none;
    stroke: var(--wire);
    stroke-dasharray: 2 3;
  }
  .small {
    font-size: 12px;
  }
  .secondary {
    fill: var(--secondary);
  }
  .toLoss {
    stroke: var(--wire);
  }
  .legend {
    margin: 4px 0 0;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    font-size: 13px;
    line-height: 20px;
    color: var(--secondary);
  }
  .legend span {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .legend svg {
    inline-size: 28px;
    block-size: 10px;
  }
  .legend .value {
    color: var(--forward);
  }
  .legend .gradient {
    color: var(--backward);
    font-weight: 600;
  }
  @media (forced-colors: active) {
    .edge .line {
      stroke: CanvasText;
    }
  }
`;

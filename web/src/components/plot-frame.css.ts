/** What all plots share: frames, axes, numbers beside them, and a point that is taken by hand or by keys. */
import { css } from "lit";

export const plotFrame = css`
  .picture {
    display: block;
    inline-size: 100%;
    block-size: auto;
    touch-action: pan-y;
    user-select: none;
    stroke-linecap: butt;
    overflow: visible;
  }
  .grid {
    stroke: var(--line);
    stroke-width: 1;
  }
  .axis {
    stroke: var(--wire);
    stroke-width: 1.25;
  }
  text {
    font-size: 12px;
    fill: var(--secondary);
    stroke: none;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .across {
    text-anchor: middle;
  }
  .up {
    text-anchor: end;
    dominant-baseline: central;
  }
  .name {
    font-size: 14px;
    font-weight: 600;
    fill: var(--ink);
  }
  /* a number over lines keeps a space of its own */
  .over {
    paint-order: stroke;
    stroke: var(--surface);
    stroke-width: 4;
    stroke-linejoin: round;
  }
  .end {
    text-anchor: end;
  }
  .handle {
    fill: var(--surface);
    stroke: var(--ink);
    stroke-width: 2.5;
  }
  .reach {
    fill: transparent;
    stroke: none;
  }
  [role="slider"] {
    outline: none;
    cursor: grab;
  }
  @media (forced-colors: active) {
    .grid {
      stroke: GrayText;
    }
  }
  .ring {
    stroke: none;
  }
  [role="slider"]:focus-visible .ring {
    stroke: var(--ink);
    stroke-width: 3;
  }
`;

/** The look of a function above its derivative: values blue, slopes vermilion, as everywhere. */
import { css } from "lit";

export const functionPlotStyles = css`
  :host {
    display: block;
    max-inline-size: 640px;
  }
  .picture {
    cursor: ew-resize;
  }
  .value {
    stroke: var(--forward);
    stroke-width: 2.5;
    stroke-linejoin: round;
  }
  .slope {
    stroke: var(--backward);
    stroke-width: 2.5;
    stroke-linejoin: round;
  }
  .tangent {
    stroke: var(--backward);
    stroke-width: 1.75;
    stroke-dasharray: 7 4;
  }
  .drop {
    stroke: var(--ink);
    stroke-width: 1;
    stroke-dasharray: 2 3;
  }
  .dot {
    stroke: none;
  }
  .dot.value {
    fill: var(--forward);
  }
  .dot.slope {
    fill: var(--backward);
  }
  .now {
    fill: var(--backward);
    stroke: var(--surface);
    stroke-width: 2;
  }
  .corner {
    fill: var(--surface);
    stroke: var(--forward);
    stroke-width: 2;
  }
  text.value {
    fill: var(--forward);
  }
  text.slope,
  text.gradient {
    fill: var(--backward);
  }
  text.value,
  text.slope {
    font-size: 14px;
    font-weight: 600;
    stroke: none;
  }
  text.gradient {
    font-size: 13px;
    font-weight: 600;
  }
  .dead {
    fill: var(--wire);
    fill-opacity: 0.1;
    stroke: none;
  }
  .hatch {
    stroke: var(--wire);
    stroke-width: 1;
    stroke-opacity: 0.35;
  }
`;

/** The look of a hill: values blue, slopes vermilion, and fog over what has not been seen. */
import { css } from "lit";

export const fogHillStyles = css`
  :host {
    display: block;
    max-inline-size: 720px;
    --fog: color-mix(in srgb, var(--wire) 26%, var(--surface));
  }
  .asks {
    cursor: crosshair;
  }
  .tick {
    stroke: var(--wire);
    stroke-width: 1;
  }
  .curve {
    stroke: var(--forward);
    stroke-width: 2.5;
    stroke-linejoin: round;
  }
  .way {
    stroke: var(--ink);
    stroke-width: 1.5;
    stroke-dasharray: 5 4;
    stroke-linejoin: round;
  }
  .been {
    fill: var(--surface);
    stroke: var(--ink);
    stroke-width: 1.75;
  }
  .fog {
    fill: var(--fog);
    stroke: none;
  }
  .mist {
    fill: var(--surface);
    stroke: none;
    opacity: 0.3;
  }
  .clearing {
    stroke: none;
  }
  .clear {
    stop-color: black;
  }
  .thick {
    stop-color: black;
    stop-opacity: 0;
  }
  .tangent {
    stroke: var(--backward);
    stroke-width: 3;
  }
  .tangent.old {
    stroke-width: 2;
    opacity: 0.6;
  }
  .here {
    fill: var(--ink);
    stroke: var(--surface);
    stroke-width: 2;
  }
  .drop {
    stroke: var(--ink);
    stroke-width: 1;
    stroke-dasharray: 2 3;
  }
  .leap {
    stroke: var(--ink);
    stroke-width: 2;
  }
  .thought {
    stroke: var(--ink);
    stroke-width: 1.5;
    stroke-dasharray: 6 4;
  }
  .handle.idle {
    stroke-dasharray: 3 2.5;
  }
  text.slope {
    fill: var(--backward);
    font-size: 15px;
    font-weight: 600;
  }
  text.slope.end {
    text-anchor: end;
  }
  text.slope.middle {
    text-anchor: middle;
  }
  text.place {
    fill: var(--ink);
    font-size: 14px;
    font-weight: 600;
  }
  text.guess {
    fill: var(--ink);
    font-size: 14px;
    font-weight: 600;
  }
  text.value {
    fill: var(--forward);
  }
  @media (forced-colors: active) {
    .mist {
      display: none;
    }
  }
  @media print {
    .mist {
      display: none;
    }
  }
`;

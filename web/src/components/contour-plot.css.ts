/** The look of a map: purple below 0, green above, deeper the further away; dashed and solid say it too. */
import { css } from "lit";

export const contourPlotStyles = css`
  :host {
    display: block;
    max-inline-size: 420px;
  }
  .picture {
    cursor: crosshair;
    touch-action: none;
  }
  .positive {
    fill: var(--positive);
    stroke: var(--positive);
  }
  .negative {
    fill: var(--negative);
    stroke: var(--negative);
  }
  .region {
    fill-opacity: 0.1;
    stroke: none;
  }
  .line {
    fill: none;
    stroke-width: 1.25;
    stroke-linejoin: round;
  }
  .line.negative {
    stroke-dasharray: 5 3;
  }
  .line.zero {
    stroke: var(--ink);
    stroke-width: 2;
  }
  text.level {
    stroke: var(--surface);
    stroke-width: 3.5;
    dominant-baseline: central;
    fill: var(--ink);
    font-size: 11px;
  }
  .arrow {
    stroke: var(--backward);
    stroke-width: 1.25;
    stroke-linejoin: round;
    stroke-linecap: round;
    stroke-opacity: 0.75;
  }
  .steepest {
    stroke: var(--backward);
    stroke-width: 3.5;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .frame {
    stroke: var(--wire);
  }
  .value {
    fill: var(--forward);
  }
  @media (forced-colors: active) {
    .region {
      fill: none;
    }
  }
`;

/** Bars of layers: values are blue. */
import { css } from "lit";

export const barStyles = css`
  :host {
    display: block;
    max-inline-size: 600px;
  }
  svg.bars {
    display: block;
    inline-size: 100%;
    block-size: auto;
    overflow: visible;
  }
  .factor {
    margin: 0 0 4px;
    font-size: 18px;
    line-height: 28px;
    min-block-size: 28px;
    font-weight: 600;
  }
  .grid {
    stroke: var(--line);
    stroke-width: 1;
  }
  .one {
    stroke: var(--ink);
    stroke-width: 1.5;
  }
  .bar {
    fill: var(--forward);
    stroke: none;
  }
  .bar.lost {
    fill: none;
    stroke: var(--error);
    stroke-dasharray: 3 3;
  }
  .arrow {
    stroke: var(--ink);
    stroke-width: 1.5;
  }
  @media (forced-colors: active) {
    .bar {
      fill: CanvasText;
    }
  }
`;

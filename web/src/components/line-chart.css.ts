/** Lines that stay apart without colour: by dashes, by width (series.css.ts), and by the names at their ends. */
import { css } from "lit";

export const chartStyles = css`
  :host {
    display: block;
    max-inline-size: 860px;
  }
  .plot {
    border-radius: 8px;
    touch-action: pan-y;
  }
  .plot svg {
    display: block;
    inline-size: 100%;
    block-size: auto;
    overflow: visible;
    stroke-linecap: butt;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    margin: 0 0 4px;
    font-size: 15px;
  }
  .legend span {
    display: inline-flex;
    align-items: center;
    gap: 8px;
  }
  .legend svg {
    inline-size: 32px;
    block-size: 12px;
  }
  .grid {
    stroke: var(--line);
    stroke-width: 1;
  }
  .axis {
    stroke: var(--wire);
    stroke-width: 1;
  }
  .read {
    stroke: var(--ink);
    stroke-width: 1;
    stroke-dasharray: 2 3;
  }
  .line {
    stroke: var(--series);
    stroke-width: calc(2px * var(--weight, 1));
    stroke-dasharray: var(--dashes, none);
  }
  .band {
    fill: var(--series);
    stroke: none;
    opacity: 0.14;
  }
  .dots {
    fill: var(--series);
    stroke: var(--surface);
  }
  .leader {
    stroke: var(--series);
    stroke-width: 1;
    opacity: 0.6;
  }
  text.name {
    fill: var(--series);
    font-weight: 600;
    dominant-baseline: central;
  }
  .readout {
    margin: 4px 0 8px;
    min-block-size: 24px;
    font-size: 15px;
  }
`;

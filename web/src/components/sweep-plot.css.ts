/** The look of the V plot: dots measured, thin lines theory. */
import { css } from "lit";

export const sweepStyles = css`
  :host {
    display: block;
    margin-block-start: 24px;
  }
  h3 {
    margin: 0 0 4px;
    font-size: 16px;
    line-height: 24px;
  }
  p {
    margin: 0 0 8px;
    max-inline-size: 62ch;
  }
  .hint,
  summary,
  table {
    font-size: 13px;
  }
  .hint {
    color: var(--secondary);
  }
  .differs {
    color: var(--error);
    font-weight: 600;
  }
  .plot {
    max-inline-size: 480px;
    border-radius: 4px;
    touch-action: pan-y;
  }
  svg {
    display: block;
    inline-size: 100%;
    block-size: auto;
    stroke-width: 1;
  }
  .axis {
    stroke: var(--wire);
  }
  .grid {
    stroke: var(--line);
  }
  .theory {
    stroke: var(--secondary);
    stroke-dasharray: 4 4;
  }
  .read {
    stroke: var(--ink);
  }
  .point {
    fill: var(--ink);
    stroke: none;
  }
  .across {
    fill: var(--paper);
    stroke: var(--ink);
    stroke-width: 1.5;
  }
  .best {
    stroke: var(--ink);
    stroke-width: 2;
  }
  text {
    fill: var(--secondary);
    stroke: none;
    font-size: 12px;
  }
  .x {
    text-anchor: middle;
  }
  .y,
  .name {
    text-anchor: end;
  }
  .start {
    text-anchor: start;
  }
  .readout {
    min-block-size: 48px;
  }
  summary {
    padding-block: 8px;
    cursor: pointer;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
  }
  th,
  td {
    padding: 4px 8px;
    border-block-end: 1px solid var(--line);
    text-align: end;
    font-weight: 400;
    white-space: nowrap;
  }
`;

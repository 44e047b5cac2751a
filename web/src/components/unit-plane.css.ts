/** The plane of incoming weights. */
import { css } from "lit";

export const planeStyles = css`
  :host {
    display: block;
    max-inline-size: 420px;
  }
  svg.plane {
    display: block;
    inline-size: 100%;
    block-size: auto;
    overflow: visible;
  }
  .frame {
    stroke: var(--line);
    stroke-width: 1;
  }
  .grid {
    stroke: var(--wire);
    stroke-width: 1;
  }
  text {
    font-size: 14px;
  }
  .point text {
    text-anchor: middle;
  }
  .name {
    font-size: 15px;
    font-style: italic;
  }
  .trail {
    stroke: var(--ink);
    stroke-width: 1.5;
    opacity: 0.35;
  }
  .point circle {
    fill: var(--of);
    stroke: var(--paper);
    stroke-width: 2;
  }
  .point.none circle,
  .point.mixed circle {
    fill: var(--paper);
    stroke: var(--ink);
  }
  .positive {
    --of: var(--positive);
  }
  .negative {
    --of: var(--negative);
  }
  .mark {
    stroke: var(--paper);
    stroke-width: 2.5;
  }
  .beyond circle {
    stroke: var(--error);
    stroke-dasharray: 3 3;
  }
  .point text {
    fill: var(--ink);
    font-size: 18px;
    font-weight: 600;
    paint-order: stroke;
    stroke: var(--paper);
    stroke-width: 4;
  }
  .words {
    margin: 4px 0 0;
    font-size: 13px;
    line-height: 20px;
    color: var(--secondary);
    min-block-size: 40px;
  }
  @media (forced-colors: active) {
    .point circle {
      fill: Canvas;
      stroke: CanvasText;
    }
    .mark {
      stroke: CanvasText;
    }
  }
`;

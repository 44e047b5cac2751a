/** Numbers along the axes of a picture, and what the axes are called. */
import { css } from "lit";

export const axisText = css`
  text {
    font-size: 13px;
    fill: var(--secondary);
    stroke: none;
  }
  .x {
    text-anchor: middle;
  }
  .y {
    text-anchor: end;
    dominant-baseline: central;
  }
  .end {
    text-anchor: end;
  }
`;

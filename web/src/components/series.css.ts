/** Six lines that stay apart by colour and dashes, and without colour by their width: on paper, and in the colours of a person's own. */
import { css } from "lit";

export const seriesStyles = css`
  .s0 {
    --series: var(--ink);
  }
  .s1,
  .s4 {
    --series: var(--negative);
  }
  .s2,
  .s5 {
    --series: var(--positive);
  }
  .s3 {
    --series: var(--secondary);
    --dashes: 8 4;
  }
  .s4 {
    --dashes: 2 3;
  }
  .s5 {
    --dashes: 10 3 2 3;
  }
  @media print, (forced-colors: active) {
    .s1 {
      --weight: 2;
    }
    .s2 {
      --weight: 0.5;
    }
  }
`;

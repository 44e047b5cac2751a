/** The numbers of a picture as a table that opens below it. */
import { css } from "lit";

export const tableStyles = css`
  summary {
    font-size: 15px;
    cursor: pointer;
    min-block-size: 28px;
  }
  .scroll {
    overflow: auto;
    max-block-size: 320px;
  }
  table {
    border-collapse: collapse;
    font-size: 15px;
  }
  th,
  td {
    padding: 4px 12px 4px 0;
    text-align: end;
    font-weight: 400;
    border-block-end: 1px solid var(--line);
  }
  thead th {
    font-size: 13px;
    color: var(--secondary);
    vertical-align: bottom;
  }
  @media print {
    details:not([open]) {
      display: none;
    }
    .scroll {
      overflow: visible;
      max-block-size: none;
    }
  }
`;

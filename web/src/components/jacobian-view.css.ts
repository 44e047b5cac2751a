/** The look of the Jacobian: a table that reads like a matrix. */
import { css } from "lit";

export const jacobianStyles = css`
  :host {
    display: block;
    margin-block-start: 16px;
  }
  summary {
    min-block-size: 32px;
    font-weight: 600;
    cursor: pointer;
  }
  p {
    margin: 0 0 8px;
    max-inline-size: 62ch;
  }
  h3 {
    margin: 16px 0 4px;
    font-size: 13px;
    font-weight: 600;
    color: var(--secondary);
  }
  .question,
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    margin-block: 8px 12px;
  }
  label {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  select {
    max-inline-size: 160px;
  }
  .segments {
    display: flex;
  }
  .segments button {
    border-radius: 0;
    margin-inline-end: -1px;
  }
  .segments button:first-child {
    border-start-start-radius: 8px;
    border-end-start-radius: 8px;
  }
  .segments button:last-child {
    border-start-end-radius: 8px;
    border-end-end-radius: 8px;
  }
  [aria-pressed="true"] {
    background: var(--ink);
    color: var(--paper);
  }
  .scroll {
    overflow-x: auto;
    max-inline-size: 100%;
    margin-block-end: 8px;
  }
  table {
    border-collapse: collapse;
    font-size: 15px;
    font-variant-numeric: tabular-nums lining-nums;
  }
  th {
    padding: 4px 8px;
    font-size: 13px;
    font-weight: 400;
    color: var(--secondary);
    white-space: nowrap;
  }
  tbody td {
    padding: 4px 8px;
    text-align: end;
    color: var(--backward);
    font-weight: 600;
    white-space: nowrap;
  }
  tbody td.zero {
    font-weight: 400;
    color: var(--secondary);
  }
  tbody th {
    border-inline-end: 1.5px solid var(--wire);
  }
  tbody tr td:last-child {
    border-inline-end: 1.5px solid var(--wire);
  }
  .slices {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 24px;
  }
  figure {
    margin: 0;
    max-inline-size: 100%;
  }
  figcaption {
    font-size: 13px;
    font-weight: 600;
  }
  .formula small {
    display: block;
    font-size: 13px;
    color: var(--secondary);
  }
`;

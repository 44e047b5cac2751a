/** The look of the gate table: numbers in columns, the current step in the colour of its phase. */
import { css } from "lit";

export const tableStyles = css`
  :host {
    display: block;
  }
  .steps {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-block-end: 8px;
  }
  [aria-disabled="true"] {
    color: var(--secondary);
    border-color: transparent;
    cursor: default;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 15px;
  }
  caption {
    text-align: start;
    font-weight: 600;
    padding-block-end: 8px;
  }
  th,
  td {
    padding: 2px 8px;
    text-align: start;
    font-weight: 400;
    white-space: nowrap;
    border-block-end: 1px solid var(--line);
  }
  thead th {
    font-size: 13px;
    color: var(--secondary);
  }
  .number {
    text-align: end;
  }
  td button,
  th button {
    min-inline-size: 32px;
    min-block-size: 32px;
    padding: 0 8px;
    border-color: transparent;
    background: none;
  }
  td button {
    text-decoration: underline dotted 1px var(--wire);
    text-underline-offset: 4px;
  }
  th button {
    margin-inline-start: -8px;
    font-weight: 600;
  }
  .number button {
    margin-inline-end: -8px;
  }
  td:last-child button:first-child {
    margin-inline-start: -8px;
  }
  .value button,
  .value input {
    color: var(--forward);
  }
  .gradient button {
    color: var(--backward);
    font-weight: 600;
  }
  .incomplete {
    text-decoration: underline dashed 1px;
  }
  small,
  .none {
    font-size: 13px;
    color: var(--secondary);
  }
  input {
    inline-size: 9ch;
    min-block-size: 32px;
    box-sizing: border-box;
    padding: 0 4px;
    text-align: end;
    border: 1px solid var(--wire);
    border-radius: 8px;
    background: var(--paper);
  }
  .entries {
    display: inline-grid;
    grid-template-columns: repeat(var(--columns), max-content);
    gap: 4px;
    padding-block: 4px;
  }
  tr[aria-current] > * {
    background: var(--tint);
  }
  tr[aria-current] > th {
    box-shadow: inset 3px 0 var(--phase);
  }
  .is-forward {
    --tint: var(--forward-tint);
    --phase: var(--forward);
  }
  .is-backward {
    --tint: var(--backward-tint);
    --phase: var(--backward);
  }
  tr.linked > th {
    outline: 2px solid var(--ink);
    outline-offset: -2px;
  }
  @media (forced-colors: active) {
    tr[aria-current] > th {
      border-inline-start: 3px solid Highlight;
    }
    [aria-disabled="true"] {
      color: GrayText;
    }
  }
`;

/** The look of a page that is read: headings, paragraphs and tables of the Reference room. */
import { css } from "lit";

export const article = css`
  :host {
    display: block;
  }
  h1 {
    margin: 0 0 4px;
    font-size: 28px;
    line-height: 36px;
  }
  h2 {
    margin: 32px 0 8px;
    font-size: 22px;
    line-height: 28px;
  }
  p {
    margin: 0 0 12px;
    max-inline-size: 62ch;
  }
  .lead {
    font-size: 18px;
    line-height: 28px;
  }
  .hint {
    font-size: 15px;
    color: var(--secondary);
  }
  code,
  .code {
    font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
    font-size: 0.94em;
  }
  a {
    color: inherit;
    text-underline-offset: 3px;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    margin-block-end: 12px;
    font-size: 15px;
  }
  th,
  td {
    padding: 6px 20px 6px 0;
    text-align: start;
    vertical-align: baseline;
    font-weight: 400;
    border-block-end: 1px solid var(--line);
  }
  thead th {
    font-size: 13px;
    color: var(--secondary);
    white-space: nowrap;
  }
  td.number {
    text-align: end;
  }
  .forward {
    color: var(--forward);
  }
  .backward {
    color: var(--backward);
    font-weight: 600;
  }
  @media print {
    .scroll {
      overflow: visible;
    }
    table,
    figure {
      break-inside: avoid;
    }
  }
`;

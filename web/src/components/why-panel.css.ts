/** The look of the Why panel: a column that reads from the number to its reasons. */
import { css } from "lit";

export const whyStyles = css`
  :host {
    display: block;
    overflow-wrap: anywhere;
  }
  h2 {
    margin: 0 0 4px;
    font-size: 18px;
    line-height: 28px;
  }
  h3 {
    margin: 16px 0 4px;
    font-size: 13px;
    font-weight: 600;
    color: var(--secondary);
  }
  p {
    margin: 0 0 8px;
    max-inline-size: 62ch;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 16px;
    padding-block: 4px;
    border-block-end: 1px solid var(--line);
  }
  .number {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 8px;
    margin-block-end: 8px;
  }
  .symbol {
    color: var(--secondary);
  }
  .number .symbol::after {
    content: " =";
  }
  .copy {
    min-block-size: 32px;
    padding: 0 4px;
    margin-inline-start: -4px;
    border-color: transparent;
    background: none;
    font-size: 18px;
    user-select: text;
  }
  .digits {
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .forward .copy {
    color: var(--forward);
  }
  .backward,
  .backward .copy,
  .term {
    color: var(--backward);
    font-weight: 600;
  }
  .term {
    min-block-size: 32px;
    padding: 0 4px;
    border-color: transparent;
    background: none;
    white-space: normal;
    text-align: end;
    text-decoration: underline dotted 1px var(--wire);
    text-underline-offset: 4px;
  }
  .formula {
    line-height: 28px;
  }
  .scroll {
    overflow-x: auto;
    overflow-y: hidden;
    padding-block: 2px;
  }
  math {
    font-size: 18px;
  }
  pre {
    margin: 0;
    font: 13px/20px ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  }
  summary {
    min-block-size: 24px;
    font-size: 13px;
    color: var(--secondary);
    cursor: pointer;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block: 8px;
  }
  .matrix {
    display: inline-grid;
    grid-template-columns: repeat(var(--columns), max-content);
    gap: 0 8px;
    padding-inline: 8px;
    border-inline: 1.5px solid var(--wire);
    border-radius: 4px;
  }
  .matrix .copy {
    margin: 0;
    justify-content: end;
    font-size: 15px;
  }
  .hint {
    font-size: 13px;
    color: var(--secondary);
  }
  .node {
    white-space: nowrap;
    cursor: pointer;
    border-radius: 3px;
  }
  .node:hover,
  .linked {
    outline: 2px solid var(--ink);
    outline-offset: -1px;
  }
`;

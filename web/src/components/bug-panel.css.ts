import { css } from "lit";

export const bugStyles = css`
  section {
    margin-block-start: 24px;
    padding-block-start: 16px;
    border-block-start: 1px solid var(--line);
  }
  h3 {
    margin: 0 0 8px;
    font-size: 18px;
  }
  h4 {
    margin: 16px 0 4px;
    font-size: 15px;
  }
  p {
    margin: 0 0 12px;
    max-inline-size: 62ch;
  }
  .hint {
    font-size: 13px;
    color: var(--secondary);
  }
  .surprise,
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-block-end: 12px;
  }
  .surprise label {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  input {
    box-sizing: border-box;
    inline-size: 88px;
    min-block-size: 40px;
    padding: 0 8px;
    border: 1px solid var(--wire);
    border-radius: 8px;
    background: var(--surface);
  }
  summary {
    cursor: pointer;
    padding-block: 8px;
  }
  ul,
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li button {
    justify-content: start;
    inline-size: 100%;
    block-size: auto;
    padding: 6px 8px;
    white-space: normal;
    text-align: start;
  }
  ol {
    border-block-start: 1px solid var(--line);
    font-size: 15px;
  }
  ol li {
    display: flex;
    gap: 8px;
    padding: 6px 4px;
    border-block-end: 1px solid var(--line);
    cursor: pointer;
  }
  ol li:hover {
    background: var(--hover);
  }
  .mark {
    flex: none;
    inline-size: 16px;
  }
  .wrong {
    color: var(--error);
    font-weight: 600;
  }
  .numbers {
    white-space: nowrap;
  }
  .verdict:empty {
    display: none;
  }
  .found {
    margin-block-start: 12px;
  }
  .found p:first-child {
    font-weight: 600;
  }
`;

/** The free lab. */
import { css } from "lit";

export const freeStyles = css`
  .regions {
    display: flex;
    flex-wrap: wrap;
    gap: 16px;
    margin-block: 16px 8px;
    min-block-size: 240px;
  }
  .hint {
    max-inline-size: 80ch;
  }
  h3 {
    margin: 24px 0 8px;
    font-size: 18px;
    line-height: 28px;
  }
  .depth input {
    inline-size: 160px;
    min-block-size: 40px;
    accent-color: var(--ink);
  }
  /* what is wrong with a field stands below it, and its neighbours stay where they are */
  .row:not(.progress) {
    align-items: start;
  }
  .row > .seeds {
    margin-block-start: 21px;
  }
  .hand {
    margin-block: 8px 16px;
  }
  .progress {
    min-block-size: 40px;
    margin-block: 0;
    align-items: center;
  }
  .progress .hint {
    margin: 0;
  }
  .closer details {
    margin-block: 0 16px;
  }
  .closer details summary {
    font-weight: 400;
    font-size: 15px;
  }
  layer-strip {
    margin-block-end: 12px;
  }
  .regions figure {
    flex: 1 1 136px;
    max-inline-size: 240px;
  }
  .regions p {
    margin: 4px 0 0;
    font-size: 13px;
    line-height: 20px;
  }
  .schemes {
    border: 0;
    padding: 0;
    margin: 8px 0;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 24px;
    min-inline-size: 0;
  }
  .schemes legend {
    padding: 0;
    font-size: 13px;
    color: var(--secondary);
  }
  .schemes label {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 32px;
  }
  .schemes input {
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--ink);
  }
  .schemes small {
    color: var(--secondary);
    font-size: 13px;
  }
  .schemes .hint {
    inline-size: 100%;
    max-inline-size: none;
    margin: 0;
  }
  @media print {
    .row .depth,
    .hand .row,
    .schemes label:not(:has(:checked)) {
      display: none;
    }
    .regions {
      min-block-size: 0;
    }
    .regions figure {
      flex: 0 0 30%;
      max-inline-size: 30%;
    }
    .row select,
    .row input[type="text"] {
      appearance: none;
      border-color: transparent;
      padding: 0;
    }
  }
`;

/** The page of the lab of starting weights. */
import { css } from "lit";

export const styles = css`
  nav ol {
    list-style: none;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin: 8px 0 0;
    padding: 0;
  }
  nav button[aria-current] {
    border: 2px solid var(--ink);
    font-weight: 600;
  }
  nav .number {
    color: var(--secondary);
  }
  .intro {
    max-inline-size: 100ch;
  }
  h2 {
    margin-block: 16px 4px;
  }
  guess-box {
    margin-block: 16px;
    max-inline-size: 1040px;
  }
  .verdict {
    margin-block: 16px;
    padding: 12px 16px;
    border-inline-start: 3px solid var(--ink);
    background: var(--hover);
    border-radius: 0 8px 8px 0;
    max-inline-size: 928px;
  }
  .verdict p {
    max-inline-size: 80ch;
  }
  .verdict p:last-child {
    margin: 0;
  }
  .verdict .found {
    font-size: 18px;
    line-height: 28px;
  }
  .pictures {
    display: grid;
    gap: 16px 32px;
    grid-template-columns: repeat(2, minmax(0, 340px)) minmax(280px, 1fr);
    align-items: start;
    margin-block-start: 16px;
  }
  .pictures.layers {
    grid-template-columns: repeat(2, minmax(0, 1fr)) minmax(280px, 1fr);
  }
  figure {
    margin: 0;
    min-inline-size: 0;
  }
  figure h3,
  .closer h3 {
    margin: 0 0 4px;
    font-size: 16px;
    line-height: 24px;
  }
  .swatch {
    display: inline-block;
    inline-size: 24px;
    border-block-start: 3px solid var(--ink);
    margin-inline-end: 8px;
    vertical-align: middle;
  }
  .swatch.s1 {
    border-color: var(--negative);
  }
  .ended {
    color: var(--error);
    font-size: 15px;
  }
  .locked {
    display: grid;
    place-items: center;
    box-sizing: border-box;
    min-block-size: 240px;
    padding: 16px;
    border: 2px dotted var(--wire);
    border-radius: 12px;
    color: var(--secondary);
    text-align: center;
  }
  update-timeline {
    margin-block: 8px 0;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px 16px;
    margin-block: 8px;
  }
  .row.foot {
    align-items: center;
    justify-content: space-between;
  }
  .row.foot .hint {
    margin: 0;
    flex: 1 1 320px;
    max-inline-size: 80ch;
  }
  .seeds {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px;
  }
  .seeds > span {
    align-self: end;
    padding-block-end: 8px;
    font-size: 15px;
    color: var(--secondary);
  }
  .row label {
    display: grid;
    gap: 2px;
    font-size: 13px;
    color: var(--secondary);
  }
  .row label > * {
    font-size: 16px;
    color: var(--ink);
  }
  .row input[type="text"] {
    box-sizing: border-box;
    inline-size: 8em;
    min-block-size: 40px;
    padding: 0 12px;
    border: 1px solid var(--wire);
    border-radius: 8px;
    background: var(--surface);
  }
  input[aria-invalid="true"] {
    border-color: var(--error) !important;
  }
  .wrong {
    color: var(--error);
    font-size: 15px;
    margin: 0;
  }
  details {
    margin-block: 16px;
  }
  summary {
    cursor: pointer;
    min-block-size: 32px;
    font-weight: 600;
  }
  .closer {
    display: grid;
    gap: 24px 48px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 480px), 1fr));
    margin-block-start: 12px;
  }
  caption {
    text-align: start;
    padding-block-end: 4px;
  }
  .closer > * {
    min-inline-size: 0;
  }
  .claim {
    border-block-start: 1px solid var(--line);
    padding-block-start: 12px;
    margin-block-start: 4px;
  }
  .proof ol {
    max-inline-size: 70ch;
    padding-inline-start: 24px;
  }
  .proof li {
    margin-block-end: 8px;
  }
  @media (max-width: 1080px) {
    .pictures,
    .pictures.layers {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .pictures .cost {
      grid-column: 1 / -1;
    }
  }
  @media (max-width: 560px) {
    .pictures,
    .pictures.layers {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 560px) {
    update-timeline:not([disabled]) {
      position: sticky;
      inset-block-end: 0;
      z-index: 1;
      padding-block: 8px;
      background: var(--paper);
      border-block-start: 1px solid var(--line);
    }
  }
  @media (forced-colors: active) {
    .swatch.s1 {
      border-block-start-width: 6px;
    }
  }
  @media print {
    update-timeline,
    nav,
    button,
    details:not([open]) {
      display: none;
    }
    .swatch.s1 {
      border-block-start-width: 6px;
    }
    /* the numbers beside a picture are left of it */
    .pictures {
      padding-inline-start: 16px;
    }
  }
`;

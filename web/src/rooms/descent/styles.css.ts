/** The look of the lab: its parts in a row, and below them one at a time. */
import { css } from "lit";

export const styles = css`
  :host {
    display: block;
    max-inline-size: 1180px;
  }
  nav ol {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin: 16px 0 8px;
    padding: 0;
    list-style: none;
  }
  nav button {
    min-block-size: 44px;
    border-radius: 22px;
    padding-inline: 6px 16px;
  }
  nav .count {
    display: inline-grid;
    place-items: center;
    inline-size: 30px;
    block-size: 30px;
    border-radius: 15px;
    background: var(--hover);
    font-weight: 600;
  }
  nav [aria-current="step"] {
    border-color: var(--ink);
    box-shadow: inset 0 0 0 1px var(--ink);
    font-weight: 600;
  }
  nav [aria-current="step"] .count {
    background: var(--ink);
    color: var(--paper);
  }
  h2 {
    margin-block: 24px 4px;
  }
  h3 {
    margin: 24px 0 4px;
    font-size: 18px;
    line-height: 28px;
  }
  .ask,
  .equation {
    font-size: 18px;
    line-height: 28px;
  }
  .settings {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 12px 24px;
    margin: 0 0 16px;
  }
  .settings label {
    display: grid;
    gap: 4px;
    font-size: 13px;
    color: var(--secondary);
  }
  .settings select {
    color: var(--ink);
    font-size: 16px;
    justify-content: start;
  }
  rate-slider {
    flex: 0 1 360px;
    min-inline-size: min(100%, 260px);
  }
  .said {
    min-block-size: 56px;
    margin-block: 8px;
  }
  .said p {
    margin-block-end: 4px;
  }
  .stage {
    display: grid;
    gap: 0 32px;
    grid-template-columns: minmax(0, 720px) minmax(0, 1fr);
    align-items: center;
  }
  button.primary:disabled {
    background: var(--hover);
    border-color: transparent;
    color: var(--secondary);
  }
  .settings input[type="range"] {
    accent-color: var(--ink);
    min-block-size: 40px;
    margin: 0;
  }
  .next {
    color: var(--secondary);
  }
  .question {
    display: block;
    color: var(--ink);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    margin-block: 8px 16px;
  }
  .actions .quiet {
    margin-inline-start: auto;
  }
  .actions button {
    white-space: normal;
  }
  .stage .quiet {
    margin-inline-start: 0;
  }
  .scrub {
    display: grid;
    gap: 4px;
    max-inline-size: 720px;
    font-size: 15px;
    margin-block-end: 16px;
  }
  .scrub input {
    accent-color: var(--ink);
    min-block-size: 32px;
  }
  .beside {
    display: grid;
    gap: 16px 32px;
    grid-template-columns: minmax(0, 420px) minmax(0, 1fr);
    align-items: start;
  }
  .rate .beside {
    grid-template-columns: minmax(0, 380px) minmax(0, 1fr);
  }
  .shown {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    margin: 0 0 12px;
    padding: 8px 0 0;
    border: 0;
  }
  .shown legend {
    padding: 0;
    font-size: 13px;
    color: var(--secondary);
  }
  .shown label {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 32px;
  }
  .shown input {
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--ink);
  }
  .key {
    inline-size: 32px;
    block-size: 12px;
    stroke: var(--series);
    stroke-width: calc(2.5px * var(--weight, 1));
    stroke-dasharray: var(--dashes, none);
    stroke-linecap: butt;
  }
  .keys {
    list-style: none;
    padding: 0;
    margin: 0;
  }
  caption {
    text-align: start;
    font-size: 13px;
    color: var(--secondary);
    padding-block-end: 4px;
  }
  .mark {
    display: inline-block;
    inline-size: 1.2em;
    font-weight: 600;
  }
  .arrived .mark {
    color: var(--positive);
  }
  .diverged .mark,
  .oscillates .mark {
    color: var(--negative);
  }
  .told {
    padding: 16px 24px 4px;
    border-inline-start: 4px solid var(--line);
    margin-block: 16px;
  }
  .told h3:first-child {
    margin-block-start: 0;
  }
  .formula code {
    overflow-wrap: anywhere;
  }
  section section {
    border-block-start: 1px solid var(--line);
    margin-block-start: 24px;
  }
  @media (max-width: 899px) {
    .beside,
    .rate .beside,
    .stage {
      grid-template-columns: minmax(0, 1fr);
    }
    .told {
      padding-inline: 16px;
    }
  }
  @media (forced-colors: active) {
    nav [aria-current="step"] .count {
      forced-color-adjust: none;
      background: CanvasText;
      color: Canvas;
    }
  }
  /* what can be set is read: its name, and what it is */
  @media print {
    nav,
    .actions,
    button,
    input[type="range"],
    .shown input,
    .shown label:not(:has(:checked)) {
      display: none;
    }
    .settings select {
      appearance: none;
      border-color: transparent;
      padding: 0;
    }
    .said {
      min-block-size: 0;
    }
    .beside,
    .stage {
      break-inside: avoid;
    }
  }
`;

/** Buttons, fields and menus: one look for every control of the page. */
import { css } from "lit";

export const controls = css`
  :host {
    color: var(--ink);
    font: 400 16px/1.5 system-ui, sans-serif;
    font-variant-numeric: tabular-nums lining-nums;
  }
  [hidden] {
    display: none !important;
  }
  button,
  select,
  input,
  textarea {
    font: inherit;
    color: inherit;
  }
  button,
  select,
  .button {
    color: inherit;
    min-block-size: 40px;
    padding: 0 12px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--surface);
    cursor: pointer;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    white-space: nowrap;
    text-decoration: none;
  }
  button:hover:not(:disabled),
  select:hover,
  .button:hover {
    border-color: var(--ink);
  }
  button:disabled {
    color: var(--secondary);
    border-color: transparent;
    cursor: default;
  }
  button.quiet {
    border-color: transparent;
    background: none;
  }
  button.quiet:hover:not(:disabled) {
    background: var(--hover);
  }
  button.icon {
    padding: 0;
    min-inline-size: 40px;
  }
  button.primary {
    background: var(--ink);
    border-color: var(--ink);
    color: var(--paper);
    font-weight: 600;
  }
  button[aria-pressed="true"],
  button[aria-checked="true"] {
    background: var(--ink);
    border-color: var(--ink);
    color: var(--paper);
  }
  :focus-visible {
    outline: 3px solid var(--ink);
    outline-offset: 2px;
  }
  svg {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  svg .solid {
    fill: currentColor;
  }
  .visually-hidden:not(:focus-within) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (pointer: coarse) {
    button,
    select,
    .button {
      min-block-size: 44px;
    }
    button.icon {
      min-inline-size: 44px;
    }
  }
  @media (forced-colors: active) {
    button[aria-pressed="true"],
    button[aria-checked="true"],
    button.primary {
      background: Highlight;
      color: HighlightText;
      border-color: Highlight;
      forced-color-adjust: none;
    }
  }
`;

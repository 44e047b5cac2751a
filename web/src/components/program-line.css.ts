/** The program line: field, marks and complaint. */
import { css } from "lit";

export const programLine = css`
  :host {
    display: block;
    position: relative;
    min-inline-size: 0;
    /* as high as the buttons beside it */
    --line-padding: 7px;
  }
  @media (pointer: coarse) {
    :host {
      --line-padding: 9px;
    }
  }
  .field {
    position: relative;
    display: grid;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--surface);
    overflow: clip;
  }
  .field:hover {
    border-color: var(--secondary);
  }
  .field:focus-within {
    outline: 3px solid var(--ink);
    outline-offset: 2px;
  }
  .field.wrong {
    border-color: var(--error);
  }
  .field > * {
    grid-area: 1 / 1;
    min-inline-size: 0;
  }
  textarea,
  .mirror {
    box-sizing: border-box;
    margin: 0;
    padding: var(--line-padding) 12px;
    border: 0;
    font: 400 16px/24px ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    tab-size: 2;
    min-block-size: 38px;
    max-block-size: 158px;
    overflow: auto;
    scrollbar-width: thin;
  }
  textarea {
    resize: none;
    outline: none;
    background: none;
  }
  .mirror {
    visibility: hidden;
    pointer-events: none;
    user-select: none;
  }
  .mirror mark {
    visibility: visible;
    color: transparent;
    background: none;
  }
  mark.error {
    text-decoration: wavy underline 1.5px var(--error);
    text-decoration-skip-ink: none;
    text-underline-offset: 4px;
  }
  mark.linked {
    box-shadow: 0 2px 0 var(--ink);
  }
  .editor {
    max-block-size: 158px;
    overflow: auto;
    scrollbar-width: thin;
  }
  .complaint {
    margin: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 12px;
    padding: 8px 12px;
    border: 1px solid var(--error);
    border-radius: 8px;
    background: var(--surface);
    font-size: 16px;
    line-height: 24px;
  }
  /* Over what is below rather than between: while typing, mistakes come and go with every letter. */
  @media (min-width: 600px) {
    .complaint {
      position: absolute;
      z-index: 2;
      inset-block-start: calc(100% + 6px);
      box-shadow: 0 4px 16px rgb(0 0 0 / 16%);
    }
  }
  .complaint strong {
    color: var(--error);
    font-weight: 600;
  }
  .complaint button {
    min-block-size: 32px;
  }
  code {
    font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  }
`;

/** The choice on the left, the samples on the right; one above the other where there is no room. */
import { css } from "lit";

export const dataStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 320px);
    gap: 16px 32px;
    align-items: start;
  }
  .choice {
    min-inline-size: 0;
  }
  .kinds {
    display: flex;
    gap: 8px;
    margin-block-end: 12px;
  }
  .set,
  label[for="text"] {
    display: grid;
    gap: 2px;
    font-size: 13px;
    color: var(--secondary);
  }
  .set select {
    font-size: 16px;
    color: var(--ink);
    justify-self: start;
    max-inline-size: 100%;
  }
  .hint {
    margin: 8px 0;
    max-inline-size: 62ch;
    font-size: 15px;
    color: var(--secondary);
  }
  .fields {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: 8px 16px;
  }
  /* beside fields, which have their names above */
  .fields > button,
  .fields > .button {
    margin-block-start: 21px;
  }
  .standardise {
    white-space: normal;
    text-align: start;
  }
  textarea {
    box-sizing: border-box;
    inline-size: 100%;
    padding: 8px 12px;
    border: 1px solid var(--wire);
    border-radius: 8px;
    background: var(--surface);
    font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
    font-size: 15px;
    line-height: 24px;
    resize: vertical;
  }
  textarea.over {
    border: 2px dashed var(--ink);
    background: var(--hover);
  }
  textarea[aria-invalid="true"] {
    border: 2px solid var(--error);
  }
  ::placeholder {
    color: var(--secondary);
    opacity: 1;
  }
  .problems {
    margin: 4px 0 0;
    padding-inline-start: 20px;
    color: var(--error);
    font-size: 15px;
    line-height: 24px;
    overflow-wrap: anywhere;
  }
  .button {
    font-size: 16px;
    color: var(--ink);
  }
  @media (max-width: 720px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media print {
    .kinds,
    .fields > button,
    .fields > .button,
    #how {
      display: none;
    }
    select {
      appearance: none;
      border-color: transparent;
      padding: 0;
    }
  }
`;

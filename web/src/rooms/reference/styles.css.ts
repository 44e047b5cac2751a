/** The Reference room: what there is on the left, what it says on the right; on a phone one above the other. */
import { css } from "lit";

export const styles = css`
  :host {
    display: grid;
    gap: 16px 48px;
    grid-template-columns: minmax(0, 1fr);
    max-inline-size: 1280px;
  }
  article {
    min-inline-size: 0;
    outline: none;
  }
  label {
    font-size: 13px;
    color: var(--secondary);
  }
  input {
    display: block;
    inline-size: 100%;
    box-sizing: border-box;
    min-block-size: 40px;
    padding: 0 12px;
    border: 1px solid var(--wire);
    border-radius: 8px;
    background: var(--paper);
  }
  input::placeholder {
    color: var(--secondary);
    opacity: 1;
  }
  [role="status"] {
    min-block-size: 22px;
    margin: 4px 0;
  }
  summary {
    cursor: pointer;
    min-block-size: 28px;
    font-size: 15px;
  }
  nav h2 {
    margin: 12px 0 4px;
    font-size: 13px;
    line-height: 20px;
    font-weight: 600;
    color: var(--secondary);
  }
  ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0 4px;
    margin: 0 0 0 -8px;
    padding: 0;
    list-style: none;
  }
  ul.sought {
    display: block;
  }
  li a,
  nav > a {
    display: inline-block;
    padding: 2px 8px;
    border-radius: 6px;
    font-size: 15px;
    line-height: 24px;
    text-decoration: none;
  }
  nav > a {
    margin-inline-start: -8px;
    text-decoration: underline;
  }
  li a:hover {
    background: var(--hover);
  }
  li a[aria-current] {
    background: var(--ink);
    color: var(--paper);
  }
  li a[aria-current] .hint {
    color: inherit;
  }
  @media (pointer: coarse) {
    li a,
    nav > a {
      padding-block: 8px;
    }
  }
  @media (min-width: 900px) {
    :host {
      grid-template-columns: 280px minmax(0, 1fr);
    }
    .search {
      position: sticky;
      inset-block-start: 16px;
      max-block-size: calc(100vh - 32px);
      overflow-y: auto;
      padding: 4px 4px 4px 12px;
      margin: -4px -4px -4px -12px;
      box-sizing: border-box;
    }
    summary {
      display: none;
    }
  }
  @media (forced-colors: active) {
    li a[aria-current] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    :host {
      display: block;
      max-inline-size: none;
    }
    .search {
      display: none;
    }
  }
`;

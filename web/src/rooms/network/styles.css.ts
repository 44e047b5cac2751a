/** The page of the lab One network. */
import { css } from "lit";

export const styles = css`
  /* each is painted again only when something in it changes */
  .picture,
  .updates,
  .settings,
  aside,
  figure {
    isolation: isolate;
  }
  h2.small,
  h3 {
    margin: 0 0 8px;
    font-size: 16px;
    line-height: 24px;
  }
  summary {
    cursor: pointer;
    min-block-size: 32px;
    font-weight: 600;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px 12px;
    margin-block: 8px;
  }
  .row label,
  .link {
    display: grid;
    gap: 2px;
    font-size: 13px;
    color: var(--secondary);
  }
  .row label > *,
  .link > * {
    font-size: 16px;
    color: var(--ink);
  }
  select {
    max-inline-size: 100%;
  }
  input[type="text"] {
    box-sizing: border-box;
    inline-size: 8em;
    min-block-size: 40px;
    padding: 0 12px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--surface);
  }
  input[aria-invalid="true"] {
    border-color: var(--error);
  }
  .link :is(input, textarea) {
    box-sizing: border-box;
    inline-size: min(100%, 640px);
  }
  .link textarea {
    margin-block-end: 8px;
    padding: 8px 12px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--surface);
    font: 13px/20px ui-monospace, monospace;
  }
  fieldset.row {
    border: 0;
    margin-inline: 0;
    padding: 0;
  }
  legend {
    padding: 0;
    float: inline-start;
    inline-size: 100%;
    font-size: 13px;
    color: var(--secondary);
  }
  .more {
    margin-block: 8px 0;
    padding-inline-start: 16px;
    border-inline-start: 1px solid var(--line);
  }
  /* a field that says what is wrong grows downwards */
  .more .row {
    align-items: start;
  }
  .more .row > label.check {
    margin-block-start: 20px;
  }
  .more fieldset.row > label.check {
    margin-block-start: 0;
  }
  .more p.code {
    margin: 8px 0 0;
    overflow-wrap: anywhere;
  }
  figure label.check,
  .row label.check,
  label.inline {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 40px;
    font-size: 15px;
    color: var(--ink);
  }
  .seeds,
  .samples,
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  details h3 {
    margin-block: 24px 8px;
  }
  details .actions {
    margin-block: 8px 16px;
  }
  .own ~ .hint {
    margin-block-start: 8px;
  }
  .seeds > span {
    font-size: 15px;
    color: var(--secondary);
  }
  .own {
    display: grid;
    gap: 2px;
    font-size: 13px;
    color: var(--secondary);
    max-inline-size: 480px;
  }
  #file + .button {
    margin-block-start: 8px;
  }
  .own textarea {
    box-sizing: border-box;
    inline-size: 100%;
    padding: 8px 12px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--surface);
    color: var(--ink);
    font:
      15px/24px ui-monospace,
      monospace;
  }
  textarea[aria-invalid="true"] {
    border-color: var(--error);
  }
  .wrong {
    color: var(--error);
    font-size: 15px;
    margin: 0 0 4px;
  }
  .main {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 320px;
    gap: 16px 32px;
    align-items: start;
    margin-block-start: 16px;
  }
  .picture {
    min-inline-size: 0;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin-block-end: 8px;
  }
  .tools .hint {
    flex: 1 1 280px;
    margin: 0;
  }
  .views {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .history {
    display: flex;
    margin-inline-start: auto;
  }
  timeline-bar {
    flex-wrap: wrap;
  }
  .circuit {
    min-block-size: 240px;
  }
  .now {
    min-block-size: 56px;
    margin-block: 12px;
    padding: 12px 16px;
    border-inline-start: 3px solid var(--wire);
    background: var(--hover);
    border-radius: 0 8px 8px 0;
    font-size: 18px;
    line-height: 28px;
  }
  .now.is-forward {
    border-color: var(--forward);
    background: var(--forward-tint);
  }
  .now.is-backward {
    border-color: var(--backward);
    background: var(--backward-tint);
  }
  .now p {
    margin: 0;
    max-inline-size: 80ch;
    overflow-wrap: anywhere;
  }
  aside {
    border: 1px solid var(--line);
    border-radius: 12px;
    padding: 16px;
    min-inline-size: 0;
  }
  aside p {
    margin: 0 0 8px;
    overflow-wrap: anywhere;
  }
  aside h2.small {
    font-size: 18px;
  }
  aside number-grip {
    margin-block-end: 12px;
  }
  nudge-readout {
    block-size: auto;
    margin-block-end: 12px;
    padding-block: 8px;
    border-block: 1px solid var(--line);
  }
  guess-box {
    margin-block-end: 16px;
  }
  .verdict {
    margin-block-end: 16px;
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--ink);
  }
  .value {
    color: var(--forward);
    font-weight: 400;
  }
  .gradient {
    color: var(--backward);
    font-weight: 600;
  }
  .because {
    font-size: 15px;
    font-weight: 400;
  }
  .view + .view {
    margin-block-start: 16px;
    padding-block-start: 16px;
    border-block-start: 1px solid var(--line);
  }
  .updates {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin-block: 12px;
  }
  .updates update-timeline {
    flex: 1 1 360px;
  }
  .charts {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 280px);
    gap: 16px 32px;
    margin-block: 24px;
  }
  .charts:has(.fit) {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  figure {
    margin: 0;
    min-inline-size: 0;
  }
  pre.program {
    margin: 0;
    padding: 8px;
    overflow-x: auto;
    border: 1px solid var(--line);
    border-radius: 8px;
  }
  details {
    margin-block: 16px;
  }
  @media (max-width: 900px) {
    .main {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 640px) {
    .charts,
    .charts:has(.fit) {
      grid-template-columns: minmax(0, 1fr);
    }
    .row select {
      inline-size: 100%;
    }
  }
  @media print {
    .settings,
    .updates,
    .tools,
    figure label.check,
    .actions {
      display: none;
    }
    .main {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;

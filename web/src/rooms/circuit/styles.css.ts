/** The room: program line, picture, sentence, timeline, panel, one under the other; on wide windows the panel beside. */
import { css } from "lit";

export const styles = css`
  :host {
    display: block;
    background: var(--paper);
  }
  .room {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-areas: "program" "main" "panel" "table";
    gap: 16px;
  }
  .program {
    grid-area: program;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 8px;
    align-items: start;
  }
  .program .note {
    grid-column: 1 / -1;
    justify-self: start;
    margin: 0;
    padding: 0 4px;
    min-block-size: 24px;
    font-size: 13px;
    color: var(--secondary);
    white-space: normal;
    text-align: start;
  }
  .tools {
    display: flex;
    gap: 4px;
  }
  .main {
    grid-area: main;
    min-inline-size: 0;
  }
  tab-panel {
    grid-area: panel;
  }
  .table {
    grid-area: table;
    min-inline-size: 0;
    overflow-x: auto;
  }

  .picture {
    position: relative;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--surface);
  }
  circuit-view,
  .placeholder {
    display: block;
    min-block-size: clamp(320px, 100vh - 440px, 560px);
  }
  .placeholder {
    display: grid;
    place-items: center;
    color: var(--secondary);
    padding: 24px;
    text-align: center;
  }
  .placeholder.small {
    min-block-size: 96px;
  }
  .stale circuit-view {
    opacity: 0.45;
  }
  .picture-tools {
    position: absolute;
    z-index: 1;
    inset-block-start: 8px;
    inset-inline-end: 8px;
    display: flex;
    gap: 8px;
  }
  .segments {
    display: flex;
  }
  .segments button {
    border-radius: 0;
  }
  .segments button:first-child {
    border-radius: 8px 0 0 8px;
    border-inline-end: 0;
  }
  .segments button:last-child {
    border-radius: 0 8px 8px 0;
  }
  /* Half below the picture, off its lowest numbers. */
  .offer {
    position: absolute;
    z-index: 2;
    inset-block-end: -18px;
    inset-inline: 0;
    margin-inline: auto;
    inline-size: fit-content;
    box-shadow: 0 2px 12px rgb(0 0 0 / 20%);
  }

  .offer:not(.primary) {
    inset-block-end: 8px;
  }

  .menu {
    display: grid;
    gap: 8px;
    padding: 8px;
    inline-size: 240px;
  }
  .menu [role="group"] {
    display: grid;
    gap: 4px;
  }
  .menu .label {
    padding: 4px 8px;
    font-size: 13px;
    color: var(--secondary);
  }
  .menu .option {
    justify-content: start;
    padding-inline: 8px;
    background: none;
    border-color: transparent;
    color: inherit;
  }
  .menu .option:hover {
    background: var(--hover);
  }
  .option[aria-pressed="true"] {
    font-weight: 600;
  }
  .check {
    display: inline-flex;
    inline-size: 20px;
  }

  /* In sight however tall program and picture are. */
  .lower {
    position: sticky;
    z-index: 1;
    inset-block-end: 0;
    padding-block-end: 8px;
    background: var(--paper);
  }
  .words {
    display: grid;
    align-items: center;
    block-size: 64px;
    margin-block: 8px;
  }
  timeline-bar {
    margin-block-start: 8px;
  }

  @media (min-width: 1280px) {
    .room.with-panel {
      grid-template-columns: minmax(0, 1fr) 360px;
      grid-template-areas: "program program" "main panel" "table table";
    }
  }

  /* Phone */
  .phone {
    gap: 8px;
    padding-block-end: 80px;
  }
  .phone .program {
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
  }
  .phone .tools {
    justify-content: space-between;
  }
  .phone circuit-view,
  .phone .placeholder {
    /* what program, sentence, tabs and buttons leave of the screen */
    block-size: clamp(270px, 100dvh - 354px, 480px);
    min-block-size: 270px;
  }
  .phone .offer {
    inset-block-end: 4px;
  }
  .phone .picture-tools {
    inset-block-start: 48px;
  }
  .phone .picture {
    border-inline: 0;
    border-radius: 0;
    margin-inline: calc(-1 * var(--page-margin, 0px));
  }
  .phone .lower {
    position: static;
  }
  .phone .words {
    margin-block: 0;
    block-size: auto;
    min-block-size: 64px;
  }
  .phone timeline-bar {
    position: fixed;
    z-index: 2;
    inset: auto 0 0 0;
    block-size: 72px;
    box-sizing: border-box;
    padding: 2px 12px;
    background: var(--paper);
    border-block-start: 1px solid var(--line);
  }

  /* Projector: picture and sentence only */
  :host([projector]) {
    position: fixed;
    z-index: 10;
    inset: 0;
    padding: 24px;
    color-scheme: light;
  }
  @media (max-width: 1000px) {
    :host([projector]) {
      padding: 16px;
    }
  }
  :host([projector]) .room {
    block-size: 100%;
    grid-template-rows: minmax(0, 1fr);
    grid-template-areas: "main";
  }
  :host([projector]) .main {
    display: flex;
    flex-direction: column;
  }
  :host([projector]) .picture {
    flex: 1;
    min-block-size: 0;
    border: 0;
  }
  :host([projector]) circuit-view {
    block-size: 100%;
  }
  :host([projector]) :is(.program, tab-panel, .table, timeline-bar, .picture-tools) {
    display: none;
  }
  :host([projector]) .words {
    zoom: 2;
  }

  /* Paper has sheets of its own, laid out off the screen just before printing. */
  @media screen {
    print-sheet {
      position: absolute;
      inset-inline-start: -300vw;
      inline-size: 178mm;
    }
  }
  @media print {
    :host(:not([embedded])) .room {
      display: none;
    }
  }
`;

/** The timeline bar, wide and on a phone. */
import { css } from "lit";

export const timelineBar = css`
  :host {
    display: flex;
    align-items: center;
    gap: 8px 16px;
  }
  .buttons {
    display: flex;
    gap: 4px;
  }
  .scrub {
    flex: 1;
    min-inline-size: 96px;
    display: grid;
    align-items: center;
  }
  .scrub > * {
    grid-area: 1 / 1;
  }
  .track {
    block-size: 6px;
    margin-inline: 10px;
    border-radius: 3px;
    display: flex;
    gap: 2px;
    overflow: hidden;
  }
  .track span {
    flex: var(--length) 0 0;
    background: var(--track);
  }
  .track .done {
    flex: none;
  }
  .forward {
    --track: color-mix(in srgb, var(--forward) 28%, var(--paper));
  }
  .backward {
    --track: color-mix(in srgb, var(--backward) 28%, var(--paper));
  }
  input[type="range"] {
    appearance: none;
    inline-size: 100%;
    block-size: 32px;
    margin: 0;
    background: none;
    cursor: pointer;
    border-radius: 8px;
  }
  input::-webkit-slider-runnable-track {
    block-size: 20px;
    background: none;
  }
  input::-webkit-slider-thumb {
    appearance: none;
    inline-size: 20px;
    block-size: 20px;
    border-radius: 50%;
    border: 3px solid var(--paper);
    background: var(--thumb, var(--ink));
    box-shadow: 0 0 0 1.5px var(--thumb, var(--ink));
  }
  input::-moz-range-thumb {
    box-sizing: border-box;
    inline-size: 20px;
    block-size: 20px;
    border-radius: 50%;
    border: 3px solid var(--paper);
    background: var(--thumb, var(--ink));
    box-shadow: 0 0 0 1.5px var(--thumb, var(--ink));
  }
  .is-forward {
    --thumb: var(--forward);
  }
  .is-backward {
    --thumb: var(--backward);
  }
  output {
    min-inline-size: 13ch;
    font-size: 13px;
    color: var(--secondary);
    white-space: nowrap;
  }
  select {
    padding: 0 4px;
  }
  :host([phone]) {
    display: grid;
    grid-template-columns: 1fr 1fr 1fr;
    gap: 0 8px;
  }
  :host([phone]) .buttons {
    display: contents;
  }
  :host([phone]) button {
    min-block-size: 44px;
    border: 0;
  }
  :host([phone]) .scrub {
    grid-column: 1 / -1;
    grid-row: 1;
  }
  :host([phone]) input[type="range"] {
    block-size: 24px;
  }
  @media (forced-colors: active) {
    .track span {
      background: GrayText;
    }
    input::-webkit-slider-thumb {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;

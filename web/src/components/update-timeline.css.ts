/** What a timeline of updates has besides the look of the timeline bar. */
import { css } from "lit";

export const updateTimeline = css`
  .track .whole {
    flex: 1;
    --track: color-mix(in srgb, var(--ink) 24%, var(--paper));
  }
  input:disabled {
    --thumb: var(--wire);
    cursor: default;
  }
  output {
    min-inline-size: 15ch;
  }
  @media (max-width: 480px) {
    :host {
      flex-wrap: wrap;
    }
    .scrub {
      order: 3;
      flex-basis: 100%;
    }
    output {
      margin-inline-start: auto;
      min-inline-size: 0;
    }
  }
`;

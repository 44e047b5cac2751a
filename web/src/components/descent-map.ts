/** <descent-map>: a map of level lines with the ways that optimisers take down it, all from the point that is dragged. */
import { css, nothing, svg, type TemplateResult } from "lit";
import type { Point } from "../scene/metrics.js";
import { placing } from "../scene/plot.js";
import type { Surface, SurfacePlot } from "../scene/surface.js";
import { trackOf } from "../scene/track.js";
import { ContourPlot } from "./contour-plot.js";

export class DescentMap extends ContourPlot {
  static override properties = { ...ContourPlot.properties, tracks: { attribute: false } };
  /** Their looks are those of the lines of a chart: line `look`. */
  declare tracks: readonly { look: number; places: readonly Point[] }[];

  constructor() {
    super();
    this.tracks = [];
  }

  static override styles = [
    ...ContourPlot.styles,
    css`
      .track {
        fill: none;
        stroke: var(--series);
        stroke-width: 2.25;
        stroke-linejoin: round;
      }
      .track.under {
        stroke: var(--surface);
        stroke-width: 5;
        opacity: 0.8;
      }
      .foot {
        fill: var(--series);
        stroke: var(--surface);
        stroke-width: 1;
      }
      .stop {
        fill: var(--series);
        stroke: var(--surface);
        stroke-width: 2;
      }
      .s0 {
        --series: var(--ink);
      }
      .s1,
      .s4 {
        --series: var(--negative);
      }
      .s2,
      .s5 {
        --series: var(--positive);
      }
      .s3 {
        --series: var(--secondary);
      }
      .track.s3 {
        stroke-dasharray: 8 4;
      }
      .track.s4 {
        stroke-dasharray: 2 3;
      }
      .track.s5 {
        stroke-dasharray: 10 3 2 3;
      }
    `,
  ];

  protected override over({ frame }: SurfacePlot, { x, y }: Surface): TemplateResult | typeof nothing {
    if (this.tracks.length === 0) return nothing;
    const place = placing(x, y, frame);
    return svg`${this.tracks.map(({ look, places }) => {
      const { path, feet, end } = trackOf(places, place, frame);
      return svg`<path class="track under" d=${path} />
        <path class="track s${look}" d=${path} />
        ${feet.map(({ x, y }) => svg`<circle class="foot s${look}" cx=${x} cy=${y} r="2.5" />`)}
        ${end ? svg`<circle class="stop s${look}" cx=${end.x} cy=${end.y} r="6" />` : nothing}`;
    })}`;
  }
}
customElements.define("descent-map", DescentMap);

declare global {
  interface HTMLElementTagNameMap {
    "descent-map": DescentMap;
  }
}

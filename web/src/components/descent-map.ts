/** <descent-map>: a map of level lines with the ways that optimisers take down it, all from the point that is dragged. */
import { css, nothing, svg, type TemplateResult } from "lit";
import type { Point } from "../scene/metrics.js";
import { placing } from "../scene/plot.js";
import type { Surface, SurfacePlot } from "../scene/surface.js";
import { trackOf } from "../scene/track.js";
import { ContourPlot } from "./contour-plot.js";
import { seriesStyles } from "./series.css.js";

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
    seriesStyles,
    css`
      .track {
        fill: none;
        stroke: var(--series);
        stroke-width: calc(2.25px * var(--weight, 1));
        stroke-dasharray: var(--dashes, none);
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

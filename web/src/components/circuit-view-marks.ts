/** Marks as SVG. Every mark keeps its element from scene to scene: what a drag changes is a text and little else. */
import { nothing, type SVGTemplateResult, svg } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Hit, Mark } from "../scene/marks.js";

export function drawMarks(marks: readonly Mark[]): unknown {
  return repeat(marks, keyOf, drawMark);
}

export function drawHits(hits: readonly Hit[]): unknown {
  return repeat(
    hits,
    keyOf,
    (hit) =>
      svg`<rect class=${isDragged(hit) ? "hit drag" : "hit"} data-hit=${hit.key} x=${hit.x} y=${hit.y} width=${hit.width} height=${hit.height}></rect>`,
  );
}

export function isDragged(hit: Hit): boolean {
  return hit.on === "entry" || (hit.on === "node" && hit.draggable);
}

function keyOf({ key }: { key: string }): string {
  return key;
}

function drawMark(mark: Mark): SVGTemplateResult {
  const opacity = mark.opacity ?? nothing;
  switch (mark.kind) {
    case "text":
      return svg`<text class=${mark.role} x=${mark.x} y=${mark.y} opacity=${opacity}>${mark.text}</text>`;
    case "path":
      return svg`<path class=${mark.role} d=${mark.d} opacity=${opacity}></path>`;
    case "rect":
      return svg`<rect class=${mark.role} x=${mark.x} y=${mark.y} width=${mark.width} height=${mark.height} rx=${mark.radius} opacity=${opacity}></rect>`;
    case "circle":
      return svg`<circle class=${mark.role} cx=${mark.x} cy=${mark.y} r=${mark.radius} opacity=${opacity}></circle>`;
  }
}

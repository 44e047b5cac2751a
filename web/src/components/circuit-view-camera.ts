/** How much of the picture is to be seen, and where. Sizes are set in code: the page's policy allows no style attributes. */
import { IS_SITE } from "../product.js";
import { cameraOn, SMALLEST, SPARE } from "../scene/camera.js";
import type { Scene } from "../scene/marks.js";
import type { Rect } from "../scene/metrics.js";

export type CameraMode = "full" | "phone" | "projector";

/** Numbers of 24 px are calm still. */
const LARGEST = 1.6;
/** From this width of a window on pictures grow with it. */
const WIDE = 1280;
/** What a picture may take of the window's height to be enlarged: the rest is for program, sentence and timeline. */
const MOST_HIGH = 0.55;

export class CameraControl {
  /** The focus that was last scrolled to. */
  #seen = "";

  show(drawing: SVGSVGElement, scene: Scene, mode: CameraMode, moves: boolean): void {
    const camera = drawing.querySelector(".camera") as SVGGElement;
    const viewport = drawing.parentElement as Element;
    if (mode === "full") {
      // a picture that would have to be scrolled goes without most of its margin
      const spared = SMALLEST * scene.width > viewport.clientWidth ? SPARE : 0;
      const width = scene.width - 2 * spared;
      frame(drawing, spared, width, scene.height);
      const scale = IS_SITE ? enlarged(viewport.clientWidth, width, scene.height) : 1;
      drawing.style.setProperty("--natural", `${scale * width}px`);
      drawing.style.setProperty("--smallest", `${SMALLEST * width}px`);
      camera.style.transform = "";
      this.#scrollTo(viewport, drawing.clientWidth / width, spared, scene.focus, moves);
      return;
    }
    const { clientWidth: width, clientHeight: height } = viewport;
    if (width === 0 || height === 0) return;
    frame(drawing, 0, width, height);
    const { x, y, scale } = cameraOn(scene.focus, { width, height }, scene, mode);
    camera.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
  }

  /** A picture wider than its window follows the step: only when that moves on, never under a hand that drags. */
  #scrollTo(viewport: Element, scale: number, from: number, focus: Rect, moves: boolean): void {
    const place = `${focus.x} ${focus.width}`;
    if (place === this.#seen) return;
    this.#seen = place;
    if (viewport.scrollWidth <= viewport.clientWidth) return;
    const [left, right] = [(focus.x - from) * scale, (focus.x + focus.width - from) * scale];
    if (left >= viewport.scrollLeft && right <= viewport.scrollLeft + viewport.clientWidth) return;
    viewport.scrollTo({ left: (left + right - viewport.clientWidth) / 2, behavior: moves ? "smooth" : "auto" });
  }
}

/** On a wide screen as large as width and height of the window allow, the numbers of all circuits alike. */
function enlarged(room: number, width: number, height: number): number {
  return Math.max(1, Math.min(LARGEST, room / WIDE, room / width, (innerHeight * MOST_HIGH) / height));
}

/** Even an unchanged viewBox would make the browser lay out the whole drawing again. */
function frame(drawing: SVGSVGElement, left: number, width: number, height: number): void {
  const viewBox = `${left} 0 ${width} ${height}`;
  if (drawing.getAttribute("viewBox") !== viewBox) drawing.setAttribute("viewBox", viewBox);
}

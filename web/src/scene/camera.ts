/** Which part of the picture a small window shows, and how large. */
import { MARGIN, type Point, type Rect } from "./metrics.js";

export interface Camera extends Point {
  scale: number;
}

/** Numbers of 11 px: smaller ones scroll out of the window instead. */
export const SMALLEST = 0.728;
/** On a projector numbers are at least 28 px where the screen has 1080 lines; a smaller one is enlarged as a whole. */
export const PROJECTED = 28 / 15;
const PROJECTED_WIDTH = 1872;
const LARGEST_PROJECTED = 3;
/** What a window may lack of the margin on either side, and above and below, and still show the whole picture. */
export const SPARE = MARGIN - 2;
const SPARE_ABOVE = MARGIN / 2 - 4;

/**
 * On a phone the whole picture where its numbers can still be read. Otherwise shows `focus`, in the middle of the window unless
 * an edge of the picture can be seen as well, and nothing beyond the edges.
 */
export function cameraOn(
  focus: Rect,
  window: { width: number; height: number },
  picture: { width: number; height: number },
  mode: "phone" | "projector",
): Camera {
  const room = (width: number, height: number) => Math.min(window.width / width, window.height / height);
  const whole = room(picture.width - 2 * SPARE, picture.height - 2 * SPARE_ABOVE);
  const scale =
    mode === "phone"
      ? clamp(whole >= SMALLEST ? whole : room(focus.width, focus.height), SMALLEST, 1)
      : clamp(
          room(picture.width - 2 * SPARE, picture.height),
          Math.max(SMALLEST, PROJECTED * Math.min(1, window.width / PROJECTED_WIDTH)),
          LARGEST_PROJECTED,
        );
  return {
    scale,
    x: offset(focus.x, focus.width, window.width / scale, picture.width, SPARE) * scale,
    y: offset(focus.y, focus.height, window.height / scale, picture.height, SPARE_ABOVE) * scale,
  };
}

function offset(begin: number, length: number, seen: number, whole: number, spare: number): number {
  if (whole - 2 * spare <= seen + 1e-6) return (seen - whole) / 2;
  if (begin + length + spare <= seen) return 0;
  if (begin - spare >= whole - seen) return seen - whole;
  return -clamp(begin + length / 2 - seen / 2, 0, whole - seen);
}

function clamp(x: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, x));
}

/** Which part of the picture a small window shows, and how large. */
import type { Point, Rect } from "./metrics.js";

export interface Camera extends Point {
  scale: number;
}

/** A phone shows the active gate at full size if it fits, and no text below 11 px. */
export const SMALLEST = 0.74;
/** On a projector numbers are at least 28 px. */
export const PROJECTED = 28 / 15;
const LARGEST_PROJECTED = 3;

/** Holds `focus` in the middle of the window, but shows nothing beyond the picture's edges if there is more of it. */
export function cameraOn(
  focus: Rect,
  window: { width: number; height: number },
  picture: { width: number; height: number },
  mode: "phone" | "projector",
): Camera {
  const room = (what: { width: number; height: number }) =>
    Math.min(window.width / what.width, window.height / what.height);
  const scale = mode === "phone" ? clamp(room(focus), SMALLEST, 1) : clamp(room(picture), PROJECTED, LARGEST_PROJECTED);
  return {
    scale,
    x: offset(focus.x + focus.width / 2, window.width / scale, picture.width) * scale,
    y: offset(focus.y + focus.height / 2, window.height / scale, picture.height) * scale,
  };
}

function offset(middle: number, seen: number, whole: number): number {
  if (whole <= seen) return (seen - whole) / 2;
  return -clamp(middle - seen / 2, 0, whole - seen);
}

function clamp(x: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, x));
}

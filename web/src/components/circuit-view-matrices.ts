/** What a picture with matrices has besides: fetched with the first of them, so that no first page waits for it. */

export * as grids from "../scene/motion-elementwise.js";
export { CellControl } from "./circuit-view-cells.js";

/**
 * The site's: what a drag of a large circuit need not do sixty times a second. Numbers outside the page's window wait until
 * the hand rests, and the camera is not asked again while it stands still: it reads sizes, for which the browser would lay
 * out in the middle of a drag.
 */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Mark, Scene } from "../scene/marks.js";
import type { CircuitState } from "../scene/model.js";

/** Pixels that no number reaches beyond its place. */
const LONGEST = 200;

interface Host extends ReactiveControllerHost {
  readonly renderRoot: ParentNode;
  readonly state: CircuitState | null;
  readonly camera: string;
}

export class DragSight implements ReactiveController {
  readonly #host: Host;
  #drawn: readonly Mark[] = [];
  #framed = "";

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener("scroll", this, { capture: true, passive: true });
  }
  hostDisconnected(): void {
    removeEventListener("scroll", this, { capture: true });
  }
  /** What comes into sight under a hand that drags. */
  handleEvent(): void {
    if (this.#isDragged) this.#host.requestUpdate();
  }

  get #isDragged(): boolean {
    return this.#host.state !== null && this.#host.state.dragged !== null;
  }

  /** The marks with those that wait as they were drawn last. */
  marks(marks: readonly Mark[]): readonly Mark[] {
    const before = this.#drawn;
    const camera = this.#host.renderRoot.querySelector<SVGGElement>(".camera");
    const isSameOrder = marks.length === before.length && marks.every(({ key }, i) => key === before[i]?.key);
    const waits = this.#isDragged && isSameOrder && camera !== null ? outOfSight(camera) : null;
    this.#drawn = waits === null ? marks : marks.map((mark, i) => (waits(mark) && before[i]) || mark);
    return this.#drawn;
  }

  /** Whether the camera has to be set: another picture, another place in it, or another room for it. */
  moves({ width, height, focus }: Scene, isResized: boolean): boolean {
    const framed = JSON.stringify([this.#host.camera, innerHeight, width, height, focus]);
    const moves = isResized || framed !== this.#framed;
    this.#framed = framed;
    return moves;
  }
}

/** Which texts are outside the page's window. */
function outOfSight(camera: SVGGElement): (mark: Mark) => boolean {
  const { a: scale, e: left, f: top } = camera.getScreenCTM() as DOMMatrix;
  const isOut = (at: number, size: number) => at < -LONGEST || at > size + LONGEST;
  return (mark) =>
    mark.kind === "text" && (isOut(left + scale * mark.x, innerWidth) || isOut(top + scale * mark.y, innerHeight));
}

/**
 * The site's: what a drag of a large circuit need not do sixty times a second. Gates outside the page's window keep their
 * numbers until the hand rests, and the camera is not asked again while it stands still: it reads sizes, for which the
 * browser would lay out in the middle of a drag.
 */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { PlacedGate } from "../scene/layout.js";
import type { Mark, Scene } from "../scene/marks.js";
import type { CircuitState } from "../scene/model.js";
import type { PictureOptions } from "../scene/picture.js";

/** Pixels that nothing of a gate reaches beyond its box. */
const FARTHEST = 200;

interface Host extends ReactiveControllerHost {
  readonly renderRoot: ParentNode;
  readonly state: CircuitState | null;
  readonly camera: string;
}

export class DragSight implements ReactiveController {
  readonly #host: Host;
  /** What is drawn of each gate. A new layout has new gates. */
  readonly #drawn = new WeakMap<PlacedGate, readonly Mark[]>();
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

  /** For the next scene: the labels of a gate as they are now, or as they were if it waits. */
  labels(): NonNullable<PictureOptions["labels"]> {
    const camera = this.#isDragged && this.#host.renderRoot.querySelector<SVGGElement>(".camera");
    const waits = camera ? outOfSight(camera) : () => false;
    return (gate, draw) => {
      const labels = (waits(gate) && this.#drawn.get(gate)) || draw();
      this.#drawn.set(gate, labels);
      return labels;
    };
  }

  /** Whether the camera has to be set: another picture, another place in it, or another room for it. */
  moves({ width, height, focus }: Scene, isResized: boolean): boolean {
    const framed = JSON.stringify([this.#host.camera, innerHeight, width, height, focus]);
    const moves = isResized || framed !== this.#framed;
    this.#framed = framed;
    return moves;
  }
}

/** Which gates are outside the page's window. */
function outOfSight(camera: SVGGElement): (gate: PlacedGate) => boolean {
  const { a: scale, e: left, f: top } = camera.getScreenCTM() as DOMMatrix;
  const [width, height] = [innerWidth, innerHeight];
  const isOut = (at: number, size: number) => at < -FARTHEST || at > size + FARTHEST;
  return ({ x, y }) => isOut(left + scale * x, width) || isOut(top + scale * y, height);
}

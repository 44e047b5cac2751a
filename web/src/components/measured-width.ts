/** How wide an element is on the page, within bounds, as its `width`: later than it is laid out, since its height follows from it. */
import type { LitElement, ReactiveController } from "lit";

export class MeasuredWidth implements ReactiveController {
  readonly #host: LitElement;
  readonly #sizes: ResizeObserver;

  constructor(host: LitElement & { width: number }, [narrowest, widest]: readonly [number, number]) {
    const measure = () => {
      if (host.clientWidth > 0) host.width = Math.min(Math.max(host.clientWidth, narrowest), widest);
    };
    this.#sizes = new ResizeObserver(() => requestAnimationFrame(measure));
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#sizes.observe(this.#host);
  }
  hostDisconnected(): void {
    this.#sizes.disconnect();
  }
}

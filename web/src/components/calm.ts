/** While updates follow each other faster than they are read, a host keeps up now and then, and not at all while it is out of sight. */
import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Milliseconds between two looks at numbers. */
const REST = 300;

export class Calm implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #sight: IntersectionObserver | null;
  #isInSight = true;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isDue = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#sight =
      typeof IntersectionObserver === "undefined" ? null : new IntersectionObserver(([entry]) => this.#seen(entry));
    host.addController(this);
  }

  hostConnected(): void {
    this.#sight?.observe(this.#host);
  }
  hostDisconnected(): void {
    this.#sight?.disconnect();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #seen(entry: IntersectionObserverEntry | undefined): void {
    this.#isInSight = entry?.isIntersecting ?? true;
    if (this.#isInSight) this.#host.requestUpdate();
  }

  /** Whether the host shows what it has now. Else it is asked again. */
  mayUpdate(isPlaying: boolean): boolean {
    if (!isPlaying || !this.#host.isConnected || this.#isDue) {
      this.#isDue = false;
      return true;
    }
    if (this.#isInSight)
      this.#timer ??= setTimeout(() => {
        this.#timer = null;
        this.#isDue = true;
        this.#host.requestUpdate();
      }, REST);
    return false;
  }
}

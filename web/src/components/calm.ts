/** While updates follow each other faster than they are read, a host keeps up now and then, and not at all while it is out of sight. */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { Sight } from "./sight.js";

/** Milliseconds between two looks at numbers. */
const REST = 400;

export class Calm implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #sight = new Sight(() => this.#host.requestUpdate());
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isDue = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#sight.watch(this.#host);
  }
  hostDisconnected(): void {
    this.#sight.watch(null);
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** Whether the host shows what it has now. Else it is asked again. */
  mayUpdate(isPlaying: boolean): boolean {
    if (!isPlaying || !this.#host.isConnected || this.#isDue) {
      this.#isDue = false;
      return true;
    }
    if (this.#sight.isIn)
      this.#timer ??= setTimeout(() => {
        this.#timer = null;
        this.#isDue = true;
        this.#host.requestUpdate();
      }, REST);
    return false;
  }
}

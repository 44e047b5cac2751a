/** Paper: the sheets are drawn just before the browser takes its picture, and gone after it. */
import type { ReactiveController, ReactiveElement } from "lit";

export class PrintController implements ReactiveController {
  isOn = false;
  readonly #host: ReactiveElement;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener("beforeprint", this.#before);
    window.addEventListener("afterprint", this.#after);
  }
  hostDisconnected(): void {
    window.removeEventListener("beforeprint", this.#before);
    window.removeEventListener("afterprint", this.#after);
  }

  /** Opens the browser's own dialog once the sheets and what is in them have been drawn. */
  async print(): Promise<void> {
    this.#before();
    await this.#host.updateComplete;
    requestAnimationFrame(() => requestAnimationFrame(() => window.print()));
  }

  readonly #before = () => {
    this.isOn = true;
    this.#host.requestUpdate();
  };
  readonly #after = () => {
    this.isOn = false;
    this.#host.requestUpdate();
  };
}

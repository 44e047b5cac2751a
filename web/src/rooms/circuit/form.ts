/** Which of its forms the room takes: by its own width on a phone, by the window's where a panel fits beside. */
import type { ReactiveController, ReactiveControllerHost } from "lit";

export type Form = "phone" | "below" | "beside";

const PHONE_WIDTH = 600;
const BESIDE = "(min-width: 1280px)";

export class FormController implements ReactiveController {
  form: Form = "below";
  readonly #host: ReactiveControllerHost & Element;
  readonly #wide = matchMedia(BESIDE);
  readonly #sizes = new ResizeObserver(() => this.#measure());
  readonly #measure = () => {
    const isPhone = this.#host.clientWidth > 0 && this.#host.clientWidth < PHONE_WIDTH;
    const form = isPhone ? "phone" : this.#wide.matches ? "beside" : "below";
    if (form === this.form) return;
    this.form = form;
    this.#host.requestUpdate();
  };

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#sizes.observe(this.#host);
    this.#wide.addEventListener("change", this.#measure);
    this.#measure();
  }
  hostDisconnected(): void {
    this.#sizes.disconnect();
    this.#wide.removeEventListener("change", this.#measure);
  }
}

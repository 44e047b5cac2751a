/** Numbers of a net, wherever they stand: whatever carries `data-id` is one. Hover, focus and tap link it, a click chooses it. */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { NetId } from "../scene/net.js";

export interface NetEvents {
  "net-link": { id: NetId | null };
  "net-choose": { id: NetId };
}

export class NetLinks implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of ["pointerover", "focusin"]) this.#host.addEventListener(type, this.#over);
    for (const type of ["pointerleave", "focusout"]) this.#host.addEventListener(type, this.#leave);
    this.#host.addEventListener("click", this.#click);
  }
  hostDisconnected(): void {
    for (const type of ["pointerover", "focusin"]) this.#host.removeEventListener(type, this.#over);
    for (const type of ["pointerleave", "focusout"]) this.#host.removeEventListener(type, this.#leave);
    this.#host.removeEventListener("click", this.#click);
  }

  readonly #over = (event: Event) => {
    const id = idAt(event);
    // a focus elsewhere says nothing of a number
    if (id !== null || event.type !== "focusin") this.#send("net-link", id);
  };
  readonly #leave = () => this.#send("net-link", null);
  readonly #click = (event: Event) => {
    const id = idAt(event);
    if (id !== null) this.#send("net-choose", id);
  };

  #send(name: keyof NetEvents, id: NetId | null): void {
    this.#host.dispatchEvent(new CustomEvent(name, { detail: { id }, bubbles: true, composed: true }));
  }
}

function idAt(event: Event): NetId | null {
  for (const target of event.composedPath()) {
    if (target === event.currentTarget) return null;
    const id = target instanceof Element ? target.getAttribute("data-id") : null;
    if (id !== null) return id;
  }
  return null;
}

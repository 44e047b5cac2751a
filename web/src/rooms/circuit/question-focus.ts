/**
 * A question takes the focus of whoever works here with the keyboard, and hands it on, to what is offered or to the
 * timeline, when it is answered: type, Enter, Enter, type. A phone is left alone, since focus would open its keyboard over the picture.
 */
import type { LitElement, ReactiveController } from "lit";
import type { NumberKey } from "../../scene/model.js";
import type { Session } from "./session.js";

export class QuestionFocusController implements ReactiveController {
  readonly #host: LitElement & { readonly session: Session | null };
  /** The number that was asked for when the room was last drawn. */
  #asking: NumberKey | null = null;
  #hadFocus = false;

  constructor(host: LitElement & { readonly session: Session | null }) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#hadFocus = this.#host.shadowRoot?.activeElement != null;
  }

  hostUpdated(): void {
    const asking = this.#host.session?.covers.asking ?? null;
    if (asking === this.#asking) return;
    this.#asking = asking;
    if (!this.#hadFocus || !matchMedia("(pointer: fine)").matches) return;
    // in a task of its own: the Enter that answered must not press the button that gets the focus
    setTimeout(() => (asking === null ? this.#focusTimeline() : void this.#focusQuestion()));
  }

  #focusTimeline(): void {
    const offer = this.#host.renderRoot.querySelector<HTMLElement>(".offer");
    if (offer) offer.focus();
    else this.#host.renderRoot.querySelector("timeline-bar")?.focusNext();
  }

  async #focusQuestion(): Promise<void> {
    const slot = this.#host.renderRoot.querySelector("cover-slot");
    const picture = this.#host.renderRoot.querySelector("circuit-view");
    await (slot ?? picture)?.updateComplete;
    if (slot) slot.focus();
    else picture?.shadowRoot?.querySelector<HTMLElement>(".answer")?.focus();
  }
}

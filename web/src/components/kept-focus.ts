/**
 * When the button that was pressed goes, or cannot be pressed any more, the focus would fall to the begin of the page. It goes to the
 * same button where that was only made anew, and else to what takes its place.
 */
import type { ReactiveController, ReactiveControllerHost } from "lit";

interface Host extends ReactiveControllerHost {
  readonly shadowRoot: ShadowRoot | null;
}

export class KeptFocus implements ReactiveController {
  readonly #host: Host;
  readonly #next: (root: ShadowRoot, lost: Element) => HTMLElement | null;
  #focused: Element | null = null;

  constructor(host: Host, next: (root: ShadowRoot, lost: Element) => HTMLElement | null) {
    this.#host = host;
    this.#next = next;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#focused = this.#host.shadowRoot?.activeElement ?? null;
  }
  hostUpdated(): void {
    const [root, lost] = [this.#host.shadowRoot, this.#focused];
    if (!root || !lost) return;
    const now = root.activeElement;
    if (now !== null && !now.matches(":disabled")) return;
    const again = [...root.querySelectorAll<HTMLElement>(`${lost.localName}:enabled`)].find(
      (element) => nameOf(element) === nameOf(lost),
    );
    (again ?? this.#next(root, lost))?.focus();
  }
}

function nameOf(element: Element): string {
  return element.getAttribute("aria-label") ?? element.textContent;
}

/** Whether an element is in sight; where nobody can tell, it is. */
export class Sight {
  isIn = true;
  readonly #observer: IntersectionObserver | null;
  #watched: Element | null = null;

  /** @param entered called when it has come into sight */
  constructor(entered: () => void) {
    this.#observer =
      typeof IntersectionObserver === "undefined"
        ? null
        : new IntersectionObserver((entries) => {
            this.isIn = entries.at(-1)?.isIntersecting ?? true;
            if (this.isIn) entered();
          });
  }

  watch(element: Element | null): void {
    if (element === this.#watched) return;
    this.#observer?.disconnect();
    this.isIn = true;
    this.#watched = element;
    if (element) this.#observer?.observe(element);
  }
}

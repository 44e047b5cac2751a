/** What jsdom lacks and our components use, as little of it as their tests can tell. */
function toggled(element: HTMLElement, newState: "open" | "closed"): void {
  element.dispatchEvent(Object.assign(new Event("toggle"), { newState }));
}

HTMLElement.prototype.showPopover ??= function (this: HTMLElement) {
  toggled(this, "open");
};
HTMLElement.prototype.hidePopover ??= function (this: HTMLElement) {
  toggled(this, "closed");
};

Element.prototype.setPointerCapture ??= () => {};
globalThis.matchMedia ??= (query) => ({ matches: false, media: query }) as MediaQueryList;
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

// Lit's development build finds mistakes; that it is one need not be said in every test file.
Object.assign(globalThis, { litIssuedWarnings: new Set(["dev-mode"]) });

/**
 * What runs in a page before the page's own scripts: it writes down every complaint. Chromium and Firefox run it ahead of
 * the untouched page; WebKitGTK's driver cannot, so there it is the first script of a copy of the page (variant.ts).
 */

declare global {
  interface Window {
    complaints: string[];
  }
}

/** Self-contained: its text is what travels. */
export function probe(): void {
  const complaints: string[] = [];
  window.complaints = complaints;
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) => {
    complaints.push(`policy: ${effectiveDirective} refused ${blockedURI} ${sample}`.trim());
  });
  addEventListener(
    "error",
    ({ message, target }) => {
      complaints.push(`error: ${message ?? `${(target as Element | null)?.tagName} did not load`}`);
    },
    true,
  );
  addEventListener("unhandledrejection", ({ reason }) => complaints.push(`rejection: ${reason}`));
  for (const level of ["error", "warn"] as const) {
    const original = console[level];
    console[level] = (...words: unknown[]) => {
      complaints.push(`console.${level}: ${words.join(" ")}`);
      original.apply(console, words);
    };
  }
}

/** The probe as the text of an inline script. */
export const PROBE = `(${probe})();`;

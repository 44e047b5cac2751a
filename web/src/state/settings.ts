/** What a person chose for every circuit on this device. A sandboxed frame has no storage, and then nothing is kept. */
import type { Theme } from "./url.js";

export type Speech = "short" | "full";

export interface Settings {
  theme: Theme;
  /** Green for values and red for gradients, as some courses draw them. */
  classic: boolean;
  speech: Speech;
  /** A language tag; empty for the browser's. */
  language: string;
}

export const DEFAULTS: Settings = { theme: "auto", classic: false, speech: "short", language: "" };

const KEY = "gradcircuit-settings";

export function loadSettings(): Settings {
  try {
    const stored: Partial<Record<keyof Settings, unknown>> = JSON.parse(localStorage.getItem(KEY) ?? "{}") ?? {};
    return {
      theme: stored.theme === "light" || stored.theme === "dark" ? stored.theme : "auto",
      classic: stored.classic === true,
      speech: stored.speech === "full" ? "full" : "short",
      language: typeof stored.language === "string" ? stored.language : "",
    };
  } catch {
    return DEFAULTS;
  }
}

export function saveSettings(settings: Settings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // nothing to keep it in
  }
}

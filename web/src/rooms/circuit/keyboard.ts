/** The keys of the circuit room. Letters and signs count only while the circuit has focus and nothing is being typed. */
import type { Session } from "./session.js";

export interface KeyActions {
  cycleCover(): void;
  toggleProjector(): void;
}

type Action = (session: Session, actions: KeyActions) => void;

const KEYS: Record<string, Action> = {
  ".": (session) => session.command("step"),
  ",": (session) => session.command("back"),
  PageDown: (session) => session.nextGate(),
  PageUp: (session) => session.previousGate(),
  Home: (session) => session.command("first"),
  End: (session) => session.command("last"),
  " ": (session) => session.command(session.playback.clock.moving ? "pause" : "play"),
  c: (_session, actions) => actions.cycleCover(),
  p: (_session, actions) => actions.toggleProjector(),
};

export const TYPING = 'textarea, select, input:not([type="range"], [type="checkbox"]), [contenteditable], [popover]';
const PRESSABLE = "button, a, summary, input, [role=button]";

/** Undo and redo, the same in every room; a field that is being typed in has its own. */
export function historyAction(event: KeyboardEvent): ((history: { undo(): void; redo(): void }) => void) | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === "y" || (key === "z" && event.shiftKey)) return (history) => history.redo();
  return key === "z" ? (history) => history.undo() : null;
}

/** What a key means here; null where it belongs to what has focus. */
export function actionOf(event: KeyboardEvent): Action | null {
  if (event.defaultPrevented) return null;
  const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
  const action = isPlain ? KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key] : historyAction(event);
  const path = event.composedPath().filter((target): target is Element => target instanceof Element);
  if (!action || path.some((element) => element.matches(TYPING))) return null;
  if (event.key === " " && path.some((element) => element.matches(PRESSABLE))) return null;
  return action;
}

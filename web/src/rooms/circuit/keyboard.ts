/** The keys of the circuit room. Letters and signs count only while the circuit has focus and nothing is being typed. */
import { historyKey, TYPING } from "../history-keys.js";
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

const PRESSABLE = "button, a, summary, input, [role=button]";

/** Undo and redo of the circuit; a field that is being typed in has its own. */
function historyAction(event: KeyboardEvent): Action | null {
  const name = historyKey(event);
  return name && ((session) => session[name]());
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

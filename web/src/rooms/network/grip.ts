/** A number in the hand: where its drag began, what its gradient predicted of it, and what happened. */
import type { NetId } from "../../scene/net.js";
import type { Nudged } from "../../scene/nudge.js";
import type { NetworkSession } from "./session.js";

/** A number at the begin of a drag, to which its moves are compared. */
export interface Grip {
  id: NetId;
  from: number;
  gradient: number;
  loss: number;
}

export function gripOf({ answer }: NetworkSession, id: NetId, from: number): Grip {
  return { id, from, gradient: answer?.gradient(id) ?? Number.NaN, loss: answer?.value("L") ?? Number.NaN };
}

/** What the gradient predicted, once it is known, and what happened. */
export function nudgeOf(
  { answer, isLocked }: NetworkSession,
  { id, from, gradient, loss }: Grip,
  entry: readonly [number, number],
  to: number,
): Nudged | null {
  const input = answer?.nodeOf(id) ?? null;
  if (!answer || input === null || isLocked || to === from) return null;
  const outputNow = answer.value("L") ?? Number.NaN;
  return { input, entry, name: id, from, to, gradient, outputBefore: loss, outputNow };
}

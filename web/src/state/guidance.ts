/**
 * The first minute: one sentence at a time, each earned by what the student just did. No tour, no modal. It ends for
 * good at the first edit of the program, and never starts where a link brought its own circuit.
 */
import type { NodeId } from "../engine/protocol.js";

export type Guidance =
  | { stage: "off" }
  /** "Drag x." */
  | { stage: "drag"; input: NodeId }
  /** The drag is over: "Where does −4 come from?" is offered for its gradient. */
  | { stage: "wonder"; input: NodeId }
  /** The path from the output to that input plays. */
  | { stage: "trace"; input: NodeId }
  /** "Your turn": the gradient of another input is covered, its slot waits for an answer. */
  | { stage: "ask"; input: NodeId }
  /** The answer is there, typed or revealed. */
  | { stage: "answered"; input: NodeId; right: boolean };

export type GuidanceEvent =
  | { type: "dragged"; input: NodeId }
  | { type: "wondered" }
  | { type: "traced"; next: NodeId | null }
  | { type: "answered"; right: boolean }
  | { type: "edited" };

/** The next moment of the first minute. Whatever does not fit the moment leaves it as it is. */
export function guide(now: Guidance, event: GuidanceEvent): Guidance {
  if (now.stage === "off" || event.type === "edited") return { stage: "off" };
  switch (event.type) {
    case "dragged":
      return now.stage === "drag" || now.stage === "wonder" ? { stage: "wonder", input: event.input } : now;
    case "wondered":
      return now.stage === "wonder" ? { stage: "trace", input: now.input } : now;
    case "traced":
      if (now.stage !== "trace") return now;
      return event.next === null ? { stage: "off" } : { stage: "ask", input: event.next };
    case "answered":
      return now.stage === "ask" ? { stage: "answered", input: now.input, right: event.right } : now;
  }
}

const KEY = "gradcircuit-guided";

/** Whether this browser has been through it. A sandboxed frame has no storage, and then nothing is remembered. */
export function isGuided(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

export function rememberGuided(): void {
  try {
    localStorage.setItem(KEY, "1");
  } catch {
    // nothing to remember it in
  }
}

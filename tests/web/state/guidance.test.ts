import { describe, expect, it } from "vitest";
import { type Guidance, type GuidanceEvent, guide } from "../../../web/src/state/guidance.js";

const after = (...events: GuidanceEvent[]) => events.reduce<Guidance>(guide, { stage: "drag", input: 0 });

describe("the first minute", () => {
  it("goes from the drag to the answer", () => {
    expect(after({ type: "dragged", input: 0 })).toEqual({ stage: "wonder", input: 0 });
    expect(after({ type: "dragged", input: 0 }, { type: "wondered" })).toEqual({ stage: "trace", input: 0 });
    const asked = after({ type: "dragged", input: 0 }, { type: "wondered" }, { type: "traced", next: 1 });
    expect(asked).toEqual({ stage: "ask", input: 1 });
    expect(guide(asked, { type: "answered", right: true })).toEqual({ stage: "answered", input: 1, right: true });
  });

  it("speaks of the input that was dragged last", () => {
    expect(after({ type: "dragged", input: 0 }, { type: "dragged", input: 2 })).toEqual({ stage: "wonder", input: 2 });
  });

  it("does not go back to an earlier sentence at a later drag", () => {
    const trace = after({ type: "dragged", input: 0 }, { type: "wondered" });
    expect(guide(trace, { type: "dragged", input: 1 })).toBe(trace);
  });

  it("ends for good at an edit", () => {
    const off = after({ type: "dragged", input: 0 }, { type: "edited" });
    expect(off).toEqual({ stage: "off" });
    expect(guide(off, { type: "dragged", input: 0 })).toEqual({ stage: "off" });
  });

  it("ends when there is no other input to ask about", () => {
    expect(after({ type: "dragged", input: 0 }, { type: "wondered" }, { type: "traced", next: null }).stage).toBe(
      "off",
    );
  });
});

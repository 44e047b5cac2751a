import { beforeEach, describe, expect, it } from "vitest";
import { createEngine } from "../../../web/src/engine/client.js";
import type { NodeId } from "../../../web/src/engine/protocol.js";
import { FIRST_CIRCUIT } from "../../../web/src/rooms/circuit/link.js";
import { Session } from "../../../web/src/rooms/circuit/session.js";
import { readNudge } from "../../../web/src/scene/nudge.js";
import { momentAt } from "../../../web/src/scene/timeline.js";
import { formatLink, parseLink } from "../../../web/src/state/url.js";
import { randomProgram } from "./random-program.js";

const engine = await createEngine();

/** Frames on request: each call of `run` lets ten minutes pass. */
function frames() {
  const waiting: FrameRequestCallback[] = [];
  let now = 0;
  return {
    requestAnimationFrame: (callback: FrameRequestCallback) => waiting.push(callback),
    cancelAnimationFrame: () => void waiting.splice(0),
    run() {
      for (let i = 0; i < 2; i++) {
        now += i * 600_000;
        for (const callback of waiting.splice(0)) callback(now);
      }
    },
  };
}

function sessionOf(fragment?: string) {
  const clock = frames();
  const session = new Session(engine, { changed: () => {}, settled: () => {}, frames: clock });
  session.open(fragment === undefined ? FIRST_CIRCUIT : parseLink(fragment));
  return { session, run: clock.run };
}

function node(session: Session, name: string): NodeId {
  const input = session.explanation?.inputs.find((candidate) => candidate.name === name);
  if (!input) throw new Error(`no input ${name}`);
  return input.node;
}
function drag(session: Session, name: string, value: number, entry: readonly [number, number] = [0, 0]): void {
  const target = node(session, name);
  session.drag.handle({ node: target, entry, value, gesture: "start" });
  session.drag.handle({ node: target, entry, value, gesture: "move" });
  session.drag.handle({ node: target, entry, value, gesture: "end" });
}

describe("opening", () => {
  it("shows both passes of the first circuit filled in", () => {
    const { session } = sessionOf();
    expect(session.explanation?.inputs.map(({ name, gradient }) => [name, gradient])).toEqual([
      ["x", -4],
      ["y", -4],
      ["z", 3],
    ]);
    expect(session.time).toBe(session.playback.steps);
    expect(session.covers.covered().size).toBe(0);
  });

  it("writes values for inputs with a literal into the text", () => {
    const { session } = sessionOf("e=w=[1,2];b=3;f=w[0]*w[1]+b*x&w=[-5,0.5]&x=2&b=7");
    expect(session.circuit.document.program).toBe("w=[-5,0.5];b=7;f=w[0]*w[1]+b*x");
    expect([...session.circuit.document.at]).toEqual([["x", 2]]);
  });

  it("keeps the error of a program that cannot be read, and shows the next that can", () => {
    const { session } = sessionOf("e=5x+3");
    expect(session.explanation).toBeNull();
    expect(session.circuit.error?.fix).toBeDefined();
    session.edit("5*x + 3");
    expect(session.circuit.error).toBeNull();
    expect(session.explanation?.output.value).toBe(8);
  });
});

describe("editing", () => {
  it("keeps the last picture while there is an error", () => {
    const { session } = sessionOf();
    const before = session.explanation;
    session.edit("(x + y) *");
    expect(session.circuit.error).not.toBeNull();
    expect(session.explanation).toBe(before);
  });

  it("is undone and redone by gestures, not by letters", () => {
    const { session } = sessionOf();
    for (const program of ["x", "x*", "x*y"]) session.edit(program);
    session.commit();
    drag(session, "x", 7);
    session.undo();
    expect(session.circuit.document.at.get("x")).toBe(-2);
    session.undo();
    expect(session.circuit.document.program).toBe("(x + y) * z");
    session.redo();
    session.redo();
    expect(session.explanation?.output.value).toBe(35);
    session.reset();
    expect(session.explanation?.output.value).toBe(-12);
    session.undo();
    expect(session.explanation?.output.value).toBe(35);
  });

  it("believes the text: a name that is given a value there forgets the one beside it", () => {
    const { session } = sessionOf();
    session.edit("x = 3; x * x + y");
    expect(session.explanation?.inputs.map(({ name, value }) => [name, value])).toEqual([
      ["x", 3],
      ["y", 5],
    ]);
  });

  it("chooses another output and another start of the backward pass", () => {
    const { session } = sessionOf("e=a=x*y;b=a*3&x=2&y=5");
    session.choose({ output: "a", outputAdjoint: 10 });
    expect(session.explanation?.output.value).toBe(10);
    expect(session.explanation?.inputs[0]?.gradient).toBe(50);
    const { session: loaded } = sessionOf(formatLink(session.link()));
    expect(loaded.explanation).toEqual(session.explanation);
  });
});

describe("an output that was chosen", () => {
  it("is given up when the text no longer has it", () => {
    const { session } = sessionOf("e=a=x*y;b=a*3&x=2&y=5&output=a&start=10");
    session.edit("c = x*y; d = c*3");
    expect(session.circuit.error).toBeNull();
    expect(session.explanation?.output.value).toBe(30);
    expect(session.link().output).toBeUndefined();
  });
});

describe("dragging", () => {
  it("says what was predicted and what happened", () => {
    const { session } = sessionOf();
    drag(session, "x", -1.9);
    expect(readNudge(session.drag.nudge as never).texts).toEqual({
      moved: "+0.1",
      gradient: "−4",
      predicted: "−0.4",
      actual: "−0.4",
    });
    const { session: curved } = sessionOf("e=x*x&x=3");
    drag(curved, "x", 3.1);
    expect(readNudge(curved.drag.nudge as never).texts).toMatchObject({ predicted: "+0.6", actual: "+0.61" });
  });

  it("writes the literal back into the text at its end, and not before", () => {
    const { session } = sessionOf("e=x~=~-2;~f~=~x^2");
    const target = node(session, "x");
    session.drag.handle({ node: target, entry: [0, 0], value: -1, gesture: "start" });
    session.drag.handle({ node: target, entry: [0, 0], value: 0.30000000000000004, gesture: "move" });
    expect(session.circuit.document.program).toBe("x = -2; f = x^2");
    expect(session.explanation?.primals[target]).toBe(0.30000000000000004);
    session.drag.handle({ node: target, entry: [0, 0], value: 0.30000000000000004, gesture: "end" });
    expect(session.circuit.document.program).toBe("x = 0.30000000000000004; f = x^2");
    expect(session.explanation?.inputs[0]?.value).toBe(0.30000000000000004);
  });

  it("moves one entry of a matrix", () => {
    const { session } = sessionOf("e=W=[[1,2],[3,4]];f=sum(W*W)");
    drag(session, "W", 30, [1, 0]);
    expect(session.circuit.document.program).toBe("W=[[1,2],[30,4]];f=sum(W*W)");
  });

  it("moves several entries in one gesture, of which no one gradient says what happens", () => {
    const { session } = sessionOf("e=W=[[1,2],[3,4]];f=sum(W*W)");
    const target = node(session, "W");
    session.drag.handle({ node: target, entry: [0, 1], value: 5, gesture: "start" });
    expect(session.drag.nudge?.to).toBe(5);
    session.drag.handle({ node: target, entry: [1, 0], value: -1, gesture: "move" });
    session.drag.handle({ node: target, entry: [1, 0], value: -1, gesture: "end" });
    expect(session.drag.nudge).toBeNull();
    expect(session.circuit.document.program).toBe("W=[[1,5],[-1,4]];f=sum(W*W)");
    session.undo();
    expect(session.circuit.document.program).toBe("W=[[1,2],[3,4]];f=sum(W*W)");
  });

  it("leaves the timeline where it is, and covered numbers covered", () => {
    const { session } = sessionOf("e=(x+y)*z&step=4&cover=gradients");
    const covered = [...session.covers.covered()];
    drag(session, "x", 9);
    expect(session.time).toBe(4);
    expect([...session.covers.covered()]).toEqual(covered);
  });
});

describe("the timeline", () => {
  it("is the same after k keys as after a fresh load, forwards and backwards, for 20 random programs", {
    timeout: 30_000,
  }, () => {
    for (let seed = 1; seed <= 20; seed++) {
      const program = randomProgram(seed);
      const { session, run } = sessionOf(formatLink({ program, at: new Map(), step: 0 }));
      const { steps } = session.playback;
      const compare = () => {
        const { session: fresh } = sessionOf(formatLink(session.link()));
        expect(fresh.time, program).toBe(session.time);
        const known = ({ explanation, time }: Session) => JSON.stringify(explanation && momentAt(explanation, time));
        expect(known(fresh)).toBe(known(session));
        expect(JSON.stringify(fresh.explanation)).toBe(JSON.stringify(session.explanation));
      };
      for (let presses = 0; presses < steps; presses++) {
        session.command("step");
        run();
        compare();
      }
      expect(session.time).toBe(steps);
      while (session.time > 0) {
        session.command("back");
        compare();
      }
    }
  });

  it("goes gate by gate, all wires of a gate at once", () => {
    const { session, run } = sessionOf("e=(x+y)*z&step=0");
    const rests = [];
    while (session.time < session.playback.steps) {
      session.nextGate();
      run();
      rests.push(session.time);
    }
    expect(rests).toEqual([1, 2, 3, 5, 7]);
    session.previousGate();
    expect(session.time).toBe(5);
  });
});

describe("the picture", () => {
  it("opens a built-in gate into its definition and closes it again", () => {
    const { session } = sessionOf("e=sigmoid(x)&x=1");
    const gates = session.explanation?.view.boxes.length;
    session.pictures.toggle(session.explanation?.output.node as NodeId, null);
    expect(session.explanation?.graph.groups.map(({ name }) => name)).toEqual(["sigmoid"]);
    expect(session.explanation?.view.boxes.length).toBeGreaterThan(gates ?? 0);
    expect(session.link().open).toEqual(["sigmoid"]);
    session.pictures.toggle(session.explanation?.output.node as NodeId, 0);
    expect(session.explanation?.view.boxes.length).toBe(gates);
  });

  it("starts with groups closed and stages first above 25 boxes", () => {
    const lines = Array.from({ length: 30 }, (_, i) => `a${i} = s(x + ${i})`);
    const { session } = sessionOf(
      formatLink({ program: ["s(r) = 1/(1+exp(-r))", ...lines].join("\n"), at: new Map() }),
    );
    expect(session.circuit.picture.zoom).toBe("stages");
    expect(session.circuit.picture.closed).toHaveLength(30);
  });

  it("does not open what would not be readable any more", () => {
    const sum = Array.from({ length: 30 }, (_, i) => `s(x + ${i})`).join(" + ");
    const { session } = sessionOf(
      formatLink({ program: `s(r) = 1/(1+exp(-r*r*r))\nf = ${sum}`, at: new Map(), zoom: "gates", open: [] }),
    );
    const before = session.explanation?.view.boxes.length;
    session.pictures.toggle(session.explanation?.graph.groups[0]?.output as NodeId, 0);
    expect(session.pictures.refused).toBeGreaterThan(100);
    expect(session.explanation?.view.boxes.length).toBe(before);
  });
});

describe("covered numbers", () => {
  it("stop play before each, accept the right answer and reveal at Enter", () => {
    const { session, run } = sessionOf("e=(x+y)*z&x=-2&y=5&z=-4&step=0&cover=gradients");
    session.command("play");
    run();
    expect(session.time).toBe(3);
    const q = session.covers.asking;
    expect(q).not.toBeNull();
    session.covers.answer(q as never, "4");
    expect(session.covers.verdict?.outcome).toBe("wrong");
    session.covers.answer(q as never, "-4");
    expect(session.covers.verdict?.outcome).toBe("right");
    expect(session.covers.covered().has(q as never)).toBe(false);
    session.command("play");
    run();
    expect(session.time).toBe(4);
    session.covers.answer(session.covers.asking as never, "");
    expect(session.covers.asking).toBeNull();
    run();
    expect(session.time).toBe(5);
  });

  it("are shown one by one by whoever goes on without answering", () => {
    const { session, run } = sessionOf("e=(x+y)*z&x=-2&y=5&z=-4&step=0&cover=next");
    const first = session.covers.asking;
    expect(first).toBe("value:2");
    session.command("step");
    session.command("step");
    run();
    expect(session.time).toBe(1);
    expect(session.covers.asking).toBe("value:4");
    expect(session.covers.covered().has("value:2")).toBe(false);
  });
});

describe("the first minute", () => {
  let session: Session;
  let run: () => void;
  beforeEach(() => {
    ({ session, run } = sessionOf());
    session.guide(true);
  });

  it("goes from the drag over the path to the question", () => {
    expect(session.firstMinute?.now).toEqual({ stage: "drag", input: node(session, "x") });
    drag(session, "x", -1.9);
    expect(session.firstMinute?.now.stage).toBe("wonder");
    session.wonder();
    expect(session.firstMinute?.now.stage).toBe("trace");
    run();
    expect(session.firstMinute?.now).toEqual({ stage: "ask", input: node(session, "y") });
    // with what its wire brings, which would give it away
    expect([...session.covers.covered()]).toEqual([`gradient:${node(session, "y")}`, "contribution:2.1"]);
    expect(session.time).toBe(session.playback.steps);
    session.covers.answer(`gradient:${node(session, "y")}`, "-4");
    expect(session.firstMinute?.now).toMatchObject({ stage: "answered", right: true });
    session.edit("x*y");
    expect(session.firstMinute?.now.stage).toBe("off");
  });

  it("says the rule when the answer is only revealed", () => {
    drag(session, "x", -1.9);
    session.wonder();
    run();
    session.covers.answer(`gradient:${node(session, "y")}`, "");
    expect(session.firstMinute?.now).toMatchObject({ stage: "answered", right: false });
  });
});

describe("layout of derivatives and zoom to matrices", () => {
  const LAYER = "e=W=[[1,2],[3,4],[5,6]];x=[1,-1];z=W~@~x;L=sum(z^2)";
  const gradientOf = (session: Session, name: string) => session.state?.explanation.adjoints[node(session, name)];

  it("is carried by the link, and shown without another question to the engine", () => {
    const { session } = sessionOf(LAYER);
    const before = session.explanation;
    expect(gradientOf(session, "x")).toEqual([[-18], [-24]]);
    session.layOut("numerator");
    expect(session.explanation).toBe(before);
    expect(gradientOf(session, "x")).toEqual([[-18, -24]]);
    expect(session.state?.explanation).toBe(session.state?.explanation);
    const link = formatLink(session.link());
    expect(link).toContain("layout=numerator");
    expect(gradientOf(sessionOf(link).session, "x")).toEqual([[-18, -24]]);
    session.layOut("denominator");
    expect(formatLink(session.link())).not.toContain("layout");
  });

  it("leaves the nudge of an entry as it is", () => {
    const { session } = sessionOf(`${LAYER}&layout=numerator`);
    drag(session, "x", -1.5, [1, 0]);
    expect(session.drag.nudge).toMatchObject({ gradient: -24, from: -1, to: -1.5 });
  });

  it("shows matrices as stages, each with its shape", () => {
    const { session } = sessionOf(`${LAYER}&mode=matrices`);
    expect(session.circuit.picture.zoom).toBe("stages");
    expect(session.explanation?.view.boxes).toHaveLength(4);
    expect(formatLink(session.link())).toContain("mode=matrices");
    session.pictures.zoom("stages");
    expect(formatLink(session.link())).toContain("mode=stages");
  });
});

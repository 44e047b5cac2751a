import { describe, expect, it } from "vitest";
import { Clock, type ClockHost } from "../../../web/src/state/clock.js";

function clockOf(
  options: {
    steps?: number;
    still?: boolean;
    stopsBefore?: (step: number) => boolean;
    duration?: ClockHost["duration"];
  } = {},
) {
  const frames: FrameRequestCallback[] = [];
  const shown: number[] = [];
  let now = 1000;
  const host: ClockHost = {
    steps: options.steps ?? 4,
    still: options.still ?? false,
    duration: options.duration ?? ((step) => (step < 2 ? 2400 : 3600)),
    stopsBefore: options.stopsBefore ?? (() => false),
    ticked: (time) => shown.push(time),
  };
  const clock = new Clock(host, {
    requestAnimationFrame: (callback) => frames.push(callback),
    cancelAnimationFrame: () => void frames.splice(0),
  });
  const frame = (milliseconds: number) => {
    now += milliseconds;
    for (const callback of frames.splice(0)) callback(now);
  };
  return { clock, frame, shown, idle: () => frames.length === 0 };
}

describe("the step clock", () => {
  it("takes as long as the steps do, and stops at the end", () => {
    const { clock, frame, idle } = clockOf();
    clock.play();
    frame(0);
    frame(1200);
    expect(clock.time).toBeCloseTo(0.5);
    frame(1200 + 2400 + 1800);
    expect(clock.time).toBeCloseTo(2.5);
    expect(clock.playing).toBe(true);
    frame(60_000);
    expect(clock.time).toBe(4);
    expect(idle()).toBe(true);
  });

  it("plays from the beginning when it is at the end", () => {
    const { clock, frame } = clockOf();
    clock.go(4);
    clock.play();
    frame(0);
    expect(clock.time).toBe(0);
  });

  it("runs at the chosen speed", () => {
    const { clock, frame } = clockOf();
    clock.speed = 4;
    clock.step();
    frame(0);
    frame(300);
    expect(clock.time).toBeCloseTo(0.5);
  });

  it("finishes the step under way at a key and starts the next, however fast the keys come", () => {
    const { clock, frame } = clockOf();
    clock.step();
    frame(0);
    frame(100);
    clock.step();
    expect(clock.time).toBe(1);
    clock.step();
    clock.step();
    expect(clock.time).toBe(3);
    frame(0);
    frame(60_000);
    expect(clock.time).toBe(4);
    clock.step();
    expect(clock.time).toBe(4);
  });

  it("cuts back: the step under way first, then whole steps", () => {
    const { clock, frame, idle } = clockOf();
    clock.go(2);
    clock.step();
    frame(0);
    frame(900);
    clock.back();
    expect(clock.time).toBe(2);
    clock.back();
    expect(clock.time).toBe(1);
    expect(idle()).toBe(true);
    clock.go(0);
    clock.back();
    expect(clock.time).toBe(0);
  });

  it("passes over steps that show nothing, in both directions", () => {
    const { clock, frame } = clockOf({ duration: (step) => (step === 1 ? 0 : 1000) });
    clock.go(1);
    clock.step();
    frame(0);
    frame(1000);
    expect(clock.time).toBe(3);
    expect(clock.playing).toBe(false);
    clock.back();
    expect(clock.time).toBe(1);
  });

  it("stops before a covered number", () => {
    const { clock, frame } = clockOf({ stopsBefore: (step) => step === 2 });
    clock.play();
    frame(0);
    frame(60_000);
    expect(clock.time).toBe(2);
    expect(clock.moving).toBe(false);
  });

  it("plays a path and skips the steps between", () => {
    const { clock, frame, shown } = clockOf();
    clock.playOnly([0, 3]);
    frame(0);
    frame(2400 + 1800);
    expect(clock.time).toBeCloseTo(3.5);
    frame(60_000);
    expect(clock.time).toBe(4);
    expect(shown.some((time) => time > 1 && time < 3)).toBe(false);
  });

  it("shows rest frames only when nothing may move, with the same dwell", () => {
    const { clock, frame, shown } = clockOf({ still: true });
    clock.play();
    frame(0);
    frame(2399);
    expect(clock.time).toBe(1);
    frame(2);
    expect(clock.time).toBe(2);
    expect(shown.every(Number.isInteger)).toBe(true);
  });

  it("scrubs mid-flight within the steps there are", () => {
    const { clock } = clockOf();
    clock.go(2.25);
    expect(clock.time).toBe(2.25);
    clock.pause();
    expect(clock.time).toBe(3);
    clock.go(99);
    expect(clock.time).toBe(4);
  });
});

/** The lab without its page, on the engine; its numbers are those of the course. Thousands of updates may take a while on a busy machine. */
import { beforeEach, expect, test, vi } from "vitest";
import { createWorkbench } from "../../../web/src/engine/client.js";
import { createTrainingEngine } from "../../../web/src/engine/training.js";
import { HILL_NAMES, HILLS } from "../../../web/src/rooms/descent/hills.js";
import { MAP_UPDATES } from "../../../web/src/rooms/descent/map.js";
import { Session } from "../../../web/src/rooms/descent/session.js";
import { SURFACE_NAMES, SURFACES } from "../../../web/src/rooms/descent/surfaces.js";
import { curvatureOf } from "../../../web/src/rooms/descent/walks.js";
import curriculum from "../../data/curriculum.json" with { type: "json" };

vi.setConfig({ testTimeout: 30_000 });
const training = await createTrainingEngine();
const changed = vi.fn();
let session: Session;
beforeEach(() => {
  changed.mockClear();
  session = new Session(training, changed);
});

interface Trace {
  k: number;
  params: Record<string, number>;
  objective: number;
}
function traces(item: string): { name: string; trace: Trace[] }[] {
  return (curriculum.training as unknown as { item: string; name: string; trace: Trace[] }[]).filter(
    (record) => record.item === item,
  );
}

test("the course's first update: 0 − 0.1 × (−3) = 0.3, and all that follow", () => {
  const { fog } = session;
  fog.point(-0.3);
  fog.answer();
  expect(fog.answered).toEqual({ update: 1, guess: -0.3, misreading: "uphill" });
  expect(fog.last).toMatchObject({ w: 0, slope: -3, rate: 0.1, curvature: 1 });
  fog.restore({ updates: 20 });
  for (const { k, params, objective } of traces("s4-gd-1d")[0]?.trace ?? []) {
    expect(fog.steps[k]?.w).toBeCloseTo(params.w as number, 9);
    expect(fog.steps[k]?.loss).toBeCloseTo(objective, 9);
  }
});

test("nothing happens without a guess; after three the fog lifts, and only then it walks by itself", () => {
  const { fog } = session;
  fog.answer();
  fog.walk(10);
  expect(fog.updates).toBe(0);
  for (const guess of [0.3, 0.57, 0.81]) {
    expect(fog.isFoggy).toBe(true);
    fog.point(guess);
    fog.answer();
    expect(fog.answered?.misreading).toBeNull();
  }
  expect(fog.isFoggy).toBe(false);
  fog.walk(10);
  expect(fog.updates).toBe(13);
  fog.scrub(2);
  expect(fog.steps).toHaveLength(3);
  fog.again();
  expect([fog.updates, fog.isFoggy, fog.rate]).toEqual([0, true, 0.1]);
});

test("a run that has no number any more ends there, and says so", () => {
  const { fog } = session;
  fog.restore({ hill: "valleys", start: 2, rate: 20, updates: 100 });
  expect(fog.isStopped).toBe(true);
  expect(fog.updates).toBeLessThan(20);
  fog.walk(10);
  expect(fog.isStopped).toBe(true);
});

test("every hill can be walked down, the corner by its convention too", () => {
  for (const hill of HILL_NAMES) {
    session.fog.choose(hill);
    expect(session.fog.drawn.curve).toHaveLength(241);
    session.fog.restore({ hill, updates: 10 });
    expect(session.fog.here.loss).toBeLessThan(session.fog.steps[0]?.loss as number);
  }
});

test.each(HILL_NAMES)("%s: its derivative is the one that the engine finds, and so is its curvature", async (hill) => {
  const workbench = await createWorkbench();
  const { program, derivative } = HILLS[hill];
  for (const w of [-1.75, -0.5, 0, 0.3, 2]) {
    const found = (order: number) => {
      const reply = workbench.explain({ program, at: { w }, include: ["derivatives"], by: ["w"], order });
      return reply.ok ? reply.derivatives?.w?.value : reply.error;
    };
    const written = workbench.explain({ program: derivative, at: { w } });
    expect(written.ok && written.output.value).toBeCloseTo(found(1) as number, 14);
    expect(curvatureOf(training, derivative, w)).toBeCloseTo(found(2) as number, 14);
  }
});

test.each([
  ["bowl", 2, 1],
  ["square", 1, 2],
] as const)("2/λ is told after a try only: %s", (bowl, rate, curvature) => {
  const { rates } = session;
  rates.choose(bowl);
  rates.tell();
  expect(rates.isTold).toBe(false);
  rates.set(rate);
  rates.try();
  expect(rates.tries[0]?.outcome.kind).toBe("oscillates");
  expect(rates.isTold).toBe(true);
  expect(rates.limit.rate).toBe(rate);
  expect(rates.limit.minimum).toBe(bowl === "bowl" ? 3 : 0);
  expect(rates.limit.curvature).toBe(curvature);
});

test("the six rates of the course on w²", () => {
  const { rates } = session;
  rates.restore({ bowl: "square", tried: [0.01, 0.1, 0.5, 0.9, 1, 1.1] });
  expect(rates.tries.map(({ outcome }) => outcome.kind)).toEqual([
    ...["arrived", "arrived", "arrived", "arrived", "oscillates", "diverged"],
  ]);
  expect([rates.best, rates.tooLarge]).toEqual([0.9, 1]);
  const records = traces("s4-learning-rate");
  expect(records).toHaveLength(6);
  for (const [i, { trace }] of records.entries())
    for (const { k, params } of trace) expect(rates.tries[i]?.steps[k]?.w).toBeCloseTo(params.w as number, 8);
});

test("a rate that is tried again stands in the list once", () => {
  session.rates.try();
  session.rates.try();
  expect(session.rates.tries).toHaveLength(1);
});

test("the race has the course's numbers", () => {
  const [{ runs } = { runs: [] }] = curriculum.sgd;
  expect(runs.map(({ batch }) => batch)).toEqual(session.race.racers.map(({ batch }) => batch));
  for (const [i, { rows }] of runs.entries())
    for (const { updates, loss } of rows) expect(session.race.racers[i]?.losses[updates]).toBeCloseTo(loss, 12);
  expect(session.race.laps.map(({ reached }) => reached)).toEqual([
    { updates: 25, epochs: 25, gradients: 1600 },
    { updates: 23, epochs: 2.875, gradients: 184 },
    { updates: 41, epochs: 0.640625, gradients: 41 },
  ]);
  expect(session.race.winner("updates")?.batch).toBe(8);
  expect(session.race.winner("epochs")?.batch).toBe(1);
  expect(session.race.winner("gradients")?.batch).toBe(1);
});

test("a bet stands until the race starts again", () => {
  session.race.place(8);
  session.race.place(1);
  expect(session.race.bet).toBe(8);
  session.race.again();
  expect(session.race.bet).toBeNull();
});

test("the ways of the race end at the line's weights; the map under them is the loss with its best bias", () => {
  const { race } = session;
  for (const way of race.ways) {
    expect(way[0]).toEqual({ x: 0, y: 0 });
    expect(way.at(-1)?.x).toBeCloseTo(2, 0);
    expect(way.at(-1)?.y).toBeCloseTo(-1, 0);
  }
  const { value, gradient } = race.start;
  const [w1, w2] = race.surface.planes.slice(1).map((plane) => Math.min(...plane.map(Math.abs)));
  expect(value).toBeGreaterThan(4);
  expect(gradient[0]).toBeLessThan(0);
  expect([w1, w2].every((slope) => Number(slope) < 0.2)).toBe(true);
});

test("from another place and at another rate all of the race follows, and the link says so", () => {
  const { race } = session;
  session.open("race");
  race.place(8);
  const before = race.laps;
  race.set({ rate: 0.001 });
  expect(race.winner("updates")?.batch).toBe(1);
  race.set({ x: 3, y: 1, rate: 0.0001 });
  expect(race.winner("epochs")).toBeNull();
  expect(race.bet).toBe(8);
  expect(race.ways.map(([start]) => start)).toEqual(Array(3).fill({ x: 3, y: 1 }));
  expect(session.fragment).toBe("part=race&rate=0.0001&x=3&y=1");
  const sent = new Session(training, changed);
  sent.visit(session.fragment);
  expect(sent.race.laps).toEqual(race.laps);
  race.again();
  expect([race.laps, session.fragment]).toEqual([before, "part=race"]);
});

test("milliseconds are measured when asked for, and only they are forgotten with the bet", () => {
  const { race } = session;
  expect(race.times).toBeNull();
  race.place(8);
  race.time();
  expect([...(race.times ?? [])].map(([batch]) => batch)).toEqual([64, 8, 1]);
  expect([...(race.times ?? [])].every(([, time]) => time > 0)).toBe(true);
  race.answer("50");
  race.answer("20");
  expect(race.count).toBe("50");
  race.again();
  expect([race.times, race.count]).toEqual([null, null]);
});

test("on the map no way is shown before the bet", () => {
  const { map } = session;
  expect(map.tracks).toEqual([]);
  map.place("adam");
  expect(map.tracks.map(({ name }) => name)).toEqual(["gd", "momentum", "adam"]);
  map.show("rmsprop", true);
  map.show("gd", false);
  expect(map.tracks.map(({ name }) => name)).toEqual(["momentum", "adam", "rmsprop"]);
  map.choose("beale");
  expect([map.bet, map.tracks.length]).toEqual([null, 0]);
});

test.each(SURFACE_NAMES)("%s: all begin where the point is, and somebody gets lower", (surface) => {
  const { map } = session;
  map.restore({ surface });
  map.place("gd");
  const { x, y, value, gradient } = map.start;
  expect([x, y]).toEqual(SURFACES[surface].start);
  expect(gradient.every(Number.isFinite)).toBe(true);
  expect(map.tracks.every(({ places: [first] }) => first?.x === x && first.y === y)).toBe(true);
  const ends = map.tracks
    .filter(({ losses }) => losses.length > MAP_UPDATES)
    .map(({ losses }) => losses.at(-1) as number);
  expect(Math.min(...ends)).toBeLessThan(0.5 * Math.abs(value));
});

test("three neurons have the course's numbers", () => {
  const { linear, logistic, outputs } = session.signs;
  const update = traces("s4-update-rule")[0]?.trace ?? [];
  for (const { k, params } of update) expect(linear[k]?.parameters.w1).toBeCloseTo(params.w1 as number, 12);
  expect(logistic.right[0]?.gradients.w1).toBeCloseTo(-0.950041625042, 11);
  expect(logistic.right[10]?.loss).toBeCloseTo(0.158829050613, 11);
  expect(logistic.wrong[10]?.loss).toBeCloseTo(4.59219643409, 10);
  expect(outputs.itself.map(({ update }) => update).at(-1)).toBe(1000);
  expect(outputs.itself.at(-1)?.loss).toBeCloseTo(0.0204095139606, 12);
  expect(outputs.byLoss.at(-1)?.loss).toBeCloseTo(0.25, 2);
});

test("a first answer stays", () => {
  session.signs.place("sign", "falls");
  session.signs.place("sign", "rises");
  expect(session.signs.bets).toEqual({ sign: "falls" });
});

test.each([
  "part=fog&hill=valleys&start=-2&rate=0.1&updates=7&fog=off",
  "part=fog&hill=bowl&start=0&rate=0.1&updates=1",
  "part=rate&rate=0.99&bowl=square&tried=0.5,0.99&told=yes",
  "part=map&rate=0.002&f=rosenbrock&x=-1&y=2&own=0.1",
  "part=race",
  "part=sign",
])("a link leads back to where it was made: %s", (fragment) => {
  session.visit(fragment);
  expect(session.fragment).toBe(fragment);
});

test("a link with nonsense opens the first part", () => {
  session.visit("part=moon&hill=everest&rate=-2&updates=9999999");
  expect(session.link).toEqual({ part: "fog", hill: "bowl", start: 0, rate: 0.1, updates: 200, fog: "off" });
});

test("whoever changes something says so", () => {
  session.open("race");
  session.race.place(1);
  session.rates.set(0.2);
  expect(changed).toHaveBeenCalledTimes(3);
});

import { expect, test } from "vitest";
import { counted, lapsOf, type Racer, seriesBy, winnerBy } from "../../../web/src/scene/race.js";

const racers: Racer[] = [
  { batch: 64, samples: 64, losses: [4, 2, 1] },
  { batch: 8, samples: 64, losses: [4, 1.5, 0.1] },
  { batch: 1, samples: 64, losses: [4, 3, 2, 0.4] },
];
const laps = lapsOf(racers, 0.5);

test("an update costs as many gradients as its batch has points", () => {
  expect(counted({ batch: 8, samples: 64 }, 23)).toEqual({ updates: 23, epochs: 2.875, gradients: 184 });
  expect(counted({ batch: 64, samples: 64 }, 20)).toEqual({ updates: 20, epochs: 20, gradients: 1280 });
});

test("who wins depends on what is counted", () => {
  expect(laps.map(({ reached }) => reached?.updates)).toEqual([undefined, 2, 3]);
  expect(winnerBy(laps, "updates")?.batch).toBe(8);
  expect(winnerBy(laps, "epochs")?.batch).toBe(1);
  expect(winnerBy(laps, "gradients")?.batch).toBe(1);
  expect(winnerBy(lapsOf(racers, 0), "updates")).toBeNull();
  expect(laps[0]?.last).toEqual({ updates: 2, epochs: 2, gradients: 128, loss: 1 });
});

test("the same losses over another axis, as far as it goes", () => {
  const [all, , one] = seriesBy(racers, "gradients", 64, (batch) => `${batch}`);
  expect(all?.points).toEqual([
    { x: 0, y: 4 },
    { x: 64, y: 2 },
  ]);
  expect(one?.points.map(({ x }) => x)).toEqual([0, 1, 2, 3]);
  expect(one?.name).toBe("1");
});

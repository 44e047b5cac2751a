/** Whatever is changed in One network, in any order: its link opens the same run, and undo finds the way back. */
import { expect, test } from "vitest";
import { createTrainingEngine } from "../../../../web/src/engine/training.js";
import "../../../../web/src/locales/network.js";
import { FEATURES } from "../../../../web/src/rooms/network/features.js";
import { NetworkSession } from "../../../../web/src/rooms/network/session.js";
import { TASKS } from "../../../../web/src/rooms/network/tasks.js";
import {
  OPTIMIZERS,
  type OptimizerName,
  SCHEDULES,
  type ScheduleName,
} from "../../../../web/src/rooms/network/training.js";
import { readNetwork, writeNetwork } from "../../../../web/src/state/network-link.js";
import { generator } from "../../scene/random.js";

const training = await createTrainingEngine();

function opened(link: string): NetworkSession {
  const session = new NetworkSession(training, () => {});
  session.visit(readNetwork(link));
  while (session.isBehind) session.catchUp();
  return session;
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])("twenty changes, the %sth time", (seed) => {
  const random = generator(seed);
  const below = (count: number) => Math.floor(random() * count);
  const one = <T>(list: readonly T[]) => list[below(list.length)] as T;
  const session = opened(`task=${one(Object.keys(TASKS))}&seed=${seed}&guess=zero`);
  const { changes, undoing } = session;
  const start = writeNetwork(session.link);
  const CHANGES = [
    () => changes.adjust({ optimizer: one(Object.keys(OPTIMIZERS)) as OptimizerName, l2: below(3) / 10 }),
    () => changes.adjust({ schedule: one(Object.keys(SCHEDULES)) as ScheduleName, warm_up: below(5), every: 9 }),
    () => changes.adjust({ batch: below(session.run.origin.samples.inputs.length), shuffle: below(2) === 0 }),
    () => changes.redraw(one([{ count: 2 + below(30) }, { noise: below(3) / 4 }, { test: below(20) }])),
    () => session.setting.sizes[0] === 2 && changes.feature(FEATURES.filter(() => below(2) === 0)),
    () => changes.openTask(one(Object.keys(TASKS))),
    () => changes.newSeed(),
    () => changes.reset(),
    () => changes.addSample(),
    () => changes.removeSample(0),
    () => changes.type("hidden", one(["", "2", "3-2", "9"])),
    () => changes.edit(one(["W1[0][0]", "X[0][0]", "b1[0]", "X[2][0]"]), below(9) / 4, "end"),
    () => undoing.undo(),
    () => undoing.redo(),
  ];
  for (let i = 0; i < 20; i++) {
    session.show(session.at + below(6));
    one(CHANGES)();
    const link = writeNetwork(session.link);
    const again = opened(link);
    expect([writeNetwork(again.link), session.failure]).toEqual([link, null]);
    expect(again.run.frame(again.at)).toEqual(session.run.frame(session.at));
  }
  while (undoing.canUndo) undoing.undo();
  session.show(0);
  session.goTo(0);
  expect(writeNetwork(session.link)).toBe(start);
});

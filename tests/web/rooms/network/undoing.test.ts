/** Undo and redo of what was changed in One network. */
import { expect, test } from "vitest";
import { createTrainingEngine } from "../../../../web/src/engine/training.js";
import "../../../../web/src/locales/network.js";
import { NetworkSession } from "../../../../web/src/rooms/network/session.js";
import { undoneWords } from "../../../../web/src/rooms/network/words.js";
import { readNetwork, writeNetwork } from "../../../../web/src/state/network-link.js";

const training = await createTrainingEngine();

function session(link = ""): NetworkSession {
  const made = new NetworkSession(training, () => {});
  made.visit(readNetwork(link));
  return made;
}
const where = ({ at, run, stage }: NetworkSession) => [at, run.first, run.last, stage];

test("a weight that was set is as it was, at the same update of the same run", () => {
  const made = session("task=xor&guess=zero");
  made.show(10);
  made.show(4);
  const before = [writeNetwork(made.link), ...where(made)];
  made.changes.edit("W1[0][0]", 2, "end");
  made.show(9);
  const after = [writeNetwork(made.link), ...where(made)];
  made.undoing.undo();
  expect([writeNetwork(made.link), ...where(made)]).toEqual(before);
  expect(undoneWords(made)).toBe("Undone: W1[0][0] is −1.09.");
  expect([made.undoing.canUndo, made.undoing.canRedo]).toEqual([false, true]);
  made.undoing.redo();
  expect([writeNetwork(made.link), ...where(made)]).toEqual(after);
  expect(undoneWords(made)).toBe("Done again: W1[0][0] is 2.04.");
  expect([made.undoing.canUndo, made.undoing.canRedo]).toEqual([true, false]);
});

test("a drag is one entry, however many moves it has; in the middle of it undo lets go", () => {
  const made = session("guess=zero&stage=5");
  for (const [value, gesture] of [
    [0.1, "start"],
    [0.2, "move"],
    [0.3, "end"],
  ] as const)
    made.changes.edit("W2[0][0]", value, gesture);
  made.changes.edit("W2[0][1]", 7, "start");
  made.undoing.undo();
  expect([made.answer?.value("W2[0][0]"), made.answer?.value("W2[0][1]")]).toEqual([0.3, 0.4]);
  made.undoing.undo();
  expect(made.answer?.value("W2[0][0]")).toBe(-0.6);
  expect(made.undoing.canUndo).toBe(false);
});

test("settings, another net, other data, samples, reset and a seed are undone one by one", () => {
  const made = session("task=xor&guess=zero");
  const links = [writeNetwork(made.link)];
  const changes: [string, () => void][] = [
    ["how it is trained", () => made.changes.adjust({ rate: 0.25, optimizer: "adam" })],
    ["another net", () => made.changes.type("hidden", "3-2")],
    ["a sample more or less", () => made.changes.addSample()],
    ["a new seed", () => made.changes.newSeed()],
    ["reset", () => made.changes.reset()],
    ["other data", () => made.changes.openTask("circle")],
  ];
  for (const [, change] of changes) {
    change();
    made.show(made.at + 3);
    links.push(writeNetwork(made.link));
  }
  for (const [i, [what]] of [...changes.entries()].toReversed()) {
    made.undoing.undo();
    expect([undoneWords(made), writeNetwork(made.link)]).toEqual([`Undone: ${what}.`, links[i]]);
  }
  made.undoing.undo();
  expect(writeNetwork(made.link)).toBe(links[0]);
  for (let i = 0; i < 9; i++) made.undoing.redo();
  expect(writeNetwork(made.link)).toBe(links.at(-1));
});

test("something new after an undo leaves nothing to redo; another link leaves nothing at all", () => {
  const made = session("task=xor&guess=zero");
  made.changes.adjust({ rate: 0.5 });
  made.undoing.undo();
  made.changes.adjust({ rate: 0.25 });
  expect(made.undoing.canRedo).toBe(false);
  made.visit(readNetwork("task=and"));
  expect([made.undoing.canUndo, made.undoing.canRedo, undoneWords(made)]).toEqual([false, false, ""]);
});

test("what cannot be used in a field is gone with undo, and playing ends", () => {
  const made = session("task=xor&guess=zero");
  made.changes.adjust({ rate: 0.5 });
  made.changes.type("rate", "fast");
  made.play(true);
  made.undoing.undo();
  expect([made.isPlaying, made.changes.wrong.size, made.setting.rate]).toEqual([false, 0, 1]);
});

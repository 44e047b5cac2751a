import { expect, it } from "vitest";
import { History } from "../../../web/src/state/undo.js";

it("goes back and forth over gestures, and forgets the future at a new one", () => {
  const history = new History("a");
  expect(history.undo()).toBeNull();
  history.push("b");
  history.push("c");
  expect(history.undo()).toBe("b");
  expect(history.undo()).toBe("a");
  expect(history.canUndo).toBe(false);
  expect(history.redo()).toBe("b");
  history.push("d");
  expect(history.canRedo).toBe(false);
  expect(history.undo()).toBe("b");
});

it("keeps the last 200 gestures", () => {
  const history = new History(0);
  for (let i = 1; i <= 300; i++) history.push(i);
  let undone = 0;
  while (history.undo() !== null) undone++;
  expect(undone).toBe(200);
  expect(history.present).toBe(100);
});

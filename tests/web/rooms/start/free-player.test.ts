import { beforeEach, expect, test } from "vitest";
import { FreePlayer } from "../../../../web/src/rooms/start/free-player.js";

let moved: boolean[] = [];
let player: FreePlayer;
beforeEach(() => {
  moved = [];
  player = new FreePlayer((isAnother) => moved.push(isAnother));
  player.clear(3);
});

test("frames that come are followed to the update that is wanted", () => {
  player.reach(4, 30);
  expect([player.update, player.lastUpdate]).toEqual([12, 12]);
  player.reach(20, 30);
  expect([player.update, player.lastUpdate]).toEqual([30, 60]);
  player.reach(100, 30);
  expect([player.update, player.lastUpdate]).toEqual([30, 300]);
});

test("the last one is followed, until somebody goes back", () => {
  player.reach(4, Number.POSITIVE_INFINITY);
  player.reach(20, Number.POSITIVE_INFINITY);
  expect(player.update).toBe(60);
  player.show(7);
  expect([player.update, moved]).toEqual([6, [true]]);
  player.reach(100, Number.POSITIVE_INFINITY);
  expect(player.update).toBe(6);
});

test("what is played goes to the end and stops, and begins anew from there", () => {
  player.reach(2, 0);
  player.play(true);
  expect(player.isPlaying).toBe(true);
  player.tick(100);
  expect(moved).toEqual([false, false]);
  player.tick(60_000);
  expect([player.update, player.isPlaying]).toEqual([6, false]);
  player.play(true);
  expect(player.update).toBe(0);
  player.clear(5);
  expect([player.isPlaying, player.lastUpdate]).toEqual([false, 0]);
  player.play(true);
  expect(player.isPlaying).toBe(false);
});

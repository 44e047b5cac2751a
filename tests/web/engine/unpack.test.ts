import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { pack } from "../../../scripts/vite/wasm-bytes.js";
import { unpack } from "../../../web/src/engine/unpack.js";

const SIZE = 200_000;

/** Numbers of a small generator: the same bytes in every run. */
function bytes(choose: (random: () => number, done: Uint8Array, at: number) => number): Uint8Array {
  let seed = 1;
  const random = () => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return seed / 2 ** 32;
  };
  const done = new Uint8Array(SIZE);
  for (let at = 0; at < SIZE; at++) done[at] = choose(random, done, at);
  return done;
}

const KINDS: Record<string, Uint8Array> = {
  "nothing but noise": bytes((random) => random() * 256),
  "few letters": bytes((random) => random() * 5),
  "one letter": new Uint8Array(SIZE).fill(65),
  // copies from near and from 100,000 bytes before, with a new letter now and then
  "copies, near and far": bytes((random, done, at) => {
    const distance = [1, 3, 8, 100, 1000, 30_000, 100_000][(at >> 6) % 7] ?? 1;
    return at < distance || random() < 0.02 ? random() * 256 : (done[at - distance] ?? 0);
  }),
  "the module that ships": readFileSync("web/src/engine/generated/gradcircuit.wasm"),
  "a single letter": new Uint8Array([65]),
};

test.each(Object.entries(KINDS))("%s comes out as it went in", async (_kind, original) => {
  const unpacked = await unpack(pack(original), original.length);
  expect(Buffer.compare(unpacked, original)).toBe(0);
});

test("others have their turn meanwhile", async () => {
  const original = KINDS["few letters"] as Uint8Array;
  let turns = 0;
  const timer = setInterval(() => turns++);
  await unpack(pack(original), original.length);
  clearInterval(timer);
  expect(turns).toBeGreaterThan(3);
});

test("what was written over comes out different", async () => {
  const original = KINDS["few letters"] as Uint8Array;
  const packed = pack(original);
  packed[100] = (packed[100] ?? 0) ^ 1;
  expect(Buffer.compare(await unpack(packed, original.length), original)).not.toBe(0);
});

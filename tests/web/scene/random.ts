/** A small generator for property tests: the same numbers on every run. */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Operands as students meet them: small integers, two-decimal literals, activations, and now and then extremes. */
export function operand(random: () => number): number {
  const kind = random();
  const sign = random() < 0.5 ? -1 : 1;
  if (kind < 0.25) return sign * Math.floor(random() * 12);
  if (kind < 0.45) return (sign * Math.floor(random() * 1000)) / 100;
  if (kind < 0.8) return sign * random();
  if (kind < 0.9) return sign * 10 ** (random() * 8 - 4);
  return sign * 10 ** (random() * 40 - 20);
}

/** What a drag or an arrow key makes of a number: steps of 0.1 for small numbers, of a tenth of its size for large ones. */

/** The step of a drag that begins at `x`: 0.1 up to 10, then 1, 10 … */
export function stepFor(x: number): number {
  return 10 ** (Math.floor(Math.log10(Math.max(1, Math.abs(x)))) - 1);
}

/** `steps` steps away from `start`, without the noise of adding decimals in binary. */
export function adjusted(start: number, steps: number, step = stepFor(start)): number {
  const decimals = Math.max(decimalsOf(start), decimalsOf(step));
  const value = Number((start + steps * step).toFixed(Math.min(15, decimals)));
  return value === 0 ? 0 : value;
}

function decimalsOf(x: number): number {
  const [mantissa = "", exponent = "0"] = x.toString().split("e");
  return Math.max(0, (mantissa.split(".")[1]?.length ?? 0) - Number(exponent));
}

/** What a person has typed, as a number; null if it is not one. A decimal comma and a typographic minus are understood. */
export function readNumber(text: string): number | null {
  const plain = text.trim().replace("−", "-").replace(",", ".");
  const value = Number(plain);
  return plain === "" || !Number.isFinite(value) ? null : value;
}

import { formatNumber, plainDigits } from "../scene/numbers.js";

/** A typed number is right when it shows as the expected one, or lies within one unit of its last shown place. Zero is exact. */
export function reads(given: number, expected: number): boolean {
  if (Object.is(given, expected)) return true;
  if (expected === 0 || given === 0 || !Number.isFinite(given) || !Number.isFinite(expected)) return given === expected;
  if (formatNumber(given) === formatNumber(expected)) return true;
  const [digits = "", power = "0"] = plainDigits(expected, 2).split("e");
  const decimals = digits.split(".")[1]?.length ?? 0;
  if (decimals === 0) return false;
  return Math.abs(given - expected) <= 0.51 * 10 ** (Number(power) - decimals);
}

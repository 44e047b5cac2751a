/** Exact arithmetic on printed numbers, so that a printed equation can be checked as a reader would check it. */

/** numerator / denominator, the denominator positive. */
export interface Rational {
  numerator: bigint;
  denominator: bigint;
}

/** Reads JavaScript's notation: `-0.39`, `4.5e-5`. Null for NaN and the infinities. */
export function readDecimal(text: string): Rational | null {
  const match = /^(-?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/.exec(text);
  if (!match) return null;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  const digits = BigInt(whole + fraction || "0");
  const power = Number(exponent) - fraction.length;
  const numerator = sign === "-" ? -digits : digits;
  return power < 0
    ? { numerator, denominator: 10n ** BigInt(-power) }
    : { numerator: numerator * 10n ** BigInt(power), denominator: 1n };
}

export function add(a: Rational, b: Rational): Rational {
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

export function negate({ numerator, denominator }: Rational): Rational {
  return { numerator: -numerator, denominator };
}

export function multiply(a: Rational, b: Rational): Rational {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

/** Null for a division by zero. */
export function divide(a: Rational, b: Rational): Rational | null {
  if (b.numerator === 0n) return null;
  const sign = b.numerator < 0n ? -1n : 1n;
  return { numerator: sign * a.numerator * b.denominator, denominator: sign * b.numerator * a.denominator };
}

/** Null for a power of zero that is not positive. */
export function power(base: Rational, exponent: number): Rational | null {
  const raised = {
    numerator: base.numerator ** BigInt(Math.abs(exponent)),
    denominator: base.denominator ** BigInt(Math.abs(exponent)),
  };
  return exponent < 0 ? divide({ numerator: 1n, denominator: 1n }, raised) : raised;
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function absolute(a: Rational): Rational {
  return a.numerator < 0n ? negate(a) : a;
}

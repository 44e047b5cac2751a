/** Numbers as people type them: with a point or a comma, with a hyphen or a true minus. */
const NUMBER = /^[+-]?(\d+[.,]?\d*|[.,]\d+)(e[+-]?\d+)?$/i;

/** NaN for what is no number; infinite for what is too large for one, and for nothing else. */
export function typedNumber(text: string): number {
  const plain = text.trim().replaceAll("−", "-");
  return NUMBER.test(plain) ? Number(plain.replace(",", ".")) : Number.NaN;
}

/** As it stands in a field. */
export function fieldText(number: number): string {
  return String(number).replace("-", "−").replace("e−", "e-");
}

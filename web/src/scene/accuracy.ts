/** How many samples a net tells right. */

/**
 * How many of a hundred: of one output, above 0 where the target is 1; of several, the largest where the 1 is. A row a sample, before the
 * last activation. NaN where nothing was answered.
 */
export function percentRight(outputs: readonly (readonly number[])[], targets: readonly (readonly number[])[]): number {
  const right = outputs.filter((row, i) => isRight(row, targets[i] ?? [])).length;
  return outputs.length === 0 ? Number.NaN : (100 * right) / outputs.length;
}

function isRight(outputs: readonly number[], targets: readonly number[]): boolean {
  if (outputs.length === 1) return (outputs[0] as number) > 0 === (targets[0] as number) > 0.5;
  const largest = Math.max(...outputs);
  return outputs[targets.indexOf(1)] === largest && outputs.filter((output) => output === largest).length === 1;
}

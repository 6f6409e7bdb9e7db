// Of several chances the likeliest.

/** Place of the largest value; 0 for none. */
export function argMax(values: readonly number[]): number {
  return values.reduce((best, value, index) => (value > (values[best] ?? Number.NEGATIVE_INFINITY) ? index : best), 0);
}

// Of several chances the likeliest.

/** Place of the largest value; 0 for none. */
export function argMax(values: readonly number[]): number {
  let best = 0;
  for (let index = 1; index < values.length; index += 1)
    if ((values[index] as number) > (values[best] as number)) best = index;
  return best;
}

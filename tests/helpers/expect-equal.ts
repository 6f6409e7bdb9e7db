// Equality of large values: vitest's own comparison takes most of the time of a property test over graphs.
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';

/** As `expect(actual).toEqual(expected)`, which is asked only where the strict and quick comparison sees a difference. */
export function expectEqual<Value>(actual: Value, expected: Value): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}

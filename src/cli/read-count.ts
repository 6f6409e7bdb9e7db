// The value of an option that counts: a whole number above 0.
import { KnownError } from '../errors.ts';

/**
 * The number given, `fallback` where the option was left out. `what`: "path: … a whole number of steps".
 * @throws KnownError bad-option
 */
export function readCount(given: string | boolean | undefined, fallback: number, what: string, hint: string): number {
  if (given === undefined) return fallback;
  const count = Number(given);
  if (Number.isInteger(count) && count > 0) return count;
  throw new KnownError('bad-option', `${what} above 0, found ${given}`, hint);
}

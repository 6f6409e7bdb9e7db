// Do two texts mean the same one of several places that share a name?
import type { Profile } from '../profile.ts';
import type { Comparison } from './feature.ts';

/** Speaks only where both texts tell. */
export function comparePlaceSense(left: Profile, right: Profile): Comparison | null {
  if (left.sense === null || right.sense === null || left.sense === right.sense) return null;
  return { level: 'sense-differs', amount: 1, detail: 'One text means the state, one another place of that name.' };
}

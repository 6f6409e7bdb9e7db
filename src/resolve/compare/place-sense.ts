// Do two texts mean the same one of several places that share a name?
import type { Profile } from '../profile.ts';
import { stateOfFolded } from '../states.ts';
import type { Comparison } from './feature.ts';

/** Speaks where both texts tell, and where one of two tells which place of a shared name it means. */
export function comparePlaceSense(left: Profile, right: Profile): Comparison | null {
  const regions = [...left.regions].filter((region) => !right.regions.has(region));
  if (right.regions.size > 0 && regions.length > 0 && regions.length === left.regions.size) {
    return { level: 'sense-differs', amount: 1, detail: `One lies in ${say(left)}, one in ${say(right)}.` };
  }
  if (left.sense === right.sense) return null;
  if (left.sense !== null && right.sense !== null) {
    return { level: 'sense-differs', amount: 1, detail: 'One text means the state, one another place of that name.' };
  }
  const isShared = [...left.specific.keys()].some(
    (name) => stateOfFolded(name)?.isAmbiguous && right.specific.has(name),
  );
  return isShared ? { level: 'sense-open', amount: 1, detail: 'Only one text tells which place it means.' } : null;
}

function say({ regions }: Profile): string {
  return [...regions]
    .sort()
    .join(' or ')
    .replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}

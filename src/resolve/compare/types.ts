// Are two things of one kind?
import type { Profile } from '../profile.ts';
import type { Comparison } from './feature.ts';

/** Types that taggers give for want of a better. */
const VAGUE = new Set(['Other', 'Group', 'Role']);

/** Speaks only where no type of one is a type of the other; less where one of them is vague. */
export function compareTypes(left: Profile, right: Profile): Comparison | null {
  if ([...left.types].some((type) => right.types.has(type))) return null;
  const isVague = [...left.types, ...right.types].some((type) => VAGUE.has(type));
  const say = ({ types }: Profile) => [...types].sort().join(' or ').toLowerCase();
  const detail = `One is read as ${say(left)}, one as ${say(right)}.`;
  return { level: isVague ? 'type-vague' : 'type-differs', amount: 1, detail };
}

// "WHO" of a text on the World Health Organization: initials that fit exactly one longer name of a body, with or without brackets.
import type { Extraction, Mention } from '../../model/extraction.ts';
import { isAcronymOf, isInitials } from '../acronyms/acronyms.ts';

/** Joins bodies that are called by the initials of one longer name alone. */
export function joinInitials({ document }: Extraction, groups: readonly Mention[][]): Mention[][] {
  const surface = ({ start, end }: Mention): string => document.text.slice(start, end);
  const joined = groups.map((group) => [...group]);
  const bodies = joined.filter(([first]) => first?.type === 'Organization' && first.referent === null);
  const long = bodies.filter((group) => group.some((mention) => /\s/.test(surface(mention))));
  for (const group of bodies) {
    if (!group.every((mention) => isInitials(surface(mention)))) continue;
    const short = group[0] === undefined ? '' : surface(group[0]);
    const [only, ...others] = long.filter((other) => other.some((mention) => isAcronymOf(short, surface(mention))));
    if (only !== undefined && others.length === 0) only.push(...group.splice(0));
  }
  return joined.filter((group) => group.length > 0);
}

// What one document keeps apart: its author knew whom he meant, so two units of one document join only for a reason.
import { comparePeople } from './compare/person-names.ts';
import { compareThings } from './compare/thing-names.ts';
import type { Profile } from './profile.ts';
import type { Scope } from './scope.ts';
import { isLocal } from './unit.ts';

/**
 * May two units of one document be one thing? Not where a relation holds between them, nor where two full names of people
 * stand in one sentence or differ in a suffix, nor where nothing in the names allows it.
 */
export function documentAllows(scope: Scope, left: number, right: number): boolean {
  const [first, second] = [scope.profiles[left], scope.profiles[right]];
  if (!first || !second || first.isPerson !== second.isPerson) return false;
  if (scope.areRelated(left, right)) return false;
  if (first.isPerson) {
    if (first.full.size > 0 && second.full.size > 0 && scope.areTogether(left, right)) return false;
    // "Boris" and "Hale" may both be Boris Hale, if one sentence does not name both; the pair that joins them has looked.
    if (first.full.size === 0 && second.full.size === 0 && !scope.areTogether(left, right)) return true;
    const level = comparePeople(first, second)?.level;
    return level !== undefined && level !== 'name-suffix' && level !== 'name-conflict';
  }
  const isKnown = ({ referents }: Profile) => [...referents].some((key) => !isLocal(key));
  if (isKnown(first) && isKnown(second)) {
    return (
      [...first.referents].some((referent) => second.referents.has(referent)) || isOneInstitution(scope, left, right)
    );
  }
  return compareThings(first, second, scope) !== null || isAcronymOnly(first) || isAcronymOnly(second);
}

/** "Russia's Defense Ministry" and "the defense ministry of Russia" have two made-up names. */
function isOneInstitution({ profiles }: Scope, left: number, right: number): boolean {
  const known = profiles[left]?.institutions;
  return [...(profiles[right]?.institutions.keys() ?? [])].some((key) => known?.has(key));
}

/** Its long form may stand in another document, which the pair that joins them has looked at. */
function isAcronymOnly({ acronyms, specific, institutions }: Profile): boolean {
  return acronyms.size > 0 && specific.size === 0 && institutions.size === 0;
}

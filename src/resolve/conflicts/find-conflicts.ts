// Claims → conflicts: runs the finders and marks what is disputed. Both sides stay.
import type { Claim, Conflict } from '../../model/graph.ts';
import { makeId } from '../../model/id.ts';
import { compareText } from '../fold.ts';
import type { ConflictFinder, Ground } from './conflict-finder.ts';
import { findFunctional } from './functional.ts';
import { findPolarity } from './polarity.ts';
import { findQuantities } from './quantity.ts';
import { findRoles } from './role.ts';

/** A new kind of conflict is a file and a line here. */
export const CONFLICT_FINDERS: readonly ConflictFinder[] = [findQuantities, findRoles, findFunctional, findPolarity];

/** By id; the claims of each sorted. */
export function findConflicts(ground: Ground): Conflict[] {
  const found = CONFLICT_FINDERS.flatMap((finder) => finder(ground));
  return found
    .map(({ claimIds, type, reason }) => {
      const sorted = [...claimIds].sort(compareText);
      return { id: makeId('conflict', type, ...sorted), claimIds: sorted, type, reason };
    })
    .sort((a, b) => compareText(a.id, b.id));
}

/** The claims with `disputed` set where a conflict names them. */
export function markDisputed(claims: readonly Claim[], conflicts: readonly Conflict[]): readonly Claim[] {
  if (conflicts.length === 0) return claims;
  const disputed = new Set(conflicts.flatMap(({ claimIds }) => claimIds));
  return claims.map((claim) => (disputed.has(claim.id) ? { ...claim, disputed: true } : claim));
}

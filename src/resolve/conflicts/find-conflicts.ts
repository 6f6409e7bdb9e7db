// Claims → conflicts: runs the finders and marks what is disputed. Both sides stay.
import type { Claim, Conflict } from '../../model/graph.ts';
import { makeId } from '../../model/id.ts';
import { compareText } from '../fold.ts';
import type { ConflictFinder, Found, Ground } from './conflict-finder.ts';
import { findFunctional } from './functional.ts';
import { findPolarity } from './polarity.ts';
import { findQuantities } from './quantity.ts';
import { findRoles } from './role.ts';

/** A new kind of conflict is a file and a line here. */
export const CONFLICT_FINDERS: readonly ConflictFinder[] = [findQuantities, findRoles, findFunctional, findPolarity];

/** By id; the claims of each sorted. */
export function findConflicts(ground: Ground): Conflict[] {
  const found = CONFLICT_FINDERS.flatMap((finder) => findFirmly(finder, ground));
  return found
    .map(({ claimIds, type, reason }) => {
      const sorted = [...claimIds].sort(compareText);
      return { id: makeId('conflict', type, ...sorted), claimIds: sorted, type, reason };
    })
    .sort((a, b) => compareText(a.id, b.id));
}

/** A pronoun that may well mean somebody else founds no conflict: where one does, the finder is asked again without its passage. */
function findFirmly(finder: ConflictFinder, ground: Ground): readonly Found[] {
  const found = finder(ground);
  if (found.length === 0) return found;
  const named = new Set(found.flatMap(({ claimIds }) => claimIds));
  const claims = ground.claims.filter(({ id }) => named.has(id));
  const firm = claims.flatMap((claim) => {
    const evidence = claim.evidence.filter(ground.isFirm);
    if (evidence.length === claim.evidence.length) return [claim];
    return evidence.length === 0 ? [] : [{ ...claim, evidence }];
  });
  return firm.length === claims.length && firm.every((claim, place) => claim === claims[place])
    ? found
    : finder({ ...ground, claims: firm });
}

/** The claims with `disputed` set where a conflict names them. */
export function markDisputed(claims: readonly Claim[], conflicts: readonly Conflict[]): readonly Claim[] {
  if (conflicts.length === 0) return claims;
  const disputed = new Set(conflicts.flatMap(({ claimIds }) => claimIds));
  return claims.map((claim) => (disputed.has(claim.id) ? { ...claim, disputed: true } : claim));
}

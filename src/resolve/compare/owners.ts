// Whose ministry does a text mean that says only "the ministry"?

import { sayOwner } from '../institution.ts';
import type { Profile } from '../profile.ts';
import type { Scope } from '../scope.ts';
import { stateOfFolded } from '../states.ts';
import type { Comparison } from './feature.ts';

/** Speaks for the state that the text names, in full where it names no other. */
export function compareOwners(left: Profile, right: Profile, scope: Scope): Comparison | null {
  return ownerNamed(left, right, scope) ?? ownerNamed(right, left, scope);
}

function ownerNamed(bare: Profile, owned: Profile, { namesIn }: Scope): Comparison | null {
  const isBare = [...bare.institutions.values()].some(({ owner }) => owner === null);
  if (!isBare || bare.specific.size > 0 || bare.documents.size > 2) return null;
  const owners = [...owned.institutions.values()].flatMap(({ owner }) => owner ?? []);
  const names = new Set([...bare.documents].flatMap((document) => [...namesIn(document)]));
  const owner = owners.find((each) => names.has(each));
  if (owner === undefined) return null;
  const others = [...names].filter((name) => !owners.includes(name) && stateOfFolded(name) !== null);
  const state = sayOwner(owner);
  return others.length === 0
    ? { level: 'owner-named', amount: 1, detail: `The text names ${state} and no other state.` }
    : { level: 'owner-named', amount: 0.4, detail: `The text names ${state}, among others.` };
}

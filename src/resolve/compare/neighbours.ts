// Do two things keep the same company?

import { nameKeys, neighboursOf, type Profile } from '../profile.ts';
import type { Scope } from '../scope.ts';
import type { Comparison } from './feature.ts';

/** Company that fills the level's weight: one name that hardly another document holds, or a few common ones. */
const FULL = 3;
/** Names from which on a profile that shares none speaks against. */
const RICH = 4;

/** Names that stand with both in a sentence; else names of the one's sentences that the other's document holds. */
export function compareNeighbours(left: Profile, right: Profile, scope: Scope): Comparison | null {
  const own = new Set([...nameKeys(left), ...nameKeys(right)]);
  const [beside, besideOther] = [neighboursOf(left), neighboursOf(right)];
  const [fewer, more] = beside.size <= besideOther.size ? [beside, besideOther] : [besideOther, beside];
  const near = sharedWith(fewer, more, own, scope);
  if (near.weight > 0) {
    const amount = Math.min(1, near.weight / FULL);
    return { level: 'neighbours-shared', amount, detail: `Both are named beside ${near.shown.join(', ')}.` };
  }
  const far = sharedInDocuments(left, right, own, scope);
  if (far.count > 1) {
    const amount = Math.min(1, far.weight / FULL);
    return { level: 'neighbours-in-document', amount, detail: `The texts of both name ${far.shown.join(', ')}.` };
  }
  if (fewer.size < RICH || far.count > 0) return null;
  const level = left.isPerson ? 'neighbours-none' : 'things-elsewhere';
  return { level, amount: 1, detail: 'Nobody and nothing is named beside both.' };
}

interface Shared {
  readonly weight: number;
  readonly count: number;
  readonly shown: readonly string[];
}

function sharedWith(
  fewer: ReadonlySet<string>,
  more: ReadonlySet<string>,
  own: ReadonlySet<string>,
  scope: Scope,
): Shared {
  const shown = new Set<string>();
  let weight = 0;
  for (const key of fewer) {
    if (!more.has(key) || own.has(key)) continue;
    const fact = scope.fact(key);
    if (fact.rarity === 0 || shown.has(fact.shown)) continue;
    weight += fact.rarity;
    shown.add(fact.shown);
  }
  return { weight, count: shown.size, shown: [...shown].sort().slice(0, 3) };
}

/** Only small profiles are asked: who stands in many documents shares a name with everybody. */
function sharedInDocuments(left: Profile, right: Profile, own: ReadonlySet<string>, scope: Scope): Shared {
  const namesIn = ({ documents }: Profile): ReadonlySet<string> =>
    new Set([...documents].flatMap((document) => [...scope.namesIn(document)]));
  const found = [
    left.documents.size <= 2 ? sharedWith(namesIn(left), neighboursOf(right), own, scope) : null,
    right.documents.size <= 2 ? sharedWith(namesIn(right), neighboursOf(left), own, scope) : null,
  ].flatMap((shared) => shared ?? []);
  return found.sort((a, b) => b.weight - a.weight)[0] ?? { weight: 0, count: 0, shown: [] };
}

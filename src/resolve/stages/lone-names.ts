// Last stage: short forms that found no full name find each other, where something beside the name agrees.
import { isShort } from '../block-keys.ts';
import { hasContext, scorePair } from '../score.ts';
import { groundOf, type UnitGroups } from '../unit-groups.ts';

const BY = 'lone-names@1';
const MOST_NAMESAKES = 30;

/** People never on a surname alone; acronyms also without company, as long as nothing speaks against. */
export function joinLoneNames(groups: UnitGroups): void {
  const buckets = new Map<string, number[]>();
  for (const [unit = 0] of groups.groups()) {
    const profile = groups.profile(unit);
    if (!isShort(profile)) continue;
    const acronyms = profile.specific.size === 0 ? [...profile.acronyms].map((acronym) => `=${acronym}`) : [];
    const names = profile.isPerson ? [...profile.lone.keys()] : acronyms;
    for (const name of names) buckets.set(name, [...(buckets.get(name) ?? []), unit]);
  }
  for (const [, units] of [...buckets].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const leaders: number[] = [];
    for (const unit of units) if (!joinBest(groups, unit, leaders)) leaders.push(unit);
  }
}

function joinBest(groups: UnitGroups, unit: number, leaders: readonly number[]): boolean {
  const scored = leaders.slice(0, MOST_NAMESAKES).flatMap((leader) => {
    const pair = scorePair(groups.profile(unit), groups.profile(leader), groups.scope);
    return pair === null ? [] : [{ leader, pair }];
  });
  scored.sort((a, b) => b.pair.logOdds - a.pair.logOdds || a.leader - b.leader);
  for (const { leader, pair } of scored) {
    const isPerson = groups.profile(unit).isPerson;
    if (pair.logOdds < 0 || (isPerson && !hasContext(pair))) break;
    if (groups.join(leader, unit, groundOf(pair, BY))) return true;
  }
  return false;
}

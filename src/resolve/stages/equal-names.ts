// Second stage: units of one referent, one full name of a person, one specific name of a thing.

import type { BlockNode } from '../profile.ts';
import type { Scope } from '../scope.ts';
import { scoreAlone, scorePair } from '../score.ts';
import { type Ground, groundOf, type UnitGroups } from '../unit-groups.ts';

const BY = 'names@1';
/** Groups of one name that are compared with a newcomer: so many namesakes are kept apart by their company. */
const MOST_NAMESAKES = 30;

/** Joins each unit with the likeliest group that shares a key; what its company speaks against founds a group of its own. */
export function joinEqualNames(groups: UnitGroups): void {
  for (const [, units] of bucketsOf(groups.scope)) {
    const leaders: number[] = [];
    const grounds: Grounds = new Map();
    for (const unit of units) {
      const known = leaders.find((leader) => groups.root(leader) === groups.root(unit));
      if (known !== undefined) continue;
      if (!joinBest(groups, unit, leaders, grounds)) leaders.push(unit);
    }
  }
}

function joinBest(groups: UnitGroups, unit: number, leaders: readonly number[], grounds: Grounds): boolean {
  const [only, second] = leaders;
  if (only === undefined) return false;
  // Where there is but one group of the name and nothing in the texts parts the two, company has no say.
  const plain = second === undefined ? plainGround(groups, unit, only, grounds) : null;
  if (plain !== null && groups.join(only, unit, plain)) return true;
  const profile = groups.profile(unit);
  const ranked = leaders.slice(0, MOST_NAMESAKES).flatMap((leader) => {
    const ground = referentGround(groups, unit, leader);
    if (ground !== null) return [{ leader, logOdds: 5, ground }];
    const pair = scorePair(profile, groups.profile(leader), groups.scope);
    return pair === null ? [] : [{ leader, logOdds: pair.logOdds, ground: groundOf(pair, BY) }];
  });
  ranked.sort((a, b) => b.logOdds - a.logOdds || a.leader - b.leader);
  for (const { leader, logOdds, ground } of ranked) {
    if (logOdds >= 0 && groups.join(leader, unit, ground)) return true;
    if (logOdds < 0) groups.note(leader, unit, ground.score < 0.2 ? 'different' : 'unsure', ground);
  }
  return false;
}

/** Grounds for joining units that say nothing of themselves but their names, which one in the group bears already. */
type Grounds = Map<BlockNode, { readonly leader: number; readonly ground: Ground }>;

function plainGround(groups: UnitGroups, unit: number, leader: number, grounds: Grounds): Ground | null {
  const own = groups.profile(unit);
  const { metonym } = groups.scope.units[unit] ?? {};
  const isPlain =
    metonym === undefined && own.node !== null && own.sense === null && own.offices.size + own.life.size === 0;
  const known = isPlain ? grounds.get(own.node as BlockNode) : undefined;
  if (known?.leader === leader) return known.ground;
  const stated = referentGround(groups, unit, leader);
  const pair = stated === null ? scoreAlone(own, groups.profile(leader), groups.scope) : null;
  const ground = stated ?? (pair && groundOf(pair, BY));
  if (isPlain && ground !== null) grounds.set(own.node as BlockNode, { leader, ground });
  return ground;
}

function referentGround(groups: UnitGroups, unit: number, leader: number): Ground | null {
  const other = groups.profile(leader).referents;
  for (const key of groups.profile(unit).referents) {
    if (other.has(key)) return { score: 0.99, reasons: [sayReferent(groups, unit, leader)], by: BY };
  }
  return null;
}

/** A metonym is joined for a reason of its own, since a reader may see it otherwise. */
function sayReferent(groups: UnitGroups, unit: number, leader: number): string {
  const { units } = groups.scope;
  const metonym = units[unit]?.metonym ?? units[leader]?.metonym;
  const name = nameOf(groups, unit);
  return metonym === undefined ? `Both stand for ${name}.` : `${metonym} acts here, and so stands for ${name}.`;
}

function nameOf({ scope }: UnitGroups, unit: number): string {
  return scope.units[unit]?.referent?.name ?? 'one thing';
}

/** Units by key, in the order of the keys. */
function bucketsOf({ profiles }: Scope): [string, number[]][] {
  const buckets = new Map<string, number[]>();
  for (const [unit, profile] of profiles.entries()) {
    for (const key of profile.node?.equal ?? []) {
      const bucket = buckets.get(key);
      if (bucket) bucket.push(unit);
      else buckets.set(key, [unit]);
    }
  }
  return [...buckets].filter(([, units]) => units.length > 1).sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

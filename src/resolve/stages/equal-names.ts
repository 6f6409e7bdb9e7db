// Second stage: units of one referent, one full name of a person, one specific name of a thing.
import type { Folder } from '../folder.ts';
import { isDefinite } from '../institution.ts';
import { scorePair } from '../score.ts';
import { groundOf, type UnitGroups } from '../unit-groups.ts';

const BY = 'names@1';
/** Groups of one name that are compared with a newcomer: so many namesakes are kept apart by their company. */
const MOST_NAMESAKES = 30;

/** Joins each unit with the likeliest group that shares a key; what its company speaks against founds a group of its own. */
export function joinEqualNames(groups: UnitGroups): void {
  for (const [, units] of bucketsOf(groups.folder)) {
    const leaders: number[] = [];
    for (const unit of units) {
      const known = leaders.find((leader) => groups.root(leader) === groups.root(unit));
      if (known !== undefined) continue;
      if (!joinBest(groups, unit, leaders)) leaders.push(unit);
    }
  }
}

function joinBest(groups: UnitGroups, unit: number, leaders: readonly number[]): boolean {
  const profile = groups.profile(unit);
  const ranked = leaders.slice(0, MOST_NAMESAKES).flatMap((leader) => {
    const other = groups.profile(leader);
    const referent = [...profile.referents].find((key) => other.referents.has(key));
    if (referent !== undefined) {
      const ground = { score: 0.99, reasons: [`Both stand for ${nameOf(groups, unit)}.`], by: BY };
      return [{ leader, logOdds: 5, ground }];
    }
    const pair = scorePair(profile, other, groups.folder);
    return pair === null ? [] : [{ leader, logOdds: pair.logOdds, ground: groundOf(pair, BY) }];
  });
  ranked.sort((a, b) => b.logOdds - a.logOdds || a.leader - b.leader);
  for (const { leader, logOdds, ground } of ranked) {
    if (logOdds >= 0 && groups.join(leader, unit, ground)) return true;
    if (logOdds < 0) groups.note(leader, unit, ground.score < 0.2 ? 'different' : 'unsure', ground);
  }
  return false;
}

function nameOf({ folder }: UnitGroups, unit: number): string {
  return folder.units[unit]?.referent?.name ?? 'one thing';
}

/** Units by key, in the order of the keys; referents first, since they leave no doubt. */
function bucketsOf({ profiles }: Folder): [string, number[]][] {
  const buckets = new Map<string, number[]>();
  for (const [unit, profile] of profiles.entries()) {
    const names = profile.isPerson
      ? [...profile.full.keys()].map((name) => `2person:${name}`)
      : [
          ...[...profile.specific.keys()].map((name) => `2thing:${name}`),
          ...[...profile.institutions].flatMap(([key, institution]) =>
            isDefinite(institution) ? [`3institution:${key}`] : [],
          ),
        ];
    for (const key of [...[...profile.referents].map((referent) => `1${referent}`), ...names]) {
      const bucket = buckets.get(key);
      if (bucket) bucket.push(unit);
      else buckets.set(key, [unit]);
    }
  }
  return [...buckets].filter(([, units]) => units.length > 1).sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

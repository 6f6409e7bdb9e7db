// Fourth stage: surnames, acronyms, first words and bare institutions find the one full name that they stand for.
import { acronymOf } from '../organization-name.ts';
import type { Profile } from '../profile.ts';
import { addComparison, hasContext, type PairScore, scorePair } from '../score.ts';
import { soundOf } from '../spelling.ts';
import { groundOf, type UnitGroups } from '../unit-groups.ts';

const BY = 'short-names@1';
/** Natural log-odds by which the best of several candidates must lead. */
const LEAD = 2;
const MOST_CANDIDATES = 200;
const DOUBT = 0.25;

/** The same document first, then the whole folder: only one match, or one far ahead, and something beside the name agrees. */
export function joinShortNames(groups: UnitGroups): void {
  const shorts = groups.folder.profiles.flatMap((profile, unit) => (isShort(profile) ? [unit] : []));
  const isAlone = (unit: number) => isShort(groups.profile(unit));
  for (const unit of shorts) if (isAlone(unit)) joinInDocument(groups, unit);
  const index = indexLong(groups);
  for (const unit of shorts) if (isAlone(unit)) joinInFolder(groups, unit, index);
}

/** Known by a short form only. */
export function isShort(profile: Profile): boolean {
  if (profile.isPerson) return profile.full.size === 0 && profile.lone.size > 0;
  if (profile.referents.size > 0 || [...profile.institutions.values()].some(({ owner }) => owner !== null))
    return false;
  return profile.specific.size === 0
    ? profile.acronyms.size + profile.institutions.size > 0
    : [...profile.specific.keys()].every((name) => !name.includes(' '));
}

function joinInDocument(groups: UnitGroups, unit: number): void {
  const { units, unitsIn } = groups.folder;
  const document = units[unit]?.extraction.document.id;
  const fitting = new Map<number, PairScore>();
  for (const other of unitsIn.get(document ?? '') ?? []) {
    if (groups.root(other) === groups.root(unit) || isShort(groups.profile(other))) continue;
    const pair = scorePair(groups.profile(unit), groups.profile(other), groups.folder);
    if (pair !== null && isShortForm(pair)) fitting.set(groups.root(other), pair);
  }
  const [only] = fitting;
  if (fitting.size !== 1 || only === undefined) return;
  const detail = 'The same document has the full name, and only one that fits.';
  const pair = addComparison(only[1], { level: 'same-document', amount: 1, detail });
  if (pair.logOdds >= 0) groups.join(unit, only[0], groundOf(pair, BY));
}

function joinInFolder(groups: UnitGroups, unit: number, index: ReadonlyMap<string, ReadonlySet<number>>): void {
  const profile = groups.profile(unit);
  const candidates = new Set(shortKeys(profile).flatMap((key) => [...(index.get(key) ?? [])].map(groups.root)));
  candidates.delete(groups.root(unit));
  if (candidates.size > MOST_CANDIDATES) return;
  const scored = [...candidates].flatMap((candidate) => {
    const pair = scorePair(profile, groups.profile(candidate), groups.folder);
    return pair !== null && isShortForm(pair) ? [{ candidate, pair }] : [];
  });
  scored.sort((a, b) => b.pair.logOdds - a.pair.logOdds || a.candidate - b.candidate);
  const [best, second] = scored;
  if (best === undefined) return;
  const detail = 'No other name in the folder fits.';
  const pair = second === undefined ? addComparison(best.pair, { level: 'only-match', amount: 1, detail }) : best.pair;
  const leads = second === undefined || best.pair.logOdds - second.pair.logOdds >= LEAD;
  const isStated = best.pair.comparisons.some(({ level }) => level === 'thing-acronym-stated') && second === undefined;
  if (leads && pair.logOdds >= 0 && (isStated || hasContext(pair)))
    groups.join(unit, best.candidate, groundOf(pair, BY));
  else if (pair.score >= DOUBT) groups.note(unit, best.candidate, 'unsure', groundOf(pair, BY));
}

const SHORT_LEVELS = /^(name-surname|name-given|thing-acronym|thing-acronym-stated|thing-short|thing-unnamed)$/;

function isShortForm({ comparisons }: PairScore): boolean {
  return comparisons.some(({ level }) => SHORT_LEVELS.test(level));
}

/** Groups with a full name by every short key that could mean them. */
function indexLong(groups: UnitGroups): Map<string, Set<number>> {
  const index = new Map<string, Set<number>>();
  for (const [unit = 0] of groups.groups()) {
    const profile = groups.profile(unit);
    if (isShort(profile)) continue;
    for (const key of longKeys(profile)) index.set(key, (index.get(key) ?? new Set<number>()).add(unit));
  }
  return index;
}

function longKeys(profile: Profile): string[] {
  if (profile.isPerson) {
    return [...profile.full.values()].flatMap(({ given, surname }) => [
      ...[surname, surname.split(' ').at(-1) ?? ''].map(surnameKey),
      `given ${given[0]}`,
    ]);
  }
  const names = [...profile.specific.values()];
  return [
    ...[...profile.acronyms, ...names.flatMap((name) => acronymOf(name) ?? [])].map((acronym) => `acronym ${acronym}`),
    ...[...profile.specific.keys()].map((name) => `first ${name.split(' ')[0]}`),
    ...[...profile.institutions.values()].flatMap(({ words }) => words.map((word) => `institution ${word}`)),
  ];
}

function shortKeys(profile: Profile): string[] {
  if (profile.isPerson) {
    return [...profile.lone.values()].flatMap(({ surname }) => [surnameKey(surname), `given ${surname}`]);
  }
  return [
    ...[...profile.acronyms].map((acronym) => `acronym ${acronym}`),
    ...[...profile.specific.keys()].map((name) => `first ${name.split(' ')[0]}`),
    // The rarest word would do; the last of the sorted words is as good as any and needs no count.
    ...[...profile.institutions.values()].map(({ words }) => `institution ${words[0] ?? ''}`),
  ];
}

/** Spellings of one surname sound alike. */
const surnameKey = (surname: string): string => `surname ${soundOf(surname)}`;

// Fourth stage: surnames, acronyms, first words and bare institutions find the one full name that they stand for.
import type { Mention } from '../../model/extraction.ts';
import { isShort, longKeys, shortKeys } from '../block-keys.ts';
import { isIntroducedAsKin } from '../kinship.ts';
import { isGenericName } from '../organization-name.ts';
import type { Profile } from '../profile.ts';
import type { Scope } from '../scope.ts';
import { addComparison, hasContext, type PairScore, scoreOf, scorePair } from '../score.ts';
import type { Unit } from '../unit.ts';
import { groundOf, type UnitGroups } from '../unit-groups.ts';

const BY = 'short-names@1';
/** Natural log-odds by which the best of several candidates must lead. */
const LEAD = 2;
const MOST_CANDIDATES = 200;
const DOUBT = 0.3;

/** The same document first, then the whole folder: only one match, or one far ahead, and something beside the name agrees. */
export function joinShortNames(groups: UnitGroups): void {
  const shorts = groups.scope.profiles.flatMap((profile, unit) => ((profile.node?.asks.length ?? 0) > 0 ? [unit] : []));
  const isAlone = (unit: number) => isShort(groups.profile(unit));
  const ambiguous = new Set<number>();
  for (const unit of shorts) if (isAlone(unit) && !joinInDocument(groups, unit)) ambiguous.add(unit);
  const index = indexLong(groups);
  for (const unit of shorts) if (isAlone(unit) && !ambiguous.has(unit)) joinInFolder(groups, unit, index);
}

function countWords(name: string): number {
  let count = 1;
  for (let at = name.indexOf(' '); at >= 0; at = name.indexOf(' ', at + 1)) count += 1;
  return count;
}

function isLonger(long: Profile, short: Profile): boolean {
  if (long.isPerson !== short.isPerson) return false;
  if (long.isPerson) return long.full.size > 0;
  if (long.institutions.size > 0 && !isShort(long)) return true;
  let shortest = short.specific.size === 0 ? 0 : Number.POSITIVE_INFINITY;
  for (const name of short.specific.keys()) shortest = Math.min(shortest, countWords(name));
  for (const name of long.specific.keys()) if (countWords(name) > shortest) return true;
  return false;
}

/** False where the document has several names that fit: then no other document can tell which one is meant. */
function joinInDocument(groups: UnitGroups, unit: number): boolean {
  const fitting = fittingInDocument(groups, unit);
  const meant = meantOf(groups, unit, fitting);
  if (meant === null) return fitting.size === 0;
  const { root, detail } = meant;
  const pair = addComparison(fitting.get(root) as PairScore, { level: 'same-document', amount: 1, detail });
  if (pair.logOdds >= 0) groups.join(unit, root, groundOf(pair, BY));
  return true;
}

type Fitting = ReadonlyMap<number, PairScore>;

/** The one whom a short name means among those that it fits, and why; null where the document does not tell. */
function meantOf(
  groups: UnitGroups,
  unit: number,
  fitting: Fitting,
): { readonly root: number; readonly detail: string } | null {
  const [first, second] = fitting.keys();
  if (first === undefined) return null;
  if (second === undefined)
    return { root: first, detail: 'The same document has the full name, and only one that fits.' };
  if (groups.scope.units[unit]?.mentions.some((mention) => isContrasted(groups, unit, mention))) return null;
  const notKin = withoutKin(groups, unit, fitting);
  if (notKin !== null)
    return { root: notKin, detail: 'The same document brings in the other bearers of the name as somebody’s kin.' };
  const spokenOf = inFocus(groups, unit, fitting);
  if (spokenOf === null) return null;
  return { root: spokenOf, detail: 'The text goes on about this bearer of the name, and names any other only once.' };
}

/** Groups with a longer name of the unit's document, by their roots. */
function fittingInDocument(groups: UnitGroups, unit: number): Map<number, PairScore> {
  const fitting = new Map<number, PairScore>();
  for (const other of groups.scope.besides(unit)) {
    if (groups.root(other) === groups.root(unit) || !isLonger(groups.profile(other), groups.profile(unit))) continue;
    const pair = scorePair(groups.profile(unit), groups.profile(other), groups.scope);
    const fits = pair !== null && isShortForm(pair) ? pair : shortened(groups.scope, unit, other);
    if (fits !== null) fitting.set(groups.root(other), fits);
  }
  return fitting;
}

/** A newspaper names a firm in full and then by the first word: "Harrow Quill", later "Harrow". */
function shortened({ units, profiles }: Scope, short: number, long: number): PairScore | null {
  const [later, earlier] = [units[short], units[long]];
  const isFirm = later?.type === 'Organization' && earlier?.type === 'Organization';
  if (!isFirm || (later.mentions[0]?.start ?? 0) < (earlier.mentions[0]?.start ?? 0)) return null;
  for (const [name, surface] of profiles[long]?.specific ?? []) {
    const [first = '', second] = name.split(' ');
    if (second === undefined || isGenericName(first) || !profiles[short]?.specific.has(first)) continue;
    const detail = `The text names ${surface} in full before it says ${profiles[short]?.specific.get(first)}.`;
    return scoreOf([{ level: 'thing-short', amount: 1, detail }]);
  }
  return null;
}

/** Of several bearers of a surname, the one whom the text does not bring in as another's kin; null where that leaves several. */
function withoutKin(groups: UnitGroups, unit: number, fitting: Fitting): number | null {
  const others = [...fitting.keys()].filter((root) => !besidesOf(groups, unit, root).some(isIntroducedAsKin));
  return others.length === 1 ? (others[0] ?? null) : null;
}

const CONTRAST = /\b(?:elder|older|senior|other)\s+$/i;

/** "The elder Hale": said to tell bearers of the name apart, and who is which the names do not tell. */
function isContrasted({ scope }: UnitGroups, unit: number, { start }: Mention): boolean {
  const text = scope.units[unit]?.extraction.document.text ?? '';
  return CONTRAST.test(text.slice(Math.max(0, start - 12), start));
}

/** Names and pronouns from which on a text is about somebody. */
const FOCUS = 3;

/** The bearer of whom the text spoke last and again and again, where it names each other one once, in passing; of people. */
function inFocus(groups: UnitGroups, unit: number, fitting: Fitting): number | null {
  const start = groups.scope.units[unit]?.mentions[0]?.start ?? 0;
  if (!groups.profile(unit).isPerson) return null;
  const spoken = [...fitting.keys()].map((root) => {
    // Beside a name, what describes its bearer is the same passing word.
    const before = besidesOf(groups, unit, root).flatMap(({ mentions }) =>
      mentions.filter(({ kind, end }) => kind !== 'nominal' && end <= start),
    );
    return { root, count: before.length, last: Math.max(0, ...before.map(({ end }) => end)) };
  });
  const [first, ...others] = spoken.sort((a, b) => b.last - a.last || a.root - b.root);
  const isClear = first !== undefined && first.count >= FOCUS && others.every(({ count }) => count <= 1);
  return isClear ? first.root : null;
}

/** What the unit's document says of a group. */
function besidesOf(groups: UnitGroups, unit: number, root: number): Unit[] {
  const { besides, units } = groups.scope;
  return besides(unit).flatMap((other) => (groups.root(other) === root ? (units[other] ?? []) : []));
}

function joinInFolder(groups: UnitGroups, unit: number, index: ReadonlyMap<string, ReadonlySet<number>>): void {
  const profile = groups.profile(unit);
  const candidates = new Set(shortKeys(profile).flatMap((key) => [...(index.get(key) ?? [])].map(groups.root)));
  candidates.delete(groups.root(unit));
  if (candidates.size > MOST_CANDIDATES) return;
  const scored = [...candidates].flatMap((candidate) => {
    if (!isLonger(groups.profile(candidate), profile)) return [];
    const pair = scorePair(profile, groups.profile(candidate), groups.scope);
    return pair !== null && isShortForm(pair) ? [{ candidate, pair }] : [];
  });
  // Of whom many documents write a bare surname is the likelier meant.
  const strength = ({ candidate, pair }: (typeof scored)[0]) =>
    pair.logOdds + Math.log(groups.profile(candidate).documents.size);
  scored.sort((a, b) => strength(b) - strength(a) || a.candidate - b.candidate);
  const [best, second] = scored;
  if (best === undefined) return;
  const detail = 'No other name in the folder fits.';
  const pair = second === undefined ? addComparison(best.pair, { level: 'only-match', amount: 1, detail }) : best.pair;
  const leads = second === undefined || strength(best) - strength(second) >= LEAD;
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
    for (const key of longKeys(profile)) index.set(key, (index.get(key) ?? new Set<number>()).add(unit));
  }
  return index;
}

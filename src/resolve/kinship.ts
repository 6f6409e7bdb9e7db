// Who is brought in as somebody's kin ("his father, Tam Hale"): a bare surname in that text means the other bearer.
import type { Unit } from './unit.ts';

const KIN =
  'father|mother|parents?|son|daughter|brother|sister|sibling|twin|wife|husband|widow|widower|uncle|aunt|nephew|niece|cousin|' +
  'grandfather|grandmother|grandson|granddaughter|stepfather|stepmother|stepson|stepdaughter|half-brother|half-sister';
/** "his father,", "her elder sister", "Hale's son": an owner, at most two words, the kin, at most a comma. */
const BEFORE = new RegExp(`(?:\\b(?:his|her|their|my)|['’]s?)\\s+(?:[\\p{L}-]+\\s+){0,2}(?:${KIN}),?\\s*$`, 'iu');
const AFTER = new RegExp(`^,?\\s+(?:(?:is|was)\\s+)?(?:his|her|their)\\s+(?:[\\p{L}-]+\\s+){0,2}(?:${KIN})\\b`, 'iu');
const REACH = 60;

/** True where the text introduces the person at the first mention as the kin of another. */
export function isIntroducedAsKin({ type, mentions, extraction }: Unit): boolean {
  const first = mentions.find(({ kind }) => kind === 'name');
  if (type !== 'Person' || first === undefined) return false;
  const { text } = extraction.document;
  const before = text.slice(Math.max(0, first.start - REACH), first.start);
  return BEFORE.test(before) || AFTER.test(text.slice(first.end, first.end + REACH));
}

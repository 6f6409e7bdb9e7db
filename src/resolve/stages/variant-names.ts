// Third stage: full names that sound alike, share a surname or hold the same words.
import { isModelName, wordBag } from '../compare/thing-names.ts';
import type { Profile } from '../profile.ts';
import { type PairScore, scorePair } from '../score.ts';
import { soundOf } from '../spelling.ts';
import { groundOf, type UnitGroups } from '../unit-groups.ts';

const BY = 'variants@1';
/** Groups that one block may hold: above it the key says too little, and pairs grow with its square. */
const LARGEST_BLOCK = 400;
/** From this chance on a pair is worth a person's question. */
const DOUBT = 0.3;

/** Scores the pairs of each block and joins them, the surest first. */
export function joinVariantNames(groups: UnitGroups): void {
  const pairs = new Map<string, { left: number; right: number; pair: PairScore }>();
  for (const block of blocksOf(groups)) {
    for (const [place, left] of block.entries()) {
      for (const right of block.slice(place + 1)) {
        const key = `${left},${right}`;
        if (pairs.has(key)) continue;
        const pair = scorePair(groups.profile(left), groups.profile(right), groups.folder);
        if (pair !== null && pair.score >= DOUBT) pairs.set(key, { left, right, pair });
      }
    }
  }
  const ranked = [...pairs.values()].sort(
    (a, b) => b.pair.logOdds - a.pair.logOdds || a.left - b.left || a.right - b.right,
  );
  for (const { left, right } of ranked) {
    if (groups.root(left) === groups.root(right)) continue;
    // Either group may have grown since: what it has become must fit too.
    const pair = scorePair(groups.profile(left), groups.profile(right), groups.folder);
    if (pair === null) continue;
    if (pair.logOdds >= 0) groups.join(left, right, groundOf(pair, BY));
    else if (pair.score >= DOUBT) groups.note(left, right, 'unsure', groundOf(pair, BY));
  }
}

/** Groups (by their first unit) that share a key, each block ascending. */
function blocksOf(groups: UnitGroups): number[][] {
  const blocks = new Map<string, number[]>();
  for (const [unit = 0] of groups.groups()) {
    for (const key of new Set(keysOf(groups.profile(unit)))) {
      const block = blocks.get(key);
      if (block) block.push(unit);
      else blocks.set(key, [unit]);
    }
  }
  return [...blocks]
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([, block]) => block)
    .filter(({ length }) => length > 1 && length <= LARGEST_BLOCK);
}

function keysOf(profile: Profile): string[] {
  if (profile.isPerson) {
    return [...profile.full.values()].flatMap(({ given, surname }) => [
      `surname ${soundOf(surname.split(' ').at(-1) ?? '')}`,
      `first ${given[0]} ${given[1] ?? surname.split(' ')[0]}`,
    ]);
  }
  return [...profile.specific].flatMap(([name, surface]) => {
    const words = name.split(' ');
    return [
      `words ${wordBag(name).join(' ')}`,
      `sound ${words.length} ${words.map(soundOf).join(' ')}`,
      ...tailKeys(words, surface),
    ];
  });
}

/** A name and the same with an owner before it end alike: in two words, or in one that only a product bears. */
function tailKeys(words: readonly string[], surface: string): string[] {
  const last = surface.split(' ').at(-1) ?? '';
  return [
    ...(words.length > 1 ? [`tail ${words.slice(-2).join(' ')}`] : []),
    ...(isModelName(last) ? [`tail ${words.at(-1)}`] : []),
  ];
}

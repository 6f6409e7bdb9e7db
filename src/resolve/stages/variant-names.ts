// Third stage: full names that sound alike, share a surname or hold the same words.
import { variantKeys } from '../block-keys.ts';
import { type PairScore, scorePair } from '../score.ts';
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
        const pair = scorePair(groups.profile(left), groups.profile(right), groups.scope);
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
    const pair = scorePair(groups.profile(left), groups.profile(right), groups.scope);
    if (pair === null) continue;
    if (pair.logOdds >= 0) groups.join(left, right, groundOf(pair, BY));
    else if (pair.score >= DOUBT) groups.note(left, right, 'unsure', groundOf(pair, BY));
  }
}

/** Groups (by their first unit) that share a key, each block ascending. */
function blocksOf(groups: UnitGroups): number[][] {
  const blocks = new Map<string, number[]>();
  for (const [unit = 0] of groups.groups()) {
    for (const key of new Set(variantKeys(groups.profile(unit)))) {
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

// Scores open facts in the manner of WiRe57 (Léchelle, Gotti and Langlais 2019): word overlap slot by slot, one gold tuple a fact.
import type { SentenceScore } from './carb.ts';

/** A word of the gold; `inferred` ones stand in square brackets: people added them. */
interface GoldWord {
  readonly word: string;
  readonly inferred: boolean;
}

/** Subject, predicate, object, then further arguments. */
export interface WireGold {
  readonly slots: readonly [readonly GoldWord[], readonly GoldWord[], readonly GoldWord[]];
  readonly more: readonly (readonly GoldWord[])[];
}

export interface WireFact {
  readonly slots: readonly [readonly string[], readonly string[], readonly string[]];
  readonly more: readonly (readonly string[])[];
}

/** The words of a slot as printed: of "(this)/(that)" the first, which stands in the sentence; `[is]` is inferred. */
export function readGoldSlot(text: string): GoldWord[] {
  const spoken = text
    .replace(/\(([^()]*)\)\/\((?:[^()[\]]|\[[^\]]*\])*\)/g, '$1')
    .replace(/\(([^()]*)\)\/\S+/g, '$1')
    .replace(/(\S+?)\/\([^()]*\)/g, '$1')
    .replace(/([^\s/]+)\/\S+/g, '$1');
  const words: GoldWord[] = [];
  for (const [, bracketed, plain] of spoken.matchAll(/\[([^\]]*)\]|([^[\]]+)/g)) {
    for (const word of splitWords(bracketed ?? plain ?? '')) words.push({ word, inferred: bracketed !== undefined });
  }
  return words;
}

/** Words and marks: the possessive and punctuation stand alone. */
export function splitWords(text: string): string[] {
  return (
    text.match(
      /['’]s\b|[\p{L}\p{N}$%](?:[\p{L}\p{N}$%.,'’–-]*[\p{L}\p{N}$%])?(?=['’]s\b)|[\p{L}\p{N}$%](?:[\p{L}\p{N}$%.,–-]*[\p{L}\p{N}$%])?|[^\s]/gu,
    ) ?? []
  );
}

/** Sums of a sentence: greedy one-to-one match by F1. */
export function scoreWireSentence(gold: readonly WireGold[], found: readonly WireFact[]): SentenceScore {
  const pairs = gold
    .flatMap((wanted, row) =>
      found.map((fact, column) => {
        const [precision, recall] = matchWire(wanted, fact) ?? [0, 0];
        return { row, column, precision, recall, f1: f1(precision, recall) };
      }),
    )
    .filter((pair) => pair.f1 > 0)
    .sort((left, right) => right.f1 - left.f1 || left.row - right.row || left.column - right.column);
  const rows = new Set<number>();
  const columns = new Set<number>();
  let precision = 0;
  let recall = 0;
  for (const pair of pairs) {
    if (rows.has(pair.row) || columns.has(pair.column)) continue;
    rows.add(pair.row);
    columns.add(pair.column);
    precision += pair.precision;
    recall += pair.recall;
  }
  return { precision, recall, found: found.length, gold: gold.length };
}

function f1(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function matchWire(gold: WireGold, fact: WireFact): readonly [number, number] | null {
  let matched = 0;
  let found = 0;
  let wanted = 0;
  for (const [index, own] of fact.slots.entries()) {
    const words = gold.slots[index] ?? [];
    const whollyInferred = words.every(({ inferred }) => inferred);
    if (own.length === 0) {
      if (!whollyInferred) return null;
      continue;
    }
    const overlap = countIn(own, words);
    if (overlap === 0 && !whollyInferred) return null;
    matched += overlap;
    found += own.length;
    wanted += words.filter(({ inferred }) => !inferred).length;
  }
  for (const [index, words] of gold.more.entries()) {
    wanted += words.filter(({ inferred }) => !inferred).length;
    const own = fact.more[index];
    if (own === undefined) continue;
    matched += countIn(own, words);
    found += own.length;
  }
  // Words that people added count as right where a fact has them, but nobody has to find them: recall ends at 1.
  return found === 0 || wanted === 0 ? null : [matched / found, Math.min(1, matched / wanted)];
}

function countIn(own: readonly string[], words: readonly GoldWord[]): number {
  const known = new Set(words.map(({ word }) => word));
  return own.filter((word) => known.has(word)).length;
}

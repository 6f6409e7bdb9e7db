// Which statements the table shows, and in which order: pure.
import type { Shown } from './facets.ts';
import type { Facts } from './facts.ts';
import { claimWords } from './wording.ts';

export type Column = 'subject' | 'relation' | 'object' | 'sources' | 'articles' | 'confidence';

export const COLUMNS: readonly { readonly name: Column; readonly label: string; readonly numeric: boolean }[] = [
  { name: 'subject', label: 'Who or what', numeric: false },
  { name: 'relation', label: 'Relation', numeric: false },
  { name: 'object', label: 'To whom or what', numeric: false },
  { name: 'sources', label: 'Sources', numeric: true },
  { name: 'articles', label: 'Articles', numeric: true },
  { name: 'confidence', label: 'Confidence', numeric: true },
];

/** Places of the shown claims; equal ones stay in the order of the graph. */
export function sortClaims(facts: Facts, shown: Shown, by: Column, down: boolean): readonly number[] {
  const { claims } = facts.payload;
  const places = claims.id.map((_, claim) => claim).filter((claim) => shown.claims[claim] === 1);
  const sign = down ? -1 : 1;
  const numbers: Partial<Record<Column, (claim: number) => number>> = {
    sources: (claim) => claims.independentSources[claim] ?? 0,
    articles: (claim) => claims.documents[claim]?.length ?? 0,
    confidence: (claim) => claims.confidence[claim] ?? 0,
  };
  const number = numbers[by];
  if (number !== undefined) return places.sort((a, b) => sign * (number(a) - number(b)) || a - b);
  const words = new Map(places.map((claim) => [claim, wordOf(facts, claim, by)]));
  const compare = new Intl.Collator('en').compare;
  return places.sort((a, b) => sign * compare(words.get(a) ?? '', words.get(b) ?? '') || a - b);
}

function wordOf(facts: Facts, claim: number, by: Column): string {
  const { subject, relation, object } = claimWords(facts, claim);
  if (by === 'subject') return subject;
  return by === 'object' ? object : relation;
}

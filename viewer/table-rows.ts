// Which statements the table shows, in which order, and as text to copy: no page of its own.
import type { Shown } from './facets.ts';
import type { Facts } from './facts.ts';
import { language, words } from './language.ts';
import { holdsWords } from './search-index.ts';
import type { Column } from './state.ts';
import { guardCell } from './take-away/csv.ts';
import { claimTags, claimWords } from './wording.ts';

export const COLUMNS: readonly { readonly name: Column; readonly numeric: boolean }[] = [
  { name: 'subject', numeric: false },
  { name: 'relation', numeric: false },
  { name: 'object', numeric: false },
  { name: 'sources', numeric: true },
  { name: 'articles', numeric: true },
  { name: 'confidence', numeric: true },
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
  const told = new Map(places.map((claim) => [claim, wordOf(facts, claim, by)]));
  const compare = new Intl.Collator(language.value).compare;
  return places.sort((a, b) => sign * compare(told.get(a) ?? '', told.get(b) ?? '') || a - b);
}

/** Rows that hold every one of the words, in any column, whatever the case and the accents. */
export function findRows(facts: Facts, rows: readonly number[], find: string): readonly number[] {
  if (find.trim() === '') return rows;
  const holds = holdsWords(find);
  return rows.filter((claim) => {
    const { subject, relation, object } = claimWords(facts, claim);
    const tags = claimTags(facts, claim).map(({ text }) => text);
    return holds([subject, relation, object, ...tags].join(' '));
  });
}

/** Tabs between cells, a line a row, the heads first; what would break a cell in two becomes a space. */
export function tableText(facts: Facts, rows: readonly number[]): string {
  const { claims } = facts.payload;
  const lines = rows.map((claim) => {
    const { subject, relation, object } = claimWords(facts, claim);
    const tags = claimTags(facts, claim).map(({ text }) => text);
    return [
      subject,
      tags.length === 0 ? relation : `${relation} (${tags.join(', ')})`,
      object,
      claims.derived[claim] === 1 ? '' : (claims.independentSources[claim] ?? 0),
      claims.documents[claim]?.length ?? 0,
      words().percent(claims.confidence[claim] ?? 0),
    ];
  });
  const heads = COLUMNS.map(({ name }) => words().table.columns[name]);
  return [heads, ...lines].map((cells) => cells.map(toCell).join('\t')).join('\n');
}

function toCell(value: string | number): string {
  return typeof value === 'string' ? guardCell(value.replace(/[\t\r\n]+/g, ' ')) : String(value);
}

function wordOf(facts: Facts, claim: number, by: Column): string {
  const { subject, relation, object } = claimWords(facts, claim);
  if (by === 'subject') return subject;
  return by === 'object' ? object : relation;
}

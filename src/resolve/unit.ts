// The unit of comparison: everything that one document calls by one chain, or a mention that stands alone.
import type { Extraction, Mention, Referent } from '../model/extraction.ts';
import type { MentionId } from '../model/id.ts';
import { compareSpans, sliceSpan } from '../model/span.ts';
import { compareText, foldName } from './fold.ts';
import { canonicalName } from './organization-name.ts';

/** What one document says of one thing. Its mentions are in reading order, one at least. */
export interface Unit {
  /** Id of its first mention. */
  readonly id: MentionId;
  readonly extraction: Extraction;
  readonly mentions: readonly Mention[];
  /** An entity type: the referent's, else the one that its names were given most surely. */
  readonly type: string;
  /** Set where every mention with a referent stands for the same thing. */
  readonly referent: Referent | null;
  /** Distinct surfaces of its name mentions that are its own names (those of a referent apart), most frequent first. */
  readonly names: readonly UnitName[];
  /** The name of a place that acts here and so stands for the referent; absent elsewhere. */
  readonly metonym?: string;
}

export interface UnitName {
  readonly surface: string;
  readonly count: number;
  readonly mention: Mention;
}

/** Mentions with a value and no entity behind them: dates, amounts. */
export function isValue({ type, literal }: Mention): boolean {
  return literal !== null || type === 'Time' || type === 'Quantity';
}

/** A unit of these mentions of one document. @throws Error for an empty list: a bug. */
export function makeUnit(extraction: Extraction, mentions: readonly Mention[]): Unit {
  const sorted = [...mentions].sort((left, right) => compareSpans(left, right) || compareText(left.id, right.id));
  const first = sorted[0];
  if (first === undefined) throw new Error('A unit needs a mention.');
  const referents = new Map(sorted.flatMap(({ referent }) => (referent ? [[referentKey(referent), referent]] : [])));
  const referent = referents.size === 1 ? ([...referents.values()][0] ?? null) : null;
  return {
    id: first.id,
    extraction,
    mentions: sorted,
    type: referent?.type ?? surestType(sorted),
    referent,
    names: namesOf(extraction, sorted),
  };
}

/** One text for a referent: its Wikidata id, else its folded name and type. */
export function referentKey({ name, type, sameAs }: Referent): string {
  return sameAs ?? `${type === 'Person' ? 'person' : 'thing'}:${canonicalName(name)}`;
}

/** A referent's key that counts in one document only: "the American embassy" is another one in another text. */
export function localKey(referent: Referent, { document }: Extraction): string {
  return `here:${document.id} ${referentKey(referent)}`;
}

/** True for a key of `localKey`. */
export function isLocal(key: string): boolean {
  return key.startsWith('here:');
}

function surestType(mentions: readonly Mention[]): string {
  const named = mentions.filter(({ kind }) => kind === 'name');
  const votes = new Map<string, number>();
  for (const { type, score } of named.length > 0 ? named : mentions) votes.set(type, (votes.get(type) ?? 0) + score);
  const ranked = [...votes].sort((left, right) => right[1] - left[1] || compareText(left[0], right[0]));
  return ranked[0]?.[0] ?? 'Other';
}

function namesOf(extraction: Extraction, mentions: readonly Mention[]): UnitName[] {
  const bySurface = new Map<string, { surface: string; count: number; mention: Mention }>();
  for (const mention of mentions) {
    if (mention.kind !== 'name') continue;
    const surface = cleanSurface(sliceSpan(extraction.document.text, mention));
    if (foldName(surface) === '') continue;
    const known = bySurface.get(surface);
    if (known) known.count += 1;
    else bySurface.set(surface, { surface, count: 1, mention });
  }
  return [...bySurface.values()].sort((a, b) => b.count - a.count || compareText(a.surface, b.surface));
}

/** A surface on one line, without a possessive ending. */
export function cleanSurface(surface: string): string {
  return surface
    .replace(/\s+/g, ' ')
    .replace(/['’]s$/, '')
    .trim();
}

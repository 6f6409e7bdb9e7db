// Makes mentions from tokens: the one place that knows how ids and countries are attached.
import { type Extraction, type Mention, type MentionKind, type Referent, withLayers } from '../../model/extraction.ts';
import { makeId } from '../../model/id.ts';
import { compareSpans } from '../../model/span.ts';
import { findCountry, findDemonym, toReferent } from '../lexicon/countries.ts';
import { tokenAfter } from '../words.ts';

export interface MentionSeed {
  /** First and last token, inclusive places in Extraction.tokens. */
  readonly first: number;
  readonly last: number;
  readonly type: string;
  readonly kind: MentionKind;
  readonly score: number;
  readonly by: string;
  /** Overrides what the country lexicon says. */
  readonly referent?: Referent | null;
  /** Place of the head token; the last token where not given. */
  readonly head?: number;
}

/** The country a name or demonym stands for; null for all other names and where the name is ambiguous ("Jordan", not "Jordanian"). */
export function referentOf(surface: string, type: string): Referent | null {
  const people = type === 'Group' ? findDemonym(surface) : undefined;
  const country = type === 'Place' ? findCountry(surface) : undefined;
  return people ? toReferent(people) : country?.unambiguous ? toReferent(country) : null;
}

/** A mention over whole tokens. */
export function makeMention(extraction: Extraction, seed: MentionSeed): Mention {
  const start = extraction.tokens[seed.first]?.start ?? 0;
  const end = extraction.tokens[seed.last]?.end ?? start;
  const surface = extraction.document.text.slice(start, end);
  return {
    id: makeId('mention', extraction.document.id, start, end, seed.type, seed.by),
    start,
    end,
    head: seed.head ?? seed.last,
    type: seed.type,
    kind: seed.kind,
    referent: seed.referent === undefined ? referentOf(surface, seed.type) : seed.referent,
    literal: null,
    score: seed.score,
    by: seed.by,
  };
}

/** The name as one of another type, found by another step; as sure as before. */
export function retypeName(extraction: Extraction, { start, end, score }: Mention, type: string, by: string): Mention {
  const [first, last] = [tokenAfter(extraction, start), tokenAfter(extraction, end - 1)];
  return makeMention(extraction, { first, last, type, kind: 'name', score, by });
}

/** The extraction with some of its names, the very objects, as ones of another type. */
export function retypeNames(extraction: Extraction, names: ReadonlySet<Mention>, type: string, by: string): Extraction {
  const mentions = extraction.mentions.map((each) => (names.has(each) ? retypeName(extraction, each, type, by) : each));
  return withLayers(extraction, { mentions });
}

/** The extraction with more mentions, in reading order; one with the span and type of an earlier one is left out. */
export function addMentions(extraction: Extraction, mentions: readonly Mention[]): Extraction {
  const key = (mention: Mention) => `${mention.start}:${mention.end}:${mention.type}`;
  const starts = new Set(mentions.map(({ start }) => start));
  const seen = new Set(extraction.mentions.filter(({ start }) => starts.has(start)).map(key));
  const fresh = mentions.filter((mention) => !seen.has(key(mention)) && seen.add(key(mention)));
  return withLayers(extraction, { mentions: [...extraction.mentions, ...fresh].sort(compareSpans) });
}

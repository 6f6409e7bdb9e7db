// Nouns of bodies (data/lexicon/bodies.json): what a state has, what has a seat somewhere, what is built somewhere.
import type { Extraction } from '../../model/extraction.ts';
import { readLexicon } from '../lexicon/read-lexicon.ts';
import { lemmaAt, wordAt } from '../words.ts';

const NOUNS = readLexicon<Readonly<Record<'state' | 'private' | 'built', readonly string[]>>>('bodies');
export const STATE: ReadonlySet<string> = new Set(NOUNS.state);
export const PRIVATE: ReadonlySet<string> = new Set(NOUNS.private);
export const BUILT: ReadonlySet<string> = new Set(NOUNS.built);

/** True where a word or its lemma is one of these. */
export function isNounOf(extraction: Extraction, place: number, nouns: ReadonlySet<string>): boolean {
  return nouns.has(lemmaAt(extraction, place)) || nouns.has(wordAt(extraction, place));
}

/** "police", "troops": what a state has. */
export function isStateNoun(extraction: Extraction, place: number): boolean {
  return isNounOf(extraction, place, STATE);
}

/** A noun of the lexicon of bodies: "brewer", "troops". */
export function isBodyNoun(extraction: Extraction, place: number): boolean {
  return [STATE, PRIVATE, BUILT].some((nouns) => isNounOf(extraction, place, nouns));
}

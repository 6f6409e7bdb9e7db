// "The |militants| of the Front": bodies to the head, which asks what belongs to whom, and people to the reader of the graph.
import type { Extraction, Mention } from '../../model/extraction.ts';
import { isStateNoun } from '../fact-relations/body-nouns.ts';
import { endsOffice } from '../lexicon/offices.ts';
import { readLexicon } from '../lexicon/read-lexicon.ts';
import { lemmaAt, wordAt } from '../words.ts';

const PEOPLE = new Set(readLexicon<{ readonly people: readonly string[] }>('events').people);

/** A noun for several people is a Group where it was taken for a body; troops, police and authorities are bodies. */
export function asPeople(extraction: Extraction, mention: Mention): Mention {
  const { kind, type, head } = mention;
  if (kind !== 'nominal' || type !== 'Organization' || isStateNoun(extraction, head)) return mention;
  const [word, lemma] = [wordAt(extraction, head), lemmaAt(extraction, head)];
  const isSeveral = word !== lemma && (PEOPLE.has(word) || endsOffice(lemma));
  return isSeveral ? { ...mention, type: 'Group' } : mention;
}

// "a bomb in the capital, Oslo": which country's, where the text names it elsewhere.
import type { Extraction, Mention, Relation, Sentence } from '../../model/extraction.ts';
import type { Ontology } from '../../model/ontology.ts';
import { findCapital, findCountry } from '../lexicon/countries.ts';
import { readClause } from './clause.ts';
import { makeRelation } from './make-relation.ts';

const BY = 'bare-capitals@1';
/** A guess; the scores step calibrates it as it does those of all sources. */
const SCORE = 0.9;

/** Only for capitals that the lexicon knows; the quotation runs to the nearest sentence with the country. */
export function findBareCapitals(extraction: Extraction, ontology: Ontology): Relation[] {
  return extraction.sentences.flatMap((sentence) => {
    const units = readClause(extraction, sentence);
    return units.flatMap((unit, at) => {
      if (unit.text !== 'capital' || !/^(?:the|its|their)$/.test(units[at - 1]?.text ?? '')) return [];
      const town = units[at + (units[at + 1]?.text === ',' ? 2 : 1)]?.mention;
      if (town?.type !== 'Place' || town.kind !== 'name') return [];
      const country = nearestCountry(extraction, town);
      return country === null ? [] : relate(extraction, ontology, sentence, town, country, unit);
    });
  });
}

/** The nearest name of the country whose capital it is. */
function nearestCountry({ document, mentions }: Extraction, town: Mention): Mention | null {
  const surface = ({ start, end }: Mention): string => document.text.slice(start, end);
  const wanted = findCapital(surface(town));
  if (wanted === undefined) return null;
  const named = mentions.filter(
    (mention) => mention.kind === 'name' && findCountry(mention.referent?.name ?? surface(mention)) === wanted,
  );
  const distance = ({ start }: Mention): number => Math.abs(start - town.start);
  return named.sort((left, right) => distance(left) - distance(right))[0] ?? null;
}

function relate(
  extraction: Extraction,
  ontology: Ontology,
  sentence: Sentence,
  subject: Mention,
  object: Mention,
  cue: { readonly start: number; readonly end: number },
): Relation[] {
  const other = extraction.sentences[extraction.tokens[object.head]?.sentence ?? -1] ?? sentence;
  const start = Math.min(sentence.start, other.start);
  const whole = { ...sentence, start, end: Math.max(sentence.end, other.end) };
  const predicate = extraction.document.text.slice(cue.start, cue.end);
  const seed = { subject, object, type: 'CAPITAL_OF', predicate, cue, sentence: whole };
  return makeRelation(extraction, ontology, { ...seed, score: SCORE, by: BY });
}

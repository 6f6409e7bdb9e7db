// "Town, Country" and "Town, State": a place with the larger place it lies in after the comma.
import type { Extraction, Relation } from '../../model/extraction.ts';
import type { Ontology } from '../../model/ontology.ts';
import { findCountry, isState } from '../lexicon/countries.ts';
import { readClause } from './clause.ts';
import { makeRelation } from './make-relation.ts';

/** Left out where the comma belongs to a list ("Paris, Germany and Spain", "Rome, Italy, Spain"). */
export function findAddresses(extraction: Extraction, ontology: Ontology): Relation[] {
  return extraction.sentences.flatMap((sentence) => {
    const units = readClause(extraction, sentence);
    return units.flatMap((unit, at) => {
      const subject = unit.mention;
      const object = units[at + 2]?.mention;
      if (subject?.type !== 'Place' || object?.type !== 'Place' || units[at + 1]?.text !== ',') return [];
      const name = (mention: typeof subject) => extraction.document.text.slice(mention.start, mention.end);
      const larger = findCountry(name(object)) !== undefined || isState(name(object));
      const smaller = findCountry(name(subject)) === undefined && !isState(name(subject));
      const after = units[at + 3]?.text ?? '';
      const inList =
        /^(and|or|&)$/.test(after) ||
        (after === ',' && (units[at + 4]?.mention?.type === 'Place' || units[at + 4]?.text === 'and'));
      const listBefore = units[at - 1]?.text === ',' && units[at - 2]?.mention?.type === 'Place';
      if (!larger || !smaller || inList || listBefore) return [];
      const cue = { start: units[at + 1]?.start ?? 0, end: units[at + 1]?.end ?? 0 };
      const seed = {
        subject,
        object,
        type: 'LOCATED_IN',
        predicate: 'in',
        cue,
        sentence,
        score: 0.93,
        by: 'addresses@1',
      };
      return makeRelation(extraction, ontology, seed);
    });
  });
}

// "Town, Country" and "Town, State": a place with the larger place it lies in after the comma; so with troops, "2nd Company, 5th Battalion".
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

/** Units of troops, the smaller before the larger. */
const RANKS: readonly RegExp[] = [
  /\b(?:squad|section)$/i,
  /\b(?:platoon|flight)$/i,
  /\b(?:company|battery|troop)$/i,
  /\b(?:battalion|squadron)$/i,
  /\b(?:regiment|group)$/i,
  /\b(?:brigade|wing)$/i,
  /\bdivision$/i,
  /\bcorps$/i,
  /\b(?:army|fleet|command)$/i,
];

/** "2nd Company, 5th Battalion": the smaller unit is part of the larger one named after the comma. */
export function findUnits(extraction: Extraction, ontology: Ontology): Relation[] {
  return extraction.sentences.flatMap((sentence) => {
    const units = readClause(extraction, sentence);
    return units.flatMap((unit, at) => {
      const [subject, comma, object] = [unit.mention, units[at + 1], units[at + 2]?.mention];
      if (subject?.type !== 'Organization' || object?.type !== 'Organization' || comma?.text !== ',') return [];
      const [small, large] = [subject, object].map(({ start, end }) =>
        RANKS.findIndex((rank) => rank.test(extraction.document.text.slice(start, end))),
      );
      if (small === undefined || large === undefined || small < 0 || large <= small) return [];
      const cue = { start: comma.start, end: comma.end };
      const seed = { subject, object, type: 'PART_OF', predicate: 'of', cue, sentence, score: 0.9, by: 'addresses@1' };
      return makeRelation(extraction, ontology, seed);
    });
  });
}

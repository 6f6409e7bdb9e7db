// "Town, Country" and "Town, State": a place with the larger place it lies in after the comma; so with troops, "2nd Company, 5th Battalion".
import type { Extraction, Mention, Relation } from '../../model/extraction.ts';
import type { Ontology } from '../../model/ontology.ts';
import { findCountry, isState } from '../lexicon/countries.ts';
import { childrenBy, fullRelationAt, headOf, subtreeOf, topOf } from '../tree.ts';
import { readClause, type Unit } from './clause.ts';
import { makeRelation, type RelationSeed } from './make-relation.ts';

/** Two of one kind with nothing but a comma between. */
interface Pair {
  readonly subject: Mention;
  readonly object: Mention;
  /** The sentence as rules see it, and the place of the subject in it. */
  readonly units: readonly Unit[];
  readonly at: number;
}

type Found = Pick<RelationSeed, 'type' | 'predicate' | 'score'>;

export function findAddresses(extraction: Extraction, ontology: Ontology): Relation[] {
  return extraction.sentences.flatMap((sentence) => {
    const units = readClause(extraction, sentence);
    return units.flatMap(({ mention: subject }, at) => {
      const [comma, object] = [units[at + 1], units[at + 2]?.mention];
      if (!subject || !object || comma?.text !== ',' || subject.type !== object.type) return [];
      const found = relationOf(extraction, { subject, object, units, at });
      if (found === null) return [];
      const cue = { start: comma.start, end: comma.end };
      return makeRelation(extraction, ontology, { ...found, subject, object, cue, sentence, by: 'addresses@1' });
    });
  });
}

function relationOf(extraction: Extraction, pair: Pair): Found | null {
  const [small, large] = [pair.subject, pair.object].map(({ start, end }) =>
    extraction.document.text.slice(start, end),
  );
  if (small === undefined || large === undefined) return null;
  if (pair.subject.type === 'Place')
    return isAddress(small, large, pair) && !opensClause(extraction, pair) && !opensPhrase(extraction, pair)
      ? { type: 'LOCATED_IN', predicate: 'in', score: 0.93 }
      : null;
  return pair.subject.type === 'Organization' && isUnitOf(small, large)
    ? { type: 'PART_OF', predicate: 'of', score: 0.9 }
    : null;
}

/** Not where the comma belongs to a list ("Paris, Germany and Spain", "Rome, Italy, Spain"). */
function isAddress(small: string, large: string, { units, at }: Pair): boolean {
  const isLarge = (name: string): boolean => findCountry(name) !== undefined || isState(name);
  const after = units[at + 3]?.text ?? '';
  const inList =
    /^(and|or|&)$/.test(after) ||
    (after === ',' && (units[at + 4]?.mention?.type === 'Place' || units[at + 4]?.text === 'and'));
  const listBefore = units[at - 1]?.text === ',' && units[at - 2]?.mention?.type === 'Place';
  return isLarge(large) && !isLarge(small) && !inList && !listBefore;
}

/** "After the talks in Torva, |Norland| withdrew": the comma ends a phrase, and the larger place alone acts. */
function opensClause(extraction: Extraction, { object }: Pair): boolean {
  const top = topOf(extraction, object);
  const actors = childrenBy(extraction, headOf(extraction, top), 'nsubj', 'nsubj:pass', 'csubj');
  return /^nsubj/.test(fullRelationAt(extraction, top)) && actors.length === 1;
}

/** "In Torva, |Norland troops| withdrew": the larger place tells whose the troops are. Not "a |Torva, Norland| brewer", who has both. */
function opensPhrase(extraction: Extraction, { subject, object }: Pair): boolean {
  const top = topOf(extraction, object);
  const noun = headOf(extraction, top);
  const isBefore = noun > top && /^(?:amod|compound|nmod:poss)$/.test(fullRelationAt(extraction, top));
  return isBefore && !subtreeOf(extraction, noun).includes(topOf(extraction, subject));
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
function isUnitOf(small: string, large: string): boolean {
  const [rank, other] = [small, large].map((name) => RANKS.findIndex((each) => each.test(name)));
  return rank !== undefined && other !== undefined && rank >= 0 && other > rank;
}

// Typed relations from surface constructions, family by family; a tree can replace the look-ups of a family later.
import type { Extraction, Mention, Relation, Sentence } from '../../model/extraction.ts';
import type { Ontology } from '../../model/ontology.ts';
import { arePartedByApposition } from '../appositions.ts';
import { findCountry, isState } from '../lexicon/countries.ts';
import type { Step } from '../step.ts';
import { headOf, topOf, uposOf } from '../tree.ts';
import { opensCompound, tokenAfter, wordAt } from '../words.ts';
import { findAddresses } from './addresses.ts';
import { findAffiliations } from './affiliations.ts';
import { findBareCapitals } from './bare-capitals.ts';
import { BODY_RULES } from './body-rules.ts';
import { findLives } from './life-brackets.ts';
import { addRelations } from './make-relation.ts';
import { MEETING_RULES } from './meeting-rules.ts';
import { findNationals } from './nationals.ts';
import { PERSON_RULES } from './person-rules.ts';
import { PLACE_RULES } from './place-rules.ts';
import { applyRules, compileRules, readSentences } from './rule.ts';

const FAMILIES = [
  { by: 'person-rules@1', rules: compileRules(PERSON_RULES) },
  { by: 'body-rules@1', rules: compileRules(BODY_RULES) },
  { by: 'meeting-rules@1', rules: compileRules(MEETING_RULES) },
  { by: 'place-rules@1', rules: compileRules(PLACE_RULES) },
] as const;

/** Family, bodies, places: see the rule tables. Uses Time mentions where an earlier step has made them. */
export const constructionsStep: Step = {
  name: 'constructions@1',
  requires: ['tokens', 'sentences', 'tags', 'mentions'],
  assigns: ['relations'],
  run: (extraction, { ontology }) => {
    const relations = [
      ...tableRelations(extraction, extraction.sentences, ontology),
      ...findLives(extraction, ontology),
      ...findAddresses(extraction, ontology),
      ...findAffiliations(extraction, ontology),
      ...findNationals(extraction, ontology),
      ...findBareCapitals(extraction, ontology),
    ];
    return addRelations(
      extraction,
      relations.filter((relation) => isSensible(extraction, relation)),
    );
  },
};

/** What the rule tables read in these sentences. */
export function tableRelations(extraction: Extraction, sentences: readonly Sentence[], ontology: Ontology): Relation[] {
  const readings = readSentences(extraction, sentences);
  return FAMILIES.flatMap(({ by, rules }) => applyRules(extraction, ontology, readings, rules, by));
}

/** Nothing stands in a relation to itself, and a country does not lie in a town or in another country. */
function isSensible(extraction: Extraction, relation: Relation): boolean {
  const chained = extraction.chains.some(
    ({ mentionIds }) =>
      mentionIds.includes(relation.subject) && relation.object !== null && mentionIds.includes(relation.object),
  );
  if (chained) return false;
  const find = (id: string | null) => extraction.mentions.find((mention) => mention.id === id);
  const [subject, object] = [find(relation.subject), find(relation.object)];
  if (subject && object && arePartedByApposition(extraction, relation.type, subject, object)) return false;
  if (relation.type === 'CITIZEN_OF') return object !== undefined && isCountry(extraction, object);
  if (relation.type !== 'LOCATED_IN' && relation.type !== 'CAPITAL_OF') return true;
  if (!subject || !object || isCountry(extraction, subject)) return false;
  // "Torva, Texas, in Harrow County"
  const isStateOf = isState(extraction.document.text.slice(subject.start, subject.end));
  if (isStateOf && !isCountry(extraction, object)) return false;
  if (isOfOther(extraction, relation, subject, object) || opensCompound(extraction, subject)) return false;
  if (isOfDeed(extraction, subject, object)) return false;
  if (isPartNamedFirst(relation, subject) && !isCountry(extraction, object)) return false;
  return relation.type === 'LOCATED_IN' || isCountry(extraction, object) || object.type === 'Place';
}

/** "north of Easthaven in Norland": what lies in Norland is not Easthaven. "Torva, capital of Norland's Harrow province": not of Norland. */
function isOfOther({ document }: Extraction, relation: Relation, subject: Mention, object: Mention): boolean {
  if (relation.type === 'CAPITAL_OF')
    return object.start > subject.end && /^['’]s \p{Lu}/u.test(document.text.slice(object.end, object.end + 4));
  const before = document.text.slice(Math.max(0, subject.start - 12), subject.start);
  return (
    relation.by.startsWith('place-rules') &&
    !endsAt(relation.cue, subject) &&
    /\b(of|from|near|outside|between)\s+$/.test(before)
  );
}

/** What may follow the name of a place and still be the place: "Norland's troubled Torva |region|". */
const PLACE_NOUN =
  /^(?:region|province|district|state|county|city|town|village|area|territory|enclave|peninsula|island|islands|valley|coast|strip|suburb|port|resort|capital|republic|department|municipality|oasis|basin|delta|desert|mountains|hills|highlands|plateau|sector|zone|quarter|neighbo(?:u)?rhood)$/;

/** "Norland's upcoming Torva |withdrawal|": the deed is Norland's, not the place. */
function isOfDeed(extraction: Extraction, subject: Mention, object: Mention): boolean {
  const between = extraction.document.text.slice(object.end, subject.start);
  const next = tokenAfter(extraction, subject.end);
  return (
    /^['’]s?\s/.test(between) &&
    uposOf(extraction, next) === 'NOUN' &&
    headOf(extraction, topOf(extraction, subject)) === next &&
    !PLACE_NOUN.test(wordAt(extraction, next))
  );
}

/** "the Torva district of Easthaven": only a country before such a noun is the larger of the two. */
function isPartNamedFirst({ predicate, cue }: Relation, subject: Mention): boolean {
  return /^(?:district|province|region|suburb) of$/i.test(predicate) && cue !== null && cue.end <= subject.start;
}

/** "the Norland city of Easthaven": that "of" is the construction's own. */
function endsAt(cue: Relation['cue'], subject: Mention): boolean {
  return cue !== null && cue.end < subject.start && subject.start - cue.end <= 2;
}

function isCountry(extraction: Extraction, mention: Mention): boolean {
  return (
    mention.referent?.type === 'Place' ||
    findCountry(extraction.document.text.slice(mention.start, mention.end)) !== undefined
  );
}

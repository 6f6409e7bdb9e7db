// The learned relation step: typed relations over pairs of entities, inside and across sentences, voted with the rules'.
import { type Extraction, type Relation, withLayers } from '../../model/extraction.ts';
import { makeId } from '../../model/id.ts';
import type { Ontology } from '../../model/ontology.ts';
import { loadTextSession, type RelationCalibration } from '../../onnx/text-session.ts';
import { arePartedByApposition } from '../appositions.ts';
import { forgetSegments } from '../encoder/read-document.ts';
import { relationsWith } from '../fact-relations/fact-relations.ts';
import { bodyRelations, ownedBodies } from '../fact-relations/from-bodies.ts';
import { isPeople } from '../fact-relations/from-nouns.ts';
import { isJudgement } from '../judgements.ts';
import { type Country, findCapital, findCountry, findDemonym } from '../lexicon/countries.ts';
import { isOffice } from '../lexicon/offices.ts';
import { countriesByMention } from '../mention-countries.ts';
import { addMentions } from '../names/make-mention.ts';
import { addRelations } from '../relations/make-relation.ts';
import type { Step } from '../step.ts';
import { lemmaAt } from '../words.ts';
import { isMeasuredFrom } from './beside-places.ts';
import { isBetweenFields } from './between-fields.ts';
import type { RelationCandidate } from './candidate.ts';
import { mentionsBy, scoreRelations } from './candidates.ts';
import { barOf, chanceOf, mayHold, type Rules, rulesOf, signsOf } from './chance.ts';
import { isWrongedOnly } from './deplored-deeds.ts';
import { keysOf } from './entities.ts';
import { findEvidence } from './evidence.ts';
import { isKinInList } from './kin-in-list.ts';
import { isOtherKin } from './kin-words.ts';
import { isNoAgency } from './no-agency.ts';
import { isNoSchool } from './no-school.ts';
import { isOtherwiseTied, otherwiseTied } from './not-leading.ts';
import { isOthersLeader } from './other-leaders.ts';
import { asPeople } from './people-nouns.ts';
import { isOfAnothersLife, isOnlyLivedIn } from './places-of-life.ts';
import { withoutTold } from './told-by-type.ts';
import { type CountryOf, voteRelations } from './vote.ts';

/** Name and version of the step, the source of relations that no word states. */
export const LEARNED_BY = 'relations@1';

export const learnedRelationsStep: Step = {
  name: LEARNED_BY,
  requires: ['tokens', 'sentences', 'mentions', 'values', 'chains', 'quotations', 'citations', 'relations'],
  assigns: ['mentions', 'relations'],
  async run(extraction, { ontology }) {
    const { calibration } = await loadTextSession();
    const candidates = await scoreRelations(extraction, ontology, LEARNED_BY);
    forgetSegments(extraction);
    return stateRelations(extraction, candidates, ontology, calibration.relations);
  },
};

/** What the candidates say at the bars of a calibration, by type or family, voted with the relations of the rules. Pure. */
export function stateRelations(
  extraction: Extraction,
  candidates: readonly RelationCandidate[],
  ontology: Ontology,
  calibrations: ReadonlyMap<string, RelationCalibration>,
): Extraction {
  const ruled = addBodies(extraction, candidates, ontology);
  const rules = rulesOf(ruled);
  const learned = candidates.flatMap((candidate) => {
    const own = calibrations.get(candidate.type.name) ?? calibrations.get(candidate.type.family);
    return own === undefined ? [] : toRelation(extraction, candidate, own, rules);
  });
  const countries: ReadonlyMap<string, Country> = countriesByMention(extraction);
  const countryOf: CountryOf = (id) => countries.get(id ?? '')?.name ?? null;
  const capitals = capitalsOf(extraction);
  const peoples = new Set<string>(extraction.mentions.flatMap(({ id, type }) => (type === 'Group' ? [id] : [])));
  const states = statesInNames(extraction);
  const keys = keysOf(ruled);
  const holders = holdersByObject(ruled, keys);
  const tied = otherwiseTied(ruled.relations, keys);
  const isApart = isBetweenFields(ruled);
  const sensible = learned.filter(
    (relation) =>
      !isApart(relation) &&
      isSensible(relation, countryOf, capitals, peoples) &&
      !isForeign(relation, states, countryOf) &&
      !isJudged(ruled, relation) &&
      !isOfPeople(ruled, relation) &&
      !isNoAgency(ruled, relation) &&
      !isNoSchool(ruled, relation) &&
      !isKinInList(ruled, relation) &&
      !isOtherKin(ruled, relation) &&
      !isTownOfItself(ruled, relation) &&
      !isOthersLeader(ruled, relation) &&
      !isOnlyLivedIn(extraction, relation, ontology) &&
      !isOfAnothersLife(extraction, relation, keys) &&
      !isWrongedOnly(extraction, relation) &&
      !isMeasuredFrom(extraction, relation) &&
      !isOfAnother(relation, holders, keys) &&
      !isOtherwiseTied(relation, tied, keys),
  );
  const voted = voteRelations(ruled.relations, sensible, keys, ontology, countryOf);
  const relations = withoutTold(voted, keys, ontology);
  const used = new Set(relations.flatMap(({ subject, object }) => [subject, object]));
  const known = new Set(extraction.mentions);
  const ends = ruled.mentions.filter((mention) => !known.has(mention) && used.has(mention.id));
  const shown = ends.map((mention) => asPeople(extraction, mention));
  return withLayers(addMentions(extraction, shown), { relations });
}

/** With the bodies and pronouns that no earlier step took up, and what the words beside them say: rules before the vote. */
export function addBodies(
  extraction: Extraction,
  candidates: readonly RelationCandidate[],
  ontology: Ontology,
): Extraction {
  const known = addMentions(extraction, mentionsBy(LEARNED_BY, candidates));
  const complete = addMentions(known, ownedBodies(known));
  const pronouns = complete.mentions.filter(({ by, kind }) => by === LEARNED_BY && kind === 'pronoun');
  const relations = [...bodyRelations(complete, ontology), ...relationsWith(complete, pronouns, ontology)];
  return addRelations(complete, relations);
}

/** The countries of capitals, by the ids of their mentions. */
function capitalsOf({ document, mentions }: Extraction): ReadonlyMap<string, string> {
  return new Map(
    mentions.flatMap(({ id, start, end, type }) => {
      const country = type === 'Place' ? findCapital(document.text.slice(start, end)) : undefined;
      return country ? [[id as string, country.name] as const] : [];
    }),
  );
}

/** The state that the name of a body opens with ("U.S. Department of Trade"), by mention. */
function statesInNames({ document, mentions }: Extraction): ReadonlyMap<string, string> {
  const states = new Map<string, string>();
  for (const { id, start, end, type } of mentions) {
    if (type !== 'Organization') continue;
    const words = document.text.slice(start, end).replace(/^the /i, '').split(/\s+/);
    const country = [1, 2].flatMap((count) => {
      const opening = words
        .slice(0, count)
        .join(' ')
        .replace(/['’]s?$/, '');
      return findCountry(opening) ?? findDemonym(opening) ?? [];
    })[0];
    if (country) states.set(id, country.name);
  }
  return states;
}

/** A body with one state in its name is no agency of another. */
function isForeign({ type, subject, object }: Relation, states: ReadonlyMap<string, string>, countryOf: CountryOf) {
  const [own, other] = [states.get(subject), countryOf(object)];
  return type === 'AGENCY_OF' && own !== undefined && other !== null && own !== other;
}

function isJudged(extraction: Extraction, { type, subject, cue }: Relation): boolean {
  const judge = type === 'OPPOSES' ? extraction.mentions.find(({ id }) => id === subject) : undefined;
  return judge !== undefined && isJudgement(extraction, judge, cue);
}

/** "joined |the ministers|", "are |associate members|": people whom no name makes a body have no members. */
function isOfPeople(extraction: Extraction, { type, object }: Relation): boolean {
  const { mentions, chains } = extraction;
  const body = type === 'MEMBER_OF' ? mentions.find(({ id }) => id === object) : undefined;
  if (body?.kind !== 'nominal' || body.referent !== null) return false;
  const arePeople = isPeople(extraction, body.head) || isOffice(lemmaAt(extraction, body.head));
  if (body.type === 'Organization' && !arePeople) return false;
  const names = new Set(mentions.flatMap(({ id, kind }) => (kind === 'name' ? [id] : [])));
  return !chains.some(({ mentionIds }) => mentionIds.includes(body.id) && mentionIds.some((id) => names.has(id)));
}

/** By type and object mention who a rule says it of: "the |Norlandish| minister Ada Quill", "Ada Quill was born in |Torva|". */
function holdersByObject(
  { relations }: Extraction,
  keys: ReadonlyMap<string, string>,
): ReadonlyMap<string, Set<string>> {
  const holders = new Map<string, Set<string>>();
  for (const { type, subject, object } of relations) {
    const own = exclusiveType(type);
    if (object === null || own === null) continue;
    const key = `${own} ${object}`;
    holders.set(key, (holders.get(key) ?? new Set()).add(keys.get(subject) ?? subject));
  }
  return holders;
}

/** A type of which one mention of the object serves one subject; who holds an office of a country counts as its citizen. */
function exclusiveType(type: string | null): string | null {
  if (type === null) return null;
  if (/^(?:HEAD_OF|OFFICIAL_OF|CITIZEN_OF)/.test(type)) return 'CITIZEN_OF';
  return /^(?:BORN|DIED)_/.test(type) ? type : null;
}

/** "He met the Norlandish minister Ada Quill" makes nobody else a citizen of Norland, "She was born in Torva" nobody else a native of Torva. */
function isOfAnother(
  { type, subject, object }: Relation,
  holders: ReadonlyMap<string, ReadonlySet<string>>,
  keys: ReadonlyMap<string, string>,
): boolean {
  const own = holders.get(`${type} ${object}`);
  return own !== undefined && !own.has(keys.get(subject) ?? subject);
}

/** A citizen is one of a country or a people, a head of state one of a country, and a country has one capital where no word says so; that a country lies anywhere is no news, nor a capital outside its own. */
function isSensible(
  { type, subject, object, cue }: Relation,
  countryOf: CountryOf,
  capitals: ReadonlyMap<string, string>,
  peoples: ReadonlySet<string>,
): boolean {
  const country = countryOf(object);
  if (type === 'HEAD_OF_STATE_OF') return country !== null;
  if (type === 'CAPITAL_OF' && country !== null && cue === null) return capitals.get(subject) === country;
  if (type === 'CITIZEN_OF') return country !== null || peoples.has(object ?? '');
  if (type !== 'LOCATED_IN') return true;
  return countryOf(subject) === null && (country === null || (capitals.get(subject) ?? country) === country);
}

/** "the |City of Torva|" does not lie in |Torva|. */
function isTownOfItself({ document, mentions }: Extraction, { type, subject, object }: Relation): boolean {
  if (type !== 'LOCATED_IN' && type !== 'BASED_IN') return false;
  const [body = '', place] = [subject, object].map((end) => {
    const mention = mentions.find(({ id }) => id === end);
    return mention && document.text.slice(mention.start, mention.end);
  });
  const [, named] = /^(?:the )?(?:city|town|village|borough|municipality) of (.+)$/i.exec(body) ?? [];
  return named !== undefined && named === place;
}

function toRelation(
  extraction: Extraction,
  candidate: RelationCandidate,
  calibration: RelationCalibration,
  rules: Rules,
): Relation[] {
  const { type, subject, object } = candidate;
  if (!mayHold(extraction, candidate, rules, calibration)) return [];
  const evidence = findEvidence(extraction, subject, object, type);
  if (evidence === null || arePartedByApposition(extraction, type.name, evidence.subject, evidence.object)) return [];
  const signs = signsOf(extraction, candidate, evidence, rules);
  const chance = chanceOf(signs, calibration);
  if (chance < barOf(type, signs, calibration)) return [];
  const { cue, span } = evidence;
  return [
    {
      id: makeId('relation', extraction.document.id, evidence.subject.id, evidence.object.id, type.name, LEARNED_BY),
      subject: evidence.subject.id,
      object: evidence.object.id,
      literal: evidence.object.literal,
      type: type.name,
      predicate: cue === null ? type.label : extraction.document.text.slice(cue.start, cue.end),
      cue,
      evidence: span,
      polarity: 'positive',
      modality: 'actual',
      attribution: null,
      time: null,
      score: chance,
      by: LEARNED_BY,
    },
  ];
}

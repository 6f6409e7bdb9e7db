// The learned relation step: typed relations over pairs of entities, inside and across sentences, voted with the rules'.
import type { Extraction, Mention, Relation } from '../../model/extraction.ts';
import { makeId } from '../../model/id.ts';
import type { Ontology, RelationType } from '../../model/ontology.ts';
import { compareSpans } from '../../model/span.ts';
import { loadPairSession } from '../../onnx/pair-session.ts';
import { loadTextSession, type RelationCalibration } from '../../onnx/text-session.ts';
import { forgetSegments, type ReadWindow, readSegments } from '../encoder/read-document.ts';
import { findCapital, findCountry, findDemonym } from '../lexicon/countries.ts';
import { addMentions } from '../names/make-mention.ts';
import type { Step } from '../step.ts';
import { tokenAfter } from '../words.ts';
import { barOf, chanceOf, signsOf } from './chance.ts';
import { findEntities, keysOf, lonePronouns, type WindowEntity } from './entities.ts';
import { findEvidence } from './evidence.ts';
import { type PairScore, type PlacedEntity, scorePairs } from './score-pairs.ts';
import { type CountryOf, voteRelations } from './vote.ts';

const BY = 'relations@1';

/** One relation of two things, over all windows and mentions. */
export interface RelationCandidate {
  readonly type: RelationType;
  readonly subject: readonly Mention[];
  readonly object: readonly Mention[];
  /** Logit minus threshold logit, the best over windows and mentions. */
  readonly score: number;
}

export const learnedRelationsStep: Step = {
  name: BY,
  requires: ['tokens', 'sentences', 'mentions', 'values', 'chains', 'relations'],
  assigns: ['mentions', 'relations'],
  async run(extraction, { ontology }) {
    const { calibration } = await loadTextSession();
    const candidates = await scoreRelations(extraction, ontology);
    forgetSegments(extraction);
    const learned = candidates.flatMap((candidate) => {
      const own = calibration.relations.get(candidate.type.name) ?? calibration.relations.get(candidate.type.family);
      return own === undefined ? [] : toRelation(extraction, candidate, own);
    });
    const countries = countriesOf(extraction);
    const countryOf: CountryOf = (id) => countries.get(id ?? '') ?? null;
    const capitals = capitalsOf(extraction);
    const peoples = new Set<string>(extraction.mentions.flatMap(({ id, type }) => (type === 'Group' ? [id] : [])));
    const states = statesInNames(extraction);
    const sensible = learned.filter(
      (relation) => isSensible(relation, countryOf, capitals, peoples) && !isForeign(relation, states, countryOf),
    );
    const relations = voteRelations(extraction.relations, sensible, keysOf(extraction), ontology, countryOf);
    const used = new Set(relations.flatMap(({ subject, object }) => [subject, object]));
    const pronouns = pronounsOf(candidates).filter(({ id }) => used.has(id));
    return { ...addMentions(extraction, pronouns), relations };
  },
};

/** What the head says of every pair in every window, one candidate for each pair of things and type, uncalibrated. */
export async function scoreRelations(extraction: Extraction, ontology: Ontology): Promise<RelationCandidate[]> {
  const [{ labels }, session] = await Promise.all([loadTextSession(), loadPairSession()]);
  const keys = keysOf(extraction);
  const byKey = new Map<string, Mention[]>();
  for (const mention of extraction.mentions) {
    const key = keys.get(mention.id);
    const others = key === undefined ? undefined : byKey.get(key);
    if (others) others.push(mention);
    else if (key !== undefined) byKey.set(key, [mention]);
  }
  const best = new Map<string, PairScore>();
  for await (const segment of readSegments(extraction)) {
    const mentions = [...extraction.mentions, ...lonePronouns(extraction, segment, labels, BY)].sort(compareSpans);
    for (const window of segment.windows) {
      const entities = findEntities(extraction, window, mentionsIn(extraction, mentions, window), keys);
      const placed = entities.map((entity) => placeWitnesses(extraction, entity, byKey));
      for (const scored of await scorePairs(session, window, placed, labels, ontology)) keepBest(best, scored);
    }
  }
  return dropOpposites(best).map(({ type, subject, object, score }) => ({
    type,
    subject: witnessesOf(subject, byKey),
    object: witnessesOf(object, byKey),
    score,
  }));
}

/** Pronouns without an antecedent, which are no mentions of the extraction yet. */
export function pronounsOf(candidates: readonly RelationCandidate[]): Mention[] {
  const ends = candidates.flatMap(({ subject, object }) => [...subject, ...object]);
  return [...new Map(ends.filter(({ by }) => by === BY).map((mention) => [mention.id, mention])).values()];
}

function mentionsIn({ tokens }: Extraction, mentions: readonly Mention[], { pieces }: ReadWindow): Mention[] {
  const places = [...pieces.keys()];
  const start = tokens[places[0] ?? 0]?.start ?? 0;
  const end = tokens[places.at(-1) ?? 0]?.end ?? 0;
  return mentions.filter((mention) => mention.start >= start && mention.end <= end);
}

function keepBest(best: Map<string, PairScore>, scored: PairScore): void {
  const ends = [scored.subject.key, scored.object.key];
  if (scored.type.symmetric) ends.sort();
  const key = `${scored.type.name} ${ends.join(' ')}`;
  const before = best.get(key);
  if (before === undefined || before.score < scored.score) best.set(key, scored);
}

/** Nothing is part of its part: of two directions the likelier stays. Enmity may be mutual. */
function dropOpposites(best: ReadonlyMap<string, PairScore>): PairScore[] {
  return [...best.values()].filter(({ type, subject, object, score }) => {
    const other = type.name === 'OPPOSES' ? undefined : best.get(`${type.name} ${object.key} ${subject.key}`);
    return (
      type.symmetric ||
      other === undefined ||
      other.score < score ||
      (other.score === score && subject.key < object.key)
    );
  });
}

/** The one mention for a pronoun or nominal; all of the chain for names, so that the best sentence shows the relation. */
function witnessesOf({ role, key, mentions }: WindowEntity, byKey: ReadonlyMap<string, readonly Mention[]>) {
  return role === 'named' ? (byKey.get(key) ?? []) : mentions.map(({ mention }) => mention);
}

/** The sentences of its witnesses, in order. */
function placeWitnesses(
  extraction: Extraction,
  entity: WindowEntity,
  byKey: ReadonlyMap<string, readonly Mention[]>,
): PlacedEntity {
  const sentences = witnessesOf(entity, byKey).map(
    ({ start }) => extraction.tokens[tokenAfter(extraction, start)]?.sentence ?? 0,
  );
  return { ...entity, sentences };
}

/** Countries by the ids of the mentions that stand for them, their chains included. */
function countriesOf({ document, mentions, chains }: Extraction): ReadonlyMap<string, string> {
  const countries = new Map<string, string>();
  for (const { id, start, end, referent } of mentions) {
    const country = findCountry(referent?.name ?? document.text.slice(start, end));
    if (country) countries.set(id, country.name);
  }
  for (const { mentionIds } of chains) {
    const known = mentionIds.flatMap((id) => countries.get(id) ?? [])[0];
    if (known !== undefined) for (const id of mentionIds) countries.set(id, known);
  }
  return countries;
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

/** A citizen is one of a country or a people, a head of state one of a country; no country lies in another, nor a capital outside its own. */
function isSensible(
  { type, subject, object }: Relation,
  countryOf: CountryOf,
  capitals: ReadonlyMap<string, string>,
  peoples: ReadonlySet<string>,
): boolean {
  const country = countryOf(object);
  if (type === 'HEAD_OF_STATE_OF') return country !== null;
  if (type === 'CITIZEN_OF') return country !== null || peoples.has(object ?? '');
  if (type !== 'LOCATED_IN' || country === null) return true;
  return countryOf(subject) === null && (capitals.get(subject) ?? country) === country;
}

function toRelation(
  extraction: Extraction,
  { type, subject, object, score }: RelationCandidate,
  calibration: RelationCalibration,
): Relation[] {
  const evidence = findEvidence(extraction, subject, object, type);
  if (evidence === null) return [];
  const signs = signsOf(extraction, evidence, score);
  const chance = chanceOf(signs, calibration);
  if (chance < barOf(signs, calibration)) return [];
  const { cue, span } = evidence;
  return [
    {
      id: makeId('relation', extraction.document.id, evidence.subject.id, evidence.object.id, type.name, BY),
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
      by: BY,
    },
  ];
}

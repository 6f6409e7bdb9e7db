// GraphView → the columns that the viewer draws: everything but texts and sentences.
import { cutWords, holdsVerb, isAct, isSpeech, isThought } from '../model/extraction.ts';
import type { Claim, Evidence, Lineage } from '../model/graph.ts';
import type { GraphView, Spot } from '../model/graph-view.ts';
import { ACT_RELATION, type Labels, OPEN_RELATION, readLabels, SPEECH_RELATION, THOUGHT_RELATION } from './labels.ts';
import { MODALITIES } from './modalities.ts';
import type { GraphPayload } from './payload.ts';
import { Places } from './places.ts';
import { Speakers } from './speakers.ts';

/** Of what somebody says: long enough for nearly all that is quoted, since the whole graph is sent at once. */
const MOST_LETTERS = 500;

/** The payload of `/api/graph`; order is that of the view, so equal graphs give equal bytes. */
export function makeGraphPayload(
  view: GraphView,
  title: string,
  arrangement: ReadonlyMap<string, Spot> = new Map(),
): GraphPayload {
  const labels = readLabels(view.ontology ?? null);
  const publishers = new Places<string>();
  const documents = makeDocuments(view, publishers);
  const entityTypes = new Places<GraphPayload['entityTypes'][number]>();
  const entityPlaces = new Map<string, number>();
  const entities = emptyEntities();
  for (const entity of view.entities()) {
    entityPlaces.set(entity.id, entityPlaces.size);
    entities.id.push(entity.id);
    entities.name.push(entity.name);
    entities.aliases.push(entity.aliases.map((alias) => alias.name).filter((name) => name !== entity.name));
    entities.type.push(entityTypes.place(entity.type, () => labels.entityType(entity.type)));
    entities.mentions.push(entity.mentionIds.length);
    entities.described.push(Number(entity.aliases.length === 0));
  }
  const relationTypes = new Places<GraphPayload['relationTypes'][number]>();
  const speakers = new Speakers(entityPlaces);
  const claimPlaces = new Map<string, number>();
  const claims = emptyClaims();
  for (const claim of view.claims()) {
    claimPlaces.set(claim.id, claimPlaces.size);
    claims.type.push(placeType(relationTypes, labels, claim));
    claims.subject.push(entityPlaces.get(claim.subject) ?? -1);
    claims.object.push(claim.object === null ? -1 : (entityPlaces.get(claim.object) ?? -1));
    const evidence = evidenceOf(view, claim);
    claims.documents.push(findPlaces(evidence, documents.places));
    claims.saidBy.push(speakers.findGroup(evidence));
    pushClaim(claims, claim);
  }
  return {
    version: 1,
    title,
    model: view.model,
    entityTypes: entityTypes.values,
    relationTypes: relationTypes.values,
    publishers: publishers.values,
    speakers: speakers.columns(),
    documents: documents.columns,
    entities,
    claims,
    conflicts: Array.from(view.conflicts(), (conflict) => ({
      id: conflict.id,
      claims: conflict.claimIds.flatMap((id) => claimPlaces.get(id) ?? []),
      type: conflict.type,
      reason: conflict.reason,
    })),
    positions: placeAll(entities.id, arrangement),
  };
}

/** Claims in the words of the text have no name of a type, so those that are acts, speech or thought go by one that no type can have. */
function placeType(places: Places<GraphPayload['relationTypes'][number]>, labels: Labels, claim: Claim): number {
  const { type } = claim;
  if (type !== null) return places.place(type, () => labels.relationType(type));
  if (isAct(claim)) return places.place(' act', () => ACT_RELATION);
  if (isThought(claim)) return places.place(' thought', () => THOUGHT_RELATION);
  return isSpeech(claim) ? places.place(' speech', () => SPEECH_RELATION) : places.place('', () => OPEN_RELATION);
}

/** Null unless all are known: a picture with some names in a heap would be worse than one that is arranged anew. */
function placeAll(ids: readonly string[], arrangement: ReadonlyMap<string, Spot>): Float32Array | null {
  if (ids.length === 0 || arrangement.size < ids.length) return null;
  const positions = new Float32Array(ids.length * 2);
  for (const [place, id] of ids.entries()) {
    const known = arrangement.get(id);
    if (known === undefined) return null;
    positions.set([known.x, known.y], place * 2);
  }
  return positions;
}

/** Columns while they are filled, row by row: one pass over half a million claims, no list of them beside. */
type Growing<Columns> = {
  -readonly [Name in keyof Columns]: Columns[Name] extends ArrayLike<infer Cell> ? Cell[] : never;
};

function emptyEntities(): Growing<GraphPayload['entities']> {
  return { id: [], name: [], aliases: [], type: [], mentions: [], described: [] };
}

function emptyClaims(): Growing<GraphPayload['claims']> {
  return {
    ...{ id: [], type: [], predicate: [], subject: [], object: [], literal: [], negative: [], modality: [] },
    ...{ disputed: [], derived: [], confidence: [], independentSources: [], from: [], to: [] },
    ...{ documents: [], saidBy: [] },
  };
}

/** The columns that hold what the claim says of itself. */
function pushClaim(claims: Growing<GraphPayload['claims']>, claim: Claim): void {
  claims.id.push(claim.id);
  claims.predicate.push(holdsVerb(claim) ? '' : claim.predicate);
  claims.literal.push(literalText(claim));
  claims.negative.push(Number(claim.polarity === 'negative'));
  claims.modality.push(MODALITIES.indexOf(claim.modality));
  claims.disputed.push(Number(claim.disputed));
  claims.derived.push(Number(claim.derivedFrom !== null));
  claims.confidence.push(Math.round(claim.confidence * 1000) / 1000);
  claims.independentSources.push(claim.independentSources);
  claims.from.push(claim.time?.from ?? null);
  claims.to.push(claim.time?.to ?? null);
}

function makeDocuments(view: GraphView, publishers: Places<string>) {
  const places = new Places<string>();
  const lineages: Lineage[] = [];
  const columns = { title: [] as string[], publisher: [] as number[], publishedAt: [] as (string | null)[] };
  for (const { document, lineage } of view.documents()) {
    places.place(document.id, () => document.id);
    lineages.push(lineage);
    columns.title.push(document.title ?? document.source);
    const { publisher } = document;
    columns.publisher.push(publisher === null ? -1 : publishers.place(publisher, () => publisher));
    columns.publishedAt.push(document.publishedAt);
  }
  return {
    places,
    columns: {
      ...{ id: places.values, ...columns },
      copyOf: lineages.map(({ copyOf }) => places.find(copyOf?.document)),
      copyShare: lineages.map(({ copyOf }) => copyOf?.share ?? 0),
      cites: lineages.map(({ cites }) =>
        cites.map(({ document, text }) => ({ document: places.find(document), text })),
      ),
    },
  };
}

/** A derived claim is said where, and by whom, the claims under it are. */
function evidenceOf(view: GraphView, { derivedFrom, evidence }: Claim): readonly Evidence[] {
  return derivedFrom === null ? evidence : derivedFrom.flatMap((id) => view.claim(id)?.evidence ?? []);
}

/** Places of the documents that say it, sorted. */
function findPlaces(evidence: readonly Evidence[], documents: Places<string>): number[] {
  const [only, second] = evidence;
  if (only !== undefined && second === undefined)
    return [documents.find(only.documentId)].filter((place) => place >= 0);
  const places = new Set(evidence.map((item) => documents.find(item.documentId)));
  return [...places].filter((place) => place >= 0).sort((left, right) => left - right);
}

/** With its unit, where neither its text nor the predicate ("people killed") says it. */
function literalText({ literal, predicate }: Claim): string | null {
  if (literal === null) return null;
  if (isSpeech({ literal })) return cutWords(String(literal.value), MOST_LETTERS);
  const isTold = literal.unit === null || `${literal.text} ${predicate}`.includes(literal.unit);
  return isTold ? literal.text : `${literal.text} ${literal.unit}`;
}

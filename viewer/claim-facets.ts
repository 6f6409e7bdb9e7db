// The lists by which claims can be chosen: each names its values and says which of them a claim has.
import type { GraphPayload, Numbers } from '../src/server/payload.ts';
import type { FacetName } from './state.ts';

/** The word that stands for "in the words of the text" in filters and addresses. */
export const OPEN = 'open';
/** … and for "did", the family of claims that end in what was done to something without a name. */
export const ACT = 'act';
/** … and for "says", the family of such claims. */
export const SPEECH = 'speech';
/** … and for "thinks". */
export const THOUGHT = 'thought';
/** The month of a claim whose documents bear no date. */
export const UNDATED = 'undated';
/** The speaker of a claim that an article makes in its own voice. */
export const ARTICLE = 'article';

/** By place in the payload's column; the same order as MODALITIES of the server. */
export const MODALITIES = ['actual', 'planned', 'possible', 'conditional', 'demanded'] as const;

export interface ClaimFacet {
  readonly name: Exclude<FacetName, 'entityTypes'>;
  /** What stands in addresses, by place. */
  readonly values: readonly string[];
  /** By claim: the place of its value, -1 for none; null where a claim may have several. */
  readonly single: Numbers | null;
  /** Places of a claim's values, sorted, without repeats. */
  readonly of: (claim: number) => readonly number[];
}

/** All of them, in the order of the page. */
export function makeClaimFacets(payload: GraphPayload): readonly ClaimFacet[] {
  const { claims, documents } = payload;
  const months = documents.publishedAt.map((day) => day?.slice(0, 7) ?? UNDATED);
  const monthNames = [...new Set(months)].sort();
  const count = claims.type.length;
  return [
    byColumn(
      'relationTypes',
      payload.relationTypes.map((_, type) => relationKey(payload, type)),
      claims.type,
    ),
    byColumn(
      'disputes',
      ['disputed', 'undisputed'],
      Uint8Array.from({ length: count }, (_, claim) => (claims.disputed[claim] === 1 ? 0 : 1)),
    ),
    byColumn('polarities', ['affirmed', 'denied'], claims.negative),
    byColumn('modalities', MODALITIES, claims.modality),
    bySpeaker(payload),
    byDocument(
      payload,
      { name: 'months', values: monthNames },
      months.map((month) => monthNames.indexOf(month)),
    ),
    byDocument(payload, { name: 'publishers', values: payload.publishers }, documents.publisher),
    byDocument(
      payload,
      { name: 'documents', values: documents.id },
      documents.id.map((_, document) => document),
    ),
  ];
}

type Named = Pick<ClaimFacet, 'name' | 'values'>;

function byColumn(name: ClaimFacet['name'], values: readonly string[], single: Numbers): ClaimFacet {
  return { name, values, single, of: (claim) => only(single[claim]) };
}

/** Names go by their ids, words by themselves in quotes, so that no words are taken for a name or for an article. */
function bySpeaker({ claims, speakers: { entity, text, groups } }: GraphPayload): ClaimFacet {
  const keys = text.map((words, place) => ((entity[place] ?? -1) < 0 ? `"${words}"` : words));
  const places = groups.map((group) => group.map((speaker) => speaker + 1));
  const of = (claim: number): readonly number[] => places[claims.saidBy[claim] ?? -1] ?? only(0);
  return { name: 'speakers', values: [ARTICLE, ...keys], single: null, of };
}

export function relationKey({ relationTypes }: GraphPayload, type: number): string {
  const { name = '', family } = relationTypes[type] ?? {};
  return name || ([ACT, SPEECH, THOUGHT].includes(family ?? '') ? (family as string) : OPEN);
}

export function familyOf({ claims, relationTypes }: GraphPayload, claim: number): string {
  return relationTypes[claims.type[claim] ?? -1]?.family ?? '';
}

/** True where the claim ends in what its subject says or thinks. */
export function isSpeech(payload: GraphPayload, claim: number): boolean {
  return [SPEECH, THOUGHT].includes(familyOf(payload, claim));
}

const ONLY: (readonly number[])[] = [];
const NONE: readonly number[] = [];

/** The list of one place; equal ones are the same list, so that half a million claims do not make half a million. */
function only(place: number | undefined): readonly number[] {
  if (place === undefined || place < 0) return NONE;
  const known = ONLY[place] ?? [place];
  ONLY[place] = known;
  return known;
}

/** Places of a claim by those of its documents: a column where each claim has one document at most, else lists. */
function byDocument({ claims }: GraphPayload, named: Named, placeOf: readonly number[]): ClaimFacet {
  const { documents } = claims;
  if (documents.every((list) => list.length <= 1)) {
    const single = new Int32Array(documents.length);
    for (let claim = 0; claim < single.length; claim += 1) single[claim] = placeOf[documents[claim]?.[0] ?? -1] ?? -1;
    return { ...named, single, of: (claim) => only(single[claim]) };
  }
  const shared = new Map<string, readonly number[]>();
  const lists = documents.map((list) => {
    if (list.length === 1) return only(placeOf[list[0] ?? -1]);
    const places = [...new Set(list.map((document) => placeOf[document] ?? -1))]
      .filter((place) => place >= 0)
      .sort((a, b) => a - b);
    const key = places.join();
    const known = shared.get(key) ?? places;
    shared.set(key, known);
    return known;
  });
  return { ...named, single: null, of: (claim) => lists[claim] ?? NONE };
}

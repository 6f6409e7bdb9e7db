// The lists by which claims can be chosen: each names its values and says which of them a claim has.
import type { GraphPayload } from '../src/server/payload.ts';
import type { FacetName } from './state.ts';

/** The word that stands for "in the words of the text" in filters and addresses. */
export const OPEN = 'open';
/** The month of a claim whose documents bear no date. */
export const UNDATED = 'undated';

/** By place in the payload's column; the same order as MODALITIES of the server. */
export const MODALITIES = ['actual', 'planned', 'possible', 'conditional', 'demanded'] as const;

export interface ClaimFacet {
  readonly name: Exclude<FacetName, 'entityTypes'>;
  /** What stands in addresses, by place. */
  readonly values: readonly string[];
  /** Places of a claim's values, sorted, without repeats. */
  readonly of: (claim: number) => readonly number[];
}

/** All of them, in the order of the page. */
export function makeClaimFacets(payload: GraphPayload): readonly ClaimFacet[] {
  const { claims, documents } = payload;
  const months = documents.publishedAt.map((day) => day?.slice(0, 7) ?? UNDATED);
  const monthNames = [...new Set(months)].sort();
  return [
    {
      name: 'relationTypes',
      values: payload.relationTypes.map((_, type) => relationKey(payload, type)),
      of: (claim) => only(claims.type[claim]),
    },
    { name: 'disputes', values: ['disputed', 'undisputed'], of: (claim) => only(claims.disputed[claim] === 1 ? 0 : 1) },
    { name: 'polarities', values: ['affirmed', 'denied'], of: (claim) => only(claims.negative[claim]) },
    { name: 'modalities', values: MODALITIES, of: (claim) => only(claims.modality[claim]) },
    {
      name: 'months',
      values: monthNames,
      of: byDocument(
        payload,
        months.map((month) => monthNames.indexOf(month)),
      ),
    },
    { name: 'publishers', values: payload.publishers, of: byDocument(payload, documents.publisher) },
    { name: 'documents', values: documents.id, of: (claim) => claims.documents[claim] ?? [] },
  ];
}

export function relationKey({ relationTypes }: GraphPayload, type: number): string {
  return relationTypes[type]?.name || OPEN;
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

/** Places of a claim by those of its documents. */
function byDocument({ claims }: GraphPayload, placeOf: readonly number[]): (claim: number) => readonly number[] {
  const shared = new Map<string, readonly number[]>();
  const lists = claims.documents.map((documents) => {
    if (documents.length === 1) return only(placeOf[documents[0] ?? -1]);
    const places = [...new Set(documents.map((document) => placeOf[document] ?? -1))]
      .filter((place) => place >= 0)
      .sort((a, b) => a - b);
    const key = places.join();
    const known = shared.get(key) ?? places;
    shared.set(key, known);
    return known;
  });
  return (claim) => lists[claim] ?? NONE;
}

// A list of claims under a heading that opens and closes: a few of them, more on demand, the chosen one always among them.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { familyOf } from '../claim-facets.ts';
import { words } from '../language.ts';
import type { Store } from '../store.ts';

/** Each asks for its sentences. */
const SHOWN_AT_ONCE = 12;

interface Props {
  readonly store: Store;
  readonly heading: string;
  readonly claims: readonly number[];
  /** One row; `lit` for the chosen claim. */
  readonly children: (claim: number, lit: boolean) => ComponentChildren;
}

export function ShortList({ store, heading, claims, children }: Props) {
  const [limit, setLimit] = useState(SHOWN_AT_ONCE);
  if (claims.length === 0) return null;
  const chosen = store.facts.claimPlace.get(store.state.value.claim ?? '') ?? -1;
  const shown = claims.slice(0, Math.max(limit, claims.indexOf(chosen) + 1));
  const left = claims.length - shown.length;
  return (
    <details open>
      <summary>{heading}</summary>
      {shown.map((claim) => children(claim, claim === chosen))}
      {left > 0 && (
        <button type="button" class="link" onClick={() => setLimit(shown.length + SHOWN_AT_ONCE)}>
          {words().entity.more(Math.min(SHOWN_AT_ONCE, left))}
        </button>
      )}
    </details>
  );
}

/** The claims of a family about an entity that are shown, the oldest first; without a date they come last. */
export function inOrderOfDates({ facts, shown }: Store, entity: number, family: string): readonly number[] {
  const { claims, documents } = facts.payload;
  const dayOf = (claim: number): string =>
    (claims.documents[claim] ?? []).map((document) => documents.publishedAt[document] ?? '~').sort()[0] ?? '~';
  return facts
    .claimsOf(entity)
    .filter((claim) => familyOf(facts.payload, claim) === family && shown.value.claims[claim] === 1)
    .map((claim) => ({ claim, day: dayOf(claim) }))
    .sort((left, right) => (left.day < right.day ? -1 : Number(left.day > right.day)))
    .map(({ claim }) => claim);
}

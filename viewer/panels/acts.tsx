// What an entity did to something without a name: the best supported first, of these the oldest, each with its sentences.
import { ACT } from '../claim-facets.ts';
import { words } from '../language.ts';
import type { Store } from '../store.ts';
import { ClaimCard } from './claim-card.tsx';
import { inOrderOfDates, ShortList } from './short-list.tsx';

export function Acts({ store, entity }: { store: Store; entity: number }) {
  const { independentSources } = store.facts.payload.claims;
  const claims = [...inOrderOfDates(store, entity, ACT)].sort(
    (left, right) => (independentSources[right] ?? 0) - (independentSources[left] ?? 0),
  );
  return (
    <ShortList store={store} heading={words().entity.did(claims.length)} claims={claims}>
      {(claim, lit) => <ClaimCard key={claim} store={store} claim={claim} lit={lit} />}
    </ShortList>
  );
}

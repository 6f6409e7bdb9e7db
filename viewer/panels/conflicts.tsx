// What the sources do not agree on: the statements of each conflict side by side, with their sentences.
import { useState } from 'preact/hooks';
import { wordFor, words } from '../language.ts';
import type { Store } from '../store.ts';
import { ClaimCard } from './claim-card.tsx';
import { Reason } from './reason.tsx';

const SHOWN_AT_ONCE = 20;

export function Conflicts({ store }: { store: Store }) {
  const { conflicts } = store.facts.payload;
  const [limit, setLimit] = useState(SHOWN_AT_ONCE);
  const { claims } = store.shown.value;
  const shown = conflicts.filter((conflict) => conflict.claims.some((claim) => claims[claim] === 1));
  const chosen = store.facts.claimPlace.get(store.state.value.claim ?? '') ?? -1;
  return (
    <section class="page" aria-labelledby="conflicts-heading">
      <h2 id="conflicts-heading">{words().conflicts.title}</h2>
      <p class="quiet">
        {conflicts.length === 0
          ? words().conflicts.none
          : words().conflicts.shown(shown.length, conflicts.length - shown.length)}
      </p>
      {shown.slice(0, limit).map((conflict) => (
        <div key={conflict.id} class="conflict">
          <h3>
            {wordFor(words().conflicts.kinds, conflict.type)}{' '}
            <span class="quiet">
              <Reason text={conflict.reason} />
            </span>
          </h3>
          <div class="sides">
            {conflict.claims.map((claim) => (
              <ClaimCard key={claim} store={store} claim={claim} lit={claim === chosen} level={4} linked />
            ))}
          </div>
        </div>
      ))}
      {shown.length > limit && (
        <button type="button" class="button" onClick={() => setLimit(limit + SHOWN_AT_ONCE)}>
          {words().page.showMore}
        </button>
      )}
    </section>
  );
}

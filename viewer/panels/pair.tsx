// All that is said about two entities together: the relations of one edge fanned out, each with its sentences.
import { rankStatements } from '../fan.ts';
import { words } from '../language.ts';
import { closePair, focusEntity } from '../state.ts';
import type { Store } from '../store.ts';
import { ClaimCard } from './claim-card.tsx';
import { useHeadingFocus } from './heading-focus.ts';

export function PairPanel({ store }: { store: Store }) {
  const { facts } = store;
  const heading = useHeadingFocus();
  const pair = store.pair.value;
  const ends = [facts.pairs.left[pair] ?? -1, facts.pairs.right[pair] ?? -1];
  const focus = store.entity.value;
  if (ends[1] === focus) ends.reverse();
  const chosen = facts.claimPlace.get(store.state.value.claim ?? '') ?? -1;
  const all = facts.pairs.claims(pair);
  const ranked = rankStatements(facts, store.shown.value, pair);
  // The open statement stands first, and where the filter hides it, too.
  const shown = all.includes(chosen) ? [chosen, ...ranked.filter((claim) => claim !== chosen)] : ranked;
  const { name, id } = facts.payload.entities;
  return (
    <section class="panel" aria-labelledby="pair-heading">
      <p class="crumb">
        <button type="button" class="link" onClick={() => store.change(closePair)}>
          ← {name[focus] ?? words().page.back}
        </button>
      </p>
      <h2 id="pair-heading" ref={heading} tabIndex={-1}>
        {ends.map((end, index) => (
          <span key={end}>
            {index > 0 && <span class="dash"> — </span>}
            <button
              type="button"
              class="link"
              onClick={() => store.change((state) => focusEntity(state, id[end] ?? null))}
            >
              {name[end]}
            </button>
          </span>
        ))}
      </h2>
      <p class="quiet">
        {words().counted.statements(shown.length)}
        {shown.length < all.length && words().pair.hidden(all.length - shown.length)}
      </p>
      {shown.map((claim) => (
        <ClaimCard key={claim} store={store} claim={claim} lit={claim === chosen} />
      ))}
    </section>
  );
}

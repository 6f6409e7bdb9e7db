// How two entities hang together: the shortest way over shown relations, each step with its sentences.
import { otherEnd } from '../facts.ts';
import { words } from '../language.ts';
import { openPair, openPath } from '../state.ts';
import type { Store } from '../store.ts';
import { ClaimCard } from './claim-card.tsx';
import { ClearFilter } from './clear-filter.tsx';
import { Dot } from './dot.tsx';
import { useHeadingFocus } from './heading-focus.ts';
import { NameFinder } from './name-finder.tsx';

export function PathPanel({ store }: { store: Store }) {
  const heading = useHeadingFocus();
  const { facts } = store;
  const { name } = facts.payload.entities;
  const start = store.entity.value;
  const end = facts.entityPlace.get(store.state.value.path ?? '') ?? -1;
  const path = store.path.value;
  return (
    <section class="panel" aria-labelledby="path-heading">
      <p class="crumb">
        <button type="button" class="link" onClick={() => store.change((state) => openPath(state, null))}>
          ← {name[start]}
        </button>
      </p>
      <h2 id="path-heading" ref={heading} tabIndex={-1}>
        <bdi>{name[start]}</bdi> <span class="dash">{words().path.to}</span> <bdi>{name[end]}</bdi>
      </h2>
      <p class="quiet">
        {path === null ? words().path.none : words().path.found(path.length)}{' '}
        {path === null && <ClearFilter store={store} />}
      </p>
      {steps(store, path ?? []).map(({ pair, to, strongest, more }) => (
        <div key={pair} class="step">
          <ClaimCard store={store} claim={strongest} lit={false} linked />
          {more > 0 && (
            <button type="button" class="link" onClick={() => openStep(store, pair)}>
              {words().path.more(more)}
            </button>
          )}
          <p class="to">
            <Dot store={store} entity={to} /> <bdi>{name[to]}</bdi>
          </p>
        </div>
      ))}
    </section>
  );
}

function steps(store: Store, path: readonly number[]) {
  const { facts, shown } = store;
  const { independentSources, confidence } = facts.payload.claims;
  let place = store.entity.value;
  return path.map((pair) => {
    place = otherEnd(facts, pair, place);
    const claims = facts.pairs.claims(pair).filter((claim) => shown.value.claims[claim] === 1);
    const strength = (claim: number): number => (independentSources[claim] ?? 0) + (confidence[claim] ?? 0);
    const strongest = claims.reduce(
      (best, claim) => (strength(claim) > strength(best) ? claim : best),
      claims[0] ?? -1,
    );
    return { pair, to: place, strongest, more: claims.length - 1 };
  });
}

function openStep({ facts, change }: Store, pair: number): void {
  const { id } = facts.payload.entities;
  const [left, right] = [id[facts.pairs.left[pair] ?? -1], id[facts.pairs.right[pair] ?? -1]];
  if (left !== undefined && right !== undefined) change((state) => openPair(state, [left, right]));
}

/** The field in a dossier that asks for the other end. */
export function PathFinder({ store }: { store: Store }) {
  const { entities } = store.facts.payload;
  return (
    <details>
      <summary>{words().path.find}</summary>
      <NameFinder
        store={store}
        label={words().path.otherEnd}
        placeholder={words().path.placeholder}
        onChoose={(place) => store.change((state) => openPath(state, entities.id[place] ?? null))}
      />
    </details>
  );
}

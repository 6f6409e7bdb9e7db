// How two entities hang together: the shortest way over shown relations, each step with its sentences.
import { useState } from 'preact/hooks';
import { otherEnd } from '../facts.ts';
import { dotClass } from '../look.ts';
import { openPair, openPath } from '../state.ts';
import type { Store } from '../store.ts';
import { count } from '../wording.ts';
import { ClaimCard } from './claim-card.tsx';
import { useHeadingFocus } from './heading-focus.ts';
import { moveInList } from './list-keys.ts';

const FOUND_AT_ONCE = 6;

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
        {name[start]} <span class="dash">to</span> {name[end]}
      </h2>
      <p class="quiet">
        {path === null
          ? 'No chain of shown statements connects them. With fewer filters there may be one.'
          : `${count(path.length, 'step')}, the shortest way over shown statements.`}
      </p>
      {steps(store, path ?? []).map(({ pair, to, strongest, more }) => (
        <div key={pair} class="step">
          <ClaimCard store={store} claim={strongest} lit={false} linked />
          {more > 0 && (
            <button type="button" class="link" onClick={() => openStep(store, pair)}>
              {count(more, 'more statement')} about the two
            </button>
          )}
          <p class="to">
            <span class={dotClass(facts, to)} /> {name[to]}
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
    const claims = (facts.pairs.claims[pair] ?? []).filter((claim) => shown.value.claims[claim] === 1);
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
  const [words, setWords] = useState('');
  const { entities } = store.facts.payload;
  const found = store
    .searchNames(words, 40)
    .filter((hit) => hit.kind === 'entity' && hit.place !== store.entity.value)
    .slice(0, FOUND_AT_ONCE);
  return (
    <details>
      <summary>Find a path to …</summary>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys move among the names inside */}
      <div class="finder" onKeyDown={moveInList}>
        <input
          type="text"
          aria-label="Name of the other end"
          placeholder="Another name"
          autocomplete="off"
          spellcheck={false}
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
        <ul>
          {found.map(({ place }) => (
            <li key={place}>
              <button
                type="button"
                class="row"
                onClick={() => store.change((state) => openPath(state, entities.id[place] ?? null))}
              >
                <span class={dotClass(store.facts, place)} />
                <span class="name">{entities.name[place]}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

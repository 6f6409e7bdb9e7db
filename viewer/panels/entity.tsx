// The dossier of one entity: its neighbours by relation, what it did and says, what is counted or dated, its names in sentences, why merged.
import { ACT, familyOf, isSpeech, SPEECH, THOUGHT } from '../claim-facets.ts';
import { words } from '../language.ts';
import { focusEntity } from '../state.ts';
import type { Store } from '../store.ts';
import { entityTypeLabel } from '../wording.ts';
import { Acts } from './acts.tsx';
import { AroundControl } from './around.tsx';
import { ClaimCard } from './claim-card.tsx';
import { Dossier } from './dossier.tsx';
import { Dot } from './dot.tsx';
import { useHeadingFocus } from './heading-focus.ts';
import { Loaded } from './loaded.tsx';
import { Neighbours } from './neighbours.tsx';
import { PathFinder } from './path.tsx';
import { Speeches } from './speeches.tsx';

export function EntityPanel({ store }: { store: Store }) {
  const { payload } = store.facts;
  const heading = useHeadingFocus();
  const entity = store.entity.value;
  const id = payload.entities.id[entity] ?? '';
  const type = payload.entities.type[entity] ?? 0;
  return (
    <section class="panel" aria-labelledby="entity-heading">
      <p class="crumb">
        <button type="button" class="link" onClick={() => store.change((state) => focusEntity(state, null))}>
          {words().entity.all}
        </button>
      </p>
      <h2 id="entity-heading" ref={heading} tabIndex={-1} dir="auto">
        {payload.entities.name[entity]}
      </h2>
      <p class="quiet">
        <Dot store={store} entity={entity} /> <bdi>{entityTypeLabel(payload.entityTypes[type])}</bdi> ·{' '}
        {words().counted.mentions(payload.entities.mentions[entity] ?? 0)}
      </p>
      <AroundControl store={store} />
      <Neighbours store={store} entity={entity} />
      <PathFinder store={store} />
      <Acts store={store} entity={entity} />
      <Speeches store={store} entity={entity} family={SPEECH} />
      <Speeches store={store} entity={entity} family={THOUGHT} />
      <Literals store={store} entity={entity} />
      <Loaded id={id} load={() => store.source.entity(id)}>
        {(dossier) => <Dossier store={store} entity={entity} dossier={dossier} />}
      </Loaded>
    </section>
  );
}

/** Numbers and dates that are said of the entity. */
function Literals({ store, entity }: { store: Store; entity: number }) {
  const { payload } = store.facts;
  const { claims } = payload;
  const chosen = store.facts.claimPlace.get(store.state.value.claim ?? '') ?? -1;
  const list = store.facts
    .claimsOf(entity)
    .filter((claim) => claims.literal[claim] !== null && !isSpeech(payload, claim) && familyOf(payload, claim) !== ACT)
    .filter((claim) => store.shown.value.claims[claim] === 1);
  if (list.length === 0) return null;
  return (
    <details open>
      <summary>{words().entity.literals(list.length)}</summary>
      {list.map((claim) => (
        <ClaimCard key={claim} store={store} claim={claim} lit={claim === chosen} />
      ))}
    </details>
  );
}

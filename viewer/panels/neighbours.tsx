// The neighbours of an entity, by relation: the equal of the picture around it, page by page where there are many.
import { words } from '../language.ts';
import { PAGE } from '../look.ts';
import type { Store } from '../store.ts';
import { claimTitle, claimWords } from '../wording.ts';
import { openClaim } from './claim-card.tsx';
import { ClearFilter } from './clear-filter.tsx';
import { Dot } from './dot.tsx';
import { moveInList } from './list-keys.ts';
import { pointAt } from './point-at.ts';
import { Tags } from './tags.tsx';

/** Claims to other entities, grouped by relation and direction; the list is the equal of the picture. */
export function Neighbours({ store, entity }: { store: Store; entity: number }) {
  const groups = groupClaims(store, entity);
  const { neighbours, near } = store;
  const more = neighbours.value.length - near.value.length;
  const hidden = store.facts.claimsOf(entity).filter((claim) => store.shown.value.claims[claim] !== 1).length;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys move among the links inside
    <div class="neighbours" onKeyDown={moveInList}>
      {groups.length === 0 && hidden === 0 && <p class="quiet">{words().entity.none}</p>}
      {groups.map((group) => (
        <section key={group.label} aria-label={group.label}>
          <h3>{group.label}</h3>
          <ul class="plain">
            {group.claims.map((claim) => (
              <NeighbourRow key={claim} store={store} claim={claim} entity={entity} />
            ))}
          </ul>
        </section>
      ))}
      {more > 0 && (
        <p class="quiet">
          {words().entity.showing(near.value.length, neighbours.value.length)}{' '}
          <button
            type="button"
            class="link"
            onClick={() => store.change((state) => ({ ...state, pages: state.pages + 1 }))}
          >
            {words().entity.more(Math.min(PAGE, more))}
          </button>
        </p>
      )}
      {hidden > 0 && (
        <p class="quiet">
          {words().entity.hidden(hidden)} <ClearFilter store={store} />
        </p>
      )}
    </div>
  );
}

function NeighbourRow({ store, claim, entity }: { store: Store; claim: number; entity: number }) {
  const { claims, entities } = store.facts.payload;
  const other = (claims.subject[claim] === entity ? claims.object[claim] : claims.subject[claim]) ?? -1;
  const sources = claims.independentSources[claim] ?? 0;
  return (
    <li>
      <button type="button" class="row" onClick={() => openClaim(store, claim)} {...pointAt(store, claim)}>
        <Dot store={store} entity={other} />
        <span class="name">
          {entities.name[other]} <span class="quiet">{claimTitle(store.facts, claim)}</span>
        </span>
        <Tags store={store} claim={claim} />
        <span class="number">{claims.derived[claim] === 1 ? '' : words().counted.sources(sources)}</span>
      </button>
    </li>
  );
}

function groupClaims(store: Store, entity: number): { label: string; claims: number[] }[] {
  const { facts } = store;
  const { claims, relationTypes } = facts.payload;
  const groups = new Map<string, number[]>();
  for (const claim of store.near.value.flatMap(facts.pairs.claims)) {
    if (store.shown.value.claims[claim] !== 1) continue;
    const symmetric = relationTypes[claims.type[claim] ?? -1]?.symmetric === true;
    const { relation } = claimWords(facts, claim);
    const outward = symmetric || claims.subject[claim] === entity;
    const label = outward
      ? words().entity.out(relation)
      : words().entity.in(relation, facts.payload.entities.name[entity] ?? '');
    const group = groups.get(label);
    if (group === undefined) groups.set(label, [claim]);
    else group.push(claim);
  }
  return [...groups]
    .map(([label, list]) => ({
      label,
      claims: list.sort((a, b) => (claims.independentSources[b] ?? 0) - (claims.independentSources[a] ?? 0)),
    }))
    .sort((a, b) => b.claims.length - a.claims.length || (a.label < b.label ? -1 : 1));
}

// The dossier of one entity: its neighbours by relation, what is counted or dated, its names in sentences, why merged.
import type { EntityPayload } from '../../src/server/payload.ts';
import { dotClass } from '../look.ts';
import { cutQuote } from '../marks.ts';
import { focusEntity, openReading } from '../state.ts';
import type { Store } from '../store.ts';
import { claimTags, claimTitle, claimWords, count, percent } from '../wording.ts';
import { ClaimCard, openClaim } from './claim-card.tsx';
import { useHeadingFocus } from './heading-focus.ts';
import { moveInList } from './list-keys.ts';
import { Loaded } from './loaded.tsx';
import { PathFinder } from './path.tsx';

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
          ← All
        </button>
      </p>
      <h2 id="entity-heading" ref={heading} tabIndex={-1}>
        {payload.entities.name[entity]}
      </h2>
      <p class="quiet">
        <span class={dotClass(store.facts, entity)} /> {payload.entityTypes[type]?.label} ·{' '}
        {count(payload.entities.mentions[entity] ?? 0, 'mention')}
      </p>
      <Neighbours store={store} entity={entity} />
      <PathFinder store={store} />
      <Literals store={store} entity={entity} />
      <Loaded id={id} load={() => store.source.entity(id)}>
        {(dossier) => <Dossier store={store} dossier={dossier} />}
      </Loaded>
    </section>
  );
}

/** Claims to other entities, grouped by relation and direction; the list is the equal of the picture. */
function Neighbours({ store, entity }: { store: Store; entity: number }) {
  const groups = groupClaims(store, entity);
  const hidden = (store.facts.claimsOf[entity] ?? []).filter((claim) => store.shown.value.claims[claim] !== 1).length;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys move among the links inside
    <div class="neighbours" onKeyDown={moveInList}>
      {groups.length === 0 && <p class="quiet">No statement ties this to another entity.</p>}
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
      {hidden > 0 && <p class="quiet">{count(hidden, 'statement')} hidden by the filter.</p>}
    </div>
  );
}

function NeighbourRow({ store, claim, entity }: { store: Store; claim: number; entity: number }) {
  const { claims, entities } = store.facts.payload;
  const other = (claims.subject[claim] === entity ? claims.object[claim] : claims.subject[claim]) ?? -1;
  const sources = claims.independentSources[claim] ?? 0;
  return (
    <li>
      <button type="button" class="row" onClick={() => openClaim(store, claim)}>
        <span class={dotClass(store.facts, other)} />
        <span class="name">
          {entities.name[other]} <span class="quiet">{claimTitle(store.facts, claim)}</span>
        </span>
        {claimTags(store.facts, claim).map((tag) => (
          <span key={tag} class={`tag ${tag.split(' ')[0]}`}>
            {tag}
          </span>
        ))}
        <span class="number">{claims.derived[claim] === 1 ? '' : count(sources, 'source')}</span>
      </button>
    </li>
  );
}

function groupClaims(store: Store, entity: number): { label: string; claims: number[] }[] {
  const { facts } = store;
  const { claims, relationTypes } = facts.payload;
  const groups = new Map<string, number[]>();
  for (const claim of facts.claimsOf[entity] ?? []) {
    if ((claims.object[claim] ?? -1) < 0 || store.shown.value.claims[claim] !== 1) continue;
    const symmetric = relationTypes[claims.type[claim] ?? -1]?.symmetric === true;
    const { relation } = claimWords(facts, claim);
    const outward = symmetric || claims.subject[claim] === entity;
    const label = outward ? `${relation} …` : `… ${relation} ${facts.payload.entities.name[entity] ?? ''}`;
    groups.set(label, [...(groups.get(label) ?? []), claim]);
  }
  return [...groups]
    .map(([label, list]) => ({
      label,
      claims: list.sort((a, b) => (claims.independentSources[b] ?? 0) - (claims.independentSources[a] ?? 0)),
    }))
    .sort((a, b) => b.claims.length - a.claims.length || (a.label < b.label ? -1 : 1));
}

/** Numbers and dates that are said of the entity. */
function Literals({ store, entity }: { store: Store; entity: number }) {
  const { claims } = store.facts.payload;
  const chosen = store.facts.claimPlace.get(store.state.value.claim ?? '') ?? -1;
  const list = (store.facts.claimsOf[entity] ?? []).filter(
    (claim) => claims.literal[claim] !== null && store.shown.value.claims[claim] === 1,
  );
  if (list.length === 0) return null;
  return (
    <details open>
      <summary>Numbers and dates ({list.length})</summary>
      {list.map((claim) => (
        <ClaimCard key={claim} store={store} claim={claim} lit={claim === chosen} />
      ))}
    </details>
  );
}

function Dossier({ store, dossier }: { store: Store; dossier: EntityPayload }) {
  return (
    <>
      <details open={dossier.aliases.length > 0}>
        <summary>Names ({dossier.aliases.length})</summary>
        <ul class="plain aliases">
          {dossier.aliases.map(({ name, count: times, example }) => (
            <li key={name}>
              <strong>{name}</strong> <span class="quiet">× {times}</span>
              {example !== null && (
                <button
                  type="button"
                  class="sentence small"
                  onClick={() =>
                    store.change((state) =>
                      openReading(state, {
                        document: example.document,
                        claim: null,
                        start: example.mark[0],
                        end: example.mark[1],
                      }),
                    )
                  }
                >
                  <q>
                    {cutQuote(example.quote, example.start, [{ kind: 'subject', range: example.mark }]).map(
                      (segment, index) =>
                        segment.kind === null ? (
                          segment.text
                        ) : (
                          <mark key={index} class="subject">
                            {segment.text}
                          </mark>
                        ),
                    )}
                  </q>
                  <span class="origin">
                    <span class="publisher">{example.publisher ?? example.title}</span>
                    {example.publishedAt !== null && <time dateTime={example.publishedAt}>{example.publishedAt}</time>}
                  </span>
                </button>
              )}
            </li>
          ))}
        </ul>
      </details>
      {dossier.decisionCount > 0 && (
        <details>
          <summary>Why these mentions are one ({dossier.decisionCount})</summary>
          <ul class="plain decisions">
            {dossier.decisions.map((decision) => (
              <li key={`${decision.left}${decision.right}${decision.by}`}>
                {decision.left} and {decision.right}: <strong>{decision.verdict}</strong> ({percent(decision.score)}
                {decision.reasons.length > 0 && `, ${decision.reasons.join('; ')}`}){' '}
                <span class="quiet">{decision.by}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {dossier.sameAs.map((name) => (
        <p key={name} class="quiet">
          <WikidataLink name={name} />
        </p>
      ))}
    </>
  );
}

function WikidataLink({ name }: { name: string }) {
  const item = /^wikidata:(Q\d+)$/.exec(name)?.[1];
  if (item === undefined) return <>{name}</>;
  return (
    <a href={`https://www.wikidata.org/wiki/${item}`} rel="noreferrer noopener" target="_blank">
      Wikidata {item}
    </a>
  );
}

// Where a reader doubts who is meant: parts articles from a name, or joins it with another; the graph follows at once.
import { useState } from 'preact/hooks';
import type { EntityPayload } from '../../src/server/payload.ts';
import { words } from '../language.ts';
import type { Store } from '../store.ts';
import { NameFinder } from './name-finder.tsx';

interface Props {
  readonly store: Store;
  readonly entity: number;
  readonly dossier: EntityPayload;
}

export function PartOrJoin({ store, entity, dossier }: Props) {
  const canDecide = store.desk.canDecide.value;
  if (canDecide === null) return null;
  return (
    <details class="decide">
      <summary>{words().decide.title}</summary>
      {canDecide ? (
        <>
          {dossier.documents.length > 1 && <Part store={store} entity={entity} dossier={dossier} />}
          <Join store={store} entity={entity} />
        </>
      ) : (
        <WhyNot store={store} />
      )}
    </details>
  );
}

/** Why nothing can be decided here. */
export function WhyNot({ store }: { store: Store }) {
  return <p class="quiet">{store.desk.source === null ? words().source.fileOnly : words().source.memoryOnly}</p>;
}

function Part({ store, entity, dossier }: Props) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const { documents, entities, publishers } = store.facts.payload;
  const told = words().decide;
  const toggle = (id: string): void => {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    setTicked(next);
  };
  const leavesNone = ticked.size === dossier.documents.length;
  const part = (): void =>
    void store.desk.act(told.parted(entities.name[entity] ?? ''), (desk) =>
      desk.split({ entity: dossier.id, documents: [...ticked] }),
    );
  return (
    <fieldset class="part">
      <legend>{told.part(dossier.documents.length)}</legend>
      <p class="quiet">{told.partHint}</p>
      <div class="choices">
        {dossier.documents.map((id) => {
          const place = store.facts.documentPlace.get(id) ?? -1;
          const origin = [publishers[documents.publisher[place] ?? -1], documents.publishedAt[place]];
          return (
            <label key={id} class="check">
              <input type="checkbox" checked={ticked.has(id)} onChange={() => toggle(id)} />
              <span class="label" title={documents.title[place]}>
                {documents.title[place] ?? id} <span class="quiet">{origin.filter(Boolean).join(', ')}</span>
              </span>
            </label>
          );
        })}
      </div>
      <button
        type="button"
        class="button"
        disabled={ticked.size === 0 || leavesNone || store.desk.isWorking.value}
        onClick={part}
      >
        {told.partButton(ticked.size)}
      </button>
      {leavesNone && <p class="quiet">{told.partAll}</p>}
    </fieldset>
  );
}

function Join({ store, entity }: { store: Store; entity: number }) {
  const { entities } = store.facts.payload;
  const told = words().decide;
  const join = (other: number): void => {
    const [left, right] = [entities.id[entity] ?? '', entities.id[other] ?? ''];
    void store.desk.act(told.joinedWith(entities.name[entity] ?? '', entities.name[other] ?? ''), (desk) =>
      desk.decide({ verdict: 'same', left, right, draw: true }),
    );
  };
  return (
    <fieldset class="join" disabled={store.desk.isWorking.value}>
      <legend>{told.join}</legend>
      <p class="quiet">{told.joinHint}</p>
      <NameFinder store={store} label={told.joinLabel} placeholder={told.joinPlaceholder} onChoose={join} />
    </fieldset>
  );
}

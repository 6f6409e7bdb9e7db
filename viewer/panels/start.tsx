// What stands beside the picture before anything is chosen: where to begin reading.
import { words } from '../language.ts';
import { mostMentioned } from '../most-mentioned.ts';
import { focusEntity } from '../state.ts';
import type { Store } from '../store.ts';
import { Dot } from './dot.tsx';
import { moveInList } from './list-keys.ts';

const LISTED = 25;

export function StartPanel({ store }: { store: Store }) {
  const { entities } = store.facts.payload;
  const { shown } = store;
  const top = mostMentioned(entities.mentions, shown.value.entities, LISTED);
  return (
    <section class="panel" aria-labelledby="start-heading">
      <h2 id="start-heading">{words().start.title}</h2>
      {top.length === 0 && <p class="quiet">{words().picture.nothingShown}</p>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys move among the links inside */}
      <div onKeyDown={moveInList}>
        <ul class="plain">
          {top.map((entity) => (
            <li key={entity}>
              <button
                type="button"
                class="row"
                onClick={() => store.change((state) => focusEntity(state, entities.id[entity] ?? null))}
              >
                <Dot store={store} entity={entity} />
                <span class="name">{entities.name[entity]}</span>
                <span class="number">{words().counted.mentions(entities.mentions[entity] ?? 0)}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

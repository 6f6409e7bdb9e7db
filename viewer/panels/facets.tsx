// The filters, each value with the number of things it would show.
import { useRef } from 'preact/hooks';
import { words } from '../language.ts';
import { clearFilter, isFiltered, setFilter } from '../state.ts';
import type { Store } from '../store.ts';
import { ClaimFacetList, FacetList } from './facet-list.tsx';
import { Confidence, Sources } from './measures.tsx';
import { TimeBrush } from './time-brush.tsx';

export function Facets({ store }: { store: Store }) {
  const { payload } = store.facts;
  const { filter } = store.state.value;
  const heading = useRef<HTMLHeadingElement>(null);
  const clear = (): void => {
    store.change(clearFilter);
    // The button goes; the keyboard stays here.
    heading.current?.focus();
  };
  return (
    <div class="facets">
      <div class="head">
        <h2 ref={heading} tabIndex={-1}>
          {words().filter.title}
        </h2>
        {isFiltered(filter) && (
          <button type="button" class="link" onClick={clear}>
            {words().filter.clear}
          </button>
        )}
      </div>
      <Without store={store} />
      <FacetList store={store} name="entityTypes" values={payload.entityTypes.map((type) => type.name)} />
      <ClaimFacetList store={store} name="relationTypes" />
      <Sources store={store} />
      <Confidence store={store} />
      {(['disputes', 'polarities', 'modalities', 'speakers'] as const).map((name) => (
        <ClaimFacetList key={name} store={store} name={name} />
      ))}
      <TimeBrush store={store} />
      {(['months', 'publishers', 'documents'] as const).map((name) => (
        <ClaimFacetList key={name} store={store} name={name} />
      ))}
      <label class="check">
        <input
          type="checkbox"
          checked={filter.unconnected}
          onChange={() => store.change((now) => setFilter(now, { unconnected: !now.filter.unconnected }))}
        />
        <span class="label">{words().filter.unconnected}</span>
        <span class="number">{words().number(store.shown.value.unconnected)}</span>
      </label>
    </div>
  );
}

/** The article whose lone statements are kept out, and the way to have them back. */
function Without({ store }: { store: Store }) {
  const { facts, state } = store;
  const { without } = state.value.filter;
  if (without === null) return null;
  return (
    <p class="without">
      {words().filter.without(facts.payload.documents.title[facts.documentPlace.get(without) ?? -1] ?? without)}{' '}
      <button type="button" class="link" onClick={() => store.change((now) => setFilter(now, { without: null }))}>
        {words().filter.withAgain}
      </button>
    </p>
  );
}

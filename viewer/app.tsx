// The shell of the page: search and views above, filters left, the picture in the middle, sentences right.
import { useEffect, useState } from 'preact/hooks';
import { Canvas } from './canvas.tsx';
import { listenToKeys } from './keys.ts';
import { Conflicts } from './panels/conflicts.tsx';
import { EntityPanel } from './panels/entity.tsx';
import { Facets } from './panels/facets.tsx';
import { Legend } from './panels/legend.tsx';
import { PairPanel } from './panels/pair.tsx';
import { PathPanel } from './panels/path.tsx';
import { ReaderPanel } from './panels/reader.tsx';
import { Search } from './panels/search.tsx';
import { StartPanel } from './panels/start.tsx';
import { Status } from './panels/status.tsx';
import { StemmaPage } from './panels/stemma.tsx';
import { Table } from './panels/table.tsx';
import { Undo } from './panels/undo.tsx';
import { isFiltered, type Tab } from './state.ts';
import type { Store } from './store.ts';

const VIEWS: readonly { readonly tab: Tab; readonly label: string }[] = [
  { tab: 'graph', label: 'Picture' },
  { tab: 'table', label: 'Table' },
  { tab: 'conflicts', label: 'Conflicts' },
  { tab: 'articles', label: 'Articles' },
];

export function App({ store }: { store: Store }) {
  useEffect(() => listenToKeys(store), [store]);
  const [filtering, setFiltering] = useState(false);
  const { reading, tab } = store.state.value;
  if (store.facts.entityCount === 0) return <Empty />;
  return (
    <div class={`app${reading === null ? '' : ' reading'}${filtering ? ' filtering' : ''}`}>
      <header class="top">
        <h1>
          <button type="button" onClick={() => store.reset()} title="Back to the start">
            Stemma
          </button>
        </h1>
        <Search store={store} />
        <Undo store={store} />
        <Views store={store} />
        <button
          type="button"
          class={`button filter${isFiltered(store.state.value.filter) ? ' on' : ''}`}
          aria-expanded={filtering}
          onClick={() => setFiltering(!filtering)}
        >
          Filter
        </button>
      </header>
      <aside class="left" aria-label="Filter">
        <Facets store={store} />
      </aside>
      <main class="middle">
        {/* The picture stays alive behind the other views: opening it anew would lay it out again. */}
        <div class="picture" hidden={tab !== 'graph'}>
          <Canvas store={store} />
          <Legend store={store} />
        </div>
        {tab === 'table' && <Table store={store} />}
        {tab === 'conflicts' && <Conflicts store={store} />}
        {tab === 'articles' && <StemmaPage store={store} />}
      </main>
      <aside class="side" aria-label="Details">
        <Side store={store} />
      </aside>
      {reading !== null && <ReaderPanel store={store} reading={reading} />}
      <Status store={store} />
    </div>
  );
}

function Views({ store }: { store: Store }) {
  const { tab } = store.state.value;
  const conflicts = store.facts.payload.conflicts.length;
  return (
    <nav class="views" aria-label="Views">
      {VIEWS.map((view) => (
        <button
          key={view.tab}
          type="button"
          aria-current={view.tab === tab ? 'page' : undefined}
          onClick={() => store.change((state) => ({ ...state, tab: view.tab }))}
        >
          {view.label}
          {view.tab === 'conflicts' && conflicts > 0 && <span class="badge">{conflicts.toLocaleString('en')}</span>}
        </button>
      ))}
    </nav>
  );
}

function Side({ store }: { store: Store }) {
  if (store.pair.value >= 0) return <PairPanel key={store.pair.value} store={store} />;
  if (store.entity.value >= 0 && store.state.value.path !== null) {
    return <PathPanel key={`${store.entity.value} ${store.state.value.path}`} store={store} />;
  }
  if (store.entity.value >= 0) return <EntityPanel key={store.entity.value} store={store} />;
  return <StartPanel store={store} />;
}

function Empty() {
  useEffect(() => {
    document.documentElement.dataset.ready = 'true';
  }, []);
  return (
    <main class="blank">
      <h1>This graph is empty</h1>
      <p>No names were found in its documents. Add some with “stemma build FOLDER”, then reload this page.</p>
    </main>
  );
}

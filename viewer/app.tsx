// The shell of the page: search and views above, filters left, the picture in the middle, sentences right.
import { useEffect } from 'preact/hooks';
import { Canvas } from './canvas.tsx';
import { listenToKeys } from './keys.ts';
import { EntityPanel } from './panels/entity.tsx';
import { PairPanel } from './panels/pair.tsx';
import { ReaderPanel } from './panels/reader.tsx';
import { StartPanel } from './panels/start.tsx';
import type { Store } from './store.ts';
import { shownLine } from './wording.ts';

export function App({ store }: { store: Store }) {
  useEffect(() => listenToKeys(store), [store]);
  const { reading } = store.state.value;
  if (store.facts.entityCount === 0) return <Empty />;
  return (
    <div class={`app${reading === null ? '' : ' reading'}`}>
      <header class="top">
        <h1>Stemma</h1>
      </header>
      <main class="middle">
        <Canvas store={store} />
      </main>
      <aside class="side" aria-label="Details">
        <Side store={store} />
      </aside>
      {reading !== null && <ReaderPanel store={store} reading={reading} />}
      <Status store={store} />
    </div>
  );
}

function Side({ store }: { store: Store }) {
  if (store.pair.value >= 0) return <PairPanel store={store} />;
  if (store.entity.value >= 0) return <EntityPanel store={store} />;
  return <StartPanel store={store} />;
}

function Status({ store }: { store: Store }) {
  const { shown, facts } = store;
  return (
    <p class="status" role="status">
      {shownLine(
        { entities: shown.value.entityCount, claims: shown.value.claimCount },
        { entities: facts.entityCount, claims: facts.claimCount },
      )}
    </p>
  );
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

// The shell of the page: search and views above, filters left, the picture in the middle, sentences right.
import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Canvas } from './canvas.tsx';
import { setReady } from './connect-scene.ts';
import { listenToKeys } from './keys.ts';
import { words } from './language.ts';
import { Conflicts } from './panels/conflicts.tsx';
import { Doubts } from './panels/doubts.tsx';
import { EntityPanel } from './panels/entity.tsx';
import { Facets } from './panels/facets.tsx';
import { KeyList } from './panels/key-list.tsx';
import { Legend } from './panels/legend.tsx';
import { NoticeLine } from './panels/notice.tsx';
import { PairPanel } from './panels/pair.tsx';
import { PathPanel } from './panels/path.tsx';
import { ReaderPanel } from './panels/reader.tsx';
import { Search } from './panels/search.tsx';
import { StartPanel } from './panels/start.tsx';
import { Status } from './panels/status.tsx';
import { StemmaPage } from './panels/stemma.tsx';
import { Table } from './panels/table.tsx';
import { TakeAway } from './panels/take-away.tsx';
import { Undo } from './panels/undo.tsx';
import { isPhone } from './phone.ts';
import { isFiltered, TABS, type Tab } from './state.ts';
import { ALL_OPEN, type Store } from './store.ts';
import { pageTitle } from './wording.ts';

export function App({ store }: { store: Store }) {
  const [filtering, setFiltering] = useState(false);
  const { reading, tab } = store.state.value;
  useEffect(() => listenToKeys(store), [store]);
  useEffect(() => {
    document.title = pageTitle(store.facts, store.state.value);
  });
  const side = useRef<HTMLElement>(null);
  const opened = [tab, store.entity.value, store.pair.value, store.state.value.path];
  // What was just opened begins at its top. On a phone the page scrolls as one, and stays where a row was pressed.
  useLayoutEffect(() => {
    side.current?.scrollTo(0, 0);
    if (!document.activeElement?.closest('.page')) scrollTo(0, 0);
  }, [filtering, ...opened]);
  // On a phone the filters stand above what was opened.
  useLayoutEffect(() => {
    if (isPhone()) setFiltering(false);
  }, opened);
  if (store.facts.entityCount === 0) return <Empty />;
  return (
    <div class={`app${reading === null ? '' : ' reading'}${filtering ? ' filtering' : ''}`}>
      <header class="top">
        <h1>
          <button type="button" onClick={() => store.reset()} title={words().page.toStart}>
            Stemma
          </button>
        </h1>
        <Search store={store} />
        <Undo store={store} />
        <Views store={store} />
        <TakeAway store={store} />
        <KeyList store={store} />
        <button
          type="button"
          class={`button filter${isFiltered(store.state.value.filter) ? ' on' : ''}`}
          aria-expanded={filtering}
          onClick={() => setFiltering(!filtering)}
        >
          {words().page.filter}
        </button>
        <NoticeLine store={store} />
      </header>
      <aside class="left" aria-label={words().page.filter}>
        <Later store={store} part={2} make={() => <Facets store={store} />} />
      </aside>
      <main class="middle">
        {/* The picture stays alive behind the other views: opening it anew would lay it out again. */}
        <div class="picture" hidden={tab !== 'graph'}>
          <Canvas store={store} />
          {/* It takes its room from the picture: coming later, it would have all drawn twice. */}
          <Legend store={store} />
        </div>
        {tab === 'table' && <Table store={store} />}
        {tab === 'conflicts' && <Conflicts store={store} />}
        {tab === 'doubts' && <Doubts store={store} />}
        {tab === 'articles' && <StemmaPage store={store} />}
      </main>
      <aside class="side" aria-label={words().page.details} ref={side}>
        <Later store={store} part={1} make={() => <Side store={store} />} />
      </aside>
      {reading !== null && <ReaderPanel store={store} reading={reading} />}
      <Status store={store} />
      <Ready store={store} />
    </div>
  );
}

/** A part of the page that waits until the picture stands. */
function Later({ store, part, make }: { store: Store; part: number; make: () => VNode }) {
  return store.opened.value >= part ? make() : null;
}

/** Opens part after part once the picture is on the screen, and tells tests, and whoever waits, when all stands. */
function Ready({ store }: { store: Store }) {
  const [opened, isAtRest] = [store.opened.value, store.layout.value === 1];
  useLayoutEffect(() => {
    if (opened < ALL_OPEN || !isAtRest) return;
    setReady('true');
    // The names are read before someone asks for them, as soon as the page has nothing better to do.
    store.searchNames();
  }, [store, opened, isAtRest]);
  return null;
}

function Views({ store }: { store: Store }) {
  const { tab } = store.state.value;
  const badges: Partial<Record<Tab, number>> = {
    conflicts: store.facts.payload.conflicts.length,
    doubts: store.desk.questions.value,
  };
  return (
    <nav class="views" aria-label={words().page.views}>
      {TABS.map((name) => (
        <button
          key={name}
          type="button"
          aria-current={name === tab ? 'page' : undefined}
          onClick={() => store.change((state) => ({ ...state, tab: name }))}
        >
          {words().page.tabs[name]}
          {(badges[name] ?? 0) > 0 && <span class={`badge ${name}`}>{words().number(badges[name] ?? 0)}</span>}
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
      <h1>{words().page.emptyTitle}</h1>
      <p>{words().page.emptyText}</p>
    </main>
  );
}

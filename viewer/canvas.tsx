// The picture of the graph with what lies upon it; drawn again where the graphics card dropped it, and says so where the
// browser cannot draw.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type CanvasElement, connectScene, endsOf, maySway, setReady } from './connect-scene.ts';
import { rankStatements } from './fan.ts';
import { words } from './language.ts';
import { DrawnLine } from './panels/drawn.tsx';
import { Walk } from './panels/walk.tsx';
import { clearFilter } from './state.ts';
import { ALL_OPEN, type Store } from './store.ts';
import { claimMeasure, claimWords, pairWords } from './wording.ts';

/** A picture that is dropped so often will not come to stay: a broken driver, or no memory left. */
const MOST_LOSSES = 5;

export function Canvas({ store }: { store: Store }) {
  const host = useRef<CanvasElement>(null);
  const [failed, setFailed] = useState(false);
  const [losses, setLosses] = useState(0);
  // Before the first frame: the picture comes with the page, not after it.
  useLayoutEffect(() => {
    const stage = host.current;
    if (stage === null) return;
    /** The rest of the page stands without a picture. */
    const goWithout = (): void => {
      setFailed(true);
      store.layout.value = 1;
      store.opened.value = ALL_OPEN;
      setReady('true');
    };
    if (losses > MOST_LOSSES) return goWithout();
    // The event does not bubble, but it can be caught on its way down to Sigma's canvases.
    const onLoss = (): void => {
      // Sigma has several contexts: they are lost together and count once.
      stage.removeEventListener('webglcontextlost', onLoss, true);
      setReady('lost');
      setLosses(losses + 1);
    };
    try {
      const close = connectScene(stage, store);
      stage.addEventListener('webglcontextlost', onLoss, true);
      return () => {
        stage.removeEventListener('webglcontextlost', onLoss, true);
        close();
      };
    } catch (error) {
      if (hasWebGl()) throw error;
      // No WebGL: lists, table and articles work without a picture.
      return goWithout();
    }
  }, [store, losses]);
  const zoom = (factor: number): void => host.current?.scene?.zoom(factor);
  const told = words().picture;
  return (
    <div class="canvas">
      <div class="stage" ref={host} aria-hidden="true">
        <Tip store={store} />
      </div>
      {!failed && <Walk store={store} stage={host} />}
      <p class="hidden-visually" role="status">
        {losses > 0 && !failed && told.redrawn}
      </p>
      <DrawnLine store={store} />
      {!failed && <NothingLeft store={store} />}
      {failed ? (
        <p class="notice center" role="status">
          {told.noWebGl}
        </p>
      ) : (
        <fieldset class="zoom" aria-label={told.view}>
          <button type="button" aria-label={told.zoomIn} onClick={() => zoom(1.6)}>
            +
          </button>
          <button type="button" aria-label={told.zoomOut} onClick={() => zoom(1 / 1.6)}>
            −
          </button>
          <button type="button" onClick={() => host.current?.scene?.show([], maySway())}>
            {told.fit}
          </button>
        </fieldset>
      )}
    </div>
  );
}

/** Where the picture is empty: why, where the statements without a second name are, and the way back. The status line says the same aloud. */
function NothingLeft({ store }: { store: Store }) {
  const { entityCount, claimCount } = store.shown.value;
  if (entityCount > 0 || store.facts.entityCount === 0) return null;
  return (
    <p class="notice center">
      {words().picture.nothingLeft}{' '}
      {claimCount > 0 && (
        <>
          <button type="button" class="link" onClick={() => store.change((state) => ({ ...state, tab: 'table' }))}>
            {words().picture.inTable(claimCount)}
          </button>
          {' · '}
        </>
      )}
      <button type="button" class="link" onClick={() => store.change(clearFilter)}>
        {words().picture.clearFilter}
      </button>
    </p>
  );
}

/** What the line under the pointer says: one statement, or all of a pair. */
function Tip({ store }: { store: Store }) {
  const { facts, pointed, shown } = store;
  const { pair, claim, byPointer } = pointed.value;
  const [left, right] = endsOf(store, pair);
  if (!byPointer || left === undefined || right === undefined) return null;
  const statements = rankStatements(facts, shown.value, pair);
  const [only] = claim >= 0 ? [claim] : statements.length === 1 ? statements : [];
  if (only !== undefined) return <StatementTip store={store} claim={only} />;
  const { name } = facts.payload.entities;
  return (
    <p class="tip">
      <bdi>{name[left]}</bdi> — <bdi>{name[right]}</bdi>
      <span class="quiet">{pairWords(facts, statements)}</span>
    </p>
  );
}

function StatementTip({ store: { facts }, claim }: { store: Store; claim: number }) {
  const { subject, object } = claimWords(facts, claim);
  return (
    <p class="tip">
      <bdi>{subject}</bdi> <em>{pairWords(facts, [claim])}</em> <bdi>{object}</bdi>
      <span class="quiet">{claimMeasure(facts, claim)}</span>
    </p>
  );
}

function hasWebGl(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null;
}

// The picture of the graph with what lies upon it; says so where the browser cannot draw.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type CanvasElement, connectScene, endsOf, maySway, setReady } from './connect-scene.ts';
import { DrawnLine } from './panels/drawn.tsx';
import { Walk } from './panels/walk.tsx';
import { savePicture } from './save-picture.ts';
import type { Store } from './store.ts';
import { readTheme } from './theme.ts';
import { pairWords } from './wording.ts';

export function Canvas({ store }: { store: Store }) {
  const host = useRef<CanvasElement>(null);
  const [failed, setFailed] = useState(false);
  // Before the first frame: the picture comes with the page, not after it.
  useLayoutEffect(() => {
    if (host.current === null) return;
    try {
      return connectScene(host.current, store);
    } catch (error) {
      if (hasWebGl()) throw error;
      // No WebGL: lists, table and articles work without a picture.
      setFailed(true);
      setReady('true');
      return;
    }
  }, [store]);
  const save = (format: 'png' | 'svg'): void => {
    const drawing = host.current?.scene?.drawing();
    const name = store.facts.payload.title.replace(/\.stemma$/, '');
    if (drawing !== undefined) void savePicture(drawing, format, readTheme().palette.background, name);
  };
  const zoom = (factor: number): void => host.current?.scene?.zoom(factor);
  return (
    <div class="canvas">
      <div class="stage" ref={host} aria-hidden="true">
        <Tip store={store} />
      </div>
      {!failed && <Walk store={store} stage={host} />}
      <DrawnLine store={store} />
      {failed ? (
        <p class="notice center" role="status">
          This browser cannot draw the picture (no WebGL). Everything it shows is in the lists beside it and in the
          table.
        </p>
      ) : (
        <fieldset class="zoom" aria-label="View">
          <button type="button" aria-label="Zoom in" onClick={() => zoom(1.6)}>
            +
          </button>
          <button type="button" aria-label="Zoom out" onClick={() => zoom(1 / 1.6)}>
            −
          </button>
          <button type="button" onClick={() => host.current?.scene?.show([], maySway())}>
            Fit
          </button>
          {(['png', 'svg'] as const).map((format) => (
            <button
              key={format}
              type="button"
              aria-label={`Save the picture as ${format.toUpperCase()}`}
              onClick={() => save(format)}
            >
              {format.toUpperCase()}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}

/** What the line under the pointer says. */
function Tip({ store }: { store: Store }) {
  const { facts, hoveredPair, shown } = store;
  const [left, right] = endsOf(store, hoveredPair.value);
  if (left === undefined || right === undefined) return null;
  const claims = (facts.pairs.claims[hoveredPair.value] ?? []).filter((claim) => shown.value.claims[claim] === 1);
  const { name } = facts.payload.entities;
  return (
    <p class="tip">
      {name[left]} — {name[right]}
      <span class="quiet">{pairWords(facts, claims)}</span>
    </p>
  );
}

function hasWebGl(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null;
}

// The picture of the graph: opens the scene once and keeps it in step with the store; says so where it cannot draw.
import { effect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { runLayout } from './layout.ts';
import { edgeLook, nodeLook, type Situation } from './look.ts';
import { openScene, type Scene } from './scene.ts';
import { focusEntity, openPair } from './state.ts';
import type { Store } from './store.ts';
import { onThemeChange, readTheme } from './theme.ts';

/** The element that holds the picture; the scene hangs on it for tests and for the console. */
export interface CanvasElement extends HTMLDivElement {
  scene?: Scene;
}

export function Canvas({ store }: { store: Store }) {
  const host = useRef<CanvasElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (host.current === null) return;
    try {
      return connect(host.current, store);
    } catch {
      // No WebGL: lists, table and articles work without a picture.
      setFailed(true);
      setReady('true');
      return;
    }
  }, [store]);
  const zoom = (factor: number): void => host.current?.scene?.zoom(factor);
  return (
    <div class="canvas">
      <div class="stage" ref={host} aria-hidden="true" />
      {failed ? (
        <p class="notice center" role="status">
          This browser cannot draw the picture (no WebGL). Everything it shows is in the lists beside it and in the
          table.
        </p>
      ) : (
        <fieldset class="zoom" aria-label="Zoom">
          <button type="button" aria-label="Zoom in" onClick={() => zoom(1.6)}>
            +
          </button>
          <button type="button" aria-label="Zoom out" onClick={() => zoom(1 / 1.6)}>
            −
          </button>
          <button type="button" onClick={() => host.current?.scene?.show([], calm())}>
            Fit
          </button>
        </fieldset>
      )}
    </div>
  );
}

/** True where movement is welcome. */
function calm(): boolean {
  return !matchMedia('(prefers-reduced-motion: reduce)').matches;
}

function setReady(value: string): void {
  document.documentElement.dataset.ready = value;
}

function connect(host: CanvasElement, store: Store): () => void {
  const { facts, state, shown, entity, pair, lit, hovered, layout } = store;
  let theme = readTheme();
  let situation: Situation = situationOf(store);
  const { id } = facts.payload.entities;
  const scene = openScene(
    host,
    facts,
    {
      node: (place) => nodeLook(facts, situation, theme.palette, place),
      edge: (place) => edgeLook(facts, situation, theme.palette, place),
      name: (place) => ({
        strong: place === situation.entity || place === situation.hovered,
        dimmed: situation.lit !== null && !situation.lit.has(place) && place !== situation.hovered,
      }),
      first: () => [situation.hovered, situation.entity, ...(situation.lit ?? [])].filter((place) => place >= 0),
      get style() {
        return theme.names;
      },
    },
    {
      onNode: (place) => store.change((now) => focusEntity(now, id[place] ?? null)),
      onEdge: (place) => {
        const ends = [id[facts.pairs.left[place] ?? -1], id[facts.pairs.right[place] ?? -1]] as const;
        const [left, right] = ends;
        if (left !== undefined && right !== undefined) store.change((now) => openPair(now, [left, right]));
      },
      onNothing: () => {
        if (state.peek().entity !== null) store.change((now) => focusEntity(now, null));
      },
      onHover: (place) => {
        hovered.value = place;
      },
    },
  );
  host.scene = scene;
  const frame = (animate: boolean): void => {
    const target = pair.peek() >= 0 ? [entity.peek(), ...(lit.peek() ?? [])] : [...(lit.peek() ?? [])];
    scene.show(
      target.filter((place) => place >= 0),
      animate && calm(),
    );
  };
  const stopLayout = runLayout(facts, ({ positions, progress, done }) => {
    scene.place(positions);
    layout.value = done ? 1 : progress;
    if (!done) return;
    frame(false);
    setReady('true');
  });
  const stopLooks = effect(() => {
    void [shown.value, entity.value, pair.value, lit.value];
    situation = situationOf(store);
    scene.refresh();
  });
  const stopHover = effect(() => {
    const touched = [situation.hovered, hovered.value].filter((place) => place >= 0);
    situation = { ...situation, hovered: hovered.value };
    scene.refresh(touched);
  });
  const stopFrame = effect(() => {
    void [entity.value, pair.value];
    if (layout.peek() === 1) frame(true);
  });
  const stopTheme = onThemeChange(() => {
    theme = readTheme();
    scene.refresh();
  });
  return () => {
    for (const stop of [stopLayout, stopLooks, stopHover, stopFrame, stopTheme]) stop();
    scene.kill();
    delete host.scene;
  };
}

function situationOf({ shown, entity, pair, lit, hovered }: Store): Situation {
  return {
    shown: shown.value,
    entity: entity.value,
    pair: pair.value,
    hovered: hovered.peek(),
    lit: lit.value,
  };
}

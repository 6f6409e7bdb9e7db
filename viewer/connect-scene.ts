// Keeps the scene in step with the store: what is shown, chosen, hovered, and where the camera looks.
import { effect } from '@preact/signals';
import { rankStatements } from './fan.ts';
import { groupColour } from './groups.ts';
import { language } from './language.ts';
import { runLayout } from './layout.ts';
import type { LayoutMessage } from './layout-worker.ts';
import {
  edgeLook,
  fanLineLook,
  isHidden,
  type Looks,
  NOWHERE,
  nodeLook,
  type Pointed,
  type Situation,
} from './look.ts';
import { keepPositions } from './positions.ts';
import { openScene, type Scene } from './scene.ts';
import type { SceneEvents } from './scene-events.ts';
import { focusEntity, openPair } from './state.ts';
import { ALL_OPEN, type Store } from './store.ts';
import { onThemeChange, readTheme, type Theme } from './theme.ts';
import { decodeCamera } from './url-codec.ts';
import { edgeWords } from './wording.ts';

/** The element that holds the picture; the scene hangs on it for tests and for the console. */
export interface CanvasElement extends HTMLDivElement {
  scene?: Scene;
}

/** True where movement is welcome. */
export function maySway(): boolean {
  return !matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Tells tests, and whoever waits, that the picture is at rest. */
export function setReady(value: string): void {
  document.documentElement.dataset.ready = value;
}

/** Calls back once the present frame is on the screen. Returns what stops it. */
function afterPaint(call: () => void): () => void {
  let stopped = false;
  requestAnimationFrame(() => setTimeout(() => !stopped && call()));
  return () => {
    stopped = true;
  };
}

/** The rest of the page, a part a frame, so that no turn is long and what stands already is seen meanwhile. */
function openParts(opened: Store['opened']): void {
  if (opened.peek() >= ALL_OPEN) return;
  opened.value += 1;
  afterPaint(() => openParts(opened));
}

/** Opens the scene in the element; returns what closes it. @throws where the browser has no WebGL. */
export function connectScene(host: CanvasElement, store: Store): () => void {
  const { shown, entity, pair, claim, lit, layout, pointed } = store;
  let theme = readTheme();
  let situation = situationOf(store);
  const scene = openScene(
    host,
    store.facts,
    makeLooks(
      store,
      () => situation,
      () => theme,
    ),
    makeEvents(store, host),
    store.positions,
  );
  host.scene = scene;
  /** Where a link says that the camera looks at first. */
  const camera = decodeCamera(location.hash);
  const frame = (animate: boolean): void => {
    const open = endsOf(store, pair.peek());
    scene.show(open.length > 0 ? open : [...(lit.peek()?.entities ?? [])], animate);
  };
  const rest = (where: string): void => {
    layout.value = 1;
    document.documentElement.dataset.layout = where;
    // The camera aims by what was drawn last.
    frame(false);
    if (camera !== null) scene.aim(camera);
    scene.settle(() => {
      document.documentElement.dataset.picture = 'drawn';
      if (store.opened.peek() === ALL_OPEN) setReady('true');
    });
  };
  const stopLayout = store.positions === null ? runLayout(store.facts, follow) : () => {};
  function follow({ positions, progress, done }: LayoutMessage, where: string): void {
    scene.place(positions);
    layout.value = done ? 1 : progress;
    if (!done) return;
    store.positions = positions;
    void keepPositions(store.facts, positions);
    scene.refresh();
    rest(where);
  }
  if (store.positions !== null) rest('kept');
  const stopOpening = afterPaint(() => openParts(store.opened));
  let first = true;
  const stopLooks = effect(() => {
    void [shown.value, entity.value, pair.value, claim.value, lit.value, store.groups.value, language.value];
    situation = situationOf(store);
    if (first) first = false;
    else scene.refresh();
  });
  const stopHover = effect(() => {
    const was = situation.pointed;
    situation = { ...situation, pointed: pointed.value };
    if (!isSame(was, pointed.value)) scene.point();
  });
  let opening = true;
  const stopFrame = effect(() => {
    void lit.value;
    const atFirst = opening;
    opening = false;
    if (layout.peek() === 1 && !(atFirst && camera !== null)) frame(maySway());
  });
  const resize = new ResizeObserver(() => {
    // The first call only tells the size that the scene was opened with.
    if (!scene.resize()) return;
    if (lit.peek() !== null && layout.peek() === 1) frame(false);
  });
  // Told of another screen with finer pixels, too.
  resize.observe(host, { box: 'device-pixel-content-box' });
  const stopTheme = onThemeChange(() => {
    theme = readTheme();
    scene.refresh();
  });
  return () => {
    for (const stop of [stopLayout, stopOpening, stopLooks, stopHover, stopFrame, stopTheme]) stop();
    resize.disconnect();
    scene.kill();
    delete host.scene;
  };
}

function makeLooks(store: Store, situation: () => Situation, theme: () => Theme): Looks {
  const { facts, shown } = store;
  let [of, quiet] = [situation(), withoutPointer(situation())];
  /** The situation as the picture itself shows it. */
  const still = (): Situation => {
    if (of !== situation()) [of, quiet] = [situation(), withoutPointer(situation())];
    return quiet;
  };
  return {
    shows: (pair) => situation().shown.pairs[pair] === 1,
    lights: () => situation().lit !== null,
    hides: (place) => isHidden(situation(), place),
    node: (place, pointed = false) => nodeLook(facts, pointed ? situation() : still(), theme().palette, place),
    edge: (place, pointed = false) => edgeLook(facts, pointed ? situation() : still(), theme().palette, place),
    fanLine: (pair, claims, pointed = false) =>
      fanLineLook(facts, pointed ? situation() : still(), theme().palette, pair, claims),
    pointed: () => situation().pointed,
    name: (place) => {
      const { entity, pointed, lit } = situation();
      return {
        strong: place === entity || place === pointed.entity,
        dimmed: lit !== null && !lit.entities.has(place) && place !== pointed.entity,
      };
    },
    first: () =>
      [situation().pointed.entity, situation().entity, ...(situation().lit?.entities ?? [])].filter(
        (place) => place >= 0,
      ),
    firstPairs: () => [...(situation().lit?.pairs ?? [])],
    fanned: () => situation().lit?.fanned ?? [],
    statements: (pair) => rankStatements(facts, shown.peek(), pair),
    words: (claims) => edgeWords(facts, claims),
    get style() {
      return theme().names;
    },
  };
}

function makeEvents(store: Store, host: HTMLElement): SceneEvents {
  const { facts, pointed } = store;
  const { id } = facts.payload.entities;
  return {
    onNode: (place) => store.change((now) => focusEntity(now, id[place] ?? null)),
    onEdge: (place, claim) => {
      const [left, right] = endsOf(store, place).map((end) => id[end]);
      const statement = facts.payload.claims.id[claim] ?? null;
      if (left !== undefined && right !== undefined) store.change((now) => openPair(now, [left, right], statement));
    },
    onNothing: () => {
      if (store.state.peek().entity !== null) store.change((now) => focusEntity(now, null));
    },
    onHover: (under, x, y) => {
      // A signal would tell of an equal one, too.
      if (!isSame(pointed.peek(), under)) pointed.value = under;
      host.style.cursor = under.entity >= 0 || under.pair >= 0 ? 'pointer' : '';
      host.style.setProperty('--pointer-x', `${x}px`);
      host.style.setProperty('--pointer-y', `${y}px`);
    },
    onDrawn: (drawn) => {
      store.drawn.value = drawn;
    },
  };
}

function isSame(one: Pointed, other: Pointed): boolean {
  return (Object.keys(one) as (keyof Pointed)[]).every((name) => one[name] === other[name]);
}

function withoutPointer(situation: Situation): Situation {
  return { ...situation, pointed: NOWHERE };
}

/** The two entities of a pair; empty for -1. */
export function endsOf({ facts }: Store, pair: number): number[] {
  return pair < 0 ? [] : [facts.pairs.left[pair] ?? -1, facts.pairs.right[pair] ?? -1];
}

function situationOf({ shown, entity, pair, claim, lit, pointed, groups }: Store): Situation {
  const found = groups.value;
  return {
    shown: shown.value,
    entity: entity.value,
    pair: pair.value,
    claim: claim.value,
    pointed: pointed.peek(),
    lit: lit.value,
    colourOf: found === null ? null : (place) => groupColour(found, place),
  };
}

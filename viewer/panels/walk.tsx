// The picture for keyboard and screen reader: arrow keys go along the lines, each stop is said and shown.
import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { CanvasElement } from '../connect-scene.ts';
import { otherEnd } from '../facts.ts';
import { fanOut, rankStatements } from '../fan.ts';
import { words } from '../language.ts';
import { NOWHERE } from '../look.ts';
import { mostMentioned } from '../most-mentioned.ts';
import { focusEntity, openPair } from '../state.ts';
import type { Store } from '../store.ts';
import { clockwise, type Line, nextStop, type Stride, walkOn } from '../walk.ts';
import { pairWords } from '../wording.ts';

/** Entities to step through where none is in focus: the most mentioned. */
const FIRST_STOPS = 50;

const STEPS: Readonly<Record<string, readonly [Stride, 1 | -1]>> = {
  ...{ ArrowRight: ['name', 1], ArrowLeft: ['name', -1] },
  ...{ ArrowDown: ['line', 1], ArrowUp: ['line', -1] },
};

export function Walk({ store, stage }: { store: Store; stage: RefObject<CanvasElement | null> }) {
  const [said, say] = useState('');
  const { facts, pointed } = store;
  const { id, name } = facts.payload.entities;
  const focus = store.entity.value;

  const stop = (stride: Stride, step: 1 | -1): void => {
    const scene = stage.current?.scene;
    if (focus < 0) {
      const stops = mostMentioned(facts.payload.entities.mentions, store.shown.value.entities, FIRST_STOPS);
      const next = nextStop(stops, pointed.value.entity, step);
      pointed.value = { ...NOWHERE, entity: next };
      say(next < 0 ? words().picture.nothingShown : words().picture.stop(name[next] ?? '', facts.degree[next] ?? 0));
      return;
    }
    const pairs = clockwise(store.near.value, scene?.position(focus) ?? null, (near) => {
      return scene?.position(otherEnd(facts, near, focus)) ?? null;
    });
    const lines = pairs.flatMap((near) => linesOf(store, near));
    const next = walkOn(lines, pointed.value, stride, step);
    if (next === null) {
      say(words().picture.noNeighbours(name[focus] ?? ''));
      return;
    }
    const entity = otherEnd(facts, next.pair, focus);
    const claim = isFanned(store, next.pair) ? (next.claims[0] ?? -1) : -1;
    pointed.value = { ...NOWHERE, entity, pair: next.pair, claim };
    say(words().picture.along(name[entity] ?? '', pairWords(facts, next.told), next.place + 1, next.count));
  };

  const onKey = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    const { entity, pair, claim } = pointed.value;
    const [here, there] = [id[focus], id[entity]];
    if (step !== undefined) stop(...step);
    else if (event.key === 'Enter' && there !== undefined) store.change((state) => focusEntity(state, there));
    else if (event.key === ' ' && there !== undefined && here !== undefined && pair >= 0)
      store.change((state) => openPair(state, [here, there], facts.payload.claims.id[claim] ?? null));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <button
        type="button"
        class="walk"
        aria-roledescription={words().picture.walkRole}
        aria-label={words().picture.walkLabel(name[focus])}
        onKeyDown={onKey}
        onBlur={() => {
          pointed.value = NOWHERE;
        }}
      >
        <span aria-hidden="true">{words().picture.walkKeys}</span>
      </button>
      <p class="hidden-visually" role="status">
        {said}
      </p>
    </>
  );
}

/** The lines of a pair as the picture draws them. */
function linesOf(store: Store, pair: number): Line[] {
  const statements = rankStatements(store.facts, store.shown.value, pair);
  const lines = isFanned(store, pair) ? fanOut(statements) : [{ claims: statements }];
  return lines.map(({ claims }) => ({ pair, claims }));
}

function isFanned({ lit }: Store, pair: number): boolean {
  return lit.value?.fanned.includes(pair) ?? false;
}

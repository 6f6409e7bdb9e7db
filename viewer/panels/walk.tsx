// The picture for keyboard and screen reader: arrow keys go along the lines, each stop is said and shown.
import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { CanvasElement } from '../connect-scene.ts';
import { otherEnd } from '../facts.ts';
import { words } from '../language.ts';
import { mostMentioned } from '../most-mentioned.ts';
import { focusEntity, openPair } from '../state.ts';
import type { Store } from '../store.ts';
import { clockwise, nextStop } from '../walk.ts';
import { pairWords } from '../wording.ts';

/** Entities to step through where none is in focus: the most mentioned. */
const FIRST_STOPS = 50;

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export function Walk({ store, stage }: { store: Store; stage: RefObject<CanvasElement | null> }) {
  const [said, say] = useState('');
  const { facts, hovered, hoveredPair } = store;
  const { id, name } = facts.payload.entities;
  const focus = store.entity.value;

  const stop = (step: 1 | -1): void => {
    const scene = stage.current?.scene;
    if (focus < 0) {
      const stops = mostMentioned(facts.payload.entities.mentions, store.shown.value.entities, FIRST_STOPS);
      const next = nextStop(stops, hovered.value, step);
      hovered.value = next;
      say(next < 0 ? words().picture.nothingShown : words().picture.stop(name[next] ?? '', facts.degree[next] ?? 0));
      return;
    }
    const stops = clockwise(store.near.value, scene?.position(focus) ?? null, (pair) => {
      return scene?.position(otherEnd(facts, pair, focus)) ?? null;
    });
    const next = nextStop(stops, hoveredPair.value, step);
    hoveredPair.value = next;
    hovered.value = next < 0 ? -1 : otherEnd(facts, next, focus);
    say(
      next < 0
        ? words().picture.noNeighbours(name[focus] ?? '')
        : sentence(store, next, stops.indexOf(next) + 1, stops.length),
    );
  };

  const onKey = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    const entity = id[hovered.value];
    if (step !== undefined) stop(step);
    else if (event.key === 'Enter' && entity !== undefined) store.change((state) => focusEntity(state, entity));
    else if (event.key === ' ' && entity !== undefined && id[focus] !== undefined && hoveredPair.value >= 0) {
      const ends = [id[focus] ?? '', entity] as const;
      store.change((state) => openPair(state, ends));
    } else return;
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
          hovered.value = -1;
          hoveredPair.value = -1;
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

function sentence({ facts, shown, entity }: Store, pair: number, number: number, all: number): string {
  const claims = facts.pairs.claims(pair).filter((claim) => shown.value.claims[claim] === 1);
  const other = facts.payload.entities.name[otherEnd(facts, pair, entity.value)];
  return words().picture.along(other ?? '', pairWords(facts, claims), number, all);
}

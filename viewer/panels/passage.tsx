// Select a stretch of the open article, and its part of the graph lights up.
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { DocumentPayload } from '../../src/server/payload.ts';
import { selectedOffsets } from '../highlight.ts';
import { words } from '../language.ts';
import type { Store } from '../store.ts';

/** Keeps `store.passage` in step with the selection inside the article, and empties it when the article closes. */
export function usePassage(store: Store, body: RefObject<HTMLElement | null>, text: DocumentPayload): void {
  useEffect(() => {
    const follow = (): void => {
      const range = body.current === null ? null : selectedOffsets(body.current);
      const next = range === null ? [] : namedIn(store, text, range);
      if (next.join() !== store.passage.peek().join()) store.passage.value = next;
    };
    document.addEventListener('selectionchange', follow);
    return () => {
      document.removeEventListener('selectionchange', follow);
      store.passage.value = [];
    };
  }, [store, body, text]);
}

/** Places of the entities with a mention that touches the range. */
function namedIn({ facts }: Store, { mentions }: DocumentPayload, [start, end]: readonly [number, number]): number[] {
  const ids = mentions.filter((mention) => mention.start < end && start < mention.end).map((mention) => mention.entity);
  const places = new Set(ids.map((id) => facts.entityPlace.get(id ?? '') ?? -1));
  return [...places].filter((place) => place >= 0).sort((a, b) => a - b);
}

/** What the selection holds, or how one makes one. */
export function PassageLine({ store }: { store: Store }) {
  const number = store.passage.value.length;
  return (
    <p class="passage" role="status">
      {number === 0 ? words().reader.select : words().reader.selected(number)}
    </p>
  );
}

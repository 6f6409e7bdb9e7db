// Select a stretch of the open article, and its part of the graph lights up.
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { DocumentPayload } from '../../src/server/payload.ts';
import { selectedOffsets } from '../highlight.ts';
import { words } from '../language.ts';
import type { Store } from '../store.ts';

/**
 * Keeps `store.passage` in step with the selection inside the article, else with what is in view where the picture is to
 * follow; and empties it when the article closes.
 */
export function usePassage(store: Store, body: RefObject<HTMLElement | null>, text: DocumentPayload): void {
  const { follow } = store.state.value;
  useEffect(() => {
    const article = body.current;
    if (article === null) return;
    const light = (): void => {
      const range = selectedOffsets(article) ?? (follow ? offsetsInView(article) : null);
      const next = range === null ? [] : namedIn(store, text, range);
      if (next.join() !== store.passage.peek().join()) store.passage.value = next;
    };
    light();
    document.addEventListener('selectionchange', light);
    if (follow) article.addEventListener('scroll', light, { passive: true });
    return () => {
      document.removeEventListener('selectionchange', light);
      article.removeEventListener('scroll', light);
      store.passage.value = [];
    };
  }, [store, body, text, follow]);
}

/** From the first paragraph that is in view, be it in part, to the last; null for none. */
function offsetsInView(article: HTMLElement): readonly [number, number] | null {
  const frame = article.getBoundingClientRect();
  const inView = [...article.querySelectorAll<HTMLElement>('[data-start]')].filter((paragraph) => {
    const { top, bottom } = paragraph.getBoundingClientRect();
    return bottom > frame.top && top < frame.bottom;
  });
  const [first, last] = [inView[0], inView.at(-1)];
  if (first === undefined || last === undefined) return null;
  return [Number(first.dataset.start), Number(last.dataset.start) + (last.textContent?.length ?? 0)];
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
  const { follow } = store.state.value;
  return (
    <div class="passage">
      <p role="status">
        {number === 0
          ? words().reader.select
          : follow
            ? words().reader.inView(number)
            : words().reader.selected(number)}
      </p>
      <label class="check">
        <input
          type="checkbox"
          checked={follow}
          onChange={() => store.change((state) => ({ ...state, follow: !follow }))}
        />
        <span class="label">{words().reader.follow}</span>
      </label>
    </div>
  );
}

// Undo and redo of every act on the page.
import { words } from '../language.ts';
import type { Store } from '../store.ts';

export function Undo({ store }: { store: Store }) {
  const { at, newest } = store.history;
  const isWorking = store.desk.isWorking.value;
  return (
    <fieldset class="undo" aria-label={words().page.history}>
      <button
        type="button"
        class="icon"
        aria-label={words().page.undo}
        title={words().page.undoKeys}
        disabled={isWorking || at.value === 0}
        onClick={store.undo}
      >
        <Arrow />
      </button>
      <button
        type="button"
        class="icon turned"
        aria-label={words().page.redo}
        title={words().page.redoKeys}
        disabled={isWorking || at.value >= newest.value}
        onClick={store.redo}
      >
        <Arrow />
      </button>
    </fieldset>
  );
}

function Arrow() {
  return (
    <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
      <path d="M7.5 4 3.5 8l4 4M3.5 8H12a4.5 4.5 0 0 1 0 9H8.5" fill="none" stroke="currentColor" stroke-width="1.6" />
    </svg>
  );
}

// Undo and redo of every act on the page.
import type { Store } from '../store.ts';

export function Undo({ store }: { store: Store }) {
  const { at, newest, undo, redo } = store.history;
  return (
    <fieldset class="undo" aria-label="History">
      <button
        type="button"
        class="icon"
        aria-label="Undo"
        title="Undo (Ctrl+Z)"
        disabled={at.value === 0}
        onClick={undo}
      >
        <Arrow />
      </button>
      <button
        type="button"
        class="icon turned"
        aria-label="Redo"
        title="Redo (Ctrl+Shift+Z)"
        disabled={at.value >= newest.value}
        onClick={redo}
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

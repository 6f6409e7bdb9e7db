// Keys that work anywhere on the page: `/` goes to the search, Escape closes the innermost thing, Ctrl+Z takes back.
import { stepBack } from './state.ts';
import type { Store } from './store.ts';

/** With Ctrl or Cmd. */
const HISTORY: Readonly<Record<string, 'undo' | 'redo'>> = { z: 'undo', 'shift z': 'redo', y: 'redo' };

/** Returns what stops listening. */
export function listenToKeys(store: Store): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      const act = isTyping(event.target)
        ? undefined
        : HISTORY[`${event.shiftKey ? 'shift ' : ''}${event.key.toLowerCase()}`];
      if (act === undefined) return;
      event.preventDefault();
      store[act]();
      return;
    }
    if (event.key === '/' && !isTyping(event.target)) {
      event.preventDefault();
      document.querySelector<HTMLInputElement>('#search')?.select();
    }
    if (event.key === 'Escape') store.change(stepBack);
  };
  addEventListener('keydown', onKey);
  return () => removeEventListener('keydown', onKey);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable);
}

// Keys that work anywhere on the page: `/` goes to the search, `?` lists the keys, Escape closes the innermost thing, Ctrl+Z takes back.
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
    if (event.key === '?' && !isTyping(event.target)) store.keysOpen.value = true;
    if (event.key === 'Escape') store.change(stepBack);
  };
  addEventListener('keydown', onKey);
  return () => removeEventListener('keydown', onKey);
}

/** Fields without letters: a ticked filter keeps the focus, and the next key is meant for the page. */
const WITHOUT_LETTERS = ['checkbox', 'radio', 'range'].map((type) => `[type=${type}]`).join();

/** True where a key that is pressed on `target` is a letter of what is written there. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.matches(`input:not(${WITHOUT_LETTERS}), textarea, select`) || target.isContentEditable;
}

// Keys that work anywhere on the page: `/` goes to the search, Escape closes the innermost open thing.
import { stepBack } from './state.ts';
import type { Store } from './store.ts';

/** Returns what stops listening. */
export function listenToKeys(store: Store): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
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

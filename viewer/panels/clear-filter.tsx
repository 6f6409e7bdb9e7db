// The way on where the filter hides what a reader looks for.
import { words } from '../language.ts';
import { clearFilter, isFiltered } from '../state.ts';
import type { Store } from '../store.ts';

export function ClearFilter({ store }: { store: Store }) {
  if (!isFiltered(store.state.value.filter)) return null;
  const clear = (event: MouseEvent): void => {
    // The button goes; the keyboard stays in its panel.
    if (event.currentTarget instanceof Element) event.currentTarget.closest('.panel')?.querySelector('h2')?.focus();
    store.change(clearFilter);
  };
  return (
    <button type="button" class="link" onClick={clear}>
      {words().picture.clearFilter}
    </button>
  );
}

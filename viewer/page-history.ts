// Undo and redo over the browser's own history: each entry bears its number, so that undo and Back are one thing.
import { type ReadonlySignal, signal } from '@preact/signals';

export interface PageHistory {
  /** Number of the entry that is shown, and of the newest one that can be gone back to. */
  readonly at: ReadonlySignal<number>;
  readonly newest: ReadonlySignal<number>;
  /** Sets the fragment of the address (without `#`), in a new entry or in place of the present one. */
  write(fragment: string, how: 'new' | 'same'): void;
  undo(): void;
  redo(): void;
  /** Called after each step back or forth, and after a change of the address by hand; the last to ask is told. */
  listen(onArrive: () => void): void;
}

/** Once a page. */
export function openPageHistory(): PageHistory {
  let onArrive = (): void => {};
  const at = signal(numberOf(history.state) ?? 0);
  const newest = signal(at.value);
  history.replaceState({ step: at.value }, '');
  const arrive = (): void => {
    const step = numberOf(history.state);
    if (step === null) {
      // Typed into the address bar, or a link: a new entry that we did not write.
      at.value += 1;
      newest.value = at.value;
      history.replaceState({ step: at.value }, '');
    } else {
      at.value = step;
      newest.value = Math.max(newest.value, step);
    }
    onArrive();
  };
  addEventListener('popstate', arrive);
  addEventListener('hashchange', arrive);
  return {
    at,
    newest,
    write(fragment, how) {
      const address = fragment === '' ? `${location.pathname}${location.search}` : `#${fragment}`;
      if (how === 'same') return history.replaceState({ step: at.value }, '', address);
      at.value += 1;
      newest.value = at.value;
      history.pushState({ step: at.value }, '', address);
    },
    undo() {
      if (at.value > 0) history.back();
    },
    redo() {
      if (at.value < newest.value) history.forward();
    },
    listen(callback) {
      onArrive = callback;
    },
  };
}

function numberOf(state: unknown): number | null {
  const step = (state as { readonly step?: unknown } | null)?.step;
  return typeof step === 'number' ? step : null;
}

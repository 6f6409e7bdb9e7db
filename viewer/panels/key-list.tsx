// The list of keys, over the page: `?` opens and closes it.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../language.ts';
import type { Store } from '../store.ts';

export function KeyList({ store: { keysOpen } }: { store: Store }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const isOpen = keysOpen.value;
  useLayoutEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  const told = words().keys;
  const close = (): void => {
    keysOpen.value = false;
  };
  /** While the list is open no key works on the page behind it. */
  const onKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === '?') close();
  };
  return (
    <>
      <button
        type="button"
        class="icon keys"
        aria-label={told.title}
        title={told.hint}
        onClick={() => {
          keysOpen.value = true;
        }}
      >
        ?
      </button>
      <dialog ref={dialog} class="key-list" aria-labelledby="keys-heading" onClose={close} onKeyDown={onKey}>
        {isOpen && (
          <>
            <h2 id="keys-heading">{told.title}</h2>
            <dl>
              {told.list.map(([keys, does]) => (
                <div key={keys}>
                  <dt>
                    <kbd>{keys}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
            <button type="button" class="button" onClick={close}>
              {told.close}
            </button>
          </>
        )}
      </dialog>
    </>
  );
}

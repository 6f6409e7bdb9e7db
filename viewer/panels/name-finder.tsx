// A field that finds another name than the one in focus, and the names that it found.
import { useRef, useState } from 'preact/hooks';
import type { Store } from '../store.ts';
import { Dot } from './dot.tsx';
import { moveInList } from './list-keys.ts';

const FOUND_AT_ONCE = 6;

interface Props {
  readonly store: Store;
  readonly label: string;
  readonly placeholder: string;
  /** Called with the place of the entity. */
  readonly onChoose: (place: number) => void;
}

export function NameFinder({ store, label, placeholder, onChoose }: Props) {
  const [typed, setTyped] = useState('');
  const { entities } = store.facts.payload;
  const found = store
    .searchNames()(typed, 40)
    .filter((hit) => hit.kind === 'entity' && hit.place !== store.entity.value)
    .slice(0, FOUND_AT_ONCE);
  const list = useRef<HTMLUListElement>(null);
  /** Enter leads to the first name found, where a second one chooses it: nothing is joined by a slip. */
  const enter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
    list.current?.querySelector('button')?.focus();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys move among the names inside
    <div class="finder" onKeyDown={moveInList}>
      <input
        type="text"
        aria-label={label}
        placeholder={placeholder}
        autocomplete="off"
        spellcheck={false}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={enter}
      />
      <ul ref={list}>
        {found.map(({ place }) => (
          <li key={place}>
            <button type="button" class="row" onClick={() => onChoose(place)}>
              <Dot store={store} entity={place} />
              <span class="name">{entities.name[place]}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

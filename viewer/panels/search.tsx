// The search field: names and articles at once, sentences as the source finds them (ARIA 1.2 combobox with a listbox).
import { Fragment } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from '../language.ts';
import { focusEntity, openReading, type ViewState } from '../state.ts';
import type { Store } from '../store.ts';
import { entityTypeLabel } from '../wording.ts';
import { openClaim } from './claim-card.tsx';
import { Dot } from './dot.tsx';

const MAX_NAMES = 8;
const MAX_ARTICLES = 4;
const MAX_SENTENCES = 6;
/** Typing rests this long before sentences are asked for. */
const PAUSE_MS = 140;

interface Option {
  readonly key: string;
  readonly group: 'names' | 'articles' | 'sentences';
  readonly title: string;
  readonly detail: string;
  /** Whose dot stands before it; -1 for none. */
  readonly entity: number;
  readonly choose: () => void;
}

export function Search({ store }: { store: Store }) {
  const { query } = store.state.value;
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const sentences = useSentences(store, open ? query.trim() : '');
  const options = open && query.trim() !== '' ? [...nameOptions(store, query), ...sentences] : [];
  const at = Math.min(active, options.length - 1);
  const choose = (option: Option | undefined): void => {
    if (option === undefined) return;
    setOpen(false);
    // The focus goes on to what opens.
    input.current?.blur();
    option.choose();
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && options.length > 0) {
      setActive((at + step + options.length) % options.length);
      event.preventDefault();
    }
    if (event.key === 'Enter') choose(options[at]);
    if (event.key === 'Escape') {
      // The first Escape closes the list, the next empties the field.
      if (options.length > 0) setOpen(false);
      else if (query !== '') store.replace((state) => ({ ...state, query: '' }));
      else input.current?.blur();
      event.preventDefault();
    }
  };
  return (
    <search class="search">
      <label class="hidden-visually" for="search">
        {words().search.label}
      </label>
      <input
        id="search"
        ref={input}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder={words().search.placeholder}
        value={query}
        aria-expanded={options.length > 0}
        aria-controls="search-list"
        aria-autocomplete="list"
        aria-activedescendant={options.length > 0 ? `search-${at}` : undefined}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onInput={(event) => {
          const typed = event.currentTarget.value;
          store.replace((state) => ({ ...state, query: typed }));
          setActive(0);
          setOpen(true);
        }}
        onKeyDown={onKey}
      />
      <span class="key" aria-hidden="true">
        /
      </span>
      {/* The field keeps the focus, so that a press in the list does not close it before the click arrives. */}
      <div
        id="search-list"
        role="listbox"
        aria-label={words().search.results}
        hidden={options.length === 0}
        onMouseDown={(event) => event.preventDefault()}
      >
        {options.map((option, index) => (
          <Fragment key={option.key}>
            {option.group !== options[index - 1]?.group && (
              <div class="group" role="presentation">
                {words().search.groups[option.group]}
              </div>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above handles the keys of the list */}
            <div
              id={`search-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              class={option.group === 'sentences' ? 'option quoted' : 'option'}
              onClick={() => choose(option)}
              onMouseMove={() => setActive(index)}
            >
              {option.entity >= 0 && <Dot store={store} entity={option.entity} />}
              <span class="name">{option.title}</span>
              <span class="quiet">{option.detail}</span>
            </div>
          </Fragment>
        ))}
      </div>
      {open && query.trim() !== '' && options.length === 0 && (
        <p class="nothing" role="status">
          {words().search.nothing(query.trim())}
        </p>
      )}
    </search>
  );
}

/** Leaves the search behind once something was chosen. */
function without(state: ViewState): ViewState {
  return { ...state, query: '' };
}

function nameOptions(store: Store, query: string): Option[] {
  const { entities, entityTypes, documents, publishers } = store.facts.payload;
  const hits = store.searchNames()(query, 60);
  const names = hits.filter((hit) => hit.kind === 'entity').slice(0, MAX_NAMES);
  const articles = hits.filter((hit) => hit.kind === 'document').slice(0, MAX_ARTICLES);
  return [
    ...names.map(({ place }): Option => {
      const type = entityTypes[entities.type[place] ?? -1];
      return {
        key: `e${place}`,
        group: 'names',
        title: entities.name[place] ?? '',
        detail: `${entityTypeLabel(type)} · ${words().counted.mentions(entities.mentions[place] ?? 0)}`,
        entity: place,
        choose: () => store.change((state) => without(focusEntity(state, entities.id[place] ?? null))),
      };
    }),
    ...articles.map(({ place }): Option => {
      const publisher = publishers[documents.publisher[place] ?? -1];
      return {
        key: `d${place}`,
        group: 'articles',
        title: documents.title[place] ?? '',
        detail: [publisher, documents.publishedAt[place]].filter(Boolean).join(', '),
        entity: -1,
        choose: () =>
          store.change((state) =>
            without(openReading(state, { document: documents.id[place] ?? '', claim: null, start: null, end: null })),
          ),
      };
    }),
  ];
}

function useSentences(store: Store, typed: string): readonly Option[] {
  const [found, setFound] = useState<{ typed: string; options: readonly Option[] }>({ typed: '', options: [] });
  useEffect(() => {
    if (typed.length < 2) return;
    let current = true;
    const timer = setTimeout(async () => {
      // A search that fails only leaves the sentences out: names and articles are found on the page itself.
      const hits = await store.source.search(typed).catch(() => []);
      if (!current) return;
      const claims = hits.filter((hit) => hit.kind === 'claim');
      // One sentence may say several things: it is listed once.
      const options = claims
        .filter(({ title }, at) => claims.findIndex((hit) => hit.title === title) === at)
        .slice(0, MAX_SENTENCES)
        .map(({ id, title }): Option => {
          const claim = store.facts.claimPlace.get(id) ?? -1;
          const choose = (): void => {
            store.replace(without);
            openClaim(store, claim);
          };
          return { key: id, group: 'sentences', title, detail: '', entity: -1, choose };
        });
      setFound({ typed, options });
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [store, typed]);
  // What was found for the word before stays until the next answer, unless the field was emptied.
  return typed.length >= 2 ? found.options : [];
}

// The filters, each value with the number of things it would show.
import { useState } from 'preact/hooks';
import { relationKey } from '../facets.ts';
import { TYPE_COLORS } from '../look.ts';
import { type FacetName, isFiltered, NO_FILTER, setFilter, toggleFacet } from '../state.ts';
import type { Store } from '../store.ts';
import { percent } from '../wording.ts';
import { TimeBrush } from './time-brush.tsx';

const SHOWN_AT_ONCE = 7;
const MOST_SOURCES = 5;

interface Value {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  /** False where not even the whole graph has a relation with it. */
  readonly possible: boolean;
  readonly color?: number;
}

export function Facets({ store }: { store: Store }) {
  const { payload } = store.facts;
  const counts = store.counts.value;
  const { whole } = store;
  const state = store.state.value;
  const { filter } = state;
  return (
    <div class="facets">
      <div class="head">
        <h2>Filter</h2>
        {isFiltered(state) && (
          <button
            type="button"
            class="link"
            onClick={() => store.change((now) => setFilter(now, { ...NO_FILTER, unconnected: now.filter.unconnected }))}
          >
            Clear
          </button>
        )}
      </div>
      <Facet
        store={store}
        name="entityTypes"
        title="Kind of name"
        values={payload.entityTypes.map((type, place) => ({
          value: type.name,
          label: type.label,
          count: counts.entityTypes[place] ?? 0,
          possible: (whole.entityTypes[place] ?? 0) > 0,
          color: type.color % TYPE_COLORS,
        }))}
      />
      <Facet
        store={store}
        name="relationTypes"
        title="Relation"
        values={payload.relationTypes.map((type, place) => ({
          value: relationKey(store.facts, place),
          label: type.label,
          count: counts.relationTypes[place] ?? 0,
          possible: (whole.relationTypes[place] ?? 0) > 0,
        }))}
      />
      <fieldset>
        <legend>Independent sources</legend>
        <div class="steps">
          {Array.from({ length: MOST_SOURCES }, (_, step) => step + 1).map((number) => (
            <label key={number}>
              <input
                type="radio"
                name="sources"
                checked={filter.minSources === number}
                onChange={() => store.change((now) => setFilter(now, { minSources: number }))}
              />
              <span>{number === 1 ? 'any' : `${number}+`}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend id="confidence-legend">Confidence</legend>
        <div class="slider">
          <input
            type="range"
            min="0"
            max="95"
            step="5"
            aria-labelledby="confidence-legend"
            aria-valuetext={filter.minConfidence === 0 ? 'any' : `at least ${percent(filter.minConfidence)}`}
            value={Math.round(filter.minConfidence * 100)}
            onInput={(event) => {
              const minConfidence = Number(event.currentTarget.value) / 100;
              store.replace((now) => setFilter(now, { minConfidence }));
            }}
          />
          <output>{filter.minConfidence === 0 ? 'any' : `≥ ${percent(filter.minConfidence)}`}</output>
        </div>
      </fieldset>
      <TimeBrush store={store} />
      <Facet
        store={store}
        name="publishers"
        title="Publisher"
        values={payload.publishers.map((name, place) => ({
          value: name,
          label: name,
          count: counts.publishers[place] ?? 0,
          possible: (whole.publishers[place] ?? 0) > 0,
        }))}
      />
      <Facet
        store={store}
        name="documents"
        title="Article"
        values={payload.documents.title.map((title, place) => ({
          value: payload.documents.id[place] ?? '',
          label: title,
          count: counts.documents[place] ?? 0,
          possible: (whole.documents[place] ?? 0) > 0,
        }))}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={filter.unconnected}
          onChange={() => store.change((now) => setFilter(now, { unconnected: !now.filter.unconnected }))}
        />
        <span class="label">Names without relations</span>
        <span class="number">{store.shown.value.unconnected.toLocaleString('en')}</span>
      </label>
    </div>
  );
}

function Facet(props: { store: Store; name: FacetName; title: string; values: readonly Value[] }) {
  const { store, name, title, values } = props;
  const [all, setAll] = useState(false);
  const chosen = store.state.value.filter[name];
  const ranked = values
    .filter((each) => each.possible)
    .sort(
      (a, b) =>
        Number(chosen.includes(b.value)) - Number(chosen.includes(a.value)) ||
        b.count - a.count ||
        (a.label < b.label ? -1 : 1),
    );
  if (ranked.length === 0) return null;
  const listed = all ? ranked : ranked.slice(0, Math.max(SHOWN_AT_ONCE, chosen.length));
  return (
    <fieldset>
      <legend>{title}</legend>
      {listed.map(({ value, label, count, color }) => (
        <label key={value} class={`check${count === 0 && !chosen.includes(value) ? ' none' : ''}`}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={() => store.change((state) => toggleFacet(state, name, value))}
          />
          {color !== undefined && <span class={`dot type-${color}`} />}
          <span class="label" title={label}>
            {label}
          </span>
          <span class="number">{count.toLocaleString('en')}</span>
        </label>
      ))}
      {ranked.length > listed.length && (
        <button type="button" class="link more" onClick={() => setAll(true)}>
          All {ranked.length.toLocaleString('en')}
        </button>
      )}
      {all && ranked.length > SHOWN_AT_ONCE && (
        <button type="button" class="link more" onClick={() => setAll(false)}>
          Fewer
        </button>
      )}
    </fieldset>
  );
}

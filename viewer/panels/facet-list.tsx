// One list of values to choose from, each with the number of things it would show.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ARTICLE } from '../claim-facets.ts';
import { NO_COUNTS } from '../facets.ts';
import { wordFor, words } from '../language.ts';
import { TYPE_COLORS } from '../look.ts';
import { holdsWords } from '../search-index.ts';
import { type FacetName, toggleFacet, unfoldFacet } from '../state.ts';
import type { Store } from '../store.ts';
import { entityTypeLabel, relationTypeLabel, speakerLabel } from '../wording.ts';

const SHOWN_AT_ONCE = 7;
/** Values that an unfolded list has at once; a longer one has a field to find the others. */
const PAGE = 50;
/** Lists that tell nothing where all statements have one value in them; a lone publisher is worth a word. */
const DIVIDING: readonly FacetName[] = ['disputes', 'polarities', 'modalities', 'speakers'];

interface Value {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly color?: number;
}

export function ClaimFacetList({ store, name }: { store: Store; name: Exclude<FacetName, 'entityTypes'> }) {
  // Not yet counted: the values themselves are read by who counts.
  if (store.whole.value === NO_COUNTS) return null;
  const values = store.facts.claimFacets.find((facet) => facet.name === name)?.values ?? [];
  return <FacetList store={store} name={name} values={values} />;
}

/** What a value is called, and the colour of its dot if it has one. */
function describe(
  { facts, groups }: Store,
  name: FacetName,
  value: string,
  place: number,
): { label: string; color?: number } {
  const { entityTypes, relationTypes, documents } = facts.payload;
  const type = name === 'entityTypes' ? entityTypes[place] : undefined;
  if (type !== undefined) {
    const label = entityTypeLabel(type);
    return groups.value === null ? { label, color: type.color % TYPE_COLORS } : { label };
  }
  const relation = name === 'relationTypes' ? relationTypes[place] : undefined;
  if (relation !== undefined) return { label: relationTypeLabel(relation) };
  if (name === 'documents') return { label: documents.title[place] ?? value };
  if (name === 'speakers' && value !== ARTICLE) return { label: speakerLabel(facts.payload, place - 1) };
  return { label: isFreeText(name) ? value : wordFor(words().filter.values, value) };
}

/** Publishers are called what they are called, even “denied”. */
function isFreeText(name: FacetName): boolean {
  return name === 'publishers';
}

/** Months stand in order of time, all others with the most frequent first. */
function rankValues(store: Store, name: FacetName, names: readonly string[]): readonly Value[] {
  const chosen = store.state.value.filter[name];
  const [counts, whole] = [store.counts.value[name], store.whole.value[name]];
  const values = names.flatMap((value, place) => {
    if ((whole[place] ?? 0) === 0) return [];
    return [{ value, count: counts[place] ?? 0, ...describe(store, name, value, place) }];
  });
  if (name === 'months') return values;
  const isChosen = ({ value }: Value): number => Number(chosen.includes(value));
  return values.sort((a, b) => isChosen(b) - isChosen(a) || b.count - a.count || (a.label < b.label ? -1 : 1));
}

export function FacetList({ store, name, values }: { store: Store; name: FacetName; values: readonly string[] }) {
  const all = store.state.value.unfolded.includes(name);
  const unfold = (): void => store.change((state) => unfoldFacet(state, name));
  const chosen = store.state.value.filter[name];
  const ranked = rankValues(store, name, values);
  // Where all statements are alike there is nothing to choose.
  if (ranked.length === 0 || (ranked.length === 1 && DIVIDING.includes(name) && chosen.length === 0)) return null;
  const check = (each: Value) => <Check key={each.value} store={store} name={name} {...each} />;
  return (
    <fieldset>
      <legend>{words().filter.lists[name]}</legend>
      {all ? (
        <WholeList values={ranked} chosen={chosen.length} check={check} />
      ) : (
        ranked.slice(0, Math.max(SHOWN_AT_ONCE, chosen.length)).map(check)
      )}
      {ranked.length > SHOWN_AT_ONCE && (all || ranked.length > chosen.length) && (
        <button type="button" class="link more" onClick={unfold}>
          {all ? words().filter.fewer : words().filter.all(ranked.length)}
        </button>
      )}
    </fieldset>
  );
}

interface WholeListProps {
  /** The chosen ones first. */
  readonly values: readonly Value[];
  readonly chosen: number;
  readonly check: (value: Value) => ComponentChildren;
}

/** All values; of more than a page the first ones, with a field that finds the others: thousands may speak. */
function WholeList({ values, chosen, check }: WholeListProps) {
  const [find, setFind] = useState('');
  const [limit, setLimit] = useState(PAGE);
  if (values.length <= PAGE) return <>{values.map(check)}</>;
  const isFinding = find.trim() !== '';
  const holds = holdsWords(find);
  const found = isFinding ? values.filter(({ label }) => holds(label)) : values;
  const shown = found.slice(0, Math.max(limit, isFinding ? 0 : chosen));
  const left = found.length - shown.length;
  return (
    <>
      <input
        type="text"
        class="field"
        aria-label={words().filter.find}
        placeholder={words().filter.find}
        autocomplete="off"
        spellcheck={false}
        value={find}
        onInput={(event) => {
          setFind(event.currentTarget.value);
          setLimit(PAGE);
        }}
      />
      <p class="quiet found" role="status">
        {isFinding && words().filter.found(found.length, values.length)}
      </p>
      {shown.map(check)}
      {left > 0 && (
        <button type="button" class="link more" onClick={() => setLimit(shown.length + PAGE)}>
          {words().entity.more(Math.min(PAGE, left))}
        </button>
      )}
    </>
  );
}

function Check({ store, name, value, label, count, color }: Value & { store: Store; name: FacetName }) {
  const isChosen = store.state.value.filter[name].includes(value);
  return (
    <label class={`check${count === 0 && !isChosen ? ' none' : ''}`}>
      <input
        type="checkbox"
        checked={isChosen}
        onChange={() => store.change((state) => toggleFacet(state, name, value))}
      />
      {color !== undefined && <span class={`dot type-${color}`} />}
      <span class="label" title={label}>
        {label}
      </span>
      <span class="number">{words().number(count)}</span>
    </label>
  );
}

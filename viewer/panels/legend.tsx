// What colours, widths and dashes of the picture mean; only the kinds and groups that are on the picture.
import { type Groups, OWN_COLOURS } from '../groups.ts';
import { words } from '../language.ts';
import { TYPE_COLORS } from '../look.ts';
import { isPhone } from '../phone.ts';
import { type Colours, focusEntity } from '../state.ts';
import type { Store } from '../store.ts';
import { entityTypeLabel } from '../wording.ts';

const COLOURS: readonly Colours[] = ['type', 'group'];

export function Legend({ store }: { store: Store }) {
  const groups = store.groups.value;
  const told = words().legend;
  return (
    <details class="legend" open={!isPhone()}>
      <summary>{told.title}</summary>
      <div class="choice">
        <ColourSwitch store={store} />
        {groups === null ? <KindList store={store} /> : <GroupList store={store} groups={groups} />}
      </div>
      <ul>
        <li>
          <Line class="widths" /> {told.wider}
        </li>
        <li>
          <Line class="faint" /> {told.fainter}
        </li>
        <li>
          <Line class="dashed" /> {told.dashed}
        </li>
        <li>
          <Line class="red" /> {told.disputed}
        </li>
        {hasDescribed(store) && <li class="italic">{told.described}</li>}
      </ul>
    </details>
  );
}

function ColourSwitch({ store }: { store: Store }) {
  const told = words().legend;
  const names = { type: told.byType, group: told.byGroup };
  return (
    <fieldset class="colours" aria-label={told.colours}>
      {COLOURS.map((colours) => (
        <button
          key={colours}
          type="button"
          aria-pressed={store.state.value.colours === colours}
          onClick={() => store.change((state) => ({ ...state, colours }))}
        >
          {names[colours]}
        </button>
      ))}
    </fieldset>
  );
}

function KindList({ store }: { store: Store }) {
  const { entityTypes, entities } = store.facts.payload;
  const drawn = new Set<number>();
  store.shown.value.entities.forEach((isShown, entity) => {
    if (isShown === 1) drawn.add(entities.type[entity] ?? -1);
  });
  return (
    <ul>
      {entityTypes.map(
        (type, place) =>
          drawn.has(place) && (
            <li key={type.name}>
              <span class={`dot type-${type.color % TYPE_COLORS}`} /> {entityTypeLabel(type)}
            </li>
          ),
      )}
    </ul>
  );
}

function hasDescribed({ facts, shown }: Store): boolean {
  const { described } = facts.payload.entities;
  return shown.value.entities.some((isShown, entity) => isShown === 1 && described[entity] === 1);
}

/** Each group by the name at its centre; the small ones share the last colour. */
function GroupList({ store, groups: { list, own } }: { store: Store; groups: Groups }) {
  const { id, name } = store.facts.payload.entities;
  const told = words().legend;
  return (
    <ul>
      {list.slice(0, own).map(({ centre, members }, group) => (
        <li key={centre}>
          <span class={`dot type-${group}`} />
          <button
            type="button"
            title={told.goTo(name[centre] ?? '')}
            onClick={() => store.change((state) => focusEntity(state, id[centre] ?? null))}
          >
            {told.around(name[centre] ?? '', members)}
          </button>
        </li>
      ))}
      {list.length > own && (
        <li>
          <span class={`dot type-${OWN_COLOURS}`} /> {told.restOf(list.length - own)}
        </li>
      )}
    </ul>
  );
}

function Line(props: { class: string }) {
  return (
    <svg class={`sample ${props.class}`} viewBox="0 0 34 10" width="34" height="10" aria-hidden="true">
      {props.class === 'widths' ? <path d="M0 4.5 34 1V9L0 5.5Z" /> : <line x1="0" y1="5" x2="34" y2="5" />}
    </svg>
  );
}

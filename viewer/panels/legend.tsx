// What colours, widths and dashes of the picture mean; only the kinds that are on the picture.
import { TYPE_COLORS } from '../look.ts';
import type { Store } from '../store.ts';

export function Legend({ store }: { store: Store }) {
  const { entityTypes, entities } = store.facts.payload;
  const drawn = new Set(entities.type.filter((_, entity) => store.shown.value.entities[entity] === 1));
  return (
    <details class="legend" open={!matchMedia('(max-width: 760px)').matches}>
      <summary>Legend</summary>
      <ul>
        {entityTypes.map(
          (type, place) =>
            drawn.has(place) && (
              <li key={type.name}>
                <span class={`dot type-${type.color % TYPE_COLORS}`} /> {type.label}
              </li>
            ),
        )}
        <li>
          <Line class="widths" /> wider: more independent sources
        </li>
        <li>
          <Line class="faint" /> fainter: less certain
        </li>
        <li>
          <Line class="dashed" /> only planned, denied or inferred
        </li>
        <li>
          <Line class="red" /> disputed
        </li>
      </ul>
    </details>
  );
}

function Line(props: { class: string }) {
  return (
    <svg class={`sample ${props.class}`} viewBox="0 0 34 10" width="34" height="10" aria-hidden="true">
      {props.class === 'widths' ? <path d="M0 4.5 34 1V9L0 5.5Z" /> : <line x1="0" y1="5" x2="34" y2="5" />}
    </svg>
  );
}

// The dot of a name in lists, in the colour that it has in the picture; a ring for what is described and not named.
import { TYPE_COLORS } from '../look.ts';
import type { Store } from '../store.ts';

export function Dot({ store, entity }: { store: Store; entity: number }) {
  const { entities, entityTypes } = store.facts.payload;
  const color = store.colourOf(entity) ?? entityTypes[entities.type[entity] ?? -1]?.color ?? 0;
  const described = entities.described[entity] === 1 ? ' described' : '';
  return <span class={`dot type-${color % TYPE_COLORS}${described}`} />;
}

// The dot of a name in lists, in the colour that it has in the picture.
import { TYPE_COLORS } from '../look.ts';
import type { Store } from '../store.ts';

export function Dot({ store, entity }: { store: Store; entity: number }) {
  const { entities, entityTypes } = store.facts.payload;
  const color = store.colourOf(entity) ?? entityTypes[entities.type[entity] ?? -1]?.color ?? 0;
  return <span class={`dot type-${color % TYPE_COLORS}`} />;
}

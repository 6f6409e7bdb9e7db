// A document with the entity that each of its units became: what claims, conflicts and the list of mentions are made from.
import type { Entity } from '../model/graph.ts';
import type { EntityId, MentionId } from '../model/id.ts';
import type { Decided } from './components.ts';
import type { Reading } from './reading.ts';

/** The same object as long as the document is read the same and its units are the same entities. */
export interface Voice {
  readonly reading: Reading;
  /** Of each unit, same places. */
  readonly entities: readonly EntityId[];
}

/** The entity that a mention of the document stands for, undefined where it stands for none. */
export function entityLookup({ reading, entities }: Voice): (mention: MentionId) => EntityId | undefined {
  const places = new Map<MentionId, EntityId>();
  for (const [place, { mentions }] of reading.units.entries()) {
    const entity = entities[place];
    if (entity !== undefined) for (const { id } of mentions) places.set(id, entity);
  }
  return (mention) => places.get(mention);
}

/** @param entities Of all components, one after the other. */
export type Listener = (
  readings: readonly Reading[],
  components: readonly Decided[],
  entities: readonly Entity[],
) => readonly Voice[];

/** Voices of the readings, same places. Looks only at components that are not as they were. */
export function makeListener(): Listener {
  let voices = new Map<Reading, Voice>();
  let known = new Map<Decided, readonly EntityId[]>();
  return (readings, components, entities) => {
    const next = new Map<Decided, readonly EntityId[]>();
    const changed = new Map<Reading, EntityId[]>();
    let at = 0;
    for (const component of components) {
      const before = known.get(component);
      const ids = component.entities.map((_, place) => (entities[at + place] as Entity).id);
      at += ids.length;
      const holds = before?.every((id, place) => id === ids[place]) ?? false;
      next.set(component, before && holds ? before : ids);
      if (!holds) name(component, ids, voices, changed);
    }
    known = next;
    const heard = new Map<Reading, Voice>();
    for (const reading of readings) {
      const own = changed.get(reading);
      const before = voices.get(reading);
      const isNew = before === undefined || own !== undefined;
      heard.set(reading, isNew ? { reading, entities: own ?? [] } : before);
    }
    voices = heard;
    return [...heard.values()];
  };
}

/** Writes the entities of a component into those of its documents, where they differ. */
function name(
  { members, entities }: Decided,
  ids: readonly EntityId[],
  voices: ReadonlyMap<Reading, Voice>,
  changed: Map<Reading, EntityId[]>,
): void {
  for (const [index, { group }] of entities.entries()) {
    const id = ids[index] as EntityId;
    for (const unit of group) {
      const { reading, place } = members[unit] as Decided['members'][number];
      const before = voices.get(reading)?.entities;
      if (before?.[place] === id && !changed.has(reading)) continue;
      const own = changed.get(reading) ?? [...(before ?? [])];
      own[place] = id;
      changed.set(reading, own);
    }
  }
}

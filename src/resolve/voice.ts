// A document with the entity that each of its units became: what claims, conflicts and the list of mentions are made from.
import type { DocumentId, EntityId, MentionId } from '../model/id.ts';
import type { Decided } from './decided.ts';
import type { EntityDraft, EntityNamer } from './entities.ts';
import type { Reading } from './reading.ts';
import type { Change } from './sorted-list.ts';

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

/** The voices of a folder. Looks only at documents and components that are not as they were. */
export interface Listener {
  update(readings: Change<Reading>, decided: Change<Decided>, entities: EntityNamer): Change<Voice>;
  of(document: DocumentId): Voice | undefined;
}

export function makeListener(): Listener {
  const voices = new Map<DocumentId, Voice>();
  const homes = new Map<EntityDraft, { readonly decided: Decided; readonly place: number }>();
  return {
    of: (document) => voices.get(document),
    update: (readings, decided, entities) => {
      const left = readings.left.flatMap(({ extraction }) => voices.get(extraction.document.id) ?? []);
      for (const { extraction } of readings.left) voices.delete(extraction.document.id);
      const changed = new Map<Reading, EntityId[]>(readings.came.map((reading) => [reading, []]));
      for (const { entities: own } of decided.left) for (const { draft } of own) homes.delete(draft);
      for (const each of decided.came) {
        for (const [place, { draft }] of each.entities.entries()) {
          homes.set(draft, { decided: each, place });
          name(each, place, entities.of(draft).id, { voices, changed });
        }
      }
      for (const draft of entities.renamed) {
        const home = homes.get(draft);
        if (home !== undefined) name(home.decided, home.place, entities.of(draft).id, { voices, changed });
      }
      const came: Voice[] = [];
      for (const [reading, own] of changed) {
        const { id } = reading.extraction.document;
        const before = voices.get(id);
        if (before !== undefined) left.push(before);
        const voice = { reading, entities: own };
        voices.set(id, voice);
        came.push(voice);
      }
      return { came, left };
    },
  };
}

/** Writes the entity of a group into the documents of its members, where it differs. */
function name(
  { members, entities }: Decided,
  at: number,
  id: EntityId,
  to: { readonly voices: ReadonlyMap<DocumentId, Voice>; readonly changed: Map<Reading, EntityId[]> },
): void {
  for (const unit of entities[at]?.group ?? []) {
    const { reading, place } = members[unit] as Decided['members'][number];
    const fresh = to.changed.get(reading);
    if (fresh !== undefined) fresh[place] = id;
    else {
      const before = to.voices.get(reading.extraction.document.id)?.entities;
      if (before?.[place] === id) continue;
      const own = [...(before ?? [])];
      own[place] = id;
      to.changed.set(reading, own);
    }
  }
}

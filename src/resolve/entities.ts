// Groups of units → entities: type, name to show, aliases, and ids that come from content.
import type { Alias, Entity } from '../model/graph.ts';
import { type EntityId, type MentionId, makeId } from '../model/id.ts';
import { chooseName, nominalName, withArticle } from './display-name.ts';
import { compareText, foldName } from './fold.ts';
import { canonicalName } from './organization-name.ts';
import type { Change } from './sorted-list.ts';
import type { Unit } from './unit.ts';

/** An entity without its id, which depends on its namesakes. */
export interface EntityDraft extends Omit<Entity, 'id'> {
  /** What its id is made of where it is the largest of its name. */
  readonly key: readonly string[];
  /** The same as one text. */
  readonly keyText: string;
}

/** The entities of a folder. Remembers them, and names anew only those whose draft or namesakes are not what they were. */
export interface EntityNamer {
  /** What came and left. A draft that both comes and leaves stays; one of which only the id changes both comes and leaves. */
  update(drafts: Change<EntityDraft>): Change<Entity>;
  of(draft: EntityDraft): Entity;
  /** Undefined for an unknown id. */
  get(id: EntityId): Entity | undefined;
  /** Drafts whose entity has another id since the last update; new ones are not among them. */
  readonly renamed: readonly EntityDraft[];
}

export function makeEntityNamer(): EntityNamer {
  const entities = new Map<EntityDraft, Entity>();
  const byId = new Map<EntityId, Entity>();
  const namesakes = new Map<string, EntityDraft[]>();
  let renamed: EntityDraft[] = [];
  return {
    of: (draft) => entities.get(draft) as Entity,
    get: (id) => byId.get(id),
    get renamed() {
      return renamed;
    },
    update: (drafts) => {
      const [came, left]: [Entity[], Entity[]] = [[], []];
      renamed = [];
      const stays = new Set(drafts.came);
      const open = new Set<string>();
      for (const draft of drafts.left) {
        if (stays.has(draft)) continue;
        const others = namesakes.get(draft.keyText)?.filter((other) => other !== draft) ?? [];
        if (others.length > 0) namesakes.set(draft.keyText, others);
        else namesakes.delete(draft.keyText);
        open.add(draft.keyText);
        left.push(entities.get(draft) as Entity);
        entities.delete(draft);
      }
      for (const draft of drafts.came) {
        if (entities.has(draft)) continue;
        const others = namesakes.get(draft.keyText);
        if (others) others.push(draft);
        else namesakes.set(draft.keyText, [draft]);
        open.add(draft.keyText);
      }
      for (const keyText of open) {
        const own = namesakes.get(keyText) ?? [];
        // Of several things with one name the largest keeps the plain id, so that a namesake's arrival changes no other's.
        const largest = own.reduce(
          (best, draft) => (best === draft || isLarger(best, draft) ? best : draft),
          own[0] as EntityDraft,
        );
        for (const draft of own) {
          const known = entities.get(draft);
          const id = idOf(draft, draft === largest);
          if (known?.id === id) continue;
          if (known !== undefined) {
            left.push(known);
            renamed.push(draft);
          }
          const { key: _, keyText: __, ...rest } = draft;
          const entity = { id, ...rest };
          entities.set(draft, entity);
          came.push(entity);
        }
      }
      for (const { id } of left) byId.delete(id);
      for (const entity of came) byId.set(entity.id, entity);
      return { came, left };
    },
  };
}

function idOf({ key, mentionIds }: EntityDraft, isLargest: boolean): EntityId {
  return isLargest ? makeId('entity', ...key) : makeId('entity', ...key, mentionIds[0] ?? '');
}

function isLarger({ mentionIds }: EntityDraft, other: EntityDraft): boolean {
  const [size, otherSize] = [mentionIds.length, other.mentionIds.length];
  return size > otherSize || (size === otherSize && (mentionIds[0] ?? '') < (other.mentionIds[0] ?? ''));
}

/** What the units of a group say together. Groups may not be empty. */
export function draftEntity(units: readonly Unit[]): EntityDraft {
  const ids: MentionId[] = [];
  for (const { mentions } of units) for (const { id } of mentions) ids.push(id);
  // A list that grew has room to spare, which most entities never fill.
  const mentionIds = ids.slice().sort(compareText);
  const aliases = aliasesOf(units);
  const type = typeOf(units);
  const referents = units.flatMap((unit) => unit.referent ?? []);
  const referent = referents.sort((a, b) => b.name.length - a.name.length || compareText(a.name, b.name))[0];
  const sameAs = referents.flatMap((each) => each.sameAs ?? []).sort(compareText)[0];
  const known = sameAs === undefined ? undefined : referents.find((each) => each.sameAs === sameAs);
  // A state goes by its own name, also where the texts only have its demonym.
  const state = referent?.type === 'Place' ? referent : undefined;
  const name = (known ?? state)?.name ?? chooseName(aliases, type) ?? withArticle(referent?.name ?? nominalName(units));
  const isNamed = aliases.length > 0 || referent !== undefined;
  const key = keyOf({ sameAs, name, type, first: mentionIds[0] ?? '', isNamed });
  return {
    ...{ key, keyText: JSON.stringify(key) },
    type,
    name,
    aliases,
    mentionIds,
    sameAs: sameAs === undefined ? [] : [sameAs],
  };
}

function keyOf(entity: {
  readonly sameAs: string | undefined;
  readonly name: string;
  readonly type: string;
  readonly first: string;
  readonly isNamed: boolean;
}): string[] {
  if (entity.sameAs !== undefined) return [entity.sameAs];
  if (!entity.isNamed) return ['mention', entity.first];
  return entity.type === 'Person' ? ['person', foldName(entity.name)] : ['thing', canonicalName(entity.name)];
}

/** The type of most units, each weighted by its mentions; ties by name. */
function typeOf(units: readonly Unit[]): string {
  const votes = new Map<string, number>();
  for (const { type, mentions } of units) votes.set(type, (votes.get(type) ?? 0) + mentions.length);
  return [...votes].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))[0]?.[0] ?? 'Other';
}

function aliasesOf(units: readonly Unit[]): Alias[] {
  const counts = new Map<string, number>();
  for (const { names } of units) {
    for (const { surface, count } of names) counts.set(surface, (counts.get(surface) ?? 0) + count);
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || compareText(a.name, b.name));
}

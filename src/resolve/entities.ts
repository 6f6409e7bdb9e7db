// Groups of units → entities: type, name to show, aliases, and ids that come from content.
import type { Alias, Entity } from '../model/graph.ts';
import { type MentionId, makeId } from '../model/id.ts';
import { withoutDescription } from './bare-name.ts';
import { compareText, foldName } from './fold.ts';
import { canonicalName, isAcronym } from './organization-name.ts';
import { parsePersonName } from './person-name.ts';
import type { Unit } from './unit.ts';

/** An entity without its id, which depends on its namesakes. */
export interface EntityDraft extends Omit<Entity, 'id'> {
  /** What its id is made of where it is the largest of its name. */
  readonly key: readonly string[];
  /** The same as one text. */
  readonly keyText: string;
}

/** Entities of drafts, same places. Remembers those it made. */
export type EntityNamer = (drafts: readonly EntityDraft[]) => readonly Entity[];

export function makeEntityNamer(): EntityNamer {
  const named = new WeakMap<EntityDraft, { readonly isLargest: boolean; readonly entity: Entity }>();
  const name = (draft: EntityDraft, isLargest: boolean): Entity => {
    const known = named.get(draft);
    if (known?.isLargest === isLargest) return known.entity;
    const { key, keyText, ...rest } = draft;
    const id = isLargest ? makeId('entity', ...key) : makeId('entity', ...key, rest.mentionIds[0] ?? '');
    const entity = { id, ...rest };
    named.set(draft, { isLargest, entity });
    return entity;
  };
  return (drafts) => {
    // Of several things with one name the largest keeps the plain id, so that a namesake's arrival changes no other's.
    const largest = new Map<string, EntityDraft>();
    for (const draft of drafts) {
      const known = largest.get(draft.keyText);
      if (known === undefined || isLarger(draft, known)) largest.set(draft.keyText, draft);
    }
    return drafts.map((draft) => name(draft, largest.get(draft.keyText) === draft));
  };
}

function isLarger({ mentionIds }: EntityDraft, other: EntityDraft): boolean {
  const [size, otherSize] = [mentionIds.length, other.mentionIds.length];
  return size > otherSize || (size === otherSize && (mentionIds[0] ?? '') < (other.mentionIds[0] ?? ''));
}

/** What the units of a group say together. Groups may not be empty. */
export function draftEntity(units: readonly Unit[]): EntityDraft {
  const mentionIds: MentionId[] = [];
  for (const { mentions } of units) for (const { id } of mentions) mentionIds.push(id);
  mentionIds.sort(compareText);
  const aliases = aliasesOf(units);
  const type = typeOf(units);
  const referents = units.flatMap((unit) => unit.referent ?? []);
  const referent = referents.sort((a, b) => b.name.length - a.name.length || compareText(a.name, b.name))[0];
  const sameAs = referents.flatMap((each) => each.sameAs ?? []).sort(compareText)[0];
  const known = sameAs === undefined ? undefined : referents.find((each) => each.sameAs === sameAs);
  // A state goes by its own name, also where the texts only have its demonym.
  const state = referent?.type === 'Place' ? referent : undefined;
  const name = (known ?? state)?.name ?? chooseName(aliases, type) ?? referent?.name ?? nominalName(units);
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

/** A fuller form that a thing is called by less often than once in so many times is a slip, not its name. */
const SELDOM = 20;

/** Full before short, well-formed before shouted, then the most frequent, the longest, the first in the alphabet. */
function chooseName(aliases: readonly Alias[], type: string): string | undefined {
  const most = Math.max(0, ...aliases.flatMap(({ name, count }) => (isAcronym(name) ? [] : [count])));
  const isUsed = ({ count }: Alias) => type === 'Person' || count * SELDOM >= most;
  const rank = (alias: Alias) =>
    (isFullName(alias.name, type) && isUsed(alias) ? 2 : 0) + (isWellFormed(alias.name) ? 1 : 0);
  return [...aliases].sort(
    (a, b) => rank(b) - rank(a) || b.count - a.count || b.name.length - a.name.length || compareText(a.name, b.name),
  )[0]?.name;
}

function isFullName(name: string, type: string): boolean {
  if (type === 'Person') return (parsePersonName(name)?.given.length ?? 0) > 0;
  return withoutDescription(name).includes(' ') && !isAcronym(name);
}

function isWellFormed(name: string): boolean {
  return name.length <= 80 && /^\p{Ll}?\p{Lu}/u.test(name) && (/\p{Ll}/u.test(name) || isAcronym(name));
}

/** The words of the first mention, for what the texts never name. */
function nominalName(units: readonly Unit[]): string {
  const unit = [...units].sort((a, b) => compareText(a.id, b.id))[0];
  const mention = unit?.mentions.find(({ kind }) => kind !== 'pronoun') ?? unit?.mentions[0];
  const words = unit && mention ? unit.extraction.document.text.slice(mention.start, mention.end) : '';
  return words.replace(/\s+/g, ' ').trim();
}

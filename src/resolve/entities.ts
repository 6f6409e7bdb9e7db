// Groups of units → entities: type, name to show, aliases, and ids that come from content.
import type { Alias, Entity } from '../model/graph.ts';
import { makeId } from '../model/id.ts';
import { compareText, foldName } from './fold.ts';
import { canonicalName, isAcronym } from './organization-name.ts';
import { parsePersonName } from './person-name.ts';
import type { Unit } from './unit.ts';

/** One entity a group, in the order of the groups. Groups may not be empty. */
export function makeEntities(groups: readonly (readonly Unit[])[]): Entity[] {
  const drafts = groups.map((units, index) => ({ index, ...draftEntity(units) }));
  // Of several things with one name the largest keeps the plain id, so that a namesake's arrival changes no other's.
  const ranked = [...drafts].sort(
    (a, b) => b.mentionIds.length - a.mentionIds.length || compareText(a.mentionIds[0] ?? '', b.mentionIds[0] ?? ''),
  );
  const taken = new Set<string>();
  const entities: Entity[] = [];
  for (const { index, key, ...entity } of ranked) {
    const text = JSON.stringify(key);
    const id = taken.has(text) ? makeId('entity', ...key, entity.mentionIds[0] ?? '') : makeId('entity', ...key);
    taken.add(text);
    entities[index] = { id, ...entity };
  }
  return entities;
}

interface Draft extends Omit<Entity, 'id'> {
  readonly key: readonly string[];
}

function draftEntity(units: readonly Unit[]): Draft {
  const mentionIds = units.flatMap((unit) => unit.mentions.map(({ id }) => id)).sort(compareText);
  const aliases = aliasesOf(units);
  const type = typeOf(units);
  const referent = units
    .flatMap((unit) => unit.referent ?? [])
    .sort((a, b) => b.name.length - a.name.length || compareText(a.name, b.name))[0];
  const sameAs = units.flatMap((unit) => unit.referent?.sameAs ?? []).sort(compareText)[0];
  const known = sameAs !== undefined ? units.find((unit) => unit.referent?.sameAs === sameAs)?.referent : undefined;
  const name = known?.name ?? chooseName(aliases, type) ?? referent?.name ?? nominalName(units);
  return {
    key: keyOf({
      sameAs,
      name,
      type,
      first: mentionIds[0] ?? '',
      isNamed: aliases.length > 0 || referent !== undefined,
    }),
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

/** Full before short, well-formed before shouted, then the most frequent, the longest, the first in the alphabet. */
function chooseName(aliases: readonly Alias[], type: string): string | undefined {
  const rank = ({ name }: Alias) => (isFullName(name, type) ? 2 : 0) + (isWellFormed(name) ? 1 : 0);
  return [...aliases].sort(
    (a, b) => rank(b) - rank(a) || b.count - a.count || b.name.length - a.name.length || compareText(a.name, b.name),
  )[0]?.name;
}

function isFullName(name: string, type: string): boolean {
  if (type === 'Person') return (parsePersonName(name)?.given.length ?? 0) > 0;
  return name.includes(' ') && !isAcronym(name);
}

function isWellFormed(name: string): boolean {
  return name.length <= 80 && /^\p{Lu}/u.test(name) && (/\p{Ll}/u.test(name) || isAcronym(name));
}

/** The words of the first mention, for what the texts never name. */
function nominalName(units: readonly Unit[]): string {
  const unit = [...units].sort((a, b) => compareText(a.id, b.id))[0];
  const mention = unit?.mentions.find(({ kind }) => kind !== 'pronoun') ?? unit?.mentions[0];
  const words = unit && mention ? unit.extraction.document.text.slice(mention.start, mention.end) : '';
  return words.replace(/\s+/g, ' ').trim();
}

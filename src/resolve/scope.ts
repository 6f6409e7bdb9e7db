// What can meet: the units of one component of the folder, which is all that a decision on them may look at.
import type { DocumentId } from '../model/id.ts';
import { pairKey } from './fill-profiles.ts';
import type { NameFact, NameFacts } from './name-facts.ts';
import type { Profile } from './profile.ts';
import type { Member, Reading } from './reading.ts';
import type { Unit } from './unit.ts';

/** Units are known by their places in the scope; those of an earlier document, by id, come first, each document in reading order. */
export interface Scope {
  readonly units: readonly Unit[];
  /** Of each unit, same places. */
  readonly profiles: readonly Profile[];
  /** Units of each document in reading order. */
  readonly unitsIn: ReadonlyMap<DocumentId, readonly number[]>;
  /** Name keys of a document, in or out of the scope. */
  namesIn(document: DocumentId): ReadonlySet<string>;
  /** What the folder knows of a name. The scope remembers that it was asked. */
  fact(key: string): NameFact;
  /** Of one document: a relation joins them, or one's mention lies in the other's. */
  areRelated(left: number, right: number): boolean;
  /** People of one document with names in one sentence. */
  areTogether(left: number, right: number): boolean;
  /** Names with their acronym in brackets, as a text says. */
  readonly stated: readonly { readonly left: number; readonly right: number; readonly detail: string }[];
}

/** @param members In the order of the scope. */
export function openScope(
  members: readonly Member[],
  facts: NameFacts,
): { readonly scope: Scope; readonly asked: ReadonlySet<NameFact> } {
  const unitsIn = new Map<DocumentId, number[]>();
  const readings = new Map<DocumentId, Reading>();
  for (const [index, { reading }] of members.entries()) {
    const { id } = reading.extraction.document;
    readings.set(id, reading);
    const own = unitsIn.get(id);
    if (own) own.push(index);
    else unitsIn.set(id, [index]);
  }
  const asked = new Set<NameFact>();
  const has = (left: number, right: number, field: 'related' | 'together'): boolean => {
    const [first, second] = [members[left], members[right]];
    if (!first || !second || first.reading !== second.reading) return false;
    return first.reading[field].size > 0 && first.reading[field].has(pairKey(first.place, second.place));
  };
  const scope: Scope = {
    units: members.map(({ reading, place }) => reading.units[place] as Unit),
    profiles: members.map(({ reading, place }) => reading.profiles[place] as Profile),
    unitsIn,
    namesIn: (document) => readings.get(document)?.names ?? NO_NAMES,
    fact: (key) => {
      const fact = facts.of(key);
      asked.add(fact);
      return fact;
    },
    areRelated: (left, right) => has(left, right, 'related'),
    areTogether: (left, right) => has(left, right, 'together'),
    stated: [...readings.values()].flatMap((reading) => statedIn(reading, unitsIn, members)),
  };
  return { scope, asked };
}

const NO_NAMES: ReadonlySet<string> = new Set();

function statedIn(
  { stated, extraction }: Reading,
  unitsIn: ReadonlyMap<DocumentId, readonly number[]>,
  members: readonly Member[],
): Scope['stated'] {
  if (stated.length === 0) return [];
  const own = new Map((unitsIn.get(extraction.document.id) ?? []).map((unit) => [members[unit]?.place, unit] as const));
  return stated.flatMap(({ left, right, detail }) => {
    const [first, second] = [own.get(left), own.get(right)];
    return first === undefined || second === undefined ? [] : [{ left: first, right: second, detail }];
  });
}

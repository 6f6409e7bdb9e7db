// What can meet: the units of one component of the folder, which is all that a decision on them may look at.
import type { DocumentId } from '../model/id.ts';
import { pairKey } from './fill-profiles.ts';
import type { NameFact, NameFacts } from './name-facts.ts';
import type { Profile } from './profile.ts';
import { hasPair, type Member, type Reading } from './reading.ts';
import type { Unit } from './unit.ts';

/** Units are known by their places in the scope; those of an earlier document, by id, come first, each document in reading order. */
export interface Scope {
  readonly units: readonly Unit[];
  /** Of each unit, same places. */
  readonly profiles: readonly Profile[];
  /** The units of its document, itself among them, in reading order. */
  besides(unit: number): readonly number[];
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
  let byDocument: ReadonlyMap<DocumentId, Reading> | null = null;
  const names = new Map<DocumentId, ReadonlySet<string>>();
  const besides = (unit: number): readonly number[] => {
    const document = members[unit]?.document;
    let from = unit;
    while (members[from - 1]?.document === document) from -= 1;
    const found: number[] = [];
    for (let at = from; at < members.length && members[at]?.document === document; at += 1) found.push(at);
    return found;
  };
  const asked = new Set<NameFact>();
  const has = (left: number, right: number, field: 'related' | 'together'): boolean => {
    const [first, second] = [members[left], members[right]];
    if (!first || !second || first.reading !== second.reading) return false;
    return hasPair(first.reading[field], pairKey(first.place, second.place));
  };
  const scope: Scope = {
    units: members.map(({ reading, place }) => reading.units[place] as Unit),
    profiles: members.map(({ reading, place }) => reading.profiles[place] as Profile),
    besides,
    namesIn: (document) => {
      byDocument ??= new Map(members.map((member) => [member.document, member.reading]));
      const known = names.get(document) ?? new Set(byDocument.get(document)?.facts.map(({ key }) => key));
      names.set(document, known);
      return known;
    },
    fact: (key) => {
      const fact = facts.of(key);
      asked.add(fact);
      return fact;
    },
    areRelated: (left, right) => has(left, right, 'related'),
    areTogether: (left, right) => has(left, right, 'together'),
    stated: statedAmong(members, besides),
  };
  return { scope, asked };
}

function statedAmong(members: readonly Member[], besides: Scope['besides']): Scope['stated'] {
  const found: Scope['stated'][number][] = [];
  for (const [unit, { reading }] of members.entries()) {
    if (reading.stated.length === 0 || members[unit - 1]?.reading === reading) continue;
    const places = new Map(besides(unit).map((each) => [members[each]?.place, each] as const));
    for (const { left, right, detail } of reading.stated) {
      const [first, second] = [places.get(left), places.get(right)];
      if (first !== undefined && second !== undefined) found.push({ left: first, right: second, detail });
    }
  }
  return found;
}

// What the tour shows of a graph, chosen by what is in it: no name stands in the script.
import type { Entity } from '../src/model/graph.ts';
import type { GraphView } from '../src/model/graph-view.ts';
import type { EntityId } from '../src/model/id.ts';

interface Sight {
  readonly id: EntityId;
  readonly name: string;
}

export interface Sights {
  /** The person with the most neighbours, and what one types to find it. */
  readonly person: Sight & { readonly typed: string };
  /** To whom or what that person has the line with the most independent sources. */
  readonly strongest: Sight;
  /** A name that stands in several documents. */
  readonly parted: Sight;
  /** Two names with one name between them and none beside. */
  readonly ends: readonly [Sight, Sight];
}

/** Equal graphs give equal sights. @throws where the graph is too small for a tour */
export function pickSights(view: GraphView): Sights {
  const near = neighboursOf(view, true);
  const all = neighboursOf(view, false);
  const entities = [...view.entities()];
  const people = entities.filter(({ type }) => type === 'Person').sort((a, b) => degree(near, b) - degree(near, a));
  const person = found(people[0]);
  const [strongest] = [...(near.get(person.id) ?? [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const far = people.slice(1).find((other) => [near, all].every((ties) => distance(ties, person.id, other.id) === 2));
  const documents = (entity: Entity): number =>
    new Set(entity.mentionIds.map((id) => view.mention(id)?.documentId)).size;
  const parted = entities
    .filter((entity) => entity.id !== person.id && documents(entity) > 2 && degree(near, entity) > 2)
    .sort((a, b) => documents(a) - documents(b) || degree(near, b) - degree(near, a) || (a.id < b.id ? -1 : 1))[0];
  return {
    person: { ...sight(person), typed: found(person.name.split(' ').at(-1)).slice(0, 5).toLowerCase() },
    strongest: sight(found(view.entity(found(strongest)[0]))),
    parted: sight(found(parted)),
    ends: [sight(person), sight(found(far))],
  };
}

type Near = ReadonlyMap<EntityId, ReadonlyMap<EntityId, number>>;

/** By entity: the others, with the most independent sources of what is said of the two, or of what is affirmed as a fact. */
function neighboursOf(view: GraphView, onlyFacts: boolean): Near {
  const near = new Map<EntityId, Map<EntityId, number>>();
  const note = (from: EntityId, to: EntityId, sources: number): void => {
    const known = near.get(from) ?? new Map<EntityId, number>();
    known.set(to, Math.max(known.get(to) ?? 0, sources));
    near.set(from, known);
  };
  for (const { subject, object, independentSources, evidence, polarity, modality } of view.claims()) {
    if (object === null || object === subject || evidence.length === 0) continue;
    if (onlyFacts && (polarity !== 'positive' || modality !== 'actual')) continue;
    note(subject, object, independentSources);
    note(object, subject, independentSources);
  }
  return near;
}

/** Steps between two entities, up to 2; 3 for more. */
function distance(near: Near, from: EntityId, to: EntityId): number {
  const first = near.get(from);
  if (first?.has(to)) return 1;
  return [...(first?.keys() ?? [])].some((middle) => near.get(middle)?.has(to)) ? 2 : 3;
}

function degree(near: Near, { id }: Entity): number {
  return near.get(id)?.size ?? 0;
}

function sight({ id, name }: Entity): Sight {
  return { id, name };
}

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The sample articles gave too little for a tour.');
  return value;
}

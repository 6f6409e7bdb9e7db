// How much a graph holds of what, counted when it is written: opening a large file must not count a million rows.
import type { Graph } from '../model/graph.ts';
import type { StoredGraph } from '../model/graph-view.ts';

export interface Tally {
  readonly counts: StoredGraph['counts'];
  readonly types: StoredGraph['types'];
}

export function tallyOf({ documents, entities, mentions, claims, conflicts, decisions }: Graph): Tally {
  return {
    counts: {
      documents: documents.length,
      entities: entities.length,
      mentions: mentions.length,
      claims: claims.length,
      conflicts: conflicts.length,
      decisions: decisions.length,
    },
    types: countTypes(entities, claims),
  };
}

export function countTypes(
  entities: Iterable<{ readonly type: string }>,
  claims: Iterable<{ readonly type: string | null }>,
): Tally['types'] {
  return { entities: countBy(entities), claims: countBy(claims) };
}

/** The most frequent first. */
function countBy(items: Iterable<{ readonly type: string | null }>): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { type } of items) counts.set(type ?? 'open', (counts.get(type ?? 'open') ?? 0) + 1);
  return Object.fromEntries([...counts].sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1)));
}

// Names that a graph has for its own parts in Neo4j, Cypher and files. A user's type of that name would answer for them in a query.
import { BASE_LABELS, OWN_RELATIONSHIPS } from './to-property-graph.ts';

/** Set by a push in place of the labels of a node that is gone from the graph but holds relationships of others. */
export const RETIRED_LABEL = 'Retired';

/** The label of numbers and dates in files that have no other place for them (GraphML). */
export const VALUE_LABEL = 'Value';

/** The last stands for a pushed graph itself. */
const LABELS: readonly string[] = [...BASE_LABELS, VALUE_LABEL, RETIRED_LABEL, 'StemmaGraph'];

/** Why a type of entities may not be called that, or null where it may. */
export function refuseLabel(name: string): string | null {
  return refuse(name, LABELS, 'a label that every graph has');
}

/** Why a type of relations may not be called that, or null where it may. */
export function refuseRelationship(name: string): string | null {
  return refuse(name, OWN_RELATIONSHIPS, 'what every graph calls a relationship of its own');
}

function refuse(name: string, taken: readonly string[], use: string): string | null {
  return taken.includes(name) ? `"${name}" is ${use}; choose another name; taken are ${taken.join(', ')}` : null;
}

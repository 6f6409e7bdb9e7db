// Fingerprints of nodes and relationships, by which a push tells what has changed from what has not.
import { createHash } from 'node:crypto';
import type { PropertyNode, PropertyRelationship } from '../model/property-graph.ts';

const digest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16);

/** 16 characters over labels and properties. */
export function hashNode({ labels, properties }: PropertyNode): string {
  return digest([labels, properties]);
}

/** 16 characters over the ends, then 16 over the properties: a relationship that moved is another one. */
export function hashRelationship({ from, to, properties }: PropertyRelationship): string {
  return `${hashEnds({ from, to })}${digest(properties)}`;
}

/** The first half of hashRelationship. */
export function hashEnds({ from, to }: Pick<PropertyRelationship, 'from' | 'to'>): string {
  return digest([from, to]);
}

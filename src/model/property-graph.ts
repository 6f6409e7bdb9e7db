// The one shape in which a graph stands in Neo4j, in the offline Cypher engine and in Cypher scripts (design §9).

/** Values that a property may hold; lists are of one type. Integers are marked, since Cypher tells them from floats. */
export type PropertyValue = string | boolean | number | Integer | readonly string[] | readonly Integer[];

export interface Integer {
  readonly integer: number;
}

export type Properties = Readonly<Record<string, PropertyValue>>;

/** `labels[0]` is the base label (Entity, Claim, Document, Chunk), unique together with the property `id`. */
export interface PropertyNode {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: Properties;
}

export interface PropertyRelationship {
  readonly id: string;
  readonly type: string;
  readonly from: { readonly label: string; readonly id: string };
  readonly to: { readonly label: string; readonly id: string };
  readonly properties: Properties;
}

export interface PropertyGraph {
  nodes(): Iterable<PropertyNode>;
  relationships(): Iterable<PropertyRelationship>;
}

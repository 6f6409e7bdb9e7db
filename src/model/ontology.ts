// The types of things and relations, read from data/ontology.json or a user's own file.

export interface EntityType {
  readonly name: string;
  readonly label: string;
}

export interface RelationType {
  /** UPPER_SNAKE_CASE. */
  readonly name: string;
  /** For people, read subject → object: "is head of state of". */
  readonly label: string;
  readonly domain: readonly string[];
  readonly range: readonly string[];
  readonly symmetric: boolean;
  /** One object a subject (`subject`), one subject an object (`object`), both, or neither, at one time. */
  readonly functional: 'subject' | 'object' | 'both' | null;
  /** Types that follow from this one, same direction. */
  readonly implies: readonly string[];
  /** Groups types for calibration and colours: office, affiliation, person, ownership, place, meeting, creation, time. */
  readonly family: string;
  /** Lemmas and titles that express it. */
  readonly triggers: readonly string[];
}

export interface Ontology {
  readonly version: number;
  readonly entityTypes: readonly EntityType[];
  readonly relationTypes: readonly RelationType[];
}

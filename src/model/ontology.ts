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
  /** Groups types for calibration and colours: office, affiliation, person, ownership, place, meeting, creation, time, other. */
  readonly family: string;
  /** Lemmas and titles that express it. */
  readonly triggers: readonly string[];
}

export interface Ontology {
  readonly version: number;
  readonly entityTypes: readonly EntityType[];
  readonly relationTypes: readonly RelationType[];
}

/** The family of relations that name none: no built-in one is of it. */
export const OTHER_FAMILY = 'other';

/** A trigger as it is looked up: small letters, one blank between words. */
export function toTrigger(words: string): string {
  return words.trim().toLowerCase().replace(/\s+/g, ' ');
}

/** True where both ends of a relation may be the same, as they must for one that is told either way round. */
export function haveSameTypes(domain: readonly string[], range: readonly string[]): boolean {
  const types = new Set(domain);
  return types.size === new Set(range).size && range.every((type) => types.has(type));
}

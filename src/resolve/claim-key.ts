// What makes two relations one claim.
import type { Claim } from '../model/graph.ts';
import type { Ontology } from '../model/ontology.ts';
import { foldName } from './fold.ts';

/** `title` only for offices; `predicate` only counts where the type is null. */
export interface ClaimIdentity
  extends Pick<Claim, 'type' | 'predicate' | 'subject' | 'object' | 'literal' | 'polarity' | 'modality'> {
  readonly title: string | null;
}

/** One text for one claim; its hash is the claim's id. */
export function claimKey(identity: ClaimIdentity): string {
  const { type, predicate, title, subject, object, literal, polarity, modality } = identity;
  const value = literal === null ? [null] : [literal.type, literal.value, literal.unit && foldName(literal.unit)];
  return JSON.stringify([subject, type ?? `~${foldName(predicate)}`, title, object, ...value, polarity, modality]);
}

/** Types whose title is part of what is said: "defence minister of X" and "foreign minister of X" are two claims. */
export function officeTypes(ontology: Ontology): ReadonlySet<string> {
  return new Set(
    ontology.relationTypes
      .filter(
        ({ family, domain, functional }) => family === 'office' && domain.includes('Person') && functional === null,
      )
      .map(({ name }) => name),
  );
}

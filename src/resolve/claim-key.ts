// What makes two relations one claim.
import { readFileSync } from 'node:fs';
import { isSpeech, isThought } from '../model/extraction.ts';
import type { Claim } from '../model/graph.ts';
import type { Ontology } from '../model/ontology.ts';
import { foldName } from './fold.ts';

const { clause } = JSON.parse(readFileSync(new URL('../../data/lexicon/modality.json', import.meta.url), 'utf8')) as {
  readonly clause: { readonly negative: readonly string[] };
};
/** Verbs that take back what they report: "denied that troops had left" is not "said that troops had left". */
const DENYING: ReadonlySet<string> = new Set(clause.negative);

/** `title` only for offices; `predicate` only counts where the type is null. */
export interface ClaimIdentity
  extends Pick<Claim, 'type' | 'predicate' | 'subject' | 'object' | 'literal' | 'polarity' | 'modality'> {
  readonly title: string | null;
}

/** One text for one claim; its hash is the claim's id. The same words said by one mouth are one, however spelt and introduced. */
export function claimKey(identity: ClaimIdentity): string {
  const { type, title, subject, object, polarity, modality } = identity;
  return JSON.stringify([
    subject,
    type ?? `~${openKey(identity)}`,
    title,
    object,
    ...valueKey(identity),
    polarity,
    modality,
  ]);
}

function openKey({ predicate, literal }: ClaimIdentity): string {
  const isSaid = isSpeech({ literal }) && !isThought({ literal, predicate }) && !DENYING.has(predicate);
  return isSaid ? 'say' : foldName(predicate);
}

function valueKey({ literal }: ClaimIdentity): readonly (string | number | null)[] {
  if (literal === null) return [null];
  const value = isSpeech({ literal }) ? foldName(String(literal.value)) : literal.value;
  return [literal.type, value, literal.unit && foldName(literal.unit)];
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

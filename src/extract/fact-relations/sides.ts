// The sides of a quarrel in the tree: who stands at a word, whose a thing is, what hangs on a noun.
import type { Extraction, Mention } from '../../model/extraction.ts';
import { mentionsAround } from '../by-sentence.ts';
import { conjunctHeads } from '../facts/arguments.ts';
import { findCapital } from '../lexicon/countries.ts';
import { childBy, childrenBy, fullRelationAt, headOf, linkOf } from '../tree.ts';
import { entityAt, mentionAt } from './entity-at.ts';
import { possessorOf } from './from-nouns.ts';

/** Each of the subjects opposes each of the objects. */
export type Sides = readonly [subjects: readonly Mention[], objects: readonly Mention[]];

/** The entity that a word stands for, or the body that a nominal names; at most one. */
export function sideAt(extraction: Extraction, head: number): Mention[] {
  const own = entityAt(extraction, head);
  if (own !== null) return [own];
  const bodies = mentionsAround(extraction, head).filter(
    ({ kind, type, head: center }) => kind === 'nominal' && type === 'Organization' && center === head,
  );
  return bodies.slice(0, 1);
}

/** Each of them against all others. */
export function eachOther(sides: readonly Mention[]): Sides[] {
  return sides.map((side): Sides => [[side], sides.filter((other) => other !== side)]);
}

/** Heads of a phrase and its conjuncts, and the preposition before it. */
export interface Phrase {
  readonly link: string;
  readonly heads: readonly number[];
}

/** What hangs on a noun by a preposition; a parser may hang it on the verb beside its object. */
export function phrasesOf(extraction: Extraction, noun: number): Phrase[] {
  const verb = headOf(extraction, noun);
  const isObject = /^(?:obj|nsubj:pass)$/.test(fullRelationAt(extraction, noun));
  const beside = isObject
    ? childrenBy(extraction, verb, 'obl').filter((child) => (childBy(extraction, child, 'case') ?? -1) === noun + 1)
    : [];
  return [...childrenBy(extraction, noun, 'nmod'), ...beside]
    .filter((child) => child > noun)
    .map((child) => ({ link: linkOf(extraction, child), heads: [child, ...conjunctHeads(extraction, child)] }));
}

/** Whose a thing is, by a genitive or possessive pronoun; at most one. */
export function possessors(extraction: Extraction, noun: number): Mention[] {
  const owner = possessorOf(extraction, noun);
  return owner === null ? [] : [owner];
}

function nameOf({ document }: Extraction, { start, end }: Mention): string {
  return document.text.slice(start, end);
}

/** "|U.S.| sanctions", "|Norlandish| attacks"; "the |London| attacks" were in London. */
export function stateBefore(extraction: Extraction, noun: number): Mention[] {
  return childrenBy(extraction, noun, 'amod', 'compound').flatMap((child) => {
    const mention = mentionAt(extraction, child);
    const isState =
      mention?.type === 'Place' || mention?.referent?.type === 'Place' || mention?.type === 'Organization';
    const isTown = mention?.type === 'Place' && findCapital(nameOf(extraction, mention)) !== undefined;
    return mention?.kind === 'name' && isState && !isTown ? [mention] : [];
  });
}

/** Whose a thing is that no name stands for: "B's proposal", "the proposal offered by B". */
export function ownersOf(extraction: Extraction, noun: number): Mention[] {
  if (mentionAt(extraction, noun)?.kind === 'name') return [];
  const agents = childrenBy(extraction, noun, 'acl').flatMap((each) => childrenBy(extraction, each, 'obl:agent'));
  return [
    ...possessors(extraction, noun),
    ...stateBefore(extraction, noun),
    ...agents.flatMap((head) => sideAt(extraction, head)),
  ];
}

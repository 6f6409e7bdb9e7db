// What nouns of no lexicon say of people and bodies: "is a chemist at Norair" works there, whatever a chemist is; "a degree from
// Norair" was earned there.
import type { Extraction, Mention, Relation, Sentence } from '../../model/extraction.ts';
import type { Ontology } from '../../model/ontology.ts';
import { stanceAt } from '../attributes/stance.ts';
import { conjunctHeads } from '../facts/arguments.ts';
import { antecedentOf, isPredicate, subjectHeads } from '../facts/subjects.ts';
import { makeRelation } from '../relations/make-relation.ts';
import { childrenBy, fullRelationAt, headOf, linkOf, subtreeOf, uposOf } from '../tree.ts';
import { lemmaAt, spanOf, wordAt } from '../words.ts';
import { isBodyNoun } from './body-nouns.ts';
import { entityAt } from './entity-at.ts';
import { endsKnownRole } from './from-roles.ts';
import { holdersOf } from './role-ends.ts';

const BY = 'occupations@1';
/** Guesses, not yet calibrated. */
const SCORE = { occupation: 0.8, degree: 0.85 } as const;
/** What a school gives, and what one does there. */
const DEGREE =
  /^(?:degree|bachelor|bachelors|bachelor's|master|masters|master's|doctorate|diploma|phd|ph\.?d\.?|mba|m\.?b\.?a\.?|bsc?|b\.?s\.?c?\.?|msc?|m\.?s\.?c?\.?|b\.?a\.?|m\.?a\.?|mfa|m\.?f\.?a\.?|bfa|b\.?f\.?a\.?|jd|j\.?d\.?|llb|ll\.?b\.?|llm|ll\.?m\.?|md|m\.?d\.?|mphil|dphil|education|study|schooling|undergraduate)$/;

/** Who deals with a body from outside, or does not work there yet. */
const OUTSIDE =
  /^(?:candidate|nominee|contender|major|minor|freshman|sophomore|fan|supporter|follower|critic|advocate|opponent|rival|guest|visitor|client|customer|user|buyer|winner|finalist|star|monk|nun|brother|sister|player|teammate|realm|caucus|choir|choice)$/;

function isOccupation(extraction: Extraction, noun: number): boolean {
  return (
    uposOf(extraction, noun) === 'NOUN' && !OUTSIDE.test(lemmaAt(extraction, noun)) && !isBodyNoun(extraction, noun)
  );
}

/** Relations of the nouns of a sentence, in reading order. */
export function occupationRelations(extraction: Extraction, sentence: Sentence, ontology: Ontology): Relation[] {
  const relations: Relation[] = [];
  for (let noun = sentence.firstToken; noun <= sentence.lastToken; noun += 1) {
    if (!/^(?:NOUN|PROPN)$/.test(uposOf(extraction, noun))) continue;
    const cue = spanOf(extraction, noun, noun);
    const state = (subjects: readonly Mention[], bodies: readonly Mention[], type: string, score: number): Relation[] =>
      subjects.flatMap((subject) =>
        bodies.flatMap((object) =>
          makeRelation(extraction, ontology, {
            ...{ subject, object, type, cue, sentence, score, by: BY },
            predicate: wordAt(extraction, noun),
            ...(isPredicate(extraction, noun) ? stanceAt(extraction, noun) : {}),
          }),
        ),
      );
    if (DEGREE.test(lemmaAt(extraction, noun)) || DEGREE.test(wordAt(extraction, noun)))
      relations.push(...state(earnersOf(extraction, noun), schoolsOf(extraction, noun), 'EDUCATED_AT', SCORE.degree));
    else if (isOccupation(extraction, noun) && !endsKnownRole(extraction, sentence, noun, ontology))
      relations.push(...state(staffAt(extraction, noun), bodiesAt(extraction, noun), 'WORKS_FOR', SCORE.occupation));
  }
  return relations;
}

/** "a chemist |at Norair|", "a |Norair| chemist". */
function bodiesAt(extraction: Extraction, noun: number): Mention[] {
  const behind = childrenBy(extraction, noun, 'nmod', 'obl').filter(
    (child) => child > noun && /^(?:at|with|for)$/.test(linkOf(extraction, child)),
  );
  const before = childrenBy(extraction, noun, 'compound', 'nmod:poss').filter((child) =>
    isRightBefore(extraction, child, noun),
  );
  return [...behind, ...before].flatMap((child) => bodies(extraction, [child, ...conjunctHeads(extraction, child)]));
}

/** A name with nothing but "'s", nouns and adjectives up to the noun. */
function isRightBefore(extraction: Extraction, child: number, noun: number): boolean {
  if (child >= noun || entityAt(extraction, child)?.kind !== 'name') return false;
  for (let place = child + 1; place < noun; place += 1)
    if (!/^(?:NOUN|PROPN|ADJ|PART)$/.test(uposOf(extraction, place))) return false;
  return true;
}

function bodies(extraction: Extraction, heads: readonly number[]): Mention[] {
  return heads.flatMap((head) => {
    const mention = entityAt(extraction, head);
    return mention?.type === 'Organization' ? [mention] : [];
  });
}

function staffAt(extraction: Extraction, noun: number): Mention[] {
  const { holders } = holdersOf(extraction, { title: '', first: noun, last: noun, head: noun });
  return holders.filter(({ type }) => type === 'Person');
}

/** "a degree in law |from Norair|": on the noun, on its field or on the verb. */
function schoolsOf(extraction: Extraction, degree: number): Mention[] {
  const verb = headOf(extraction, degree);
  const own = subtreeOf(extraction, degree, (child) => /^nmod/.test(fullRelationAt(extraction, child)));
  const beside = isPredicate(extraction, verb)
    ? childrenBy(extraction, verb, 'obl').filter((child) => child > degree)
    : [];
  const phrases = [...own, ...beside].filter(
    (child) => child > degree && /^(?:from|at)$/.test(linkOf(extraction, child)),
  );
  return [
    ...phrases.flatMap((child) => bodies(extraction, [child, ...conjunctHeads(extraction, child)])),
    ...bodies(extraction, whereOf(extraction, verb)),
  ];
}

/** "|Norair|, where she received her doctorate". */
function whereOf(extraction: Extraction, verb: number): number[] {
  const where = childrenBy(extraction, verb, 'advmod').some((each) => wordAt(extraction, each) === 'where');
  const antecedent = where ? antecedentOf(extraction, verb) : null;
  return antecedent === null ? [] : [antecedent];
}

/** Who does what the verb says ("|Ada Quill| earned her doctorate"), or whose degree it is ("|her| doctorate"). */
function earnersOf(extraction: Extraction, degree: number): Mention[] {
  const isListed = fullRelationAt(extraction, degree) === 'conj';
  let verb = headOf(extraction, degree);
  while (isListed && verb >= 0 && !isPredicate(extraction, verb)) verb = headOf(extraction, verb);
  const isEarned = isPredicate(extraction, verb) && !fullRelationAt(extraction, degree).startsWith('nsubj');
  const earners = isEarned ? subjectHeads(extraction, verb) : [];
  return people(extraction, earners.length > 0 ? earners : childrenBy(extraction, degree, 'nmod:poss'));
}

function people(extraction: Extraction, heads: readonly number[]): Mention[] {
  return heads.flatMap((head) => {
    const mention = entityAt(extraction, head);
    return mention?.type === 'Person' ? [mention] : [];
  });
}

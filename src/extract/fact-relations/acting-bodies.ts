// "A |court| convicted Boris Hale", "|prosecutors| charged him": courts, police and the like that do something to somebody whom the text names.
import type { Extraction, Mention } from '../../model/extraction.ts';
import { isAnonymous } from '../chain-index.ts';
import { makeMention } from '../names/make-mention.ts';
import { childrenBy, fullRelationAt, headOf, uposOf } from '../tree.ts';
import { wordAt } from '../words.ts';
import { isStateNoun } from './body-nouns.ts';
import { entityAt } from './entity-at.ts';
import { BY } from './make-relation.ts';

/** People of such bodies, and a body of people. */
const OFFICERS = /^(?:prosecutors|investigators|detectives|judges|jurors|jury|regulators|inspectors)$/;
/** That of a nominal that only a rule needed. */
const SCORE = 0.7;

/** Those that no earlier step has made a mention of, in reading order. */
export function actingMentions(extraction: Extraction): Mention[] {
  const taken = new Set(
    extraction.mentions.flatMap(({ type, head }) => (['Quantity', 'Time'].includes(type) ? [] : [head])),
  );
  return extraction.tokens.flatMap((_, place) => {
    if (taken.has(place) || uposOf(extraction, place) !== 'NOUN') return [];
    const isBody = isStateNoun(extraction, place);
    if ((!isBody && !OFFICERS.test(wordAt(extraction, place))) || !actsOnNamed(extraction, place)) return [];
    const type = isBody || wordAt(extraction, place) === 'jury' ? 'Organization' : 'Group';
    const first = firstOf(extraction, place);
    return [
      makeMention(extraction, { first, last: place, type, kind: 'nominal', referent: null, score: SCORE, by: BY }),
    ];
  });
}

/** "riot |police|", "appeals |court|". */
function firstOf(extraction: Extraction, noun: number): number {
  let first = noun;
  while (headOf(extraction, first - 1) === noun && uposOf(extraction, first - 1) === 'NOUN') first -= 1;
  return first;
}

/** As the subject of a verb whose object has a name, or as the agent of a passive whose subject has one. */
function actsOnNamed(extraction: Extraction, place: number): boolean {
  const [relation, verb] = [fullRelationAt(extraction, place), headOf(extraction, place)];
  const others = { nsubj: 'obj', 'obl:agent': 'nsubj:pass' }[relation];
  if (others === undefined || uposOf(extraction, verb) !== 'VERB') return false;
  return childrenBy(extraction, verb, others).some((other) => {
    const mention = entityAt(extraction, other);
    return mention !== null && !isAnonymous(extraction, mention);
  });
}

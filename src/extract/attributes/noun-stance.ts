// The stance of an event that a noun names ("talks", "a visit"): that of the verb whose argument or subject the noun is.
import type { Extraction } from '../../model/extraction.ts';
import type { StancedClause } from '../facts/old-facts.ts';
import { type Stance, stanceOfArgument } from './stance.ts';

/** The stance of an event that a noun names: of the verb it is an argument of ("cancelled talks"), else of the verb it is the subject of. */
export function stanceNear(extraction: Extraction, clauses: readonly StancedClause[], token: number): Stance {
  const governs = clauses.findLast(({ clause }) => clause.group.last < token && isArgument(clause, token));
  if (governs) return stanceOfArgument(extraction, governs.stance, governs.clause.group.verb);
  // "Talks between A and B were cancelled": the verb follows the list, at most this many words on.
  const follows = clauses.find(({ clause }) => clause.group.first > token && clause.group.first - token <= 16);
  if (follows)
    return follows.clause.group.passive
      ? stanceOfArgument(extraction, follows.stance, follows.clause.group.verb)
      : follows.stance;
  return (
    clauses.findLast(({ clause }) => clause.group.last < token)?.stance ?? { polarity: 'positive', modality: 'actual' }
  );
}

function isArgument(clause: StancedClause['clause'], token: number): boolean {
  const phrases = [...clause.objects, ...clause.extras, ...clause.complements.map((each) => each.phrase)];
  return phrases.some((phrase) => phrase.first <= token && token <= phrase.last);
}

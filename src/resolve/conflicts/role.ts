// One person is given two offices of one state at one time.
import type { Claim } from '../../model/graph.ts';
import { normalizeTitle } from '../titles.ts';
import { type ConflictFinder, clashing, groupBy, isAffirmed, mayBeAtOneTime } from './conflict-finder.ts';

/** People change posts; documents further apart may both be right. */
const WINDOW_DAYS = 183;
/** Words that say what kind of post without saying which: beside any other they are no contradiction. */
const VAGUE = new Set(
  'official lawmaker politician leader envoy diplomat officer representative adviser advisor aide member negotiator head counterpart'.split(
    ' ',
  ),
);
/** With one of these a title is another office: the vice president is not the president. */
const DEPUTIES = /\b(vice|deputy|assistant|under|shadow|first lady|elect|designate)\b/;

/** Offices of people: the types of the ontology's family, as far as people hold them. */
export const findRoles: ConflictFinder = ({ claims, entities, ontology, dateOf }) => {
  const types = new Set(
    ontology.relationTypes
      .filter(({ family, domain }) => family === 'office' && domain.includes('Person'))
      .map(({ name }) => name),
  );
  const offices = claims.filter((claim) => claim.type !== null && types.has(claim.type) && isAffirmed(claim));
  return groupBy(offices, ({ subject, object }) => object && `${subject} ${object}`).flatMap((group) => {
    const clash = clashing(
      group,
      (left, right) => areTwoOffices(left, right) && mayBeAtOneTime(left, right, dateOf, WINDOW_DAYS),
    );
    const [first] = clash;
    if (first === undefined || first.object === null) return [];
    const titles = [...new Set(clash.map(({ predicate }) => predicate.toLowerCase()))].sort();
    const [person, state] = [entities.get(first.subject)?.name, entities.get(first.object)?.name];
    const reason = `${person} is called ${titles.join(' and ')} of ${state}.`;
    return [{ claimIds: clash.map(({ id }) => id), type: 'role' as const, reason }];
  });
};

function areTwoOffices(left: Claim, right: Claim): boolean {
  const [a, b] = [left, right].map(({ predicate }) => normalizeTitle(predicate).split(' ').filter(Boolean));
  if (!a || !b || a.length === 0 || b.length === 0) return false;
  const isVague = (words: readonly string[]) => words.every((word) => VAGUE.has(word));
  if (isVague(a) || isVague(b)) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  // "Minister" and "foreign minister": the longer says the same more exactly.
  if (!short.every((word) => long.includes(word))) return true;
  return long.some((word) => !short.includes(word) && DEPUTIES.test(word));
}

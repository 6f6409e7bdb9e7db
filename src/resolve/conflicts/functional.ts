// A relation that has one value at a time is given two.
import type { Claim } from '../../model/graph.ts';
import type { EntityId } from '../../model/id.ts';
import { countryOf } from '../organization-name.ts';
import { normalizeTitle } from '../titles.ts';
import {
  type ConflictFinder,
  clashing,
  type Found,
  type Ground,
  groupBy,
  isAffirmed,
  mayBeAtOneTime,
} from './conflict-finder.ts';

/** A post may change hands between documents that are further apart. */
const WINDOW_DAYS = 183;
/** What happens once does not change: born, died, founded. */
const ONCE = /^(BORN|DIED|FOUNDED)_/;
/** Claims of one relation and one end that are compared with one another. */
const MOST = 200;

/** Functional in the subject: two objects of one subject; in the object: two subjects of one object. */
export const findFunctional: ConflictFinder = (ground) => {
  const typed = ground.claims.filter((claim) => claim.type !== null && isAffirmed(claim));
  return ground.ontology.relationTypes.flatMap(({ name, functional, label }) => {
    if (functional === null) return [];
    const claims = typed.filter(({ type }) => type === name);
    return [
      ...(functional === 'subject' || functional === 'both' ? clashes(claims, 'object', label, ground) : []),
      ...(functional === 'object' || functional === 'both' ? clashes(claims, 'subject', label, ground) : []),
    ];
  });
};

function clashes(claims: readonly Claim[], differing: 'subject' | 'object', label: string, ground: Ground): Found[] {
  const shared = differing === 'object' ? 'subject' : 'object';
  return groupBy(claims, (claim) => claim[shared]).flatMap((group) => {
    const clash = clashing(group.slice(0, MOST), (left, right) => isClash(left, right, differing, ground));
    const [first] = clash;
    if (first === undefined) return [];
    const values = [...new Set(clash.map((claim) => nameOf(claim, differing, ground)))];
    const fixed = nameOf(first, shared, ground);
    const reason =
      differing === 'object'
        ? `${fixed} ${label} ${values.join(' or ')}?`
        : `${values.join(' or ')} ${label} ${fixed}?`;
    return [{ claimIds: clash.map(({ id }) => id), type: 'functional' as const, reason }];
  });
}

function isClash(left: Claim, right: Claim, differing: 'subject' | 'object', ground: Ground): boolean {
  if (differing === 'subject') {
    if (left.subject === right.subject) return false;
    // "The president" whom no text names may be the one that another names.
    if ([left, right].some(({ subject }) => ground.entities.get(subject)?.aliases.length === 0)) return false;
    // A company has a chair and a chief executive; two heads under one title are a clash.
    if (left.type === 'LEADS' && normalizeTitle(left.predicate) !== normalizeTitle(right.predicate)) return false;
    if (isSuccession(left, right)) return false;
  } else if (!areTwoValues(left, right, ground)) return false;
  // The time of such a claim is its value, or goes with it: that it differs is the conflict.
  return ONCE.test(left.type ?? '') || mayBeAtOneTime(left, right, ground.dateOf, WINDOW_DAYS);
}

/** "Quill became president in 2000. … Hale is president today": where one text tells both, the later follows the earlier. */
function isSuccession(left: Claim, right: Claim): boolean {
  return left.evidence.some(({ documentId, time }) =>
    right.evidence.some((other) => {
      const [from, to] = [time?.from, other.time?.from];
      return documentId === other.documentId && !!from && !!to && !from.startsWith(to) && !to.startsWith(from);
    }),
  );
}

function areTwoValues(left: Claim, right: Claim, ground: Ground): boolean {
  if (left.literal !== null && right.literal !== null) {
    const [a, b] = [String(left.literal.value), String(right.literal.value)];
    return !a.startsWith(b) && !b.startsWith(a);
  }
  if (left.object === null || right.object === null || left.object === right.object) return false;
  return !mayContain(left.object, right.object, ground) && !mayContain(right.object, left.object, ground);
}

/** A town and its country are no contradiction; nor where one is a country and of the other nothing is known. */
function mayContain(outer: EntityId, inner: EntityId, { entities, liesIn }: Ground): boolean {
  const [whole, part] = [entities.get(outer), entities.get(inner)];
  if (whole?.type !== 'Place' || part?.type !== 'Place') return false;
  if (countryOf(whole.name) !== null && countryOf(part.name) === null) return true;
  return liesIn(inner, outer);
}

function nameOf(claim: Claim, end: 'subject' | 'object', { entities }: Ground): string {
  const id = claim[end];
  return (id === null ? claim.literal?.text : entities.get(id)?.name) ?? '';
}

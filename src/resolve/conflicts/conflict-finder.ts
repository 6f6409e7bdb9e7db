// The one shape of a finder of conflicts, and what all of them ask: could two claims be meant of one time?
import type { TimeRange } from '../../model/extraction.ts';
import type { Claim, Conflict, Entity, Evidence } from '../../model/graph.ts';
import type { DocumentId, EntityId } from '../../model/id.ts';
import type { Ontology } from '../../model/ontology.ts';

/** What finders may look at. */
export interface Ground {
  /** With evidence, by id. */
  readonly claims: readonly Claim[];
  readonly entities: { get(id: EntityId): Entity | undefined };
  readonly ontology: Ontology;
  /** Publication date of a document, `YYYY-MM-DD`; null where it is unknown. */
  dateOf(document: DocumentId): string | null;
  /** True where a text says that the inner place lies in the outer one. */
  liesIn(inner: EntityId, outer: EntityId): boolean;
  /** False where an end of the passage is a pronoun that as likely as not means somebody else. */
  isFirm(evidence: Evidence): boolean;
  /** Entities of the places that a passage names where something is ("near X"). */
  placesIn(evidence: Evidence): ReadonlySet<EntityId>;
  /** Entities whose names lie inside a mention of an entity that has no name of its own: "Russian" in "Russian troops". */
  ownersOf(claim: Claim): ReadonlySet<EntityId>;
}

export type Found = Pick<Conflict, 'claimIds' | 'type' | 'reason'>;

export type ConflictFinder = (ground: Ground) => readonly Found[];

const DAY_MS = 86_400_000;

/**
 * True where a passage of one claim and a passage of the other may speak of one time: their ranges overlap; one without a range
 * speaks of the time around its publication, `windowDays` before and after (unknown dates may be any), or of any with "never".
 */
export function mayBeAtOneTime(left: Claim, right: Claim, dateOf: Ground['dateOf'], windowDays: number): boolean {
  return left.evidence.some((piece) => right.evidence.some((other) => piecesMeet(piece, other, dateOf, windowDays)));
}

function piecesMeet(left: Evidence, right: Evidence, dateOf: Ground['dateOf'], windowDays: number): boolean {
  if (isPast(left) || isPast(right)) return false;
  if (hasDate(left) && hasDate(right)) return rangesOverlap(left.time, right.time);
  const [first, second] = [dateOf(left.documentId), dateOf(right.documentId)];
  if (hasDate(left)) return NEVER.test(right.quote) || !second || rangesOverlap(left.time, around(second, windowDays));
  if (hasDate(right)) return NEVER.test(left.quote) || !first || rangesOverlap(around(first, windowDays), right.time);
  if (!first || !second) return true;
  return Math.abs(Date.parse(first) - Date.parse(second)) <= windowDays * DAY_MS;
}

const NEVER = /\bnever\b/i;

/** The days around a date. */
function around(date: string, days: number): Range {
  const [from, to] = [-1, 1].map((side) =>
    new Date(Date.parse(date) + side * days * DAY_MS).toISOString().slice(0, 10),
  );
  return { from: from ?? null, to: to ?? null };
}

type Range = Pick<TimeRange, 'from' | 'to'>;

/** "Former", "then": a time that is over and has no date. */
function isPast({ time }: Evidence): boolean {
  return time !== null && time.from === null && time.to === null && /\b(former|ex|then|late|past)\b/i.test(time.text);
}

function hasDate(piece: Evidence): piece is Evidence & { readonly time: TimeRange } {
  return piece.time !== null && (piece.time.from !== null || piece.time.to !== null);
}

function rangesOverlap(left: Range, right: Range): boolean {
  const from = (range: Range) => range.from ?? '0000';
  // A year or month lasts to its end: "2031" meets "2031-05".
  const to = (range: Range) => `${range.to ?? '9999'}~`;
  return from(left) <= to(right) && from(right) <= to(left);
}

/** Affirmed, and not in an "if", a demand, or a guess. */
export function isAffirmed({ polarity, modality }: Claim): boolean {
  return polarity === 'positive' && modality === 'actual';
}

/** Items by a key, in the order of the keys; those without a key left out, groups of one too. */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string | null): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups]
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([, group]) => group)
    .filter(({ length }) => length > 1);
}

/** Claims that meet at least one other of the group, as a conflict would list them. */
export function clashing(group: readonly Claim[], clash: (left: Claim, right: Claim) => boolean): Claim[] {
  return group.filter((claim) => group.some((other) => other !== claim && clash(claim, other)));
}

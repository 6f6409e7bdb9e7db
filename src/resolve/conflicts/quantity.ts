// Two numbers for one thing.
import { readFileSync } from 'node:fs';
import type { Claim, Evidence } from '../../model/graph.ts';
import { foldName, foldWords } from '../fold.ts';
import { stateOfFolded } from '../states.ts';
import { type ConflictFinder, clashing, type Ground, groupBy, mayBeAtOneTime } from './conflict-finder.ts';
import { isPart, maySay } from './counts.ts';

/** Counts change; documents further apart may both be right. */
const WINDOW_DAYS = 31;
/** Claims about one thing that are compared with one another. */
const MOST = 200;
/** The predicate of a count of the subject itself: "1,200 troops". */
const COUNT = 'number';
/** What a thing is sold for. */
const PRICE = 'price';
/** Of a person, in years; who has a birthday between two reports is a year older. */
const AGE = 'age';
/** What befalls people ("people killed"): of one place, and of one event where they are reported within so many days. */
const { verbs, states } = JSON.parse(
  readFileSync(new URL('../../../data/lexicon/fates.json', import.meta.url), 'utf8'),
) as Record<'verbs' | 'states', Readonly<Record<string, unknown>>>;
const FATE = new RegExp(` (?:${[...Object.keys(verbs), ...Object.keys(states)].join('|')})$`);
const TOLL_DAYS = 7;
/** A state sees many events a week; of fewer people nobody can tell that they are of one. */
const LEAST_OF_STATE = 100;

/**
 * Numbers with one unit about one subject and predicate, or counts of one unit that belong to one owner ("Russian troops",
 * "troops" that Russia has). None where time or place differ, where one number is the other
 * rounded or bounded, or counts a part.
 */
export const findQuantities: ConflictFinder = (ground) => {
  const counted = ground.claims.filter(
    ({ literal, polarity }) =>
      literal?.type === 'Quantity' && typeof literal.value === 'number' && polarity === 'positive',
  );
  const keys = new Map(counted.map((claim) => [claim, keysOf(claim, ground)]));
  const found = new Map<string, { claimIds: Claim['id'][]; type: 'quantity'; reason: string }>();
  for (const place of [0, 1]) {
    for (const group of groupBy(counted, (claim) => keys.get(claim)?.[place] ?? null)) {
      const clash = clashing(group.slice(0, MOST), (left, right) => isClash(left, right, ground));
      const claimIds = clash.map(({ id }) => id);
      if (clash.length > 1)
        found.set(claimIds.join(), { claimIds, type: 'quantity', reason: sayReason(clash, ground) });
    }
  }
  return withoutParts([...found.values()]);
};

/** Conflicts whose claims another one holds too say nothing new. */
function withoutParts<Group extends { readonly claimIds: readonly Claim['id'][] }>(found: readonly Group[]): Group[] {
  return found.filter(
    (part) =>
      !found.some(
        (whole) =>
          whole.claimIds.length > part.claimIds.length && part.claimIds.every((id) => whole.claimIds.includes(id)),
      ),
  );
}

/** By subject and predicate; and by unit and owner, for counts. */
function keysOf(claim: Claim, ground: Ground): (string | null)[] {
  const unit = singular(claim.literal?.unit ?? '');
  const bySubject = JSON.stringify([claim.subject, claim.type ?? foldName(claim.predicate), unit, modalityOf(claim)]);
  if (foldName(claim.predicate) !== COUNT || unit === '') return [bySubject, null];
  const owners = [...ground.ownersOf(claim)].sort();
  return [bySubject, owners.length === 1 ? JSON.stringify([unit, owners[0]]) : null];
}

/** A count is a count, be it of what is or of what will be left, and so is a price; what is done with a number may be planned or done. */
function modalityOf({ predicate, modality }: Claim): string {
  return [COUNT, PRICE].includes(foldName(predicate)) ? '' : modality;
}

function isClash(left: Claim, right: Claim, ground: Ground): boolean {
  const [a, b] = [left.literal, right.literal];
  if (a === null || b === null || typeof a.value !== 'number' || typeof b.value !== 'number') return false;
  if (a.value === b.value || maySay(a.value, a.text, b.value) || maySay(b.value, b.text, a.value)) return false;
  if (left.predicate === AGE && Math.abs(a.value - b.value) <= 1) return false;
  const isToll = FATE.test(left.predicate);
  if (isToll && !mayBeOneEvent(left, right, Math.min(a.value, b.value), ground)) return false;
  if (!mayBeAtOneTime(left, right, ground.dateOf, isToll ? TOLL_DAYS : WINDOW_DAYS)) return false;
  const wholes = right.evidence.filter((piece) => !isPart(right, piece));
  return left.evidence.some(
    (piece) =>
      !isPart(left, piece) && wholes.some((other) => !isOneVoice(piece, other) && placesMeet(piece, other, ground)),
  );
}

/** Places have a next event: both must be dated, and a state must have lost many. */
function mayBeOneEvent(left: Claim, right: Claim, least: number, ground: Ground): boolean {
  const isDated = ({ evidence }: Claim): boolean =>
    evidence.some(({ time, documentId }) => (time?.from ?? ground.dateOf(documentId)) !== null);
  return isDated(left) && isDated(right) && (least >= LEAST_OF_STATE || !isState(left, ground));
}

function isState({ subject }: Claim, { entities }: Ground): boolean {
  return stateOfFolded(foldName(entities.get(subject)?.name ?? '')) !== null;
}

/** One author who gives two numbers means two things ("from 100 to 120"), unless he reports what two others say. */
function isOneVoice(left: Evidence, right: Evidence): boolean {
  const [said, other] = [left.attribution, right.attribution];
  return left.documentId === right.documentId && (said === null || other === null || said.text === other.text);
}

function placesMeet(left: Evidence, right: Evidence, ground: Ground): boolean {
  const [places, others] = [ground.placesIn(left), ground.placesIn(right)];
  return places.size === 0 || others.size === 0 || [...places].some((place) => others.has(place));
}

function sayReason(claims: readonly Claim[], { entities, ownersOf }: Ground): string {
  const [first] = claims;
  if (first === undefined) return '';
  const values = [...claims]
    .sort((a, b) => Number(a.literal?.value) - Number(b.literal?.value))
    .map(({ literal }) => literal?.text ?? '');
  const unit = FATE.test(first.predicate) ? first.predicate : unitOf(first);
  const owner = [...ownersOf(first)].flatMap((id) => entities.get(id)?.name ?? []).sort()[0];
  const whose = owner === undefined ? (entities.get(first.subject)?.name ?? '') : owner;
  return `${[...new Set(values)].join(' or ')} ${unit}? (${whose})`.replace(/ +/g, ' ');
}

/** "$3 billion" has its unit in its text. */
function unitOf({ predicate, literal }: Claim): string {
  return predicate === PRICE ? '' : (literal?.unit ?? '');
}

function singular(unit: string): string {
  return foldWords(unit)
    .map((word) => (word.length > 3 ? word.replace(/(?<!s)s$/, '') : word))
    .join(' ');
}

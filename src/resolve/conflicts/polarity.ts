// One source affirms what another denies.
import { isAct, isSpeech } from '../../model/extraction.ts';
import type { Claim } from '../../model/graph.ts';
import { foldName } from '../fold.ts';
import { type ConflictFinder, groupBy, mayBeAtOneTime } from './conflict-finder.ts';

/** Dates further apart are two occasions. */
const WINDOW_DAYS = 92;

/** Claims that are equal but for their polarity and may speak of one time. */
export const findPolarity: ConflictFinder = ({ claims, entities, dateOf }) => {
  const found = groupBy(withDenied(claims), ({ type, predicate, subject, object, literal, modality }) => {
    const value = literal === null ? null : [literal.type, literal.value, literal.unit];
    return JSON.stringify([subject, type ?? `~${bare(predicate)}`, object, value, modality]);
  }).flatMap((group) => {
    const clash = group.filter((claim) =>
      group.some((other) => other.polarity !== claim.polarity && mayBeAtOneTime(claim, other, dateOf, WINDOW_DAYS)),
    );
    const [first] = clash;
    if (first === undefined) return [];
    const names = [first.subject, first.object].flatMap((id) => (id === null ? [] : (entities.get(id)?.name ?? [])));
    const reason = `One side affirms and one denies: ${names.join(' and ')} (${first.predicate}).`;
    const passages = clash.flatMap(({ evidence }) => evidence.map(({ documentId, start }) => `${documentId} ${start}`));
    const conflict = { claimIds: clash.map(({ id }) => id), type: 'polarity' as const, reason };
    return [{ conflict, isOpen: first.type === null, place: [...new Set(passages)].sort().join() }];
  });
  // "Met her" and "met in Oslo" of the same sentences are one quarrel: the typed claim tells it.
  const told = new Set(found.flatMap(({ isOpen, place }) => (isOpen ? [] : [place])));
  return found.flatMap(({ conflict, isOpen, place }) => (isOpen && told.has(place) ? [] : [conflict]));
};

/** Claims about whoever is the subject of a denial: all others have no second side. That somebody said so is no quarrel, and two acts of one verb and noun may be two. */
function withDenied(all: readonly Claim[]): readonly Claim[] {
  const claims = all.filter((claim) => !isSpeech(claim) && !isAct(claim));
  const denied = new Set(claims.filter(({ polarity }) => polarity !== 'positive').map(({ subject }) => subject));
  return denied.size === 0 ? [] : claims.filter(({ subject }) => denied.has(subject));
}

/** "has not agreed to" and "has agreed to" are one predicate. */
function bare(predicate: string): string {
  return foldName(predicate.replace(/\b(?:do|does|did|not|never|no)\b|n['’]t\b/gi, ' '));
}

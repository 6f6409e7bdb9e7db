// All that documents say of one thing → one claim, with every passage once and the count of independent witnesses.
import { isSpeech } from '../model/extraction.ts';
import type { Attribution, Claim, Evidence } from '../model/graph.ts';
import type { ClaimId } from '../model/id.ts';
import { compareSpans } from '../model/span.ts';
import { compareText, foldName } from './fold.ts';
import { outsideMarks } from './lineage/fingerprints.ts';
import type { Witnesses } from './lineage/witnesses.ts';

/** Which pieces of evidence come from one witness, and why. */
export type WitnessesOf = (evidence: readonly Evidence[]) => Witnesses;

/** What one relation adds to a claim. */
export interface Piece {
  readonly predicate: string;
  readonly literal: Claim['literal'];
  readonly evidence: Evidence;
}

export type ClaimHead = Pick<Claim, 'type' | 'subject' | 'object' | 'polarity' | 'modality'> & { readonly id: ClaimId };

/** @param given Not empty; the pieces of one document stand together in the order of its relations. */
export function finishClaim(head: ClaimHead, given: readonly Piece[], witnessesOf: WitnessesOf): Claim {
  const pieces = given.length === 1 ? [...given] : [...given].sort(byDocument);
  const evidence = distinct(pieces).sort(compareEvidence);
  const literal = pieces[0]?.literal ?? null;
  const { numbers, links } = witnessesOf(isSpeech({ literal }) ? evidence.map(aroundWords) : evidence);
  const best = new Map<number, number>();
  for (const [index, { score }] of evidence.entries()) {
    const witness = numbers[index] ?? 0;
    best.set(witness, Math.max(best.get(witness) ?? 0, score));
  }
  const claim: Claim = {
    id: head.id,
    type: head.type,
    predicate: mostFrequent(pieces),
    subject: head.subject,
    object: head.object,
    literal,
    polarity: head.polarity,
    modality: head.modality,
    attribution: agreed(
      evidence.map(({ attribution }) => attribution),
      sayAttribution,
    ),
    time: agreed(
      evidence.map(({ time }) => time),
      (time) => JSON.stringify([time.from, time.to]),
    ),
    derivedFrom: null,
    confidence: noisyOr([...best.values()]),
    independentSources: best.size,
    disputed: false,
    evidence,
  };
  return links.length === 0 ? claim : { ...claim, sourceLinks: links };
}

/** Many hands have the same words from one mouth: what they write around them tells who reprints whom. */
function aroundWords(piece: Evidence): Evidence {
  return { ...piece, quote: outsideMarks(piece.quote) };
}

const byDocument = (left: Piece, right: Piece): number =>
  compareText(left.evidence.documentId, right.evidence.documentId);

/** The same step on the same passage and mentions counts once, at its best score. */
function distinct(pieces: readonly Piece[]): Evidence[] {
  const [first, second] = pieces;
  if (first !== undefined && second === undefined) return [first.evidence];
  const known = new Map<string, Evidence>();
  for (const { evidence } of pieces) {
    const { documentId, start, end, subjectMention, objectMention, by } = evidence;
    const key = JSON.stringify([documentId, start, end, subjectMention, objectMention, by]);
    const other = known.get(key);
    if (other === undefined || isBetter(evidence, other)) known.set(key, evidence);
  }
  return [...known.values()];
}

function isBetter(piece: Evidence, other: Evidence): boolean {
  return piece.score !== other.score ? piece.score > other.score : JSON.stringify(piece) < JSON.stringify(other);
}

function compareEvidence(left: Evidence, right: Evidence): number {
  return (
    compareText(left.documentId, right.documentId) ||
    compareSpans(left, right) ||
    compareText(JSON.stringify(left), JSON.stringify(right))
  );
}

function mostFrequent(pieces: readonly Piece[]): string {
  const counts = new Map<string, number>();
  for (const { predicate } of pieces) counts.set(predicate, (counts.get(predicate) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))[0]?.[0] ?? '';
}

const sayAttribution = ({ entity, text }: Attribution): string => entity ?? foldName(text);

/** What all pieces have in common; null where one lacks it or differs. */
function agreed<Item>(items: readonly (Item | null)[], keyOf: (item: Item) => string): Item | null {
  const [first] = items;
  if (first === undefined || first === null) return null;
  return items.every((item) => item !== null && keyOf(item) === keyOf(first)) ? first : null;
}

/** Chance that at least one witness was read rightly; never certain. */
export function noisyOr(scores: readonly number[]): number {
  const wrong = scores.reduce((product, score) => product * (1 - score), 1);
  return Math.min(0.99, Math.round((1 - wrong) * 1e4) / 1e4);
}

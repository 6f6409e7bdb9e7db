// Runs the coreference head: for each mention the earlier ones that it may go back to, with their chances.
import { type PairSession, STATE_WIDTH } from '../../onnx/pair-session.ts';
import type { ReadWindow, Segment } from '../encoder/read-document.ts';
import type { Candidate } from './candidate-mentions.ts';
import { matchWords, pairFeatures, SHARED_WORDS } from './pair-features.ts';

/** Mentions that a mention looks back; further away only names that share words, as in training. */
const FURTHEST = 60;
/** Names that share words with one far away are many in a long list of results. */
const MOST_FAR = 40;
const NAME = 1;

/** A link to an earlier candidate; `chance`: softmax over all earlier ones and "a new entity". */
export interface Link {
  readonly to: number;
  readonly chance: number;
}

/** For each candidate the links that beat "a new entity", the best first. */
export async function scoreLinks(
  session: PairSession,
  segment: Segment,
  candidates: readonly Candidate[],
): Promise<readonly (readonly Link[])[]> {
  const pairs: number[] = [];
  const features: number[] = [];
  const byWord = indexNames(candidates);
  const starts = candidates.map((later, index) => {
    const start = pairs.length / 2;
    for (const earlier of lookBack(candidates, index, byWord)) {
      pairs.push(index, earlier);
      features.push(...pairFeatures(later, candidates[earlier] as Candidate, index - earlier - 1));
    }
    return start;
  });
  if (pairs.length === 0) return candidates.map(() => []);
  const { links, fresh } = await session.scoreLinks({
    ...gatherStates(segment, candidates),
    kinds: Int32Array.from(candidates, ({ kind }) => kind),
    types: Int32Array.from(candidates, ({ type }) => type),
    pairs: Int32Array.from(pairs),
    features: Int32Array.from(features),
  });
  return candidates.map((_, index) => {
    const from = starts[index] ?? 0;
    const scores = links.subarray(from, starts[index + 1] ?? links.length);
    return rankLinks(scores, fresh[index] ?? 0, (place) => pairs[(from + place) * 2 + 1] ?? 0);
  });
}

/** Earlier candidates to score, in reading order. `byWord`: names by their words, in lower case. */
function lookBack(
  candidates: readonly Candidate[],
  index: number,
  byWord: ReadonlyMap<string, readonly number[]>,
): number[] {
  const later = candidates[index] as Candidate;
  const near = Math.max(0, index - FURTHEST);
  const sharing = later.kind === NAME ? later.words.flatMap((word) => byWord.get(word.toLowerCase()) ?? []) : [];
  const far = [...new Set(sharing)]
    .filter((earlier) => earlier < near)
    .sort((left, right) => right - left)
    .slice(0, MOST_FAR)
    .filter((earlier) => matchWords(candidates[earlier]?.words ?? [], later.words) >= SHARED_WORDS);
  return [...far.reverse(), ...Array.from({ length: index - near }, (_, offset) => near + offset)];
}

function indexNames(candidates: readonly Candidate[]): Map<string, number[]> {
  const byWord = new Map<string, number[]>();
  for (const [index, { kind, words }] of candidates.entries()) {
    for (const word of kind === NAME ? new Set(words.map((each) => each.toLowerCase())) : []) {
      const others = byWord.get(word);
      if (others) others.push(index);
      else byWord.set(word, [index]);
    }
  }
  return byWord;
}

function rankLinks(scores: Float32Array, fresh: number, earlierAt: (place: number) => number): Link[] {
  const highest = scores.reduce((best, score) => Math.max(best, score), fresh);
  const total = scores.reduce((sum, score) => sum + Math.exp(score - highest), Math.exp(fresh - highest));
  const links: Link[] = [];
  for (const [place, score] of scores.entries())
    if (score > fresh) links.push({ to: earlierAt(place), chance: Math.exp(score - highest) / total });
  return links.sort((left, right) => right.chance - left.chance || right.to - left.to);
}

/** Rows of states at the first and the last piece of each candidate, each in the window where its word is at home. */
function gatherStates({ windows }: Segment, candidates: readonly Candidate[]) {
  const first = new Float32Array(candidates.length * STATE_WIDTH);
  const last = new Float32Array(candidates.length * STATE_WIDTH);
  for (const [index, candidate] of candidates.entries()) {
    copyRow(windows, candidate.start, 'first', first, index);
    copyRow(windows, candidate.end - 1, 'last', last, index);
  }
  return { first, last };
}

function copyRow(
  windows: readonly ReadWindow[],
  token: number,
  side: 'first' | 'last',
  into: Float32Array,
  row: number,
): void {
  const window = windows[homeOf(windows, token)];
  const piece = window?.pieces.get(token)?.[side];
  if (window === undefined || piece === undefined) return;
  into.set(window.states.subarray(piece * STATE_WIDTH, (piece + 1) * STATE_WIDTH), row * STATE_WIDTH);
}

/** Place of the window where a token is at home, by halves. */
function homeOf(windows: readonly ReadWindow[], token: number): number {
  let low = 0;
  let high = windows.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((windows[middle]?.home.last ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

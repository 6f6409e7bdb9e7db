// Runs the coreference head: for each mention the earlier ones that it may go back to, with their chances.
import { type PairSession, STATE_WIDTH } from '../../onnx/pair-session.ts';
import type { ReadWindow, Segment } from '../encoder/read-document.ts';
import type { Candidate } from './candidate-mentions.ts';
import { FEATURE_COUNT, matchWords, pairFeatures, SHARED_WORDS } from './pair-features.ts';

/** Mentions that a mention looks back; further away only names that share words. Training looks back 60: its texts are one window. */
const FURTHEST = 150;
/** Names that share words with one far away are many in a long list of results. */
const MOST_FAR = 40;
const NAME = 1;
/** Less than this tells nothing. */
const LEAST_CHANCE = 1e-5;
/** Candidates of one run: memory stays bounded, and few earlier ones are read twice. */
const CHUNK = 128;

/** A link to an earlier candidate. */
export interface Link {
  readonly to: number;
  readonly chance: number;
}

/** What the head gives a candidate: chances of all earlier ones and of "a new entity", together 1. */
export interface Reach {
  readonly fresh: number;
  readonly links: readonly Link[];
}

/** One for each candidate. */
export async function scoreLinks(
  session: PairSession,
  segment: Segment,
  candidates: readonly Candidate[],
): Promise<Reach[]> {
  const byWord = indexNames(candidates);
  const reaches: Reach[] = [];
  for (let from = 0; from < candidates.length; from += CHUNK) {
    const backs = candidates.slice(from, from + CHUNK).map((_, offset) => lookBack(candidates, from + offset, byWord));
    reaches.push(...(await scoreChunk(session, segment, candidates, from, backs)));
  }
  return reaches;
}

/** Reaches of the candidates from `from` on, one list of earlier ones each; only those take part in the run. */
async function scoreChunk(
  session: PairSession,
  segment: Segment,
  candidates: readonly Candidate[],
  from: number,
  backs: readonly (readonly number[])[],
): Promise<Reach[]> {
  const needed = [...new Set([...backs.flat(), ...backs.map((_, offset) => from + offset)])].sort((a, b) => a - b);
  const rows = new Map(needed.map((candidate, row) => [candidate, row]));
  const taking = needed.map((index) => candidates[index] as Candidate);
  const count = backs.reduce((sum, back) => sum + back.length, 0);
  if (count === 0) return backs.map(() => ({ fresh: 1, links: [] }));
  const pairs = new Int32Array(count * 2);
  const features = new Int32Array(count * FEATURE_COUNT);
  let pair = 0;
  for (const [offset, back] of backs.entries()) {
    const index = from + offset;
    const row = rows.get(index) ?? 0;
    const later = candidates[index] as Candidate;
    for (const earlier of back) {
      pairs[pair * 2] = row;
      pairs[pair * 2 + 1] = rows.get(earlier) ?? 0;
      const own = pairFeatures(later, candidates[earlier] as Candidate, index - earlier - 1);
      // Thousands of pairs a document: typed arrays take single numbers far quicker than lists.
      for (let column = 0; column < FEATURE_COUNT; column += 1)
        features[pair * FEATURE_COUNT + column] = own[column] ?? 0;
      pair += 1;
    }
  }
  const { links, fresh } = await session.scoreLinks({
    ...gatherStates(segment, taking),
    kinds: Int32Array.from(taking, ({ kind }) => kind),
    types: Int32Array.from(taking, ({ type }) => type),
    pairs,
    features,
  });
  let start = 0;
  return backs.map((back, offset) => {
    const scores = links.subarray(start, start + back.length);
    start += back.length;
    return toReach(scores, fresh[rows.get(from + offset) ?? 0] ?? 0, (place) => back[place] ?? 0);
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

function toReach(scores: Float32Array, fresh: number, earlierAt: (place: number) => number): Reach {
  let highest = fresh;
  for (const score of scores) highest = Math.max(highest, score);
  let total = Math.exp(fresh - highest);
  for (const score of scores) total += Math.exp(score - highest);
  const links: Link[] = [];
  for (let place = 0; place < scores.length; place += 1) {
    const chance = Math.exp((scores[place] ?? fresh) - highest) / total;
    if (chance >= LEAST_CHANCE) links.push({ to: earlierAt(place), chance });
  }
  return { fresh: Math.exp(fresh - highest) / total, links };
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

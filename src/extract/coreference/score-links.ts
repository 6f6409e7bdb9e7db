// Runs the coreference head: for each mention the earlier ones that it may go back to, with their chances.
import { type PairSession, STATE_WIDTH } from '../../onnx/pair-session.ts';
import type { ReadWindow, Segment } from '../encoder/read-document.ts';
import type { Candidate } from './candidate-mentions.ts';
import { FEATURE_COUNT, type Form, formOf, MATCH, matchForms, SHARED_WORDS, writeFeatures } from './pair-features.ts';

/** Mentions that a mention looks back; further away only names that share words. Training looks back 60: its texts are one window. */
const FURTHEST = 150;
/** Names that share words with one far away are many in a long list of results. */
const MOST_FAR = 40;
/** Places in labels.json. */
const [NAME, PRONOUN] = [1, 3];
/** Organization, Place and Group there. */
const BODIES = new Set([1, 2, 3]);
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

/** The earlier candidates that one is paired with, in reading order. */
type View = readonly number[];

/** One for each candidate. */
export async function scoreLinks(
  session: PairSession,
  segment: Segment,
  candidates: readonly Candidate[],
): Promise<Reach[]> {
  const forms = candidates.map(({ words }) => formOf(words));
  const byWord = indexNames(candidates);
  const reaches: Reach[] = [];
  for (let from = 0; from < candidates.length; from += CHUNK) {
    const views = candidates
      .slice(from, from + CHUNK)
      .map((_, offset) => lookBack(candidates, forms, from + offset, byWord));
    reaches.push(...(await scoreChunk(session, segment, { candidates, forms, from, views })));
  }
  return reaches;
}

interface Chunk {
  readonly candidates: readonly Candidate[];
  readonly forms: readonly Form[];
  /** The first candidate whose links are scored; one view each from there on. */
  readonly from: number;
  readonly views: readonly View[];
}

/** Reaches of the candidates of a chunk; only they and what they look at take part in the run. */
async function scoreChunk(session: PairSession, segment: Segment, chunk: Chunk): Promise<Reach[]> {
  const { candidates, from, views } = chunk;
  const needed = neededBy(chunk);
  const rows = new Int32Array(candidates.length);
  for (const [row, index] of needed.entries()) rows[index] = row;
  const taking = needed.map((index) => candidates[index] as Candidate);
  const { pairs, features } = pairUp(chunk, rows);
  if (pairs.length === 0) return views.map(() => ({ fresh: 1, links: [] }));
  const { links, fresh } = await session.scoreLinks({
    ...gatherStates(segment, taking),
    kinds: Int32Array.from(taking, ({ kind }) => kind),
    types: Int32Array.from(taking, ({ type }) => type),
    pairs,
    features,
  });
  let start = 0;
  return views.map((view, offset) => {
    const scores = links.subarray(start, start + view.length);
    start += scores.length;
    return toReach(scores, fresh[rows[from + offset] ?? 0] ?? 0, view);
  });
}

/** In reading order. */
function neededBy({ candidates, from, views }: Chunk): number[] {
  const isNeeded = new Uint8Array(candidates.length);
  for (const [offset, view] of views.entries()) {
    isNeeded[from + offset] = 1;
    for (const earlier of view) isNeeded[earlier] = 1;
  }
  const needed: number[] = [];
  for (const [index, flag] of isNeeded.entries()) if (flag === 1) needed.push(index);
  return needed;
}

/** Thousands of pairs a document: written straight into flat rows. `rows`: row of each candidate in the run. */
function pairUp({ candidates, forms, from, views }: Chunk, rows: Int32Array) {
  const count = views.reduce((sum, { length }) => sum + length, 0);
  const pairs = new Int32Array(count * 2);
  const features = new Int32Array(count * FEATURE_COUNT);
  let pair = 0;
  const add = (index: number, earlier: number): void => {
    pairs[pair * 2] = rows[index] ?? 0;
    pairs[pair * 2 + 1] = rows[earlier] ?? 0;
    const at = pair * FEATURE_COUNT;
    writeFeatures(features, at, candidates[index] as Candidate, candidates[earlier] as Candidate, index - earlier - 1);
    features[at + MATCH] = matchForms(forms[earlier] as Form, forms[index] as Form);
    pair += 1;
  };
  for (const [offset, view] of views.entries()) for (const earlier of view) add(from + offset, earlier);
  return { pairs, features };
}

/** `byWord`: names by their words, in lower case. */
function lookBack(
  candidates: readonly Candidate[],
  forms: readonly Form[],
  index: number,
  byWord: ReadonlyMap<string, readonly number[]>,
): View {
  const own = candidates[index] as Candidate;
  const near = Math.max(0, index - FURTHEST);
  const view = own.kind === NAME && near > 0 ? farNames(own, forms, index, near, byWord) : [];
  for (let earlier = near; earlier < index; earlier += 1)
    if (mayBeOne(own, candidates[earlier] as Candidate) || matchForms(forms[earlier] as Form, forms[index] as Form) > 0)
      view.push(earlier);
  return view;
}

/**
 * Of two types, without a word in common, hardly ever one thing: of sixteen texts four fifths of the pairs, and 3 of 1,166 links. But
 * countries, their peoples and governments change places, and what a pronoun stands for tells more than its type does.
 */
function mayBeOne({ kind, type }: Candidate, other: Candidate): boolean {
  return type === other.type || kind === PRONOUN || (BODIES.has(type) && BODIES.has(other.type));
}

function farNames(
  { words }: Candidate,
  forms: readonly Form[],
  index: number,
  near: number,
  byWord: ReadonlyMap<string, readonly number[]>,
): number[] {
  const sharing = words.flatMap((word) => byWord.get(word.toLowerCase()) ?? []);
  const far = [...new Set(sharing)]
    .filter((earlier) => earlier < near)
    .sort((left, right) => right - left)
    .slice(0, MOST_FAR)
    .filter((earlier) => matchForms(forms[earlier] as Form, forms[index] as Form) >= SHARED_WORDS);
  return far.reverse();
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

function toReach(scores: Float32Array, fresh: number, view: View): Reach {
  let highest = fresh;
  for (let place = 0; place < scores.length; place += 1) highest = Math.max(highest, scores[place] as number);
  const powers = new Float64Array(scores.length);
  const ofFresh = Math.exp(fresh - highest);
  let total = ofFresh;
  for (let place = 0; place < scores.length; place += 1) {
    const power = Math.exp((scores[place] as number) - highest);
    powers[place] = power;
    total += power;
  }
  const links: Link[] = [];
  for (let place = 0; place < scores.length; place += 1) {
    const chance = (powers[place] as number) / total;
    if (chance >= LEAST_CHANCE) links.push({ to: view[place] as number, chance });
  }
  return { fresh: ofFresh / total, links };
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

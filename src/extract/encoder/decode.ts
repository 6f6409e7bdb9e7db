// Output of the text graph → tags and trees of tokens.
import { changeToken, type Sentence, type Token } from '../../model/extraction.ts';
import type { Labels, TextOutput } from '../../onnx/text-session.ts';
import type { EncodedWindow, Stretch } from './encode.ts';
import { bestTree } from './spanning-tree.ts';

/** What the graph says of one token. */
export interface Reading {
  readonly upos: string;
  readonly head: number;
  readonly deprel: string;
}

/** Readings by the place of the token. Each stretch is a tree of its own, with one root (head -1). */
export function decodeTrees(window: EncodedWindow, output: TextOutput, labels: Labels): Map<number, Reading> {
  const readings = new Map<number, Reading>();
  for (const [row, stretch] of window.stretches.entries()) {
    if (stretch.seam !== null) continue;
    const heads = findHeads(stretch, row, window.width, output.arcs);
    const taken: Reading[] = [];
    for (const [word, head] of heads.entries()) {
      const cell = (row * window.width + word) * (window.width + 1) + head + 1;
      const upos = labels.upos[output.upos[row * window.width + word] ?? -1] ?? 'X';
      const deprel = head < 0 ? 'root' : nameRelation(labels.deprel[output.labels[cell] ?? -1]);
      // "since 2014", "in 2005": the tree knows the preposition that the tags take for a noun.
      taken.push({ upos: upos === 'NOUN' && deprel === 'case' ? 'ADP' : upos, head, deprel });
    }
    for (const [word, reading] of nearAgents(uncrossPrepositions(taken)).entries())
      readings.set(stretch.firstToken + word, {
        upos: reading.upos,
        head: reading.head < 0 ? -1 : stretch.firstToken + reading.head,
        deprel: reading.deprel,
      });
  }
  return readings;
}

/**
 * "is buried in the hall, which was |designed| by an architect": a phrase whose preposition stands right behind a passive hangs
 * on it, not on a verb before.
 */
export function nearAgents(readings: readonly Reading[]): Reading[] {
  const mended = [...readings];
  for (const [word, { deprel, head, upos }] of readings.entries()) {
    if (deprel !== 'case' || upos !== 'ADP' || head <= word) continue;
    const phrase = readings[head];
    const isLater = phrase !== undefined && /^obl/.test(phrase.deprel) && phrase.head >= 0 && phrase.head < word - 1;
    const isPassive =
      readings[word - 1]?.upos === 'VERB' &&
      readings.some((each) => each.head === word - 1 && each.deprel === 'aux:pass');
    if (isLater && isPassive) mended[head] = { ...phrase, head: word - 1 };
  }
  return mended;
}

/** Words from a preposition to the head of its phrase. */
const LONGEST_PHRASE = 6;

/**
 * "president |of| France |since| 2010": a preposition stands before its own phrase. One whose arc crosses that of the noun behind it,
 * or leads back although a noun without one follows, is given to that noun. Heads are places in the list, -1 for the root.
 */
export function uncrossPrepositions(readings: readonly Reading[]): Reading[] {
  const mended = [...readings];
  for (const [word, reading] of readings.entries()) {
    if (reading.deprel !== 'case' || reading.upos !== 'ADP') continue;
    const limit = Math.min(
      readings.length - 1,
      word + LONGEST_PHRASE,
      reading.head > word ? reading.head - 1 : Infinity,
    );
    const noun = phraseHead(mended, word, limit);
    if (noun !== null && !hasPreposition(mended, noun, word) && !leadsTo(mended, noun, word))
      mended[word] = { ...reading, head: noun };
  }
  return mended;
}

/** The first word behind a preposition that hangs on a word before it, where all between hang inside; only a noun, name or number. */
function phraseHead(readings: readonly Reading[], preposition: number, limit: number): number | null {
  for (let place = preposition + 1; place <= limit; place += 1) {
    const { head = -1, upos = '', deprel = '' } = readings[place] ?? {};
    if (head > preposition) continue;
    if (head === preposition) return null;
    return /^(?:NOUN|PROPN|NUM)$/.test(upos) && /^(?:obl|nmod|obj|conj)/.test(deprel) ? place : null;
  }
  return null;
}

/** True where the way up from a word passes another one, on which it may then not be hung. */
function leadsTo(readings: readonly Reading[], from: number, to: number): boolean {
  let at = from;
  for (let step = 0; at >= 0 && step < readings.length; step += 1) {
    if (at === to) return true;
    at = readings[at]?.head ?? -1;
  }
  return false;
}

function hasPreposition(readings: readonly Reading[], noun: number, but: number): boolean {
  return readings.some(({ head, deprel }, place) => place !== but && head === noun && deprel === 'case');
}

/** A word that is not the root cannot bear its name. */
function nameRelation(label: string | undefined): string {
  return label === undefined || label === 'root' ? 'dep' : label;
}

function findHeads({ words }: Stretch, row: number, width: number, arcs: Float32Array): number[] {
  const score = (word: number, head: number): number => arcs[(row * width + word) * (width + 1) + head] ?? -1e9;
  const greedy: number[] = [];
  for (let word = 0; word < words; word += 1) {
    const cells = (row * width + word) * (width + 1);
    let best = 0;
    for (let head = 1; head <= words; head += 1)
      if ((arcs[cells + head] ?? -1e9) > (arcs[cells + best] ?? -1e9)) best = head;
    greedy.push(best - 1);
  }
  return isTree(greedy) ? greedy : bestTree(words, score);
}

/** True where every word reaches the one root. */
export function isTree(heads: readonly number[]): boolean {
  if (heads.filter((head) => head < 0).length !== 1) return false;
  const state = new Uint8Array(heads.length); // 1 on the walk, 2 reaches the root
  for (const start of heads.keys()) {
    const walk: number[] = [];
    let word = start;
    while (word >= 0 && state[word] === 0) {
      state[word] = 1;
      walk.push(word);
      word = heads[word] ?? -1;
    }
    if (word >= 0 && state[word] === 1) return false;
    for (const passed of walk) state[passed] = 2;
  }
  return true;
}

/** Tokens with their readings; in a sentence read in several stretches the later roots hang on the first one. */
export function applyTrees(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  readings: ReadonlyMap<number, Reading>,
): Token[] {
  const roots = new Map<number, number>();
  for (const { index, firstToken, lastToken } of sentences) {
    for (let place = firstToken; place <= lastToken; place += 1) {
      if (readings.get(place)?.head !== -1) continue;
      roots.set(index, place);
      break;
    }
  }
  return tokens.map((token) => {
    const reading = readings.get(token.index);
    if (reading === undefined) return token;
    const root = roots.get(token.sentence) ?? token.index;
    if (reading.head === -1 && root !== token.index)
      return changeToken(token, { upos: reading.upos, head: root, deprel: 'parataxis' });
    return changeToken(token, reading);
  });
}

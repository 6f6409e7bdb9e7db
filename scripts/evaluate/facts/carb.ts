// Scores open facts in the manner of CaRB (Bhardwaj, Aggarwal and Mausam 2019): lenient word overlap, one gold tuple a fact for
// precision, the best fact for recall, at every threshold of confidence.
import type { WordTuple } from './tuples.ts';

/** Sums of one sentence at one threshold. */
export interface SentenceScore {
  readonly precision: number;
  readonly found: number;
  readonly recall: number;
  readonly gold: number;
}

export interface CarbResult {
  /** At the threshold with the best F1, 0–1. */
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Area under the curve of precision over recall, closed with precision 1 at recall 0. */
  readonly auc: number;
  /** The sums behind the best F1, a sentence each. */
  readonly sentences: readonly SentenceScore[];
}

export interface CarbSentence {
  readonly gold: readonly WordTuple[];
  readonly found: readonly WordTuple[];
}

type Pair = readonly [precision: number, recall: number];

/** Scores a corpus. Thresholds are the distinct confidences of the facts. */
export function scoreCarb(sentences: readonly CarbSentence[]): CarbResult {
  const thresholds = [...new Set(sentences.flatMap(({ found }) => found.map(({ confidence }) => confidence)))].sort(
    (left, right) => left - right,
  );
  const matrices = sentences.map(({ gold, found }) =>
    gold.map((wanted) => found.map((fact) => matchPair(wanted, fact))),
  );
  const rows = thresholds.map((threshold) =>
    sentences.map((sentence, index) => scoreSentence(sentence, matrices[index] ?? [], threshold)),
  );
  const points = rows.map((row) => sumUp(row));
  const best = points.reduce((top, point, index) => (point.f1 > (points[top]?.f1 ?? -1) ? index : top), 0);
  const curve = [...points, { precision: 1, recall: 0, f1: 0 }];
  let auc = 0;
  for (const [index, point] of points.entries()) {
    const next = curve[index + 1] ?? point;
    auc += ((point.recall - next.recall) * (point.precision + next.precision)) / 2;
  }
  return { ...(points[best] ?? { precision: 0, recall: 0, f1: 0 }), auc, sentences: rows[best] ?? [] };
}

/** Precision, recall and F1 of summed sentences; precision is 1 where nothing was found. */
export function sumUp(scores: readonly SentenceScore[]): { precision: number; recall: number; f1: number } {
  const total = { precision: 0, found: 0, recall: 0, gold: 0 };
  for (const score of scores) {
    total.precision += score.precision;
    total.found += score.found;
    total.recall += score.recall;
    total.gold += score.gold;
  }
  const precision = total.found > 0 ? total.precision / total.found : 1;
  const recall = total.gold > 0 ? total.recall / total.gold : 0;
  return { precision, recall, f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0 };
}

function scoreSentence(
  { gold, found }: CarbSentence,
  matrix: readonly (readonly Pair[])[],
  threshold: number,
): SentenceScore {
  const columns = [...found.keys()].filter((column) => (found[column]?.confidence ?? 0) >= threshold);
  let recall = 0;
  for (const row of matrix) recall += Math.max(0, ...columns.map((column) => row[column]?.[1] ?? 0));
  return { precision: precisionOf(matrix, columns), found: columns.length, recall, gold: gold.length };
}

/** Greedy one-to-one match by precision over the whole sentence. */
function precisionOf(matrix: readonly (readonly Pair[])[], columns: readonly number[]): number {
  const freeRows = new Set(matrix.keys());
  const freeColumns = new Set(columns);
  let sum = 0;
  while (freeRows.size > 0 && freeColumns.size > 0) {
    let best = { row: -1, column: -1, precision: -1 };
    for (const row of freeRows) {
      for (const column of freeColumns) {
        const precision = matrix[row]?.[column]?.[0] ?? 0;
        if (precision > best.precision) best = { row, column, precision };
      }
    }
    freeRows.delete(best.row);
    freeColumns.delete(best.column);
    sum += best.precision;
  }
  return sum;
}

const SAID = ['said', 'told', 'added', 'adds', 'says'];
const FORMS_OF_BE = ['be', 'is', 'am', 'are', 'was', 'were', 'been', 'being'];

/** All arguments after the subject count as one; around a verb of saying the two may stand the other way round. */
function matchPair(gold: WordTuple, fact: WordTuple): Pair {
  const wanted = toBinary(gold);
  const straight = matchTuple(wanted, toBinary(fact));
  const text = gold.predicate.join(' ');
  if (!SAID.some((verb) => text.includes(verb)) || fact.args.length < 2) return straight;
  const turned = matchTuple(wanted, { ...fact, args: [fact.args.slice(1).flat(), fact.args[0] ?? []] });
  return turned[0] > straight[0] || (turned[0] === straight[0] && turned[1] > straight[1]) ? turned : straight;
}

function toBinary(tuple: WordTuple): WordTuple {
  return tuple.args.length < 2 ? tuple : { ...tuple, args: [tuple.args[0] ?? [], tuple.args.slice(1).flat()] };
}

function matchTuple(gold: WordTuple, fact: WordTuple): Pair {
  const left = [...fact.predicate];
  let matched = take(gold.predicate, left);
  if (left.includes('be') && FORMS_OF_BE.some((form) => gold.predicate.includes(form))) matched += 1;
  if (matched === 0) return [0, 0];
  let found = fact.predicate.length;
  let wanted = gold.predicate.length;
  for (const [index, words] of gold.args.entries()) {
    wanted += words.length;
    const own = fact.args[index];
    if (own === undefined) {
      if (index < 2) return [0, 0];
      continue;
    }
    found += own.length;
    matched += take(words, [...own]);
  }
  return [found === 0 ? 0 : matched / found, wanted === 0 ? 0 : matched / wanted];
}

/** How many of the words stand in the pool; each word of the pool is taken once. */
function take(words: readonly string[], pool: string[]): number {
  let count = 0;
  for (const word of words) {
    const place = pool.indexOf(word);
    if (place < 0) continue;
    pool.splice(place, 1);
    count += 1;
  }
  return count;
}

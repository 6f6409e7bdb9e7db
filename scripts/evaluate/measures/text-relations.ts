// Typed relations of the whole pipeline from raw text: precision, recall, F1, pairs that must stay unrelated, calibration.
import type { Extraction } from '../../../src/model/extraction.ts';
import { containsSpan } from '../../../src/model/span.ts';
import { makeRandom } from '../../random.ts';
import { type AnnotatedDocument, readAnnotated } from '../annotated.ts';
import { type Counts, resample, scoreWithInterval } from '../bootstrap.ts';
import { readJudged } from '../judged.ts';
import {
  countGold,
  goldEntities,
  type Judged,
  judgeRelations,
  statedRelations,
  toldRelations,
} from '../match-relations.ts';
import { accuracyCounts, type Figure, type Measure } from '../measure.ts';
import { readNewsPart } from '../news-annotated.ts';

/** Files with relations; in the second column whether only pairs that share a sentence are annotated. */
export const RELATION_FILES = [
  ['redocred-dev', false],
  ['knowledgenet-dev', false],
  ['re3d-dev', true],
] as const;
/** Every pair of entities is judged here. */
const EXHAUSTIVE = 'redocred-dev';
const BINS = 10;

export const textRelationsMeasure: Measure = {
  name: 'text-relations',
  async run({ corpora, ontology, extract }) {
    if (corpora === null) return { reason: 'needs annotated corpora: --corpora DIR' };
    const figures: Figure[] = [];
    const families = new Map(ontology.relationTypes.map(({ name, family }) => [name, family]));
    const held = new Map<string, Judged[][]>(); // by family, one list a document that calibration did not see
    for (const [file, sameSentence] of RELATION_FILES) {
      const documents = readAnnotated(corpora, file);
      if (documents === null) return { reason: `${file}.jsonl.gz is not in the folder of --corpora` };
      const counts: RelationCounts[] = [];
      const unrelated: Counts[] = [];
      for (const [place, gold] of documents.entries()) {
        const extraction = await extract(gold.document);
        const judged = judgeRelations(extraction, gold, statedRelations(extraction), sameSentence);
        counts.push(countRelations(extraction, gold, judged));
        if (file === EXHAUSTIVE) unrelated.push(countUnrelated(extraction, gold, judged));
        if (place % 2 === 1) for (const [family, part] of byFamily(judged, families)) addTo(held, family, part);
      }
      figures.push(...scoreFile(file, counts));
      if (file === EXHAUSTIVE) {
        const items = `${unrelated.reduce((sum, { gold }) => sum + gold, 0)} pairs`;
        figures.push({ name: `unrelated pairs without edge ${file}`, items, ...scoreWithInterval(unrelated) });
      }
    }
    for (const [place, gold] of readNewsPart(corpora, 'dev').entries()) {
      if (place % 2 === 0) continue;
      const extraction = await extract(gold.document);
      const judged = judgeRelations(extraction, gold, statedRelations(extraction), false);
      for (const [family, part] of byFamily(judged, families)) addTo(held, family, part);
    }
    const counts: RelationCounts[] = [];
    for (const gold of readJudged(corpora, 'dev')) {
      const extraction = await extract(gold.document);
      const judged = judgeRelations(extraction, gold, statedRelations(extraction), false);
      counts.push(countRelations(extraction, gold, judged));
      for (const [family, part] of byFamily(judged, families)) addTo(held, family, part);
    }
    figures.push(...scoreFile('judged-news', counts));
    return [...figures, ...calibrationFigures(held)];
  },
};

/** Of one document: ours that are right, ours, the gold's that ours say, the gold's. */
interface RelationCounts {
  readonly correct: number;
  readonly found: number;
  readonly told: number;
  readonly gold: number;
}

function countRelations(extraction: Extraction, gold: AnnotatedDocument, judged: readonly Judged[]): RelationCounts {
  const correct = judged.filter((relation) => relation.gold !== null).length;
  const told = toldRelations(extraction, gold, judged).size;
  return { correct, found: judged.length, told, gold: countGold(gold) };
}

/** The harmonic mean of precision, which counts ours, and recall, which counts the gold's; in per cent. */
function harmonicMean(counts: readonly RelationCounts[]): number {
  const sum = (key: keyof RelationCounts): number => counts.reduce((total, count) => total + count[key], 0);
  const [precision, recall] = [sum('correct') / Math.max(1, sum('found')), sum('told') / Math.max(1, sum('gold'))];
  return (200 * precision * recall) / Math.max(1e-9, precision + recall);
}

function scoreFile(file: string, counts: readonly RelationCounts[]): Figure[] {
  const items = `${counts.reduce((sum, { gold }) => sum + gold, 0)} relations`;
  const precision = counts.map(({ correct, found }) => accuracyCounts(correct, found));
  const recall = counts.map(({ told, gold }) => accuracyCounts(told, gold));
  return [
    { name: `text relations F1 ${file}`, items, ...resample(counts, harmonicMean) },
    { name: `text relations precision ${file}`, items, ...scoreWithInterval(precision) },
    { name: `text relations recall ${file}`, items, ...scoreWithInterval(recall) },
  ];
}

/**
 * Pairs of gold entities that share a sentence and no gold relation: right where no wrong typed relation is stated. What is
 * right of a painter is no edge of the country in "a Norlandish painter", though that mention of hers overlaps it.
 */
export function countUnrelated(extraction: Extraction, gold: AnnotatedDocument, judged: readonly Judged[]): Counts {
  const entities = goldEntities(extraction, gold);
  const edges = new Set(
    judged
      .filter((relation) => relation.gold === null)
      .flatMap(({ subject, object }) =>
        [...(entities.get(subject) ?? [])].flatMap((one) =>
          [...(entities.get(object) ?? [])].map((other) => pairKey(one, other)),
        ),
      ),
  );
  const related = new Set(
    [...gold.relations, ...gold.open].map((triple) => {
      const [subject, , object] = triple.split(' ');
      return pairKey(Number(subject), Number(object));
    }),
  );
  const pairs = new Set<string>();
  for (const sentence of extraction.sentences) {
    const here = gold.mentions.filter((mention) => containsSpan(sentence, mention));
    for (const { entity: one } of here) {
      for (const { entity: other } of here)
        if (one !== null && other !== null && one < other && !related.has(pairKey(one, other)))
          pairs.add(pairKey(one, other));
    }
  }
  return accuracyCounts([...pairs].filter((pair) => !edges.has(pair)).length, pairs.size);
}

function pairKey(one: number, other: number): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

function byFamily(judged: readonly Judged[], families: ReadonlyMap<string, string>): Map<string, Judged[]> {
  const parts = new Map<string, Judged[]>();
  for (const relation of judged) {
    const family = families.get(relation.type) ?? 'other';
    parts.set(family, [...(parts.get(family) ?? []), relation]);
  }
  return parts;
}

function addTo(held: Map<string, Judged[][]>, family: string, part: Judged[]): void {
  held.set(family, [...(held.get(family) ?? []), part]);
}

/**
 * 100 less the expected calibration error in points, so that higher is better like every figure. Few relations miss their
 * scores by chance: what scores that tell the truth would lose is said beside it.
 */
function calibrationFigures(held: ReadonlyMap<string, readonly Judged[][]>): Figure[] {
  const families = [...held].sort(([left], [right]) => (left < right ? -1 : 1));
  return [...families, ['of all relations', [...held.values()].flat()] as const].map(([family, documents]) => ({
    name: `calibration ${family} (100 - ECE)`,
    items: `${documents.flat().length} relations stated, true scores lose ${chanceError(documents.flat()).toFixed(1)}`,
    ...resample(documents, (sample) => 100 - calibrationError(sample.flat())),
  }));
}

const DRAWS = 200;

/** The mean calibration error, in points, of the same scores over drawn answers that they are true of. */
export function chanceError(judged: readonly Pick<Judged, 'score'>[], seed = 7): number {
  const random = makeRandom(seed);
  let sum = 0;
  for (let draw = 0; draw < DRAWS; draw += 1)
    sum += calibrationError(judged.map(({ score }) => ({ score, gold: random() < score ? '' : null })));
  return sum / DRAWS;
}

/** Expected calibration error over ten bins, in points (Naeini et al. 2015). */
export function calibrationError(judged: readonly Pick<Judged, 'score' | 'gold'>[]): number {
  const bins = Array.from({ length: BINS }, () => ({ scores: 0, right: 0 }));
  for (const { score, gold } of judged) {
    const bin = bins[Math.min(BINS - 1, Math.floor(score * BINS))];
    if (bin === undefined) continue;
    bin.scores += score;
    bin.right += gold === null ? 0 : 1;
  }
  const gaps = bins.reduce((sum, { scores, right }) => sum + Math.abs(scores - right), 0);
  return judged.length === 0 ? 0 : (100 * gaps) / judged.length;
}

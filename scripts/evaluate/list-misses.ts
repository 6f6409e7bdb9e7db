// Why gold relations are not stated, and where wrong ones come from: what `relation-misses.ts` prints.
import type { RelationCandidate } from '../../src/extract/learned-relations/candidate.ts';
import { barOf, chanceOf, rulesOf, signsOf } from '../../src/extract/learned-relations/chance.ts';
import { keysOf } from '../../src/extract/learned-relations/entities.ts';
import { findEvidence } from '../../src/extract/learned-relations/evidence.ts';
import { addBodies, stateRelations } from '../../src/extract/learned-relations/learned-relations.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import type { Ontology } from '../../src/model/ontology.ts';
import { sliceSpan } from '../../src/model/span.ts';
import type { RelationCalibration } from '../../src/onnx/text-session.ts';
import type { AnnotatedDocument } from './annotated.ts';
import { goldEntities, judgeRelations, type StatedRelation, statedRelations } from './match-relations.ts';

/** A gold relation that nothing says, or one stated that is wrong, with what is needed to group it. */
export interface Miss {
  readonly verdict: 'missed' | 'wrong';
  readonly cause: string;
  readonly type: string;
  readonly ends: string;
  readonly sentence: string;
}

export interface Misses {
  readonly correct: number;
  readonly found: number;
  readonly gold: number;
  readonly misses: readonly Miss[];
}

/** `before`: all steps up to the learned relations, whose candidates and calibrations follow. */
export function listMisses(
  before: Extraction,
  candidates: readonly RelationCandidate[],
  gold: AnnotatedDocument,
  sameSentence: boolean,
  ontology: Ontology,
  calibrations: ReadonlyMap<string, RelationCalibration>,
): Misses {
  const extraction = stateRelations(before, candidates, ontology, calibrations);
  const complete = addBodies(before, candidates, ontology);
  const judged = judgeRelations(extraction, gold, statedRelations(extraction), sameSentence);
  const right = new Set(judged.flatMap((relation) => relation.gold ?? []));
  const triples = goldTriples(gold);
  const missed = triples.filter((triple) => !right.has(triple) && !right.has(turn(triple)));
  const wrong = judged.filter((relation) => relation.gold === null);
  return {
    correct: right.size,
    found: judged.length,
    gold: triples.length,
    misses: [
      ...missed.map((triple) => missOf(extraction, complete, candidates, gold, triple, calibrations)),
      ...wrong.map((relation) =>
        wrongOf(extraction, relation, insteadOf(relation, goldEntities(extraction, gold), gold)),
      ),
    ],
  };
}

function goldTriples(gold: AnnotatedDocument): string[] {
  return [...gold.relations].filter((triple) => !(gold.relations.has(turn(triple)) && turn(triple) < triple));
}

function turn(triple: string): string {
  const [subject, type, object] = triple.split(' ');
  return `${object} ${type} ${subject}`;
}

/** Why a gold relation is not stated. */
function missOf(
  extraction: Extraction,
  complete: Extraction,
  candidates: readonly RelationCandidate[],
  gold: AnnotatedDocument,
  triple: string,
  calibrations: ReadonlyMap<string, RelationCalibration>,
): Miss {
  const [left = '', type = '', right = ''] = triple.split(' ');
  const entities = goldEntities(complete, gold);
  const keysFor = (entity: string): string[] =>
    [...entities].filter(([, numbers]) => numbers.has(Number(entity))).map(([key]) => key);
  const [subjects, objects] = [keysFor(left), keysFor(right)];
  const { ends, sentence, apart } = nearest(extraction, gold, Number(left), Number(right));
  const line = (cause: string): Miss => ({ verdict: 'missed', cause: `${cause} apart=${apart}`, type, ends, sentence });
  const isPair = (one: string, other: string): boolean => subjects.includes(one) && objects.includes(other);
  if (subjects.length === 0 || objects.length === 0)
    return line(`no-mention ${subjects.length === 0 ? 's' : ''}${objects.length === 0 ? 'o' : ''}`);
  const stated = statedRelations(extraction).filter(
    ({ subject, object }) => isPair(subject, object) || isPair(object, subject),
  );
  const turned = stated.find((each) => each.type === type);
  const typesOf = (keys: readonly string[]): string => typesAt(complete, keys);
  const ours = `${typesOf(subjects)}>${typesOf(objects)}`;
  const beside = stated.map((each) => each.type).join(',');
  if (turned) return line(`direction ${ours}`);
  const own = candidates.filter((each) => each.type.name === type && isPair(...each.ends));
  if (own.length === 0) {
    const back = candidates.find((each) => each.type.name === type && isPair(each.ends[1], each.ends[0]));
    return line(`${back ? 'other-direction' : 'not-proposed'} ${ours} beside=${beside}`);
  }
  const rules = rulesOf(complete);
  const best = own
    .map((candidate) => {
      const evidence = findEvidence(extraction, candidate.subject, candidate.object, candidate.type);
      const calibration = calibrations.get(type) ?? calibrations.get(candidate.type.family);
      if (evidence === null || calibration === undefined)
        return { text: `no-evidence head=${candidate.score.toFixed(1)}`, chance: 0 };
      const signs = signsOf(extraction, candidate, evidence, rules);
      const [chance, bar] = [chanceOf(signs, calibration), barOf(candidate.type, signs, calibration)];
      const cause = chance >= bar ? 'outvoted' : `below-bar`;
      return {
        text: `${cause} ${chance.toFixed(2)}<${bar.toFixed(2)} head=${candidate.score.toFixed(1)} cue=${signs.cue}`,
        chance,
      };
    })
    .sort((one, other) => other.chance - one.chance)[0];
  return line(`${best?.text} ${ours} beside=${beside}`);
}

function typesAt({ mentions, ...rest }: Extraction, keys: readonly string[]): string {
  const known = keysOf({ mentions, ...rest });
  const own = mentions.filter(({ id }) => keys.includes(known.get(id) ?? id));
  return [...new Set(own.map(({ type, kind }) => `${type}/${kind}`))].join('|');
}

function nearest(extraction: Extraction, gold: AnnotatedDocument, left: number, right: number) {
  const sentenceOf = (start: number): number => extraction.sentences.findLastIndex((each) => each.start <= start);
  const at = (entity: number) => gold.mentions.filter((mention) => mention.entity === entity);
  const pairs = at(left).flatMap((one) =>
    at(right).map((other) => ({ one, other, apart: Math.abs(sentenceOf(one.start) - sentenceOf(other.start)) })),
  );
  const best = pairs.sort(
    (a, b) => a.apart - b.apart || Math.abs(a.one.start - a.other.start) - Math.abs(b.one.start - b.other.start),
  )[0];
  if (best === undefined) return { ends: '', sentence: '', apart: -1 };
  const { text } = extraction.document;
  const places = [sentenceOf(best.one.start), sentenceOf(best.other.start)];
  const [from, to] = [Math.min(...places), Math.max(...places)];
  const span = { start: extraction.sentences[from]?.start ?? 0, end: extraction.sentences[to]?.end ?? 0 };
  return {
    ends: `${sliceSpan(text, best.one)} → ${sliceSpan(text, best.other)}`.replaceAll('\n', ' '),
    sentence: sliceSpan(text, span).replaceAll(/\s+/g, ' '),
    apart: best.apart,
  };
}

/** What the gold says of the two things of a wrong relation: types, "<" before one in the other direction. */
export function insteadOf(
  { subject, object }: StatedRelation,
  entities: ReadonlyMap<string, ReadonlySet<number>>,
  { relations }: AnnotatedDocument,
): string {
  const [left, right] = [subject, object].map((end) => entities.get(end));
  if (left === undefined || right === undefined) return 'an end is no gold entity';
  const found = [...relations].flatMap((triple) => {
    const [one, type = '', other] = triple.split(' ');
    if (left.has(Number(one)) && right.has(Number(other))) return [type];
    return left.has(Number(other)) && right.has(Number(one)) ? [`<${type}`] : [];
  });
  return found.length === 0 ? 'unrelated' : `gold: ${[...new Set(found)].join(' ')}`;
}

function wrongOf(extraction: Extraction, { subject, type, object }: StatedRelation, instead: string): Miss {
  const keys = keysOf(extraction);
  const { text } = extraction.document;
  const relation = extraction.relations.find(
    (each) =>
      each.type === type &&
      (keys.get(each.subject) ?? each.subject) === subject &&
      (keys.get(each.object ?? '') ?? each.object) === object,
  );
  const surface = (id: string | null | undefined): string => {
    const mention = extraction.mentions.find((each) => each.id === id);
    return mention ? `${sliceSpan(text, mention)} (${mention.type})` : '';
  };
  return {
    verdict: 'wrong',
    cause: `${relation?.by} ${relation?.score.toFixed(2)} ${instead}`,
    type,
    ends: `${surface(relation?.subject)} → ${surface(relation?.object)}`.replaceAll('\n', ' '),
    sentence: relation ? sliceSpan(text, relation.evidence).replaceAll(/\s+/g, ' ') : '',
  };
}

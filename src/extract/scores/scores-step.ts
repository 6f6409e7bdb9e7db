// The last step: what a step guessed about its typed relations becomes the chance that was measured on annotated text.
import { type Relation, withLayers } from '../../model/extraction.ts';
import { OTHER_FAMILY } from '../../model/ontology.ts';
import { loadTextSession, type ScoreOffsets } from '../../onnx/text-session.ts';
import type { Step } from '../step.ts';

/** Scores stay inside these, so that their logit is finite and nothing is ever certain. */
const [LEAST, MOST] = [0.01, 0.995];

/** Moves the score of every typed relation; open facts keep theirs. Polarity, modality and all else stay. */
export const scoresStep: Step = {
  name: 'scores@1',
  requires: ['relations'],
  assigns: ['relations'],
  async run(extraction, { ontology }) {
    const { calibration } = await loadTextSession();
    const families = new Map(ontology.relationTypes.map((type) => [type.name, type.family]));
    const relations = extraction.relations.map((relation) =>
      relation.type === null ? relation : moveScore(relation, families.get(relation.type) ?? '', calibration.offsets),
    );
    return withLayers(extraction, { relations });
  },
};

/**
 * The relation with its calibrated score: log-odds plus the offset of its source (Platt 1999, scale 1). Nothing was measured of
 * relations of a user's own: they keep the score that the same words have as an open fact.
 */
export function moveScore(relation: Relation, family: string, offsets: ScoreOffsets): Relation {
  if (family === OTHER_FAMILY) return relation;
  const offset = offsets.get(sourceKey(relation.by, family)) ?? offsets.get(sourceKey(relation.by, '')) ?? 0;
  const score = 1 / (1 + Math.exp(-(scoreLogit(relation.score) + offset)));
  return { ...relation, score: Math.round(bound(score) * 1e4) / 1e4 };
}

export function scoreLogit(score: number): number {
  const inside = bound(score);
  return Math.log(inside / (1 - inside));
}

/** The steps that said it (a vote names two, `titles@1+relations@1`), and the family; an empty family means all. */
export function sourceKey(by: string, family: string): string {
  return family === '' ? by : `${by} ${family}`;
}

function bound(score: number): number {
  return Math.min(MOST, Math.max(LEAST, score));
}

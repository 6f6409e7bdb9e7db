// A rule family is a table of patterns for relation types, each with its precision; one function runs them all.
import type { Extraction, Relation, Sentence } from '../../model/extraction.ts';
import type { Ontology } from '../../model/ontology.ts';
import { dropAppositions, dropBrackets, readClause, type Unit } from './clause.ts';
import { makeRelation } from './make-relation.ts';
import { compilePattern, matchPattern, type Pattern } from './pattern.ts';

/** `score`: guessed precision of the construction, not yet calibrated. */
export interface Rule {
  readonly type: string;
  readonly score: number;
  readonly pattern: Pattern;
}

/** `[type, score, pattern]` in the language of pattern.ts, with the slots `subject` and `object`. */
export type RuleRow = readonly [type: string, score: number, pattern: string];

export function compileRules(rows: readonly RuleRow[]): Rule[] {
  return rows.map(([type, score, source]) => ({ type, score, pattern: compilePattern(source) }));
}

/** How often a pronoun of the chains step stands for the right person. */
const PRONOUN = 0.85;

/** Every match of every rule in every sentence. */
export function applyRules(extraction: Extraction, ontology: Ontology, rules: readonly Rule[], by: string): Relation[] {
  return extraction.sentences.flatMap((sentence) => {
    const units = readClause(extraction, sentence);
    if (!units.some(({ mention }) => mention !== null)) return [];
    const bare = dropBrackets(units);
    const readings = [...new Set([units, bare, dropAppositions(bare)])];
    return readings.flatMap((reading) => matchRules(extraction, ontology, rules, by, sentence, reading));
  });
}

function matchRules(
  extraction: Extraction,
  ontology: Ontology,
  rules: readonly Rule[],
  by: string,
  sentence: Sentence,
  units: readonly Unit[],
): Relation[] {
  return rules.flatMap(({ type, score, pattern }) =>
    units.flatMap((_, start) => {
      const match = matchPattern(pattern, units, start);
      const { subject, object } = match?.slots ?? {};
      if (!match || !subject || !object) return [];
      const { cue } = match;
      const predicate = cue.start >= 0 ? extraction.document.text.slice(cue.start, cue.end) : type.toLowerCase();
      return makeRelation(extraction, ontology, {
        subject,
        object,
        type,
        predicate,
        cue: cue.start >= 0 ? cue : null,
        sentence,
        score: subject.kind === 'pronoun' || object.kind === 'pronoun' ? score * PRONOUN : score,
        by,
      });
    }),
  );
}

// People and their countries, where nothing but the country stands beside the name: "American Ada Quill", "Norland's Ada Quill",
// "Ada Quill of Norland". With a title between they serve the country, which the title rules read.
import type { Extraction, Mention, Relation, Sentence } from '../../model/extraction.ts';
import type { Ontology } from '../../model/ontology.ts';
import { officeEndingAt } from '../titles/match-office.ts';
import { readClause, type Unit } from './clause.ts';
import { makeRelation } from './make-relation.ts';

const BY = 'nationals@1';
/** Guesses; the scores step calibrates them as it does those of all sources. */
const SCORE = { before: 0.9, genitive: 0.82, behind: 0.82 } as const;

export function findNationals(extraction: Extraction, ontology: Ontology): Relation[] {
  return extraction.sentences.flatMap((sentence) => {
    const units = readClause(extraction, sentence);
    return units.flatMap(({ mention }, at) =>
      mention?.type === 'Person' && mention.kind === 'name'
        ? countriesBeside(units, at).flatMap((found) => relate(extraction, ontology, sentence, mention, found))
        : [],
    );
  });
}

interface Beside {
  readonly country: Mention;
  readonly score: number;
}

function countriesBeside(units: readonly Unit[], at: number): Beside[] {
  const before = units[at - 1];
  if (before?.mention?.type === 'Group') return [{ country: before.mention, score: SCORE.before }];
  const owner = units[at - 2]?.mention;
  // "Norlanders Ada Quill and Boris Hale"
  const plural = units[at - 3];
  if (before?.text === 'and' && owner?.type === 'Person' && plural?.mention?.type === 'Group' && /s$/.test(plural.text))
    return [{ country: plural.mention, score: SCORE.before }];
  // "Norland's Harrow Abel prison": what a noun follows is hardly a person.
  const isNamed = units[at + 1]?.upos !== 'NOUN';
  if (/^'s?$/.test(before?.text ?? '') && owner?.type === 'Place' && isNamed)
    return [{ country: owner, score: SCORE.genitive }];
  const link = units[at + 2]?.text === 'the' ? at + 2 : at + 1;
  const home = units[link + 1]?.mention;
  const isHome = /^(?:of|from)$/.test(units[at + 1]?.text ?? '') && home?.type === 'Place';
  if (!isHome || officeEndingAt(units, at - 1) !== null || /^'s?$/.test(units[link + 2]?.text ?? '')) return [];
  return [{ country: home, score: SCORE.behind }];
}

function relate(
  extraction: Extraction,
  ontology: Ontology,
  sentence: Sentence,
  subject: Mention,
  { country, score }: Beside,
): Relation[] {
  const cue = { start: country.start, end: country.end };
  const predicate = extraction.document.text.slice(cue.start, cue.end);
  const seed = { subject, object: country, type: 'CITIZEN_OF', predicate, cue, sentence };
  return makeRelation(extraction, ontology, { ...seed, score, by: BY });
}

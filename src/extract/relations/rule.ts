// A rule family is a table of patterns for relation types, each with its precision; one function runs them all.
import type { Extraction, Mention, Relation, Sentence } from '../../model/extraction.ts';
import type { Ontology } from '../../model/ontology.ts';
import type { Span } from '../../model/span.ts';
import { childBy, fullRelationAt, headOf, markersOf, topOf, uposOf } from '../tree.ts';
import { isMarkedOwner, lemmaAt, tokenAfter, wordAt } from '../words.ts';
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

/** One way to read a sentence: whole, without brackets, without appositions. */
interface Reading {
  readonly sentence: Sentence;
  readonly units: readonly Unit[];
  /** Its words outside mentions. */
  readonly words: ReadonlySet<string>;
}

/** The readings of all sentences in which two things stand: fewer relate to nothing. */
export function readSentences(
  extraction: Extraction,
  sentences: readonly Sentence[] = extraction.sentences,
): Reading[] {
  return sentences.flatMap((sentence) => {
    const units = readClause(extraction, sentence);
    if (units.filter(({ mention }) => mention !== null).length < 2) return [];
    const bare = dropBrackets(units);
    return [...new Set([units, bare, dropAppositions(bare)])].map((reading) => ({
      sentence,
      units: reading,
      words: new Set(reading.flatMap(({ mention, text }) => (mention === null ? [text] : []))),
    }));
  });
}

/** Every match of every rule in every reading. */
export function applyRules(
  extraction: Extraction,
  ontology: Ontology,
  readings: readonly Reading[],
  rules: readonly Rule[],
  by: string,
): Relation[] {
  return readings.flatMap((reading) => {
    const possible = rules.filter(({ pattern }) => pattern.needs.every((needed) => hasOne(needed, reading.words)));
    return matchRules(extraction, ontology, possible, by, reading);
  });
}

function hasOne(needed: readonly string[], words: ReadonlySet<string>): boolean {
  for (const word of needed) if (words.has(word)) return true;
  return false;
}

function matchRules(
  extraction: Extraction,
  ontology: Ontology,
  rules: readonly Rule[],
  by: string,
  { sentence, units }: Reading,
): Relation[] {
  return rules.flatMap(({ type, score, pattern }) =>
    units.flatMap((_, start) => {
      const match = matchPattern(pattern, units, start);
      const { subject, object } = match?.slots ?? {};
      if (!match || !subject || !object) return [];
      const { cue } = match;
      if (isOfPhrase(extraction, [subject, object], cue) || isOwner(extraction, subject, object)) return [];
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

/** "met |her| deputy", "sued |Hale|'s firm": the last slot is the person who has what the text speaks of. */
function isOwner(extraction: Extraction, subject: Mention, object: Mention): boolean {
  const last = subject.start > object.start ? subject : object;
  if (last.type !== 'Person') return false;
  // A parser may take both for objects, where only the mark tells.
  return isMarkedOwner(extraction, last) || fullRelationAt(extraction, topOf(extraction, last)) === 'nmod:poss';
}

/** "researchers at |Norair| led by |Ada Quill|": what is led is the noun before, not the name in its phrase, whatever stands nearest. */
function isOfPhrase(extraction: Extraction, slots: readonly Mention[], cue: Span): boolean {
  const verb = tokenAfter(extraction, cue.start);
  const patient = slots.find(({ end }) => tokenAfter(extraction, end - 1) + 1 === verb);
  if (patient === undefined || wordAt(extraction, verb + 1) !== 'by') return false;
  const top = topOf(extraction, patient);
  const noun = headOf(extraction, top);
  const isPhrase = fullRelationAt(extraction, top) === 'nmod' && markersOf(extraction, top) !== '';
  if (!isPhrase || uposOf(extraction, noun) !== 'NOUN') return false;
  // A parser may hang the verb on the name; people, several of them, have a leader, where a name may be owned or founded.
  const isOfMany = wordAt(extraction, noun) !== lemmaAt(extraction, noun);
  if (isOfMany && /^(?:led|headed)$/.test(wordAt(extraction, verb))) return true;
  const isParticiple = /^acl/.test(fullRelationAt(extraction, verb));
  return noun === (isParticiple ? headOf(extraction, verb) : childBy(extraction, verb, 'nsubj', 'nsubj:pass'));
}

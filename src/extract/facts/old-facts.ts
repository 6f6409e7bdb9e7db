// Open facts over tags, as a person would list them. Interim: clauses will come from the dependency tree, the shape of a fact stays.

import type { Extraction, Fact, Sentence } from '../../model/extraction.ts';
import { containsSpan, type Span } from '../../model/span.ts';
import { type Stance, stanceOf } from '../attributes/stance.ts';
import { mentionsAround, mentionsOf, quotationsAround } from '../by-sentence.ts';
import type { NounPhrase } from '../noun-phrases.ts';
import { nounPhrases } from '../noun-phrases.ts';
import type { Step } from '../step.ts';
import { spanOf, tagAt, tokenAfter, wordAt } from '../words.ts';
import { type Clause, readClauses } from './clauses.ts';
import { verbGroups } from './verb-groups.ts';

const BY = 'facts@1';
/** Shares of such facts judged right by token overlap on a development set of open facts. */
const SCORE = { object: 0.6, clause: 0.45, bare: 0.35 } as const;

/** Open facts of every sentence, in order of the text; one a conjunct of the object. */
export const factsStep: Step = {
  name: BY,
  requires: ['tokens', 'sentences', 'tags', 'mentions', 'quotations'],
  assigns: ['facts'],
  run(extraction) {
    const found = extraction.sentences.flatMap((sentence) =>
      clausesWithStance(extraction, sentence).flatMap(({ clause, stance }) => factsOf(extraction, clause, stance)),
    );
    return { ...extraction, facts: [...extraction.facts, ...found] };
  },
};

/** A clause with what its words say about being so. */
export interface StancedClause {
  readonly clause: Clause;
  readonly stance: Stance;
}

/** Clauses of a sentence with their polarity and modality, in order. */
export function clausesWithStance(extraction: Extraction, sentence: Sentence): StancedClause[] {
  const groups = verbGroups(extraction, sentence, nounPhrases(extraction, sentence));
  return readClauses(extraction, sentence).map((clause) => {
    const group = groups.find((each) => each.first === clause.group.first) ?? clause.group;
    return { clause, stance: stanceOf(extraction, sentence, groups, group) };
  });
}

function factsOf(extraction: Extraction, clause: Clause, stance: Stance): Fact[] {
  const { group } = clause;
  const first = wordAt(extraction, group.first) === 'to' ? group.first + 1 : group.first;
  const leading = clause.complements[0];
  const promoted =
    clause.objects.length === 0 &&
    leading?.preposition === clause.predicateEnd + 1 &&
    !isTime(extraction, leading.phrase)
      ? leading
      : null;
  const last = promoted?.preposition ?? clause.predicateEnd;
  const conjuncts = promoted
    ? clause.complements.filter((each) => each.preposition === promoted.preposition).map((each) => each.phrase)
    : clause.objects;
  const rest = clause.complements.filter((each) => each.preposition !== promoted?.preposition);
  const more = [
    ...clause.extras.map((phrase) => toSpan(extraction, phrase)),
    ...rest.map((each) => spanOf(extraction, each.preposition, each.phrase.last)),
  ].sort((left, right) => left.start - right.start);
  const predicateSpan = spanOf(extraction, first, last);
  const reported = conjuncts.length === 0 ? reportedClause(extraction, clause) : null;
  const objects: (Span | null)[] =
    conjuncts.length > 0 ? conjuncts.map((phrase) => toSpan(extraction, phrase)) : [reported];
  if (objects[0] === null && more.length === 0 && group.form !== 'finite') return [];
  const score = conjuncts.length > 0 ? SCORE.object : reported ? SCORE.clause : SCORE.bare;
  return objects.map((object) => ({
    sentence: clause.sentence.index,
    subject: spanOf(extraction, clause.subject.first, clause.subjectEnd),
    predicate: extraction.document.text.slice(predicateSpan.start, predicateSpan.end),
    predicateSpan,
    object,
    more: [...more, ...openingPhrase(extraction, clause, more)],
    ...stance,
    score,
    by: BY,
  }));
}

function toSpan(extraction: Extraction, phrase: NounPhrase): Span {
  return spanOf(extraction, phrase.first, phrase.last);
}

function isTime(extraction: Extraction, phrase: NounPhrase): boolean {
  const span = toSpan(extraction, phrase);
  return mentionsAround(extraction, phrase.head).some(
    (mention) => mention.type === 'Time' && mention.start <= span.start && mention.end >= span.end,
  );
}

/** What is said, where the verb reports a clause. */
function reportedClause(extraction: Extraction, clause: Clause): Span | null {
  const verb = extraction.tokens[clause.group.verb]?.start ?? -1;
  const said = quotationsAround(extraction, clause.group.verb).filter(
    (each) => each.cue?.start === verb && containsSpan(clause.sentence, each.content),
  );
  const reported = said.find((each) => !each.direct && each.content.start > verb) ?? said.find((each) => each.direct);
  return reported?.content ?? complementClause(extraction, clause);
}

/** "assumed that …": to the end of the sentence, its mark excluded. */
function complementClause(extraction: Extraction, { rest, sentence }: Clause): Span | null {
  if (rest === null || wordAt(extraction, rest) !== 'that') return null;
  let last = sentence.lastToken;
  while (last > rest + 1 && tagAt(extraction, last) === 'PUNCT') last -= 1;
  return last > rest ? spanOf(extraction, rest + 1, last) : null;
}

/** No opening phrase that a comma ends is longer (tokens). */
const LONGEST_OPENING = 12;

/** "On Monday, X met Y", "After the vote, X left": a date or phrase that opens the sentence belongs to its first finite verb. */
function openingPhrase(extraction: Extraction, clause: Clause, more: readonly Span[]): Span[] {
  const { firstToken, index } = clause.sentence;
  const before = clause.subject.first - 1;
  if (clause.group.form !== 'finite' || before <= firstToken || before - firstToken > LONGEST_OPENING) return [];
  const comma = wordAt(extraction, before) === ',';
  const last = comma ? before - 1 : before;
  const dated = mentionsOf(extraction, index).some(
    (mention) =>
      mention.type === 'Time' &&
      tokenAfter(extraction, mention.start) <= firstToken + 1 &&
      tokenAfter(extraction, mention.end - 1) === last,
  );
  const led = comma && tagAt(extraction, firstToken) === 'ADP' && !breaksOff(extraction, firstToken, last);
  const span = spanOf(extraction, firstToken, last);
  const told = more.some((each) => each.start < span.end && span.start < each.end);
  return (dated || led) && !told ? [span] : [];
}

function breaksOff(extraction: Extraction, first: number, last: number): boolean {
  for (let index = first; index <= last; index += 1) {
    if (/^(?:VERB|AUX|PUNCT)$/.test(tagAt(extraction, index))) return true;
  }
  return false;
}

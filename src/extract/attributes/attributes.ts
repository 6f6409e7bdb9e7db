// Attributes: who says each relation, whether it is denied, planned or conditional, and when it holds.

import {
  type Extraction,
  isAct,
  type Mention,
  type Modality,
  type Polarity,
  type Quotation,
  type Relation,
  type Speaker,
  type TimeRange,
  withLayers,
} from '../../model/extraction.ts';
import { containsSpan, type Span } from '../../model/span.ts';
import { quotationsAround } from '../by-sentence.ts';
import { AGE } from '../fact-relations/from-ages.ts';
import type { Step } from '../step.ts';
import { childrenBy, predicateOf, relationAt, topOf } from '../tree.ts';
import { timeRangeOf } from '../values/values.ts';
import { tagAt, tokenAfter } from '../words.ts';
import { timeOfClause } from './clause-time.ts';
import { dateOfLine } from './line-date.ts';
import { quotingRelations } from './speaker-chains.ts';
import { stanceAt } from './stance.ts';

/** Relations whose polarity and modality a room of this step already read off the clause. */
const STANCED_BY = /^(?:fact-relations|speaker-chains|acts|fields)@/;
/** An office or a kinship holds whatever the verb of its sentence says; its own words would have to deny it. */
const STATIC = new Set(['office', 'person', 'affiliation', 'ownership', 'place']);

/** Fills polarity, modality, attribution and time of every relation; what an earlier step filled is kept. */
export const attributesStep: Step = {
  name: 'attributes@1',
  requires: ['tokens', 'sentences', 'tags', 'values', 'quotations', 'relations'],
  assigns: ['relations'],
  run(extraction, { ontology }) {
    const families = new Map(ontology.relationTypes.map((type) => [type.name, type.family]));
    const byId = new Map<string, Mention>(extraction.mentions.map((mention) => [mention.id, mention]));
    const relations = [...extraction.relations, ...quotingRelations(extraction)].map((relation) => {
      const place = placeOf(byId, relation);
      const sentence = extraction.sentences[extraction.tokens[tokenAfter(extraction, place.start)]?.sentence ?? -1];
      if (!sentence) return relation;
      const isStatic = STATIC.has(families.get(relation.type ?? '') ?? '');
      const stance = STANCED_BY.test(relation.by) ? relation : stanceOfCue(extraction, relation, place, isStatic);
      return {
        ...relation,
        polarity: stance.polarity,
        modality: stance.modality,
        attribution: relation.attribution ?? speakerAt(extraction, place, isStatic),
        time: relation.time ?? timeOf(extraction, byId, relation, place, isStatic),
      };
    });
    return withLayers(extraction, { relations });
  },
};

/** A date as object is its own time; all else takes that of its clause. */
function timeOf(
  extraction: Extraction,
  byId: ReadonlyMap<string, Mention>,
  { object, literal, predicate }: Relation,
  place: Span,
  isStatic: boolean,
): TimeRange | null {
  // "Quill, 45, was arrested in 2019": her age is that of the day of the text.
  if (predicate === AGE) return null;
  const date = literal?.type === 'Time' && object !== null ? byId.get(object) : undefined;
  if (date) return timeRangeOf(extraction, date);
  const time = timeOfClause(
    extraction,
    place,
    literal && !isAct({ literal }) ? 'number' : isStatic ? 'state' : 'event',
  );
  return time ?? (isStatic ? null : dateOfLine(extraction, place));
}

/** The words that carry the relation; its subject where the rule marked none. */
function placeOf(byId: ReadonlyMap<string, Mention>, relation: Relation): Span {
  if (relation.cue) return relation.cue;
  const subject = byId.get(relation.subject);
  return subject ?? relation.evidence;
}

/**
 * The stance of the word that heads the cue. An office or a kinship holds whatever the verb of its sentence says: only its
 * own predicate speaks for it ("is not the president of", "became president", "heads"), a title does not.
 */
function stanceOfCue(
  extraction: Extraction,
  relation: Relation,
  place: Span,
  isStatic: boolean,
): { readonly polarity: Polarity; readonly modality: Modality } {
  const top = topOf(extraction, place);
  if (isStatic && !isPredicate(extraction, top)) return relation;
  const stance = stanceAt(extraction, top);
  return {
    polarity: relation.polarity === 'negative' ? 'negative' : stance.polarity,
    modality: relation.modality === 'actual' ? stance.modality : relation.modality,
  };
}

function isPredicate(extraction: Extraction, top: number): boolean {
  const at = predicateOf(extraction, top);
  return (
    tagAt(extraction, at) === 'VERB' ||
    childrenBy(extraction, at, 'cop').length > 0 ||
    relationAt(extraction, at) === 'xcomp'
  );
}

/**
 * The speaker of the innermost quotation around the words. `isStatic`: an office named in passing ("…, the minister, said,
 * according to …") is told by the document itself, not by the source of the sentence.
 */
function speakerAt(extraction: Extraction, place: Span, isStatic: boolean): Speaker | null {
  const around = quotationsAround(extraction, tokenAfter(extraction, place.start)).filter(
    (quotation) =>
      quotation.speaker !== null &&
      containsSpan(quotation.content, place) &&
      !(isStatic && isSourceNote(extraction, quotation)),
  );
  const inner = around.reduce<Quotation | null>(
    (best, each) => (best === null || length(each.content) < length(best.content) ? each : best),
    null,
  );
  return inner?.speaker ?? null;
}

function isSourceNote(extraction: Extraction, { direct, cue }: Quotation): boolean {
  return !direct && cue !== null && /^according/i.test(extraction.document.text.slice(cue.start, cue.end));
}

function length(span: Span): number {
  return span.end - span.start;
}

// Who passes on whose words: "The Gazette reported that Hale said that …" gives "Gazette quotes Hale"; each claim keeps the innermost
// speaker, and these statements keep the rest of the chain, in order.
import { type Extraction, isThoughtVerb, type Mention, type Quotation, type Relation } from '../../model/extraction.ts';
import { type MentionId, makeId } from '../../model/id.ts';
import { containsSpan, type Span } from '../../model/span.ts';
import { mentionsAround, quotationsAround } from '../by-sentence.ts';
import { areOne } from '../chain-index.ts';
import { childrenBy, fullRelationAt, markersOf, subjectOf, topOf } from '../tree.ts';
import { lemmaAt, tokenAfter, wordAt } from '../words.ts';
import { stanceAt } from './stance.ts';

const BY = 'speaker-chains@1';
/** A guess, not yet calibrated. */
const SCORE = 0.7;

/** One open relation `quote` for each speaker whose words hold the words of another one. */
export function quotingRelations(extraction: Extraction): Relation[] {
  const byId = new Map<MentionId, Mention>(extraction.mentions.map((mention) => [mention.id, mention]));
  const found = new Map<string, Relation>();
  for (const inner of extraction.quotations) {
    if (!inner.cue) continue;
    // "An aide said that Hale fears": nobody quotes what Hale never said.
    if (isThoughtVerb(lemmaAt(extraction, topOf(extraction, inner.cue)))) continue;
    const outer = quotationAround(extraction, inner.cue);
    const [subject, object] = [outer?.speaker?.mention ?? quoterOf(extraction, inner), inner.speaker?.mention];
    if (!subject || !object || !byId.has(subject) || !byId.has(object)) continue;
    // "“We have always said so,” said Hale": he quotes nobody.
    if (/^(?:I|we)$/i.test(inner.speaker?.text ?? '')) continue;
    if (areOne(extraction, subject, object)) continue;
    // "denied that Hale had said": nobody is quoted.
    const { polarity, modality } = stanceAt(extraction, topOf(extraction, inner.cue));
    const sentence = extraction.sentences[extraction.tokens[tokenAfter(extraction, inner.cue.start)]?.sentence ?? -1];
    if (!sentence || polarity !== 'positive' || modality !== 'actual') continue;
    const id = makeId('relation', extraction.document.id, subject, object, 'quote', inner.cue.start, BY);
    found.set(`${subject} ${object}`, {
      ...{ id, subject, object, literal: null, type: null, predicate: 'quote', cue: outer?.cue ?? inner.cue },
      evidence: { start: sentence.start, end: sentence.end },
      ...{ polarity, modality, attribution: null, time: null, score: SCORE, by: BY },
    });
  }
  return [...found.values()];
}

/** "|State media| quoted Hale as saying", "Hale was quoted by |the agency| as saying": whose verb of quoting stands before "as". */
function quoterOf(extraction: Extraction, { cue }: Quotation): MentionId | null {
  const saying = cue ? tokenAfter(extraction, cue.start) : -1;
  if (wordAt(extraction, saying - 1) !== 'as') return null;
  let verb = saying - 2;
  while (verb > saying - FARTHEST_VERB && !/^(?:quote|cite)$/.test(lemmaAt(extraction, verb))) verb -= 1;
  if (verb <= saying - FARTHEST_VERB) return null;
  const subject = subjectOf(extraction, verb);
  const passive = childrenBy(extraction, verb, 'aux').some((each) => fullRelationAt(extraction, each) === 'aux:pass');
  const head = passive
    ? childrenBy(extraction, verb, 'obl').find((each) => markersOf(extraction, each) === 'by')
    : subject?.head;
  const token = extraction.tokens[head ?? -1];
  if (!token) return null;
  return (
    mentionsAround(extraction, token.index).find(({ start, end }) => start <= token.start && token.end <= end)?.id ??
    null
  );
}

/** Words between a verb of quoting and the saying that it leads to. */
const FARTHEST_VERB = 20;

/** The shortest quotation of somebody else that holds the words of saying ("X said, according to the Gazette"). */
export function quotationAround(extraction: Extraction, cue: Span): Quotation | null {
  return quotationsAround(extraction, tokenAfter(extraction, cue.start)).reduce<Quotation | null>((best, each) => {
    if (each.cue?.start === cue.start || each.speaker === null || !containsSpan(each.content, cue)) return best;
    return best === null || each.content.end - each.content.start < best.content.end - best.content.start ? each : best;
  }, null);
}

// The step that adds Time and Quantity mentions with their literals.
import {
  type Extraction,
  type Literal,
  type Mention,
  type Sentence,
  type TimeRange,
  withLayers,
} from '../../model/extraction.ts';
import { makeId } from '../../model/id.ts';
import { overlapsSpan, type Span } from '../../model/span.ts';
import { byTokens, onceALayer } from '../once-a-layer.ts';
import type { Step } from '../step.ts';
import { tenseNear } from '../tense.ts';
import { findQuantities } from './find-quantities.ts';
import type { ReadTime } from './read-periods.ts';
import { commonIso, readTimes } from './read-time.ts';

const BY = 'values@1';
/** Counters under an article ("Visited 4 times") that a reader did not mark as boilerplate. */
const FURNITURE = /^[\s(]*(?:visited|viewed|read|shared|posted)\b[^\n]{0,60}\b(?:times|views|visits)\b/i;
/** Measured on our own sentences: dates are right more often than counted nouns. */
const TIME_SCORE = 0.95;
const QUANTITY_SCORE = 0.9;

/** Dates and quantities of every sentence; page furniture (boilerplate blocks) is left out. Mentions stay in reading order. */
export const valuesStep: Step = {
  name: BY,
  requires: ['tokens', 'sentences', 'tags'],
  assigns: ['mentions', 'values'],
  run(extraction) {
    const furniture = extraction.document.blocks.filter((block) => block.kind === 'boilerplate');
    const found = extraction.sentences
      .filter((sentence) => !furniture.some((block) => overlapsSpan(block, sentence)))
      .flatMap((sentence) => valuesOf(extraction, sentence));
    const mentions = [...extraction.mentions, ...found].sort((a, b) => a.start - b.start || b.end - a.end);
    return withLayers(extraction, { mentions });
  },
};

function valuesOf(extraction: Extraction, sentence: Sentence): Mention[] {
  if (FURNITURE.test(extraction.document.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 120))))
    return [];
  const times = knownTimes(extraction, sentence);
  const dates = times.map((time) => makeTime(extraction, sentence, time));
  const quantities = findQuantities(extraction, sentence, times).map((quantity) =>
    makeMention(extraction, quantity, quantity.head, quantity.literal, QUANTITY_SCORE),
  );
  return [...dates, ...quantities];
}

function timesOf(extraction: Extraction, sentence: Sentence): ReadTime[] {
  const { text, publishedAt } = extraction.document;
  const shift = (span: Span): Span => ({ start: span.start + sentence.start, end: span.end + sentence.start });
  return readTimes(text.slice(sentence.start, sentence.end), publishedAt, (place) =>
    tenseNear(extraction, sentence, shift(place)),
  ).map((time) => ({ ...time, ...shift(time) }));
}

/** The time expressions of a sentence, read once for each layer of tokens: every claim of the sentence asks for them. */
const knownTimes: (extraction: Extraction, sentence: Sentence) => readonly ReadTime[] = onceALayer(byTokens, timesOf);

/** The range of a Time mention: what its literal, a single ISO date, cannot hold ("last week"). Null without a day of reference. */
export function timeRangeOf(extraction: Extraction, mention: Mention): TimeRange | null {
  const sentence = extraction.sentences[extraction.tokens[mention.head]?.sentence ?? -1];
  if (!sentence) return null;
  const time = knownTimes(extraction, sentence).find(
    (each) => each.start === mention.start && each.end === mention.end,
  );
  return time?.range ? { ...time.range, text: extraction.document.text.slice(mention.start, mention.end) } : null;
}

function makeTime(extraction: Extraction, sentence: Sentence, time: ReadTime): Mention {
  const words = extraction.document.text.slice(time.start, time.end);
  const value = time.range ? commonIso(time.range) : null;
  const literal: Literal | null = value === null ? null : { type: 'Time', value, unit: null, text: words };
  return makeMention(extraction, time, headOf(extraction, sentence, time), literal, TIME_SCORE);
}

/** The last word that is not a number ("February 16" hangs on the month, "Tuesday morning" on morning); a bare year itself. */
function headOf(extraction: Extraction, sentence: Sentence, span: Span): number {
  const { text } = extraction.document;
  let last = sentence.firstToken;
  for (let index = sentence.lastToken; index >= sentence.firstToken; index -= 1) {
    const token = extraction.tokens[index];
    if (!token || token.start >= span.end || token.end <= span.start) continue;
    if (/^\p{L}{3,}/u.test(text.slice(token.start, token.end)) && !['DET', 'ADP', 'ADJ'].includes(token.upos))
      return index;
    if (/[\p{L}\p{N}]/u.test(text.slice(token.start, token.end))) last = Math.max(last, index);
  }
  return last;
}

function makeMention(
  extraction: Extraction,
  span: Span,
  head: number,
  literal: Literal | null,
  score: number,
): Mention {
  const type = literal?.type ?? 'Time';
  return {
    id: makeId('mention', extraction.document.id, span.start, span.end, type, BY),
    start: span.start,
    end: span.end,
    head,
    type,
    kind: 'nominal',
    referent: null,
    literal,
    score,
    by: BY,
  };
}

// Lines of a timeline ("3 August 2019: The ferry left."): what happens in one happens on the date that opens it.
import type { Extraction, TimeRange } from '../../model/extraction.ts';
import type { Span } from '../../model/span.ts';
import { mentionsOf, sentencesIn } from '../by-sentence.ts';
import { timeRangeOf } from '../values/values.ts';

/** Marks of a list before the date. */
const LIST_MARKS = /^[\s•*>–-]*$/u;

/** The date with a colon that opens the line of a place, as a sentence of its own; null where the line opens otherwise. */
export function dateOfLine(extraction: Extraction, { start }: Span): TimeRange | null {
  const { text } = extraction.document;
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const [label] = sentencesIn(extraction, { start: from, end: start });
  if (!label || label.end > start || !/:\s*$/.test(text.slice(label.start, label.end))) return null;
  const year = /^(?:1[5-9]|20)\d\d(?=:\s*$)/.exec(text.slice(label.start, label.end))?.[0];
  if (year !== undefined) return { from: year, to: year, text: year };
  const date = mentionsOf(extraction, label.index).find(({ type, literal }) => type === 'Time' && literal !== null);
  return date && LIST_MARKS.test(text.slice(from, date.start)) ? timeRangeOf(extraction, date) : null;
}

// Other names at the two mentions that show a relation: those that stand between them, and the longer one that holds the object.
import type { Extraction, Mention } from '../../model/extraction.ts';
import { containsSpan, type Span } from '../../model/span.ts';
import { mentionsOf } from '../by-sentence.ts';
import { tokenAfter } from '../words.ts';

type Pair = Readonly<Record<'subject' | 'object', Mention>>;

/** How many names stand between the two: each is nearer to both than they are to one another. */
export function countBetween(extraction: Extraction, { subject, object }: Pair): number {
  const [start, end] = [Math.min(subject.end, object.end), Math.max(subject.start, object.start)];
  return namesIn(extraction, { start, end }).filter((name) => name.start >= start && name.end <= end).length;
}

/** The object stands inside a longer name: "the |Norlandish| Assembly". */
export function isInsideName(extraction: Extraction, { object }: Pair): boolean {
  const length = object.end - object.start;
  return namesIn(extraction, object).some((name) => name.end - name.start > length && containsSpan(name, object));
}

/** Names of the sentences that a span touches. */
function namesIn(extraction: Extraction, { start, end }: Span): Mention[] {
  const sentenceAt = (place: number): number => extraction.tokens[tokenAfter(extraction, place)]?.sentence ?? 0;
  const names: Mention[] = [];
  for (let sentence = sentenceAt(start); sentence <= sentenceAt(Math.max(start, end - 1)); sentence += 1)
    names.push(...mentionsOf(extraction, sentence).filter(({ kind, type }) => kind === 'name' && type !== 'Quantity'));
  return names;
}

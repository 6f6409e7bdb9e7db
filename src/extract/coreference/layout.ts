// Paragraphs and quotations in marks, for mentions that ask where they stand and whose words they are in.
import type { Extraction } from '../../model/extraction.ts';
import type { Span } from '../../model/span.ts';
import { findMarked, splitParagraphs } from '../quotations/find-marks.ts';
import { sayingLemma } from '../reporting.ts';
import { subjectOf } from '../tree.ts';
import { tokenAfter } from '../words.ts';

/** A stretch in marks; `speakers`: heads of the subjects of verbs of saying in the sentences at its rims. */
export interface Quoted extends Span {
  readonly speakers: ReadonlySet<number>;
}

/** Both in reading order. */
export interface Layout {
  readonly paragraphs: readonly Span[];
  readonly quotations: readonly Quoted[];
}

const layouts = new WeakMap<Extraction, Layout>();

/** Worked out once for each extraction. */
export function layoutOf(extraction: Extraction): Layout {
  const known = layouts.get(extraction);
  if (known) return known;
  const { text } = extraction.document;
  const paragraphs = splitParagraphs(text);
  const quotations = paragraphs.flatMap((paragraph) =>
    findMarked(text, paragraph)
      .filter(({ depth }) => depth === 0)
      .map(({ outer: { start, end } }) => ({ start, end, speakers: speakersOf(extraction, { start, end }) })),
  );
  const layout = { paragraphs, quotations };
  layouts.set(extraction, layout);
  return layout;
}

/** Place of the span that holds the offset or is the last to begin before it; -1 before the first. */
export function placeAt(spans: readonly Span[], offset: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function speakersOf(extraction: Extraction, { start, end }: Span): Set<number> {
  const speakers = new Set<number>();
  const [first, last] = [tokenAfter(extraction, start), tokenAfter(extraction, end)];
  for (const rim of new Set([extraction.tokens[first - 1]?.sentence, extraction.tokens[last]?.sentence])) {
    const sentence = extraction.sentences[rim ?? -1];
    for (let index = sentence?.firstToken ?? 0; sentence && index <= sentence.lastToken; index += 1) {
      if ((first <= index && index < last) || sayingLemma(extraction, index) === null) continue;
      const subject = subjectOf(extraction, index);
      if (subject !== null) speakers.add(subject.head);
    }
  }
  return speakers;
}

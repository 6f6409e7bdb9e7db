// One open fact as `stemma facts` prints it (design §10): every slot a copy of the sentence.
import type { Extraction, Fact, Modality, Polarity } from '../../model/extraction.ts';
import { sliceSpan } from '../../model/span.ts';

/** Keys in the order of the format; `sentence` is [start, end] in the document's text, `object` is `""` where there is none. */
export interface FactLine {
  readonly source: string;
  readonly sentence: readonly [number, number];
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
  readonly more: readonly string[];
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly score: number;
}

/** The line of a fact of this extraction. */
export function toFactLine(extraction: Extraction, fact: Fact): FactLine {
  const { text, source } = extraction.document;
  const sentence = extraction.sentences[fact.sentence];
  return {
    source,
    sentence: [sentence?.start ?? 0, sentence?.end ?? 0],
    subject: sliceSpan(text, fact.subject),
    predicate: fact.predicate,
    object: fact.object ? sliceSpan(text, fact.object) : '',
    more: fact.more.map((span) => sliceSpan(text, span)),
    polarity: fact.polarity,
    modality: fact.modality,
    score: fact.score,
  };
}

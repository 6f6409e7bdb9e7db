// "It is today |a region of Ister|", "a town in Norland": a description of a place that holds the name of a larger one lies there.
import type { Extraction } from '../../model/extraction.ts';
import { isAnonymous } from '../chain-index.ts';
import { childrenBy, markersOf } from '../tree.ts';
import { lemmaAt, spanOf } from '../words.ts';
import { mentionAt } from './entity-at.ts';
import type { Edge } from './make-relation.ts';

const PART =
  /^(?:region|province|district|town|city|village|island|suburb|port|county|municipality|commune|quarter|territory|enclave)$/;
/** Uncalibrated. */
const SCORE = 0.85;

/** One edge for each description of a place that the text names elsewhere. */
export function placeNounEdges(extraction: Extraction): Edge[] {
  return extraction.mentions.flatMap((nominal) => {
    if (nominal.kind !== 'nominal' || nominal.type !== 'Place' || !PART.test(lemmaAt(extraction, nominal.head)))
      return [];
    const larger = childrenBy(extraction, nominal.head, 'nmod')
      .filter((child) => /^(?:of|in)$/.test(markersOf(extraction, child)))
      .flatMap((child) => mentionAt(extraction, child) ?? [])
      .find(({ kind, type }) => kind === 'name' && type === 'Place');
    const sentence = extraction.sentences[extraction.tokens[nominal.head]?.sentence ?? -1];
    if (!larger || !sentence || isAnonymous(extraction, nominal)) return [];
    return [
      {
        ...{ subject: nominal, object: larger, literal: null, predicate: 'locate in', triggers: ['locate in'] },
        ...{ passive: false, score: SCORE, polarity: 'positive' as const, modality: 'actual' as const },
        cue: spanOf(extraction, nominal.head, nominal.head),
        sentence: { start: sentence.start, end: sentence.end },
      },
    ];
  });
}

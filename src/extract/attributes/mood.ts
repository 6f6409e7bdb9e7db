// What the form of a main clause says: commands demand, yes-no questions leave it open.
import type { Extraction, Modality } from '../../model/extraction.ts';
import { SAY } from '../reporting.ts';
import { childrenBy, childrenOf, headOf, relationAt } from '../tree.ts';
import { lemmaAt, tagAt, wordAt } from '../words.ts';

/** Words that a command may open with before its verb. */
const SOFTENERS = /^(?:please|just|never|always|do|n't|not|kindly|so|and|then|now|also|instead|first)$/;

/** Commands demand, yes-no questions leave it open. Only for a main clause that nothing else qualifies. */
export function moodOf(extraction: Extraction, at: number): Modality {
  const relation = relationAt(extraction, at);
  const subject = childrenBy(extraction, at, 'nsubj', 'csubj', 'expl')[0];
  // "Call him and ask": the second verb is a command too.
  if (relation === 'conj' && subject === undefined && isBare(extraction, at))
    return moodOf(extraction, headOf(extraction, at)) === 'demanded' ? 'demanded' : 'actual';
  if (headOf(extraction, at) >= 0 && !/^(?:parataxis|ccomp|appos|list|dep)$/.test(relation)) return 'actual';
  const auxiliary = childrenBy(extraction, at, 'aux', 'cop')[0];
  if (subject !== undefined) {
    const asked = auxiliary !== undefined && auxiliary < subject && endsInQuestion(extraction, at);
    const open =
      asked &&
      !childrenOf(extraction, at).some((child) =>
        /^(?:who|what|when|where|why|how|which|whom)$/.test(wordAt(extraction, child)),
      );
    return open ? 'possible' : 'actual';
  }
  return isBare(extraction, at) && (headOf(extraction, at) < 0 || isQuotedCommand(extraction, at))
    ? 'demanded'
    : 'actual';
}

/** The plain form of a verb, with nothing before it but "do". */
function isBare(extraction: Extraction, at: number): boolean {
  const auxiliary = childrenBy(extraction, at, 'aux', 'cop')[0];
  return (
    tagAt(extraction, at) === 'VERB' &&
    wordAt(extraction, at) === lemmaAt(extraction, at) &&
    childrenBy(extraction, at, 'mark').length === 0 &&
    (auxiliary === undefined || /^(?:do)$/.test(wordAt(extraction, auxiliary)))
  );
}

/** "“Leave the country,” she said": a command that opens the words in marks. */
function isQuotedCommand(extraction: Extraction, at: number): boolean {
  if (!SAY.has(lemmaAt(extraction, headOf(extraction, at)))) return false;
  let place = at - 1;
  while (SOFTENERS.test(wordAt(extraction, place))) place -= 1;
  return /^["“‘']$/.test(wordAt(extraction, place));
}

function endsInQuestion(extraction: Extraction, at: number): boolean {
  // "Q: Did they meet?": the mark may hang on what frames the question.
  return [at, headOf(extraction, at)].some((place) =>
    childrenBy(extraction, place, 'punct').some((each) => each > at && /\?/.test(wordAt(extraction, each))),
  );
}

// Cases at law, which the encoder takes for places or bodies: "Hale v. Quill", "Hale v Torva District Council [2031]". What stands in one is a party and no thing of the text.
import { type Extraction, type Mention, withLayers } from '../../model/extraction.ts';
import { containsSpan } from '../../model/span.ts';
import { retypeName } from './make-mention.ts';

const VERSUS = /\sv\.\s/;
/** A match is told so, too, without the year of its report. */
const VERSUS_OF_REPORT = /\sv\s/;
const REPORT = /^\s*[[(]\d{4}[\])]/;

/** Names with "v." inside, or with "v" and the year of a report behind, are Laws; names inside them are dropped. */
export function settleCases(extraction: Extraction, by: string): Extraction {
  const { text } = extraction.document;
  const isCase = ({ kind, start, end }: Mention): boolean => {
    if (kind !== 'name') return false;
    const name = text.slice(start, end);
    return VERSUS.test(name) || (VERSUS_OF_REPORT.test(name) && REPORT.test(text.slice(end, end + 10)));
  };
  const cases = extraction.mentions.filter(isCase);
  if (cases.length === 0) return extraction;
  const mentions = extraction.mentions
    .filter((mention) => !cases.some((each) => each !== mention && containsSpan(each, mention)))
    .map((mention) => (cases.includes(mention) ? retypeName(extraction, mention, 'Law', by) : mention));
  return withLayers(extraction, { mentions });
}

// Names that a form states under "Name", however they are spelt: registers have them in capitals.
import { type Extraction, type Mention, withLayers } from '../../model/extraction.ts';
import { containsSpan, overlapsSpan, sliceSpan } from '../../model/span.ts';
import { addMentions, makeMention } from '../names/make-mention.ts';
import { tokenAfter } from '../words.ts';
import { findFormNames } from './read-forms.ts';

/** A label says that it is a name, beside others that tell of what. */
const SCORE = 0.95;
const OF_VESSEL = /vessel/;
const OF_BODY = /company|legal|entity|registered|trading|organi[sz]ation/;
const OF_PERSON =
  /^(?:born|date of birth|birth date|dob|d\.o\.b\.|nationality|citizenship|spouse|occupation|sex|gender|passport)/;
const LONGEST = 12;

/** The whole value is one name; what the encoder found inside it is left out. */
export function addFormNames(extraction: Extraction, by: string): Extraction {
  const found = findFormNames(extraction.document.text).flatMap(({ name, labels }): Mention[] => {
    const words = sliceSpan(extraction.document.text, name.value).trim();
    const type = OF_VESSEL.test(name.label)
      ? 'Product'
      : OF_BODY.test(name.label)
        ? 'Organization'
        : labels.some((label) => OF_PERSON.test(label))
          ? 'Person'
          : null;
    const [first, last] = [tokenAfter(extraction, name.value.start), tokenAfter(extraction, name.value.end - 1)];
    if (type === null || !/^\p{Lu}/u.test(words) || last - first >= LONGEST || last < first) return [];
    return [makeMention(extraction, { first, last, type, kind: 'name', score: SCORE, by })];
  });
  if (found.length === 0) return extraction;
  const isInside = (mention: Mention): boolean =>
    mention.kind === 'name' && found.some((each) => overlapsSpan(each, mention) && containsSpan(each, mention));
  const mentions = extraction.mentions.filter((mention) => !isInside(mention));
  return addMentions(withLayers(extraction, { mentions }), found);
}

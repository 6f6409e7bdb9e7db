// Values of two fields of a form ("Directors: …", "Secretary: …") stand beside each other without a word that ties them: the head alone is no witness.
import type { Extraction, Mention, Relation } from '../../model/extraction.ts';
import { containsSpan, type Span } from '../../model/span.ts';
import { findForms } from '../fields/read-forms.ts';

/** True of a relation between the values of two fields; to be asked of what only the head states. */
export function isBetweenFields(extraction: Extraction): (relation: Relation) => boolean {
  const values = findForms(extraction).flatMap(({ topic, fields }) =>
    fields.map(({ value }) => value).filter((value) => !containsSpan(value, topic)),
  );
  if (values.length === 0) return () => false;
  const byId = new Map<string, Mention>(extraction.mentions.map((mention) => [mention.id, mention]));
  const fieldOf = (mention: Mention | undefined): Span | undefined =>
    mention && values.find((value) => containsSpan(value, mention));
  return ({ subject, object }) => {
    const [left, right] = [fieldOf(byId.get(subject)), fieldOf(byId.get(object ?? ''))];
    return left !== undefined && right !== undefined && left !== right;
  };
}

// "the Norlandish opposition leader Ada Quill": the head hears of a leader beside a country and makes her one of its own.
import type { Extraction, Relation } from '../../model/extraction.ts';
import { leadsOthers } from '../lexicon/offices.ts';
import { tokenAfter, wordAt } from '../words.ts';

/** True for an office of a country, or the leading of a people, of a person whose title says that she leads others. */
export function isOthersLeader(extraction: Extraction, { type, subject, object }: Relation): boolean {
  if (type === null || !/^(?:HEAD_OF_STATE_OF|HEAD_OF_GOVERNMENT_OF|OFFICIAL_OF|LEADS)$/.test(type)) return false;
  const [person, owner] = [subject, object].map((end) => extraction.mentions.find(({ id }) => id === end));
  if (person === undefined || owner === undefined || owner.type === 'Organization') return false;
  const first = tokenAfter(extraction, person.start);
  return leadsOthers(wordAt(extraction, first - 2), wordAt(extraction, first - 1));
}
